"""Contests of matches: who meets whom, what a judge types, and the table that comes of it."""

import pytest

import scoring
from spartakiad.competition.decide.contests import Post, ReleaseStarts
from spartakiad.competition.decide.delegations import Enter
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.decide.matches import SetMatch
from spartakiad.competition.decide.setup import JoinTeam, StateGames
from spartakiad.competition.document import document
from spartakiad.competition.matches import matches_of
from spartakiad.competition.reading import written_match
from spartakiad.errors import Refusal
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, Played, drafted

HOCKEY = """
format = 1
contest = [{ id = "hockey", title = "Хоккей", rules = "hockey" }]
[rules.hockey]
order = { blocks = [{ by = ["points"] }] }
[[rules.hockey.stages]]
"""
ROUND_ROBIN = 'id = "circle"\nformat = "round_robin"\npoints = { win = 3, win_shootout = 2, loss_shootout = 1 }\n'
CUP = 'format = "knockout"\nbracket = [{ unit = "final", winner = 1, loser = 2 }, { unit = "third", winner = 3 }]\n'


def tournament(stages: str = ROUND_ROBIN) -> Played:
    """Three teams, and whom they meet."""
    text = (
        HOCKEY + stages
        if "round" in stages
        else HOCKEY.replace('order = { blocks = [{ by = ["points"] }] }', "") + stages
    )
    games = drafted(text)
    games.do(JoinTeam("tver", "Tver", "tver"))
    for team in ("vologda", "pskov", "tver"):
        games.do(Enter("hockey", team, team, "team", ""))
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("hockey"))
    return games


def enter(games: Played, match: str, raw: str) -> None:
    games.do(EnterMark("hockey", f"match_{match}", raw, 0))
    (key,) = [key for key in games.state.marks if key[3] == f"match_{match}"]
    games.do(CheckMark("hockey", key[3], games.state.marks[key].version, "confirmed"), CHECKS)


def places(games: Played) -> dict[str, object]:
    rows = scoring.score(scoring.parse(document(games.state))).contests["hockey"].ranking.rows
    return {row.key: row.place for row in rows}


def test_a_round_robin_is_drawn_with_the_start_list_and_played_to_a_table() -> None:
    games = tournament()
    assert [match.sides for match in matches_of(games.state, "hockey")] == [
        ("pskov", "tver"),
        ("vologda", "pskov"),
        ("tver", "vologda"),
    ]
    for match, raw in (("1", "3:2 Б"), ("2", "1:0"), ("3", "+:-")):
        enter(games, match, raw)
    assert places(games) == {"tver": 1, "vologda": 2, "pskov": 3}
    assert games.do(Post("hockey"))


def test_a_table_is_not_posted_before_every_match_is_known() -> None:
    games = tournament()
    enter(games, "1", "3:2")
    with pytest.raises(Refusal) as refused:
        games.do(Post("hockey"))
    assert (refused.value.kind, refused.value.args_for_words["entrants"]) == (
        "no_marks",
        ["Vologda – Pskov", "Tver – Vologda"],
    )


@pytest.mark.parametrize(
    ("match", "raw", "kind"),
    [
        ("1", "2:2", "no_draws"),
        ("1", "25:20 20:25", "sets_equal"),
        ("1", "три", "mark_unreadable"),
        ("9", "1:0", "not_entered"),
    ],
)
def test_what_is_no_result_of_a_match_is_refused(match: str, raw: str, kind: str) -> None:
    games = tournament()
    with pytest.raises(Refusal) as refused:
        games.do(EnterMark("hockey", f"match_{match}", raw, 0))
    assert refused.value.kind == kind


def test_a_team_has_no_mark_of_its_own_in_a_contest_of_matches() -> None:
    with pytest.raises(Refusal, match="not_entered"):
        tournament().do(EnterMark("hockey", "pskov", "1", 0))


def test_a_bracket_gets_its_sides_one_by_one() -> None:
    games = tournament(CUP)
    games.do(SetMatch("hockey", "", "final", "vologda", "pskov"))
    enter(games, "final", "25:20 20:25 15:13")
    with pytest.raises(Refusal) as refused:
        games.do(Post("hockey"))
    assert (refused.value.kind, refused.value.args_for_words["units"]) == ("no_matches", ["third"])
    games.do(SetMatch("hockey", "", "third", "tver", "pskov"))
    enter(games, "third", "2:0")
    assert places(games) == {"vologda": 1, "pskov": 2, "tver": 3}


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (SetMatch("hockey", "", "final", "vologda", "vologda"), "same_sides"),
        (SetMatch("hockey", "", "final", "vologda", "atlantis"), "bad_choice"),
        (SetMatch("hockey", "", "final", "vologda", ""), "choice_needed"),
        (SetMatch("hockey", "", "fourth", "vologda", "tver"), "bad_choice"),
        (SetMatch("hockey", "first", "final", "vologda", "tver"), "bad_choice"),
        (SetMatch("hockey", "", "", "vologda", "tver"), "choice_needed"),
    ],
)
def test_a_match_that_cannot_be_is_not_set(command: SetMatch, kind: str) -> None:
    with pytest.raises(Refusal) as refused:
        tournament(CUP).do(command)
    assert refused.value.kind == kind


def test_whose_result_is_known_keeps_his_opponent() -> None:
    games = tournament()
    enter(games, "1", "3:2")
    with pytest.raises(Refusal, match="match_played"):
        games.do(SetMatch("hockey", "circle", "1", "vologda", "tver"))
    games.do(SetMatch("hockey", "circle", "", "vologda", "tver"))
    assert [one.unit for one in matches_of(games.state, "hockey")] == ["1", "2", "3", "4"]
    games.do(SetMatch("hockey", "circle", "4", "", ""))
    assert [one.unit for one in matches_of(games.state, "hockey")] == ["1", "2", "3"]


def test_a_late_team_is_drawn_anew_and_an_old_match_is_gone() -> None:
    games = tournament()
    games.do(JoinTeam("ivanovo", "Ivanovo", "ivanovo"))
    assert len(matches_of(games.state, "hockey")) == 3
    games.do(ReleaseStarts("hockey", reason="новая команда"))
    assert len(matches_of(games.state, "hockey")) == 3


@pytest.mark.parametrize(
    ("value", "turned", "expected"),
    [
        ({"score": [3, 2], "decided": "shootout"}, True, "2:3 Б"),
        ({"sets": [[25, 20], [20, 25], [15, 13]]}, False, "2:1 (25:20, 20:25, 15:13)"),
        ({"forfeit": [1]}, True, "–:+"),
    ],
)
def test_a_result_is_written_from_either_side(value: dict[str, object], turned: bool, expected: str) -> None:
    assert written_match(value, turned=turned) == expected


def test_who_meets_nobody_yet_is_in_the_table_all_the_same() -> None:
    games = tournament()
    enter(games, "1", "3:2")
    assert places(games) == {"pskov": 1, "tver": 2, "vologda": 2}


def test_two_meet_as_often_as_the_regulation_says(refused: Refused) -> None:
    games = tournament(ROUND_ROBIN + "legs = 1\n")
    assert refused(games, SetMatch("hockey", "", "", "pskov", "tver")).kind == "met_enough"
    games.do(SetMatch("hockey", "", "1", "tver", "pskov"))  # the same match, its sides the other way round
