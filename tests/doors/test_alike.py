"""People who look alike: the commission sees both, of whatever city, and says whether they are one."""

import html
import re
from datetime import date

import pytest
from sqlmodel import select

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries.actions import OneAthlete, take_out
from spartakiad.models.entries import Athlete
from spartakiad.models.people import Consent, Person
from spartakiad.people.actions import GiveConsent, give_consent
from tests.doors.lookalikes import ANNA, PAGE, TYPO, decide, folded, joins, names, pairs
from tests.doors.reading import words
from tests.doors.visiting import PUBLIC_PAGES, Site


def test_nobody_of_the_demo_looks_like_another(site: Site) -> None:
    assert pairs(site) == []


def test_the_commission_is_shown_both_of_whatever_city(site: Site) -> None:
    joins(site, "pskov", ANNA)
    numbers = joins(site, "tver" if "tver" in site.shell.now("demo").state.teams else "cherepovets", TYPO)
    page = words(site.signed_in(Role.COMMISSION).get(PAGE).text)
    assert "Похожие люди: 1" in page and "Буранова Анна Игоревна – Бурамова Анна Игоревна" in page
    assert "Отличается буква в имени" in page and f"№ {numbers[0]}" in page and page.count("5 марта 1990") >= 2
    assert "Похожие люди: 1" in words(site.signed_in(Role.COMMISSION).get("/office/demo/admission").text)


def test_said_to_be_two_they_are_not_asked_about_again(site: Site) -> None:
    joins(site, "pskov", ANNA, TYPO)
    assert (decide(site, "apart"), pairs(site), len(names(site))) == (303, [], 2)


def test_said_to_be_one_they_are_one_in_every_games(site: Site) -> None:
    """She was of Pskov and left; under a misspelt name she is of another team now, with a consent of hers."""
    (first,) = joins(site, "pskov", ANNA)
    site.shell.write_now(take_out, OneAthlete("demo", "pskov", first), SYSTEM)
    (now,) = joins(site, "vologda", TYPO)
    with site.shell.store.reader() as session:
        ids = {one.surname: one.id for one in session.exec(select(Person)) if one.surname.startswith("Бура")}
    site.shell.write_now(give_consent, GiveConsent(ids["Буранова"] or 0, "сама", date(2026, 2, 1)), SYSTEM)
    assert decide(site, "Буранова") == 303
    state = site.shell.now("demo").state
    assert names(site) == {now: "Буранова Анна Игоревна"} and state.athletes[now].shown
    assert {one.person for one in state.former} == {state.athletes[now].person} == {ids["Буранова"]}
    assert folded(site) and pairs(site) == []


def test_her_papers_go_with_her(site: Site) -> None:
    (first,) = joins(site, "pskov", ANNA)
    site.shell.write_now(take_out, OneAthlete("demo", "pskov", first), SYSTEM)
    (now,) = joins(site, "vologda", TYPO)
    person = site.shell.now("demo").state.athletes[now].person
    for who in (person, site.shell.now("demo").state.former[-1].person):
        site.shell.write_now(give_consent, GiveConsent(who, "сама", date(2026, 2, 1)), SYSTEM)
    decide(site, "Буранова")
    kept = site.shell.now("demo").state.athletes[now].person
    with site.shell.store.reader() as session:
        papers = session.exec(select(Consent).where(Consent.person_id == kept)).all()
        athlete = session.exec(select(Athlete).where(Athlete.number == int(now))).one()
    assert sorted(one.version for one in papers) == [1, 2] and athlete.person_id == kept


def test_two_of_one_games_cannot_be_one(site: Site) -> None:
    (one, other) = joins(site, "pskov", ANNA, TYPO)
    before = site.numbers()
    (pair,) = pairs(site)
    form = {"first": pair.first.token, "second": pair.second.token, "right": pair.first.token}
    answer = site.signed_in(Role.COMMISSION).post(PAGE, form)
    assert (answer.status_code, site.numbers()) == (409, before)
    assert f"№ {one} (Псков), № {other} (Псков)" in words(answer.text)


def test_whoever_was_decided_about_meanwhile_is_not_decided_about_again(site: Site) -> None:
    joins(site, "pskov", ANNA, TYPO)
    (pair,) = pairs(site)
    form = {"first": pair.first.token, "second": pair.second.token, "right": "apart"}
    codes = [site.signed_in(Role.COMMISSION).post(PAGE, form | {"command_key": key}).status_code for key in "ab"]
    assert codes == [303, 409]


@pytest.mark.parametrize("right", ["", "nobody", "both"])
def test_what_was_not_asked_is_not_decided(site: Site, right: str) -> None:
    joins(site, "pskov", ANNA, TYPO)
    assert (decide(site, right), len(pairs(site))) == (422, 1)


def test_no_page_of_the_public_knows_of_it(site: Site) -> None:
    joins(site, "pskov", ANNA, TYPO)
    decide(site, "apart")
    pages = html.unescape("".join(site.visitor().get(path).text for path in PUBLIC_PAGES))
    assert not re.search("Буранова|Бурамова|Похожие", pages)
