"""A hand is quicker than a phone's disk, and rests on a key: each entry is one, and of the line it was meant for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from spartakiad.competition.decide.records import waiting
from tests.browser.phone import READ, Keys, digits, entered, marks, opened, sent, state, written
from tests.browser.server import Visitors

SLOW = 1200  # milliseconds until the disk answers
# The answer that a write is on the disk comes later, the write itself and its order are the browser's own.
LATE = """() => {
  const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
  Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
    configurable: true,
    set(heard) {
      const late = this.mode === "readwrite" ? () => window.slow ?? 0 : () => 0;
      set.call(this, (event) => setTimeout(() => heard(event), late()));
    },
  });
}"""


@pytest.fixture(scope="module")
def track(untouched: Iterator[str]) -> str:
    return next(untouched)


@pytest.fixture(scope="module")
def phone(people: Visitors, track: str) -> Page:
    """One phone at one race for all of them: each has numbers of its own."""
    page = opened(people, track)
    page.evaluate(LATE)
    return page


def mode(page: Page, name: str) -> None:
    page.evaluate("window.slow = 0")
    page.locator("#modes").get_by_role("button", name=name, exact=True).click()


def hold_enter(page: Page) -> None:
    """As a finger that rests on the key: the repetitions go on longer than a question takes to be read."""
    for wait in (READ, 0):
        page.keyboard.down("Enter")
        page.wait_for_timeout(wait)
    page.keyboard.up("Enter")


def unknown(folder: Path, track: str) -> list[str]:
    """What waits for the secretary without a number."""
    return [one.raw for one in waiting(state(folder), track) if one.entrant == "?"]


def test_a_key_held_down_enters_once_and_answers_no_question(phone: Page, folder: Path, track: str) -> None:
    mode(phone, "По порядку")
    phone.locator("#line-1 input").fill(digits(1))
    hold_enter(phone)
    phone.locator("#line-2 input").fill("5000")
    hold_enter(phone)
    expect(phone.locator("#line-2 .says")).to_contain_text("так бывает редко")
    mode(phone, "По номеру")
    phone.locator("#bib").fill("98")
    hold_enter(phone)
    expect(phone.locator("#whom")).to_contain_text("№ 98 нет в списке")
    sent(phone)
    assert (marks(folder, track), entered(folder, track)) == ({"1": written(1)}, 1)


def test_an_unknown_number_typed_twice_is_two_entries_and_none_is_lost(phone: Page, folder: Path, track: str) -> None:
    mode(phone, "По номеру")
    for number in (5, 6):
        for text in ("?", "", digits(number)):
            Keys(phone).type(text)
            phone.wait_for_timeout(0 if text else READ)
            phone.keyboard.press("Enter")
        expect(phone.locator("#said")).to_contain_text(written(number))
    sent(phone)
    expect(phone.locator(".recent li").filter(has_text="№ ? 20:0")).to_have_count(2)
    assert [one for one in unknown(folder, track) if one.startswith("20:")] == [written(5), written(6)]


def test_what_is_typed_while_the_disk_writes_stands_in_the_line(phone: Page, folder: Path, track: str) -> None:
    mode(phone, "По порядку")
    phone.evaluate(f"window.slow = {SLOW}")
    field = phone.locator("#line-10 input")
    field.fill(digits(10))
    field.press("Enter")
    field.fill("21111")
    expect(phone.locator("#said")).to_contain_text(f"{written(10)} – сохранено")
    phone.evaluate("window.slow = 0")
    sent(phone)
    phone.locator("#line-11 input").focus()
    expect(field).to_have_value("21:11,1")
    phone.reload()
    expect(field).to_have_value("21:11,1")
    phone.evaluate(LATE)
    assert marks(folder, track)["10"] == written(10)


def test_the_same_entered_once_more_is_one_record_and_is_mended(phone: Page, folder: Path, track: str) -> None:
    mode(phone, "По порядку")
    phone.context.set_offline(True)
    field = phone.locator("#line-20 input")
    for text in (digits(20), digits(20), "21222"):
        field.fill(text)
        field.press("Enter")
    expect(phone.locator("#said")).to_contain_text("21:22,2 – сохранено")
    phone.context.set_offline(False)
    sent(phone)
    waits = [one.entrant for one in waiting(state(folder), track)]
    assert (marks(folder, track)["20"], "20" in waits) == ("21:22,2", False)


def test_a_touch_is_removed_by_its_own_number_however_late_the_disk_tells_it(
    phone: Page, folder: Path, track: str
) -> None:
    mode(phone, "Финиш")
    phone.get_by_role("button", name="Старт").click()
    phone.evaluate(f"window.slow = {SLOW}")
    for _ in range(3):
        phone.locator("#stamp").tap()
    second = phone.get_by_role("button", name="Убрать отметку 2")
    second.evaluate("(button) => button.click()")
    phone.evaluate("window.slow = 0")
    second.click()
    expect(phone.locator("#count")).to_have_text("2")
    phone.locator("#finisher").focus()
    hold_enter(phone)
    sent(phone)
    left = sorted(one.order for one in state(folder).finish.values() if one.contest == track and one.note == "stamp")
    phone.locator("#log summary").click()
    removed = phone.locator("#records li").filter(has_text="отметка убрана")
    expect(removed).to_have_count(1)
    assert (len(left), left[1] - left[0]) == (2, 2)
    assert sum(one.startswith("0:") for one in unknown(folder, track)) == 1  # of two touches the held key named one
