"""A bracket from the office to the hall: drawn by seedings, filled by the judges' results, seen by everybody."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.bracket_hours import bracket_hours
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.matches import matches_of
from spartakiad.competition.programme import line
from spartakiad.entries import actions as entries
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import blank, with_sport
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

STARTS = "/office/cup/contests/tennis/starts"
SHEET = "/judge/cup/tennis"
PAGE = "/games/cup/contests/tennis"
TEAMS = {"vologda": "Вологда", "pskov": "Псков", "kirov": "Киров", "orel": "Орёл", "tver": "Тверь"}


@pytest.fixture
def cup(site: Site) -> Site:
    """Five teams entered into a knock-out that is not drawn yet."""
    do = site.shell.write_now
    days = (date(2027, 2, 18), date(2027, 2, 21))
    regulation = with_sport(blank("Проба", presets()["n-down"]), sports()["tennis"], days[0])
    teams = tuple((slug, title, slug) for slug, title in TEAMS.items())
    do(make_games, NewGames("cup", "Проба", "winter", "vologda", *days, True, regulation, teams), SYSTEM)
    do(state_games, GamesState("cup", "entries_open"), SYSTEM)
    for team in TEAMS:
        wish = entries.ChangeEntries("cup", team, (entries.EntryChange(team, "tennis", "team"),))
        do(entries.change_entries, wish, SYSTEM)
    for state in ("entries_closed", "under_way"):
        do(state_games, GamesState("cup", state), SYSTEM)
    return site


@pytest.fixture
def secretary(cup: Site) -> Visitor:
    return cup.signed_in(Role.CHIEF_SECRETARY, games="cup")


@pytest.fixture
def judge(cup: Site, secretary: Visitor) -> Visitor:
    """Of a list that is out: numbers in the bracket as the teams stand above."""
    secretary.post(f"{STARTS}/slips", {f"slip-{team}": str(at) for at, team in enumerate(TEAMS, 1)})
    secretary.post(STARTS, {"part": ""})
    return cup.signed_in(Role.SPORT_CHIEF, games="cup", contest="tennis")


def drawing(page: str) -> str:
    return page.partition('<svg class="bracket"')[2].partition("</svg>")[0]


def test_the_office_sees_the_bracket_before_it_is_released(cup: Site, secretary: Visitor) -> None:
    secretary.post(f"{STARTS}/seedings", {"seeding-tver": "1", "seeding-orel": "2", "seeding-kirov": "3"})
    secretary.post(f"{STARTS}/seal", {"way": "strongest_first", "seed": "2718"})
    secretary.post(f"{STARTS}/draw")
    drawn = drawing(secretary.get(STARTS).text)
    assert re.findall(r'class="about"[^>]*>([^<]+)', drawn)[0] == "Четвертьфинал 1"
    assert "Тверь" in drawn.partition("Полуфинал 1")[2].partition("Полуфинал 2")[0]
    assert matches_of(cup.shell.now("cup").state, "tennis") == []


def test_a_result_brings_the_next_match_to_the_judge_and_to_everybody(cup: Site, judge: Visitor) -> None:
    assert "Полуфинал 1: Вологда – победитель: четвертьфинал 1" in judge.get(SHEET).text
    assert "победитель: четвертьфинал 1" in drawing(cup.visitor().get(PAGE).text)
    judge.post(f"{SHEET}/marks/match_q1", {"raw": "4:6 6:4 6:3", "version": "0"})
    assert 'id="mark-match_s1"' in judge.get(SHEET).text
    page = cup.visitor().get(PAGE).text
    listed = page.partition('<ol class="bracket">')[2].partition("</ol>")[0]
    assert re.findall(r'<span class="side won">(\S+) <span class="n">(\d)', listed) == [("Орёл", "2")]
    assert "победитель: четвертьфинал" not in page
    own = words(page[page.index('id="results"') :].partition("</tbody>")[0])
    assert re.search(r"5 Тверь место уже не изменится", own), own
    assert "Вологда" not in own


def test_matches_to_come_have_hours_and_courts_everywhere(cup: Site, secretary: Visitor) -> None:
    """Five teams on two courts: who passes the first round plays in the second."""
    secretary.post(f"{STARTS}/plan", {"courts": "корт 1, корт 2", "minutes": "40"})
    secretary.post(f"{STARTS}/slips", {f"slip-{team}": str(at) for at, team in enumerate(TEAMS, 1)})
    secretary.post(STARTS, {"part": ""})
    now = cup.shell.now("cup").state
    hours = bracket_hours(now, line(now, "tennis"))
    assert {unit: at for (_, unit), at in hours.items()} == {
        "q1": (0, "корт 1"),
        "s1": (40, "корт 1"),
        "s2": (40, "корт 2"),
        "third": (80, "корт 1"),
        "final": (120, "корт 1"),
    }
    judge = cup.signed_in(Role.SPORT_CHIEF, games="cup", contest="tennis")
    listed = {row["id"]: row["start"] for row in judge.get(f"{SHEET}/list").json()["rows"]}
    assert {unit: "корт" in start for unit, start in listed.items()} == {"match_q1": True, "match_s2": True}
    assert "корт 2" in drawing(cup.visitor().get(PAGE).text).partition("Полуфинал 2")[2][:200]
    paper = cup.visitor().get(f"{PAGE}/starts.pdf").content
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages).split())
    assert re.search("Сетка.*Полуфинал 2.*корт 2 Псков Киров.*Финал.*корт 1 победитель: полуфинал 1", text)


def test_a_result_changed_behind_a_match_that_was_played_is_named_at_the_posting(cup: Site, judge: Visitor) -> None:
    for unit in ("q1", "s1", "s2", "third", "final"):
        judge.post(f"{SHEET}/marks/match_{unit}", {"raw": "6:4 6:4", "version": "0"})
    judge.post(f"{SHEET}/marks/match_s1", {"raw": "4:6 4:6", "version": "1"})
    answer = judge.post(f"{SHEET}/posting")
    said = "здесь должны играть другие (За 3-е место, Финал)"
    assert (answer.status_code, said in answer.text) == (409, True)


def test_a_result_of_a_match_that_was_not_played_is_taken_off_and_leads_nobody_on(cup: Site, judge: Visitor) -> None:
    judge.post(f"{SHEET}/marks/match_q1", {"raw": "6:4 6:4", "version": "0"})
    assert 'name="off"' in judge.get(SHEET).text
    late = judge.post(f"{SHEET}/marks/match_q1", {"raw": "6:4 6:4", "version": "7", "off": "yes"})
    assert (late.status_code, len(cup.shell.now("cup").state.marks)) == (409, 1)
    judge.post(f"{SHEET}/marks/match_q1", {"raw": "6:4 6:4", "version": "1", "off": "yes"})
    assert cup.shell.now("cup").state.marks == {}
    assert "Полуфинал 1: Вологда – победитель: четвертьфинал 1" in judge.get(SHEET).text


def test_without_a_list_there_is_no_bracket(cup: Site) -> None:
    assert "Сетка" not in cup.visitor().get(PAGE).text
