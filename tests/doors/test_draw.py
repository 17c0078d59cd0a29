"""The secretariat divides teams into pools; each pool has its table, and the bracket after them its pairs by hand."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.matches import matches_of
from spartakiad.entries import actions as entries
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import blank, with_sport
from spartakiad.results.actions import TypedMark, enter_mark
from tests.doors.visiting import Site, Visitor

CONTEST = "volleyball-groups"
DRAW = f"/office/cup/contests/{CONTEST}/draw"
TEAMS = {"vologda": "Вологда", "pskov": "Псков", "kirov": "Киров", "orel": "Орёл"}
POOLS = {"pool-vologda": "А", "pool-pskov": "Б", "pool-kirov": "А", "pool-orel": "Б"}


@pytest.fixture
def cup(site: Site) -> Site:
    """Four teams that are entered into a tournament of two pools and a bracket, and into one of a circle."""
    do = site.shell.write_now
    days = (date(2027, 2, 18), date(2027, 2, 21))
    regulation = with_sport(blank("Проба", presets()["n-down"]), sports()[CONTEST], days[0])
    regulation = with_sport(regulation, sports()["table-tennis"], days[0])
    teams = tuple((slug, title, slug) for slug, title in TEAMS.items())
    do(make_games, NewGames("cup", "Проба", "winter", "vologda", *days, True, regulation, teams), SYSTEM)
    do(state_games, GamesState("cup", "entries_open"), SYSTEM)
    for team in TEAMS:
        changes = tuple(entries.EntryChange(team, contest, "team") for contest in (CONTEST, "table-tennis"))
        do(entries.change_entries, entries.ChangeEntries("cup", team, changes), SYSTEM)
    for state in ("entries_closed", "under_way"):
        do(state_games, GamesState("cup", state), SYSTEM)
    return site


@pytest.fixture
def secretary(cup: Site) -> Visitor:
    return cup.signed_in(Role.CHIEF_SECRETARY, games="cup")


def pairs(site: Site) -> list[tuple[str, str]]:
    return [match.sides for match in matches_of(site.shell.now("cup").state, CONTEST)]


def test_the_board_leads_to_the_division_where_the_rules_want_one(secretary: Visitor) -> None:
    page = secretary.get("/office/cup").text
    must, may = (
        page.partition(f'id="contest-{contest}"')[2].partition("</tr>")[0] for contest in (CONTEST, "table-tennis")
    )
    assert ("Разделить на группы" in must, "Стартовый протокол" in must) == (True, False)
    assert ("по группам" in may, "Стартовый протокол" in may) == (True, True)


def test_teams_are_divided_and_drawn(cup: Site, secretary: Visitor) -> None:
    answer = secretary.post(DRAW, POOLS)
    assert (answer.status_code, pairs(cup)) == (303, [("vologda", "kirov"), ("pskov", "orel")])


@pytest.mark.parametrize(
    ("pools", "sentence"),
    [
        ({**POOLS, "pool-kirov": ""}, "Группа не выбрана"),
        ({**POOLS, "pool-orel": "А", "pool-pskov": "А"}, "По положению групп должно быть 2, а сейчас их 1"),
        ({**POOLS, "pool-orel": "А"}, "В группе Б один участник"),
    ],
)
def test_what_was_chosen_stays_when_it_cannot_be_played(
    cup: Site, secretary: Visitor, pools: dict[str, str], sentence: str
) -> None:
    answer = secretary.post(DRAW, pools)
    chosen = re.findall(r'<select id="f-(pool-\w+)".*?</select>', answer.text, re.DOTALL)
    kept = {name: _selected(answer.text, name) for name in chosen}
    assert (answer.status_code, sentence in answer.text, kept, pairs(cup)) == (422, True, pools, [])


def test_each_pool_is_seen_by_everybody_and_the_bracket_is_named_in_russian(cup: Site, secretary: Visitor) -> None:
    secretary.post(DRAW, POOLS)
    cup.shell.write_now(enter_mark, TypedMark("cup", CONTEST, "match_1", "25:20 25:18", 0), SYSTEM)
    sheet = secretary.get(f"/judge/cup/{CONTEST}").text
    page = cup.visitor().get(f"/games/cup/contests/{CONTEST}").text
    assert re.findall(r'<h2 id="table-\d">(.*?)</h2>', page) == ["Группа А", "Группа Б"]
    assert ("Группа А, игра 1" in page, "Стыковые игры: Полуфинал 1" in sheet, "Группа Б</span>" in sheet) == (
        True,
        True,
        True,
    )


def test_the_protocol_says_the_places_and_each_pool_below_them(cup: Site, secretary: Visitor) -> None:
    secretary.post(DRAW, POOLS)
    cup.shell.write_now(enter_mark, TypedMark("cup", CONTEST, "match_1", "25:20 25:18", 0), SYSTEM)
    (page,) = PdfReader(io.BytesIO(cup.visitor().get(f"/games/cup/contests/{CONTEST}/protocol.pdf").content)).pages
    assert "Группа А: 1. Вологда – 2 (1–0–0); 2. Киров – 1 (0–0–1)." in " ".join(page.extract_text().split())


def test_the_division_is_changed_while_nothing_is_played_and_never_after(cup: Site, secretary: Visitor) -> None:
    secretary.post(DRAW, POOLS)
    secretary.post(DRAW, {**POOLS, "pool-kirov": "Б", "pool-orel": "А", "reason": "Киров с Псковом"})
    assert pairs(cup) == [("vologda", "orel"), ("pskov", "kirov")]
    cup.shell.write_now(enter_mark, TypedMark("cup", CONTEST, "match_1", "25:20 25:18", 0), SYSTEM)
    assert (secretary.post(DRAW, POOLS).status_code, "группы не меняются" in secretary.get(DRAW).text) == (409, True)


def test_a_race_is_not_divided(site: Site) -> None:
    assert site.signed_in(Role.CHIEF_SECRETARY).get("/office/demo/contests/ski-women/draw").status_code == 404


def _selected(page: str, name: str) -> str:
    options = page.partition(f'id="f-{name}"')[2].partition("</select>")[0]
    found = re.search(r'value="([^"]*)" selected', options)
    return found[1] if found else ""
