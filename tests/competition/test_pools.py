"""Pools: who competes is divided at the release of the start list, and everybody of a pool meets."""

import tomllib
from itertools import combinations

import pytest

import scoring
from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.delegations import Enter
from spartakiad.competition.decide.draws import DrawByHand, GiveSeedings, MakeDraw, SealDraw
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.decide.matches import SetMatch
from spartakiad.competition.decide.setup import AdoptRegulation, JoinTeam, StateGames
from spartakiad.competition.document import document
from spartakiad.competition.matches import matches_of
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, Played, drafted

HOCKEY = """
format = 1
contest = [{ id = "hockey", title = "Хоккей", rules = "hockey" }]
[[rules.hockey.stages]]
id = "groups"
format = "round_robin"
points = { win = 3, draw = 1 }
"""
PLAY_OFF = '[[rules.hockey.stages]]\nid = "playoff"\nformat = "knockout"\nbracket = [{ unit = "final", winner = 1 }]\n'
TWO = "pools = 2\n"
A, B = ("vologda", "tver", "omsk"), ("pskov", "kirov")
POOLS = (*((team, "А") for team in A), *((team, "Б") for team in B))
DRAWN = DrawByHand("hockey", "main", POOLS)


def entered(stages: str = TWO) -> Played:
    """Five teams that want to play."""
    games = drafted(HOCKEY + stages)
    for team in ("tver", "omsk", "kirov"):
        games.do(JoinTeam(team, team.title(), team))
    for team in (*A, *B):
        games.do(Enter("hockey", team, team, "team", ""))
    games.do(StateGames("under_way"))
    return games


def released(stages: str = TWO) -> Played:
    games = entered(stages)
    games.do(DRAWN)
    games.do(ReleaseStarts("hockey"))
    return games


def met(games: Played) -> set[frozenset[str]]:
    return {frozenset(match.sides) for match in matches_of(games.state, "hockey")}


def pairs(*pools: tuple[str, ...]) -> set[frozenset[str]]:
    return {frozenset(pair) for pool in pools for pair in combinations(pool, 2)}


def play(games: Played, **results: str) -> None:
    """The result of a match by its unit, entered and confirmed."""
    for unit, raw in results.items():
        match = f"match_{unit.removeprefix('n')}"
        games.do(EnterMark("hockey", match, raw, 0))
        (key,) = [key for key in games.state.marks if key[3] == match]
        games.do(CheckMark("hockey", match, games.state.marks[key].version, "confirmed"), CHECKS)


def test_everybody_of_a_pool_meets_and_nobody_else() -> None:
    assert met(released()) == pairs(A, B)


def test_the_document_says_whose_pool_is_which() -> None:
    entrants = document(released().state)["entrant"]
    assert {row["id"]: row["pool"] for row in entrants} == dict(POOLS)


def test_each_pool_has_a_table_of_its_own() -> None:
    games = released()
    play(games, n1="1:0", n2="0:2", n3="1:0", n4="1:0")
    result = scoring.score(scoring.parse(document(games.state))).contests["hockey"]
    places = {pool: {row.key: row.place for row in ranking.rows} for _, pool, ranking in result.tables}
    assert (result.complete, places) == (
        True,
        {"А": {"tver": 1, "omsk": 1, "vologda": 1}, "Б": {"kirov": 1, "pskov": 2}},
    )


def test_the_bracket_after_the_pools_gets_its_sides_by_hand_from_either() -> None:
    games = released(TWO + PLAY_OFF)
    games.do(SetMatch("hockey", "playoff", "final", "vologda", "pskov"))
    play(games, final="2:1")
    ranking = scoring.score(scoring.parse(document(games.state))).contests["hockey"].ranking
    assert ranking.rows[0].key == "vologda"


def test_within_the_pools_nobody_meets_somebody_of_another(refused: Refused) -> None:
    said = refused(released(), SetMatch("hockey", "groups", "", "vologda", "pskov"))
    assert (said.kind, said.field) == ("other_pool", "second")


def test_where_the_rules_say_nothing_pools_may_be_made_and_left_again() -> None:
    games = released("")
    assert met(games) == pairs(A, B)
    games.do(DrawByHand("hockey", "main", tuple((team, str(at)) for at, team in enumerate((*A, *B), 1)), "играют все"))
    games.do(ReleaseStarts("hockey", reason="играют все"))
    assert (met(games), games.state.pools["hockey", "main"]) == (pairs((*A, *B)), {})


@pytest.mark.parametrize(
    ("slips", "kind", "field"),
    [
        (POOLS[1:], "slip_no_pool", "vologda"),
        ((*POOLS[:-1], ("kirov", "В2В")), "slip_no_pool", "kirov"),
        ((*POOLS[:-1], ("kirov", "2")), "slip_no_pool", "kirov"),
        ((*POOLS[:-2], ("pskov", "В"), ("kirov", "В")), "slip_empty_pool", "pskov"),
        ((("vologda", "А1"), ("tver", "А1"), *POOLS[2:]), "slip_twice", "vologda"),
    ],
)
def test_slips_of_pools_that_do_not_add_up_are_refused_at_the_slip(
    refused: Refused, slips: tuple[tuple[str, str], ...], kind: str, field: str
) -> None:
    said = refused(entered(), DrawByHand("hockey", "main", slips))
    assert (said.kind, said.field) == (kind, field)


@pytest.mark.parametrize(
    ("stages", "slips", "kind"),
    [
        (TWO, None, "pools_wanted"),
        (TWO, tuple((team, "А") for team, _ in POOLS), "pools_wanted"),
        ("", (*POOLS[:-1], ("kirov", "В")), "pool_too_small"),
    ],
)
def test_a_division_that_cannot_be_played_is_not_released(
    refused: Refused, stages: str, slips: tuple[tuple[str, str], ...] | None, kind: str
) -> None:
    games = entered(stages)
    if slips:
        games.do(DrawByHand("hockey", "main", slips))
    assert refused(games, ReleaseStarts("hockey")).kind == kind


def test_whoever_comes_after_the_draw_has_no_pool_until_it_is_drawn_anew(refused: Refused) -> None:
    games = entered()
    games.do(DRAWN)
    games.do(JoinTeam("orel", "Orel", "orel"))
    games.do(Enter("hockey", "orel", "orel", "team", ""))
    assert refused(games, ReleaseStarts("hockey")).kind == "pool_left_out"


def test_the_strong_are_in_different_pools_and_all_pools_are_even() -> None:
    games = entered()
    games.do(GiveSeedings("hockey", "main", (("vologda", 1), ("tver", 2))))
    games.do(SealDraw("hockey", "main", "pools", "2718"))
    games.do(MakeDraw("hockey", "main"))
    games.do(ReleaseStarts("hockey"))
    pools = games.state.pools["hockey", "main"]
    assert (pools["vologda"], pools["tver"], sorted(pools.values())) == ("А", "Б", ["А", "А", "А", "Б", "Б"])


@pytest.mark.parametrize("groups", [0, 1, 3])
def test_so_many_pools_cannot_be_drawn(refused: Refused, groups: int) -> None:
    said = refused(entered(""), SealDraw("hockey", "main", "pools", "2718", groups))
    assert (said.kind, said.field) == ("out_of_bounds", "groups")


def test_once_drawn_the_pools_of_the_rules_stay(refused: Refused) -> None:
    other = AdoptRegulation(tomllib.loads(HOCKEY + "pools = 3\n"))
    assert refused(released(), other).kind == "drawn_rules"
