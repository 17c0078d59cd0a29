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
STARTS = f"/office/cup/contests/{CONTEST}/starts"
TEAMS = {"vologda": "Вологда", "pskov": "Псков", "kirov": "Киров", "orel": "Орёл"}
POOLS = {"slip-vologda": "А", "slip-pskov": "Б", "slip-kirov": "А", "slip-orel": "Б"}


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


def divide(secretary: Visitor, **changed: str) -> None:
    """Pools typed from slips, and the list released with them."""
    reason = {"slip-reason": "иначе", "reason": "иначе"} if changed else {}
    secretary.post(f"{STARTS}/slips", POOLS | {f"slip-{team}": pool for team, pool in changed.items()} | reason)
    secretary.post(STARTS, {"part": "", **reason})


def test_where_the_rules_want_pools_the_list_waits_for_them(cup: Site, secretary: Visitor) -> None:
    page = secretary.get(STARTS).text
    assert ("По положению групп должно быть 2, а сейчас их 0" in page, "Выпустить стартовый протокол" in page) == (
        True,
        False,
    )
    assert (secretary.post(STARTS, {"part": ""}).status_code, pairs(cup)) == (422, [])


def test_teams_are_divided_and_drawn(cup: Site, secretary: Visitor) -> None:
    divide(secretary)
    assert pairs(cup) == [("vologda", "kirov"), ("pskov", "orel")]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"slip-kirov": ""}, "нужна буква группы"),
        ({"slip-kirov": "первая"}, "нужна буква группы"),
        ({"slip-orel": "В", "slip-pskov": "В"}, "В группу Б не попал никто"),
    ],
)
def test_what_was_typed_stays_when_it_cannot_be_played(
    cup: Site, secretary: Visitor, wrong: dict[str, str], sentence: str
) -> None:
    answer = secretary.post(f"{STARTS}/slips", POOLS | wrong)
    kept = dict(re.findall(r'name="(slip-\w+)" value="([^"]*)"', answer.text))
    assert (answer.status_code, sentence in answer.text, kept, pairs(cup)) == (422, True, POOLS | wrong, [])


def test_pools_are_drawn_by_a_seed_and_rounds_have_hours_and_courts(cup: Site, secretary: Visitor) -> None:
    secretary.post(f"{STARTS}/seal", {"way": "pools", "seed": "2718"})
    secretary.post(f"{STARTS}/draw")
    plan = {"courts": "корт 1, корт 2", "minutes": "45"}
    assert secretary.post(f"{STARTS}/plan", plan).status_code == 303
    secretary.post(STARTS, {"part": ""})
    page = secretary.get(STARTS).text
    assert "корт 1, корт 2, игра 45\u00a0минут" in page
    assert sorted(re.findall(r"<td>([АБ])</td>", page)) == ["А", "А", "Б", "Б"]
    found = [(one.turn, one.delay, one.court) for one in matches_of(cup.shell.now("cup").state, CONTEST)]
    assert found == [(1, 0, "корт 1"), (1, 0, "корт 2")]
    assert "корт 2" in cup.visitor().get(f"/games/cup/contests/{CONTEST}").text
    assert "Группа Б" in cup.visitor().get(f"/games/cup/contests/{CONTEST}/draw").text
    assert "корт 2" in secretary.get(f"/judge/cup/{CONTEST}").text
    paper = printed(cup.visitor().get(f"/games/cup/contests/{CONTEST}/starts.pdf").content)
    assert [re.search(f"Группы.* {one} (\\w+, \\w+)", paper) is not None for one in "АБ"] == [True, True]


def printed(paper: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages).split())


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        ({"courts": "корт, корт", "minutes": "45"}, "courts"),
        ({"courts": "корт", "minutes": ""}, "minutes"),
        ({"courts": "корт", "minutes": "час"}, "minutes"),
        ({"courts": "корт", "minutes": "45", "rounds_a_day": "100"}, "rounds_a_day"),
    ],
)
def test_courts_and_hours_that_cannot_be_kept_come_back(secretary: Visitor, plan: dict[str, str], field: str) -> None:
    answer = secretary.post(f"{STARTS}/plan", plan)
    assert (answer.status_code, f'id="f-{field}-error"' in answer.text) == (422, True)


def test_each_pool_is_seen_by_everybody_and_the_bracket_is_named_in_russian(cup: Site, secretary: Visitor) -> None:
    divide(secretary)
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
    divide(secretary)
    cup.shell.write_now(enter_mark, TypedMark("cup", CONTEST, "match_1", "25:20 25:18", 0), SYSTEM)
    (page,) = PdfReader(io.BytesIO(cup.visitor().get(f"/games/cup/contests/{CONTEST}/protocol.pdf").content)).pages
    said = "Группа А, очки (выигрыши–ничьи–поражения): 1. Вологда – 2 (1–0–0); 2. Киров – 1 (0–0–1)."
    assert said in " ".join(page.extract_text().split())


def test_the_division_is_changed_while_nothing_is_played_and_never_after(cup: Site, secretary: Visitor) -> None:
    divide(secretary)
    divide(secretary, kirov="Б", orel="А")
    assert [set(pair) for pair in pairs(cup)] == [{"vologda", "orel"}, {"pskov", "kirov"}]
    cup.shell.write_now(enter_mark, TypedMark("cup", CONTEST, "match_1", "25:20 25:18", 0), SYSTEM)
    answer = secretary.post(f"{STARTS}/slips", POOLS)
    assert (answer.status_code, "список не меняется" in secretary.get(STARTS).text) == (409, True)


def test_a_race_is_not_divided(site: Site) -> None:
    page = site.signed_in(Role.CHIEF_SECRETARY).get("/office/demo/contests/ski-women/starts").text
    assert "Группы змейкой" not in page
