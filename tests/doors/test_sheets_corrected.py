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
