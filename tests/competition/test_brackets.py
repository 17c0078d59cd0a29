"""Brackets: built of any number, fed by what was played, and never changed behind whoever has played."""

import pytest

import scoring
from spartakiad.competition.brackets import bracket, crossed
from spartakiad.competition.decide.contests import Post, ReleaseStarts
from spartakiad.competition.decide.corrections import CorrectMark
from spartakiad.competition.decide.delegations import Enter
from spartakiad.competition.decide.draws import DrawByHand, GiveSeedings, MakeDraw, SealDraw
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.decide.matches import SetMatch
from spartakiad.competition.decide.setup import JoinTeam, StateGames
from spartakiad.competition.document import document
from spartakiad.competition.matches import matches_of
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, Played, drafted

CUP = """
format = 1
contest = [{ id = "hockey", title = "Хоккей", rules = "hockey" }]
[[rules.hockey.stages]]
"""
OPEN = 'format = "knockout"\nplayed_to = 8\n'
GROUPS = 'id = "groups"\nformat = "round_robin"\npools = 2\npoints = { win = 3 }\n'
GROUPS += '[[rules.hockey.stages]]\nid = "playoff"\n'
AFTER_GROUPS = GROUPS + 'format = "knockout"\nplayed_to = 4\nqualify = 2\n'
DECLARED = GROUPS + (
    'format = "knockout"\nbracket = [{ unit = "s1", sides = ["А1", "Б2"] }, { unit = "s2", sides = ["Б1", "А2"] }, '
    '{ unit = "final", sides = ["winner s1", "winner s2"], winner = 1, loser = 2 }]\n'
)
TEAMS = ("vologda", "pskov", "tver", "omsk", "kirov", "orel", "ruza")


def entered(stages: str = OPEN, many: int = 7) -> Played:
    games = drafted(CUP + stages)
    for team in TEAMS[2:many]:
        games.do(JoinTeam(team, team.title(), team))
    for team in TEAMS[:many]:
        games.do(Enter("hockey", team, team, "team", ""))
    games.do(StateGames("under_way"))
    return games


def released(stages: str = OPEN, many: int = 7) -> Played:
    games = entered(stages, many)
    if "pools" in stages:
        slips = tuple((team, "АБ"[at % 2]) for at, team in enumerate(TEAMS[:many]))
    else:
        slips = tuple((team, str(at)) for at, team in enumerate(TEAMS[:many], 1))
    games.do(DrawByHand("hockey", "main", slips))
    games.do(ReleaseStarts("hockey"))
    return games


def met(games: Played) -> dict[str, tuple[str, str]]:
    return {one.unit: one.sides for one in matches_of(games.state, "hockey")}


def play(games: Played, unit: str, raw: str) -> None:
    key = f"match_{unit}"
    standing = [mark for (_, _, _, entrant), mark in games.state.marks.items() if entrant == key]
    games.do(EnterMark("hockey", key, raw, standing[0].version if standing else 0))
    (mark,) = [mark for (_, _, _, entrant), mark in games.state.marks.items() if entrant == key]
    games.do(CheckMark("hockey", key, mark.version, "confirmed"), CHECKS)


def places(games: Played) -> dict[str, object]:
    rows = scoring.score(scoring.parse(document(games.state))).contests["hockey"].ranking.rows
    return {row.key: row.place for row in rows if row.place}


@pytest.mark.parametrize("many", range(2, 33))
def test_of_any_number_everybody_gets_one_place_of_his_own(many: int) -> None:
    nodes = bracket([str(seed) for seed in range(1, many + 1)], 64)
    sides = {told: told for told in map(str, range(1, many + 1))}
    given: dict[int, str] = {}
    for node in nodes:
        one, other = sorted((sides[node.first], sides[node.second]), key=int)  # the stronger wins
        sides |= {f"winner {node.unit}": one, f"loser {node.unit}": other}
        given |= {place: who for place, who in ((node.winner, one), (node.loser, other)) if place}
    assert sorted(given) == list(range(1, many + 1))
    assert (given[1], given[2], sorted(given.values(), key=int)) == ("1", "2", [str(n) for n in range(1, many + 1)])


@pytest.mark.parametrize("many", range(2, 33))
def test_only_the_strongest_pass_and_losers_share_what_is_not_played_for(many: int) -> None:
    nodes = bracket([str(seed) for seed in range(1, many + 1)], 2)
    first = [node for node in nodes if node.unit.rstrip("0123456789") == nodes[0].unit.rstrip("0123456789")]
    met = {int(side) for node in first for side in (node.first, node.second)}
    power = 1 << (many - 1).bit_length()
    assert met == {*range(power - many + 1, many + 1)}
    assert len(nodes) == many - 1
    shared = sorted(node.loser for node in nodes)
    assert shared[:2] == ([2, 3] if many > 2 else [2])


@pytest.mark.parametrize(
    ("pools", "size", "qualify", "seeds"),
    [
        ("АБ", 3, 2, "А1 Б1 А2 Б2"),
        ("АБВ", 3, 2, "А1 Б1 В1 А2 В2 Б2"),
        ("АБВГ", 4, 2, "А1 Б1 В1 Г1 А2 Б2 В2 Г2"),
        ("АБ", 1, 2, "А1 Б1"),
    ],
)
def test_places_of_pools_cross(pools: str, size: int, qualify: int, seeds: str) -> None:
    assert crossed(pools, dict.fromkeys(pools, size), qualify) == seeds.split()


def test_the_first_passes_and_the_first_round_is_known_at_once() -> None:
    assert met(released()) == {"q1": ("omsk", "kirov"), "q2": ("pskov", "ruza"), "q3": ("tver", "orel")}


def test_by_seedings_the_strongest_has_the_first_line() -> None:
    games = entered()
    games.do(GiveSeedings("hockey", "main", (("ruza", 1), ("orel", 2))))
    games.do(SealDraw("hockey", "main", "strongest_first", "2718"))
    games.do(MakeDraw("hockey", "main"))
    games.do(ReleaseStarts("hockey"))
    assert games.state.starts["starts:hockey:main:main:main"].starts[:2] == (("ruza", ""), ("orel", ""))


def test_each_match_fills_itself_and_places_come_of_it() -> None:
    games = released()
    for unit, raw in (("q1", "2:1"), ("q2", "0:3"), ("q3", "1:0")):
        play(games, unit, raw)
    assert {unit: met(games)[unit] for unit in ("s1", "s2", "5to8-1")} == {
        "s1": ("vologda", "omsk"),
        "s2": ("ruza", "tver"),
        "5to8-1": ("pskov", "orel"),
    }
    for unit, raw in (("5to8-1", "1:0"), ("fifth", "1:0"), ("s1", "1:0"), ("s2", "+:-"), ("third", "1:0")):
        play(games, unit, raw)
    with pytest.raises(Exception, match="no_marks"):
        games.do(Post("hockey"))
    play(games, "final", "25:20 20:25 15:13")
    assert list(places(games).items()) == [
        ("vologda", 1), ("ruza", 2), ("omsk", 3), ("tver", 4), ("kirov", 5), ("pskov", 6), ("orel", 7)
    ]  # fmt: skip
    assert games.do(Post("hockey"))


def test_a_corrected_result_sends_another_one_on_until_he_has_played(refused: Refused) -> None:
    games = released(many=4)
    play(games, "s1", "1:0")
    play(games, "s2", "1:0")
    assert met(games)["final"] == ("vologda", "pskov")
    play(games, "s1", "0:1")
    assert met(games)["final"] == ("omsk", "pskov")
    play(games, "final", "1:0")
    play(games, "third", "1:0")
    play(games, "s1", "1:0")
    assert met(games)["final"] == ("omsk", "pskov")
    said = refused(games, Post("hockey"))
    assert (said.kind, said.args_for_words["units"]) == ("bracket_moved", ["third", "final"])


def test_a_result_that_was_sent_back_takes_the_next_match_back() -> None:
    games = released(many=4)
    for unit in ("s1", "s2"):
        games.do(EnterMark("hockey", f"match_{unit}", "1:0", 0))
    assert "final" in met(games)
    games.do(CheckMark("hockey", "match_s1", 1, "rejected", "счёт с другого поля"), CHECKS)
    assert "final" not in met(games)


def test_what_somebody_set_stays_and_a_dropped_match_is_fed_again() -> None:
    games = released(many=4)
    play(games, "s1", "1:0")
    games.do(SetMatch("hockey", "", "final", "omsk", "tver"))
    play(games, "s2", "1:0")
    assert met(games)["final"] == ("omsk", "tver")
    games.do(SetMatch("hockey", "", "final", "", ""))
    assert met(games)["final"] == ("vologda", "pskov")


@pytest.mark.parametrize("stages", [AFTER_GROUPS, DECLARED])
def test_the_best_of_pools_cross_once_all_have_met(stages: str) -> None:
    games = released(stages, many=6)
    pairs = list(met(games).items())
    for unit, (first, second) in pairs:
        assert {"s1", "s2"}.isdisjoint(met(games))
        play(games, unit, "1:0" if TEAMS.index(first) < TEAMS.index(second) else "0:1")
    assert (met(games)["s1"], met(games)["s2"]) == (("vologda", "omsk"), ("pskov", "tver"))


def test_those_who_share_a_place_are_not_guessed() -> None:
    games = released(AFTER_GROUPS, many=6)
    beats = {"vologda": "tver", "tver": "kirov", "kirov": "vologda", "pskov": "orel", "omsk": "pskov", "orel": "omsk"}
    for unit, (first, second) in list(met(games).items()):
        play(games, unit, "1:0" if beats[first] == second else "0:1")
    assert not {"s1", "s2"} & set(met(games))
    games.do(SetMatch("hockey", "playoff", "s1", "tver", "pskov"))
    assert met(games)["s1"] == ("tver", "pskov")


def test_a_list_released_anew_draws_the_bracket_anew() -> None:
    games = released(many=4)
    games.do(DrawByHand("hockey", "main", tuple((t, str(5 - at)) for at, t in enumerate(TEAMS[:4], 1)), "заново"))
    games.do(ReleaseStarts("hockey", reason="заново"))
    assert met(games) == {"s1": ("omsk", "vologda"), "s2": ("tver", "pskov")}


@pytest.mark.parametrize(
    ("bracket", "kind"),
    [
        ('bracket = [{ unit = "final", sides = ["winner s1", "1"] }]', "unknown_reference"),
        ('bracket = [{ unit = "final", sides = ["лучший", "1"] }]', "unknown_kind"),
        ("", "missing_key"),
    ],
)
def test_a_bracket_that_leads_nowhere_is_named(bracket: str, kind: str) -> None:
    text = CUP + f'format = "knockout"\n{bracket}\n'
    with pytest.raises(scoring.DocumentError) as said:
        scoring.parse(scoring.load_text(text, "toml"))
    assert [problem.kind for problem in said.value.problems] == [kind]


@pytest.mark.parametrize(("raw", "kind"), [("1:1", "no_draws"), ("25:20 20:25", "sets_equal"), ("0:0", "no_draws")])
def test_of_a_bracket_match_somebody_goes_on(raw: str, kind: str, refused: Refused) -> None:
    games = released(many=4)
    assert refused(games, EnterMark("hockey", "match_s1", raw, 0)).kind == kind
    games.do(EnterMark("hockey", "match_s1", "-:-", 0))


def test_a_posted_match_is_not_corrected_to_another_winner_once_he_has_played_on(refused: Refused) -> None:
    games = released(many=4)
    for unit in ("s1", "s2", "final", "third"):
        play(games, unit, "1:0")
    games.do(Post("hockey"))
    version = next(mark.version for key, mark in games.state.marks.items() if key[3] == "match_s1")
    said = refused(games, CorrectMark("hockey", "match_s1", "0:1", version, "posted"))
    assert (said.kind, said.args_for_words["units"]) == ("bracket_followed", ["third", "final"])
    games.do(CorrectMark("hockey", "match_s1", "3:1", version, "posted"))
