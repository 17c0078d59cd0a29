"""What befell a record at the server is seen on its phone: another number there, or that it was taken off."""

from pathlib import Path

from playwright.sync_api import expect

from spartakiad.competition.decide.records import waiting
from tests.browser.phone import TOUCH, enter, marks, open_entry, opened, sent, state, use, written
from tests.browser.server import Visitors
from tests.browser.venue import JUDGE, SECOND


def test_what_is_undone_is_undone_by_the_number_it_has_by_then(people: Visitors, folder: Path, race: str) -> None:
    page, other = people.somebody(JUDGE, **TOUCH), opened(people, race, SECOND)
    with page.expect_request("**/_/records") as first:
        open_entry(page, race)
    use(other, first.value.post_data_json, {"n": 1, "contest": race, "entrant": "30", "cells": {"raw": "29:00,0"}})
    enter(page, 1)
    sent(page)
    assert marks(folder, race).keys() == {"1", "30"}
    page.get_by_role("button", name="Отменить").tap()
    expect(page.locator("#said")).to_contain_text("запись отменена")
    sent(page)
    assert (marks(folder, race), waiting(state(folder), race)) == ({"30": "29:00,0"}, [])


def test_what_was_taken_off_the_sheet_stands_on_the_phone_no_longer(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race)
    enter(page, 1)
    sent(page)
    expect(page.locator("#line-1")).to_have_attribute("data-state", "done")
    page.locator("#line-2 input").focus()
    page.evaluate(
        """(race) => {
          const body = new URLSearchParams({ version: "1", raw: "", off: "yes" });
          const headers = { "X-Form-Token": document.getElementById("entry").dataset.token };
          return fetch(`/judge/venue/${race}/marks/1`, { method: "POST", body, headers });
        }""",
        race,
    )
    expect(page.locator("#line-1 input")).to_have_value("")
    enter(page, 1)
    sent(page)
    assert marks(folder, race) == {"1": written(1)}
