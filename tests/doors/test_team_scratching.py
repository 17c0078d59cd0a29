"""A team is taken off a contest of teams: its coach and the secretariat do it, everybody sees what became of it."""

import io

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.results.actions import TypedMark, enter_mark
from spartakiad.starts.actions import OneContest, release
from tests.doors.forms_on_pages import forms_of
from tests.doors.reading import words
from tests.doors.small_games import play_football
from tests.doors.visiting import Site, Visitor

CABINET = "/team/ball/pskov"
MINE = f"{CABINET}/contests/football"
PUBLIC = "/games/ball/contests/football"
VISIT = "/team/demo/pskov/contests/visit"
WHY = {"scratched": "pskov", "scratch-how": "withdrew", "scratch-reason": "автобус сломался", "scratch-who": "Петров"}


@pytest.fixture
def drawn(site: Site) -> Site:
    play_football(site)
    return site


def captain_of(site: Site, team: str = "pskov") -> Visitor:
    return site.signed_in(Role.CAPTAIN, "ball", team)


def test_a_captain_takes_the_team_off_and_everybody_sees_it_without_the_reason(drawn: Site) -> None:
    captain = captain_of(drawn)
    assert "снять со старта" in words(captain.get(CABINET).text)
    assert captain.post(f"{MINE}/scratch", WHY).status_code == 303
    page = words(drawn.visitor().get(PUBLIC).text)
    assert "Псков – снята" in page and "не состоится" in page and "автобус" not in page
    cabinet = words(captain.get(MINE).text)
    assert "Команда целиком снята, автобус сломался, сообщил Петров" in cabinet
    assert ">снята</a>" in captain.get(CABINET).text


def test_the_start_list_says_which_matches_are_off(drawn: Site) -> None:
    captain_of(drawn).post(f"{MINE}/scratch", WHY)
    paper = drawn.visitor().get(f"{PUBLIC}/starts.pdf").content
    printed = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(paper)).pages)
    mine = [one for one in drawn.shell.now("ball").state.starts.values() if one.contest == "football"]
    assert printed.count("не состоится") == sum("pskov" in dict(one.starts) for one in mine if one.unit != "main")


def test_judges_read_why_at_each_of_its_matches(drawn: Site) -> None:
    captain_of(drawn).post(f"{MINE}/scratch", WHY)
    sheet = words(drawn.signed_in(Role.JUDGE, "ball", contest="football").get("/judge/ball/football").text)
    assert "Псков снята: автобус сломался, сообщил Петров" in sheet


def test_once_it_is_on_the_way_the_secretariat_does_it_by_paper(drawn: Site) -> None:
    (first, *_) = [
        one for one in drawn.shell.now("ball").state.starts.values() if one.contest == "football" and one.turn
    ]
    typed = TypedMark("ball", "football", f"match_{first.unit}", "2:1", 0)
    drawn.shell.write_now(enter_mark, typed, SYSTEM)
    captain, operator = captain_of(drawn), drawn.signed_in(Role.OPERATOR, "ball")
    assert "Команда целиком" not in captain.get(MINE).text
    refused = captain.post(f"{MINE}/scratch", WHY)
    assert refused.status_code == 409 and "только секретариат" in words(refused.text)
    assert operator.post(f"{MINE}/scratch?basis=paper", WHY).status_code == 303
    assert drawn.shell.now("ball").state.scratches["football", "pskov"].basis == "paper"
    assert captain.post(f"{MINE}/scratch/pskov/back").status_code == 409
    assert operator.post(f"{MINE}/scratch/pskov/back").status_code == 303
    assert drawn.shell.now("ball").state.scratches == {}


def test_the_commission_takes_a_team_off_from_its_own_desk_and_does_nothing_else_there(drawn: Site) -> None:
    commission = drawn.signed_in(Role.COMMISSION, "ball")
    assert f'href="{MINE}#scratch"' in commission.get("/office/ball/admission/pskov").text
    page = commission.get(MINE).text
    assert {one.action for one in forms_of(page)} == {"/sign-out", f"{MINE}/scratch"}
    assert "/office/ball/admission/pskov" in page and 'href="/office/ball"' not in page
    assert commission.post(f"{MINE}/entries", {"e-football-pskov": ""}).status_code == 403
    assert commission.post(f"{MINE}/scratch?basis=word", WHY).status_code == 303
    assert drawn.shell.now("ball").state.scratches["football", "pskov"].basis == "word"
    assert "команда снята" in words(commission.get("/office/ball/admission/pskov").text)
    assert commission.post(f"{MINE}/scratch/pskov/back").status_code == 303


def test_how_it_is_away_is_asked_for_at_its_field_and_the_rest_is_kept(drawn: Site) -> None:
    before = drawn.numbers()
    answer = captain_of(drawn).post(f"{MINE}/scratch", WHY | {"scratch-how": ""})
    assert (answer.status_code, drawn.numbers() == before) == (422, True)
    assert 'id="f-scratch-how-error"' in answer.text and "автобус сломался" in answer.text


def test_no_captain_takes_off_another_team(drawn: Site) -> None:
    answer = captain_of(drawn, "vologda").post("/team/ball/vologda/contests/football/scratch", WHY)
    assert answer.status_code == 422 and drawn.shell.now("ball").state.scratches == {}
    captain_of(drawn).post(f"{MINE}/scratch", WHY)
    assert (
        captain_of(drawn, "vologda").post("/team/ball/vologda/contests/football/scratch/pskov/back").status_code == 404
    )


def test_a_team_of_a_jury_that_did_not_come_stands_in_its_line(site: Site) -> None:
    site.shell.write_now(release, OneContest("demo", "visit"), SYSTEM)
    site.captain("pskov").post(f"{VISIT}/scratch", WHY | {"scratch-how": "no_show"})
    assert '<span class="sub">не вышла</span>' in site.visitor().get("/games/demo/contests/visit").text
    paper = site.visitor().get("/games/demo/contests/visit/starts.pdf").content
    assert "не вышла" in " ".join(one.extract_text() for one in PdfReader(io.BytesIO(paper)).pages)
    judge = words(site.signed_in(Role.JUDGE, contest="visit").get("/judge/demo/visit").text)
    assert "не вышла: автобус сломался" in judge


def test_the_feed_says_that_the_contest_changed(drawn: Site) -> None:
    before = drawn.shell.now("ball").state.number
    captain_of(drawn).post(f"{MINE}/scratch", WHY)
    told = drawn.visitor().get(f"/api/v1/games/ball/feed?after={before}").json()["changes"]
    assert [(one["what"], one["contest"]) for one in told] == [("results", "football")]
