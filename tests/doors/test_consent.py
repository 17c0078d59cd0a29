"""A name is public while its person agrees, on every page at once, and never longer."""

import html
from datetime import date

import pytest

from spartakiad.competition.desk import SYSTEM
from spartakiad.people.actions import GiveConsent, WithdrawConsent, give_consent, withdraw_consent
from spartakiad.people.queries import names_of
from tests.doors.visiting import PUBLIC_PAGES, Site

PAGES = [
    *PUBLIC_PAGES,
    "/games/demo/contests/ski-men",
    "/games/demo/standings/pskov",
    "/games/demo/standings/arkhangelsk",
]


@pytest.fixture
def skier(site: Site) -> tuple[int, str]:
    """The person who won the women's race, with her name as the public knows it."""
    state = site.shell.now("demo").state
    with site.shell.store.reader() as session:
        names = names_of(session, "demo")
    shown = [
        athlete
        for athlete in state.athletes.values()
        if athlete.shown and ("ski-women", athlete.number) in state.entries
    ]
    return shown[0].person, f"{names[shown[0].number].surname} {names[shown[0].number].name}"


def naming(site: Site, name: str) -> list[str]:
    return [path for path in PAGES if name in html.unescape(site.visitor().get(path).text)]


def test_a_name_with_consent_is_shown(site: Site, skier: tuple[int, str]) -> None:
    assert "/games/demo/contests/ski-women" in naming(site, skier[1])


def test_a_name_without_consent_is_on_no_public_page_from_that_moment(site: Site, skier: tuple[int, str]) -> None:
    naming(site, skier[1])
    site.shell.write_now(withdraw_consent, WithdrawConsent(skier[0]), SYSTEM)
    assert naming(site, skier[1]) == []


def test_a_result_without_a_name_stays_under_the_number(site: Site, skier: tuple[int, str]) -> None:
    before = html.unescape(site.visitor().get("/games/demo/contests/ski-women").text).count("Участник №")
    site.shell.write_now(withdraw_consent, WithdrawConsent(skier[0]), SYSTEM)
    assert html.unescape(site.visitor().get("/games/demo/contests/ski-women").text).count("Участник №") > before


def test_a_name_comes_back_with_a_new_consent(site: Site, skier: tuple[int, str]) -> None:
    site.shell.write_now(withdraw_consent, WithdrawConsent(skier[0]), SYSTEM)
    site.shell.write_now(give_consent, GiveConsent(skier[0], "собственноручно", date(2026, 2, 20)), SYSTEM)
    assert "/games/demo/contests/ski-women" in naming(site, skier[1])


def test_nobody_without_consent_is_named_on_any_public_page(site: Site) -> None:
    with site.shell.store.reader() as session:
        names = names_of(session, "demo")
    hidden = [a.number for a in site.shell.now("demo").state.athletes.values() if not a.shown]
    words = {f"{names[number].surname} {names[number].name}" for number in hidden}
    shown = {
        f"{names[a.number].surname} {names[a.number].name}"
        for a in site.shell.now("demo").state.athletes.values()
        if a.shown
    }
    pages = html.unescape("".join(site.visitor().get(path).text for path in PAGES))
    assert [name for name in words - shown if name in pages] == []


def test_no_birth_day_is_on_any_public_page(site: Site) -> None:
    """A year is public with consent; the day never."""
    pages = "".join(site.visitor().get(path).text for path in PAGES if path.startswith("/games/demo"))
    assert [month for month in ("января 19", "марта 19", "мая 19", "июля 19", ".198", ".199") if month in pages] == []
