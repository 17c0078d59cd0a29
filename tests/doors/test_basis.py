"""«По бумаге» and «со слов»: whoever writes on somebody else's page says how he knows, and it stays with it."""

import re
from typing import Any

import pytest

from spartakiad.accounts.actions import NewGrant, grant
from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.app import ROUTES
from spartakiad.competition.desk import SYSTEM
from spartakiad.store import journal
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

SHEET = "/judge/race/ski-women"
CABINET = "/team/demo/vologda"
PERSON = {"surname": "Ёлкина", "name": "Анна", "sex": "ж", "born_on": "05.03.1998", "rank": "I"}
NOW = "40:33,2"


@pytest.fixture
def operator(race: Site) -> Visitor:
    return race.signed_in(Role.OPERATOR, games="race")


def enter(by: Visitor, raw: str = NOW, version: int = 0, query: str = "", **more: Any) -> Any:
    return by.post(f"{SHEET}/marks/1{query}", {"raw": raw, "version": version}, **more)


def bases(site: Site, games: str = "race") -> list[str]:
    """Of the last command: every fact of it, with what its journal says."""
    with site.shell.store.reader() as session:
        facts = list(journal.read(session, f"games:{games}"))
        assert journal.verify(session, f"games:{games}") is None
    return [f"{fact.kind} {fact.basis}" for fact in facts if fact.command_key == facts[-1].command_key]


def line(site: Site, by: Visitor) -> str:
    """What the sheet says about the mark of № 1."""
    page = by.get(SHEET).text
    return words(page.partition('<p class="read">')[2].partition("</p>")[0])


def test_an_operators_mark_is_by_paper_in_every_fact_of_it_and_on_the_sheet(race: Site, operator: Visitor) -> None:
    enter(operator)
    assert bases(race) == ["contest.stated paper", "mark.entered paper"]
    assert "ввёл: Проверяющий: operator, по бумаге, " in line(race, operator)


def test_what_was_heard_is_kept_as_heard_and_the_page_stays_at_it(race: Site, operator: Visitor) -> None:
    answer = enter(operator, query="?basis=word")
    assert answer.headers["location"] == f"{SHEET}?basis=word"
    assert "ввёл: Проверяющий: operator, со слов, " in line(race, operator)


def test_a_judge_on_his_own_sheet_says_nothing_whatever_the_address_says(race: Site, judge: Visitor) -> None:
    enter(judge, query="?basis=word")
    assert bases(race) == ["contest.stated ", "mark.entered "]
    assert ("по бумаге" in line(race, judge), "Вы вносите за других" in judge.get(SHEET).text) == (False, False)


@pytest.mark.parametrize("role", [Role.SPORT_CHIEF, Role.SPORT_SECRETARY])
def test_neither_does_the_chief_or_the_secretary_of_the_sport(race: Site, role: Role) -> None:
    enter(race.signed_in(role, games="race", contest="ski-women"))
    assert bases(race) == ["contest.stated ", "mark.entered "]


def test_an_operator_who_is_a_judge_of_this_contest_too_writes_his_own(race: Site) -> None:
    both = race.new(Role.OPERATOR, "race")
    race.shell.write_now(grant, NewGrant(both, Role.JUDGE, "race", contest="ski-women"), SYSTEM)
    visitor = race.visitor()
    visitor.post(race.link(both))
    enter(visitor)
    assert bases(race) == ["contest.stated ", "mark.entered "]


@pytest.mark.parametrize(("query", "kept"), [("", ""), ("?basis=word", "?basis=word")])
def test_every_form_of_the_page_sends_on_what_was_chosen(race: Site, operator: Visitor, query: str, kept: str) -> None:
    enter(operator)
    race.captain().post(f"{CABINET}/athletes", PERSON)
    for path in (SHEET, f"{SHEET}/card", "/team/demo/vologda", "/team/demo/vologda/contests/trail"):
        visitor = operator if path.startswith(SHEET) else race.signed_in(Role.OPERATOR)
        page = visitor.get(path + query).text
        actions = set(re.findall(r'<form[^>]*action="([^"]+)"', page)) - {"/sign-out"}
        asked = set(re.findall(r'hx-(?:get|post)="(/(?:judge|team)/[^"]+)"', page))
        assert {one for one in actions | asked if one.partition("?")[1:] != kept.partition("?")[1:]} == set()


def test_a_row_that_htmx_brought_back_keeps_what_was_chosen(race: Site, operator: Visitor) -> None:
    row = enter(operator, query="?basis=word", headers={"HX-Request": "true"}).text
    assert f'action="{SHEET}/marks/1?basis=word"' in row


def test_a_basis_that_is_not_one_is_refused_and_nothing_is_written(race: Site, operator: Visitor) -> None:
    before = race.numbers()
    answer = enter(operator, query="?basis=dream")
    assert (answer.status_code, "Откуда известно: такого варианта нет" in answer.text) == (422, True)
    assert race.numbers() == before


def test_an_operator_does_not_confirm_what_he_typed_from_a_paper(race: Site, operator: Visitor) -> None:
    enter(operator)
    answer = operator.post(f"{SHEET}/checks", {"c-1": 1, "verdict": "confirmed"})
    assert (answer.status_code, "должен другой человек" in answer.text) == (409, True)


def test_another_person_of_the_secretariat_confirms_and_says_how_he_knows(race: Site, operator: Visitor) -> None:
    enter(operator)
    secretary = race.signed_in(Role.CHIEF_SECRETARY, games="race")
    secretary.post(f"{SHEET}/checks?basis=word", {"c-1": 1, "verdict": "confirmed"})
    assert "по бумаге, " in line(race, operator)
    assert line(race, operator).endswith("сверил: Проверяющий: chief_secretary, со слов История")


def test_whoever_corrects_is_told_how_the_other_knew(race: Site, judge: Visitor, operator: Visitor) -> None:
    enter(operator)
    assert re.search(
        r"уже записано «40:33,2» \(Проверяющий: operator, по бумаге, \d\d:\d\d\)", enter(judge, "41:00").text
    )


def test_an_application_typed_from_a_paper_says_so_to_the_captain_and_the_commission(site: Site) -> None:
    operator = site.signed_in(Role.OPERATOR)
    operator.post(f"{CABINET}/athletes", PERSON)
    operator.post(f"{CABINET}/entries?basis=word", {"e-trail-17": "team"})
    operator.post(f"{CABINET}/submission")
    who = "Проверяющий: operator"
    cabinet = words(site.captain().get(CABINET).text)
    assert f"подал: {who}, по бумаге" in cabinet and f"внёс: {who}, по бумаге" in cabinet
    assert f"{who}, со слов" in cabinet
    commission = words(site.signed_in(Role.COMMISSION).get("/office/demo/admission/vologda").text)
    assert f"подал: {who}, по бумаге" in commission and f"внёс: {who}, по бумаге" in commission


def test_a_captains_own_application_says_nothing_of_the_kind(site: Site) -> None:
    captain = site.captain()
    for path, form in (("athletes", PERSON), ("entries", {"e-trail-17": "team"}), ("submission", {})):
        captain.post(f"{CABINET}/{path}?basis=word", form)
        assert all(fact.endswith(" ") for fact in bases(site, "demo"))
    assert "по бумаге" not in captain.get(CABINET).text


def test_the_secretariat_writes_for_somebody_else_on_every_page_of_captains_and_judges() -> None:
    own = [
        path
        for handler in ROUTES
        for path in handler.paths
        if path.startswith(("/team/", "/judge/"))
        and not set(handler.opt["who"].roles) & set(SECRETARIAT) <= set(handler.opt["who"].stand_ins)
    ]
    assert own == []


def test_a_coach_is_let_in_only_where_the_address_names_his_contest() -> None:
    wide = [
        path
        for handler in ROUTES
        for path in handler.paths
        if Role.COACH in handler.opt["who"].roles and not path.startswith("/me/")
        if not ("{team:str}" in path and "{contest:str}" in path)
    ]
    assert wide == []
