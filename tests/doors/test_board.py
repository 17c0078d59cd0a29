"""The board «Что мешает закрыть»: each kind of line comes, leads to its form, and goes when the thing is done."""

import re
from collections.abc import Callable

import pytest

from spartakiad.accounts.actions import NewAccount, make_account
from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from tests.doors.visiting import Site, Visitor

OPERATORS = [f"/office/demo/{page}" for page in ("inbox", "venue-cards", "devices")]  # pages that are theirs too


@pytest.fixture
def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY, "demo")


def board(secretary: Visitor) -> dict[tuple[str, str], str]:
    """Kind and place of every line, and where it leads."""
    page = secretary.get("/office/demo").text
    rows = re.findall(r'<tr data-kind="(\w+)"><th scope="row">([^<]+)</th><td><a href="([^"]+)"', page)
    return {(kind, about): link for kind, about, link in rows}


def enter(site: Site, by: Visitor, contest: str, entrant: str, raw: str) -> None:
    assert by.post(f"/judge/demo/{contest}/marks/{entrant}", {"raw": raw, "version": 0}).status_code == 303


def check_all(site: Site, by: Visitor, contest: str) -> None:
    marks = site.shell.now("demo").state.marks_of(contest)
    ticked = {f"c-{key[3]}": mark.version for key, mark in marks.items() if not mark.check}
    assert by.post(f"/judge/demo/{contest}/checks", {**ticked, "verdict": "confirmed"}).status_code == 303


def test_a_contest_walks_over_the_board_step_by_step(site: Site, secretary: Visitor) -> None:
    judge = site.signed_in(Role.JUDGE, "demo", contest="trail")
    chief = site.signed_in(Role.SPORT_CHIEF, "demo", contest="trail")
    captain = site.captain("vologda")
    trail = "Зимний трейл"
    captain.post("/team/demo/vologda/entries", {"e-trail-17": "team", "e-trail-18": "team"})
    steps: list[tuple[str, str, Callable[[], object]]] = [
        ("starts", "/office/demo/contests/trail/starts", lambda: secretary.post("/office/demo/contests/trail/starts")),
        ("begin", "/judge/demo/trail", lambda: enter(site, judge, "trail", "17", "40:00")),
        ("marks", "/judge/demo/trail", lambda: enter(site, judge, "trail", "18", "41:00")),
        ("checks", "/judge/demo/trail#check", lambda: check_all(site, chief, "trail")),
        ("posting", "/judge/demo/trail", lambda: chief.post("/judge/demo/trail/posting")),
        (
            "official",
            "/office/demo#contest-trail",
            lambda: secretary.post("/office/demo/contests/trail/official"),
        ),
    ]
    for kind, link, act in steps:
        assert board(secretary).get((kind, trail)) == link
        act()
        assert (kind, trail) not in board(secretary)
    assert [kind for kind, about in board(secretary) if about == trail] == []


def test_an_application_is_awaited_first_of_the_captain_then_of_the_commission(site: Site, secretary: Visitor) -> None:
    captain, commission = site.captain("vologda"), site.signed_in(Role.COMMISSION, "demo")
    person = {"surname": "Ёлкина", "name": "Анна", "sex": "f", "born_on": "05.03.1998", "rank": "I"}
    assert captain.post("/team/demo/vologda/athletes", person).status_code == 303
    assert board(secretary)["admission", "Вологда"] == "/office/demo/admission/vologda"
    assert captain.post("/team/demo/vologda/submission").status_code == 303
    assert board(secretary)["commission", "Вологда"] == "/office/demo/admission/vologda"
    commission.post("/office/demo/admission/vologda/verdict", {"verdict": "remarks", "remark": "нет справок"})
    assert not [kind for kind, about in board(secretary) if about == "Вологда"]


def test_the_cup_is_awaited_of_the_chief_judge_once_everything_is_official(site: Site, secretary: Visitor) -> None:
    test_a_contest_walks_over_the_board_step_by_step(site, secretary)
    for contest in ("figure", "darts"):
        secretary.post(f"/office/demo/contests/{contest}/official")
    assert board(secretary)["cup", "Кубок"] == "/office/demo/cup"


def test_the_secretary_of_a_sport_answers_for_marks_as_its_judges_do(site: Site, secretary: Visitor) -> None:
    for role, contest in ((Role.SPORT_SECRETARY, "bandy"), (Role.COACH, "bandy"), (Role.OPERATOR, "")):
        team = "vologda" if role is Role.COACH else ""
        account = NewAccount(f"Кто: {role}", role, "demo", team, contest, "+7 900 000-00-00")
        site.shell.write_now(make_account, account, SYSTEM)
    page = secretary.get("/office/demo").text
    row = re.search(r'<tr data-kind="marks"><th scope="row">Мини-хоккей.*?</tr>', page, re.DOTALL)
    assert row and re.findall(r"Кто: (\w+) <a href", row[0]) == ["sport_secretary"]


def test_who_answers_is_named_with_his_phone(site: Site, secretary: Visitor) -> None:
    for name, contest in (("Озёрова Анна", "bandy"), ("Другой Судья", "trail")):
        account = NewAccount(name, Role.JUDGE, "demo", contest=contest, phone="+7 900 000-00-00")
        site.shell.write_now(make_account, account, SYSTEM)
    page = secretary.get("/office/demo").text
    row = re.search(r'<tr data-kind="marks"><th scope="row">Мини-хоккей.*?</tr>', page, re.DOTALL)
    assert row and "внести ещё 8\u00a0результатов" in row[0] and "+7 900 000-00-00" in row[0]
    assert ("Озёрова Анна" in row[0], "Другой Судья" in row[0]) == (True, False)


def test_games_are_closed_for_good_only_by_somebody_who_says_that_he_knows(site: Site, secretary: Visitor) -> None:
    answer = secretary.post("/office/demo/state", {"state": "closed"})
    assert (answer.status_code, "Завершить Спартакиаду?" in answer.text) == (422, True)
    asked = secretary.get("/office/demo/closing").text
    assert (
        "Снова открыть Спартакиаду можно только решением" in asked
        and "Мини-хоккей" in asked
        and 'name="sure" value="yes"' in asked
    )
    assert site.shell.now("demo").state.state == "under_way"
    assert secretary.post("/office/demo/state", {"state": "closed", "sure": "yes"}).status_code == 303
    assert "Спартакиада завершена" in secretary.get("/office/demo").text


def test_every_link_of_the_board_opens_for_whoever_sees_it(site: Site) -> None:
    site.signed_in(Role.JUDGE, "demo", contest="trail")
    for role in (Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE, Role.OPERATOR):
        visitor = site.signed_in(role, "demo")
        links = set(re.findall(r'href="(/[^"#]+)', visitor.get("/office/demo").text))
        shut = {link for link in links if visitor.get(link).status_code not in (200, 303)}
        assert (role, shut) == (role, set())


def test_the_board_of_an_operator_leads_to_every_sheet_and_application_and_offers_nothing_else(site: Site) -> None:
    page = site.signed_in(Role.OPERATOR).get("/office/demo").text
    board = page[page.index("<main") : page.index("</main>")]
    state = site.shell.now("demo").state
    led = set(re.findall(r'href="(/(?:judge|team)/demo/[a-z-]+)"', board))
    assert led >= {f"/judge/demo/{one}" for one in state.contests} | {f"/team/demo/{one}" for one in state.teams}
    pages = re.findall(r'href="(/office/demo/[^"]*)"', board)
    assert ("<form" in board, [one for one in pages if not one.endswith("/starts")]) == (False, OPERATORS)
