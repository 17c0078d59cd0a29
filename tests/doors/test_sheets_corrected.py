"""A corrected result is published once somebody else has compared it, and the board says that it is due."""

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.publication.corrections import Correction, correct_mark
from spartakiad.standings.actions import Press, press
from tests.doors.reading import words
from tests.doors.test_sheets import verdict
from tests.doors.visiting import Site, Visitor

SHEETS = "/office/demo/sheets"
SKIER = "48"


@pytest.fixture
def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY, "demo")


@pytest.fixture
def corrected(site: Site, secretary: Visitor) -> Site:
    """The men's race was published, and then the skier's time was put right."""
    assert secretary.post(SHEETS, {"contest": "ski-men"}).status_code == 303
    correct(site)
    return site


def correct(site: Site) -> None:
    mark = site.shell.now("demo").state.marks["ski-men", "main", "main", SKIER]
    wish = Correction("demo", "ski-men", SKIER, "59:00,0", mark.version, "official", "опечатка", sure=True)
    site.shell.write_now(correct_mark, wish, SYSTEM)


def compare(site: Site, secretary: Visitor) -> None:
    version = site.shell.now("demo").state.marks["ski-men", "main", "main", SKIER].version
    page = "/judge/demo/ski-men/checks"
    assert secretary.post(page, {f"c-{SKIER}": version, "verdict": "confirmed"}).status_code == 303


def board(secretary: Visitor) -> str:
    return words(secretary.get("/office/demo").text)


def test_what_nobody_compared_is_not_published(corrected: Site, secretary: Visitor) -> None:
    before = corrected.numbers()
    answer = secretary.post(SHEETS, {"contest": "ski-men"})
    assert (answer.status_code, "ещё не сверено с бумагой" in answer.text, corrected.numbers()) == (409, True, before)


def test_compared_it_is_due_and_is_published(corrected: Site, secretary: Visitor) -> None:
    compare(corrected, secretary)
    assert "опубликовать протокол: результат уже в редакции 2" in board(secretary)
    assert secretary.post(SHEETS, {"contest": "ski-men"}).status_code == 303
    assert "опубликовать протокол" not in board(secretary)


def test_whoever_holds_the_paper_hears_of_its_new_revision_no_sooner_than_everybody(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    assert secretary.post(SHEETS, {"contest": "ski-men"}).status_code == 303
    sheet = next(one for one in site.shell.now("demo").state.sheets.values() if one.contest == "ski-men")
    paper = {"games": "demo", "number": sheet.number, "revision": 1, "code": sheet.last.code}
    site.shell.write_now(press, Press("demo", "hold", 0), SYSTEM)
    correct(site)
    compare(site, secretary)
    assert secretary.post(SHEETS, {"contest": "ski-men"}).status_code == 303
    assert "Подлинный и действующий" in verdict(site, **paper)
    site.shell.write_now(press, Press("demo", "release", 1), SYSTEM)
    assert "заменён редакцией 2" in verdict(site, **paper)


@pytest.mark.parametrize("contest", ["ski-men", "_"])
def test_publishing_asks_about_records_that_wait_and_the_key_that_has_seen_them_publishes(
    site: Site, secretary: Visitor, contest: str
) -> None:
    """A telephone that was without network came late: its record may belong on the sheet."""
    judge = site.newly_in(Role.JUDGE, games="demo", contest="ski-men")
    late = {"n": 1, "contest": "ski-men", "entrant": SKIER, "cells": {"raw": "58:00,0"}}
    batch = {"device": "0" * 20, "first": 1, "sent": 0, "unsent": 1, "records": [late]}
    judge.ask("POST", "/judge/demo/_/records", json=batch, headers={"X-Form-Token": judge.token})
    before, seen = site.numbers(), str(next(iter(site.shell.now("demo").state.held.values())).number)
    asked = secretary.post(SHEETS, {"contest": contest})
    said = (f"№ {SKIER} ", "– 58:00,0 (", f'name="despite" value="{seen}"', "Опубликовать без этих записей")
    assert (asked.status_code, [one for one in said if one not in asked.text], site.numbers()) == (409, [], before)
    assert secretary.post(SHEETS, {"contest": "chess"}).status_code == 303
    assert secretary.post(SHEETS, {"contest": contest, "despite": seen}).status_code == 303
