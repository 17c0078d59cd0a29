"""Matches of a file: two teams and a score from either side, and a table of everybody by everybody."""

import pytest

from spartakiad.competition.matches import Match
from spartakiad.competition.programme import Line
from spartakiad.intake.results import ResultLine
from spartakiad.results.file_matches import Matches, Meeting, meetings_in, played, turned
from spartakiad.results.file_who import Starter, Starters

LINE = Line("bandy", "Хоккей", False, {}, True, True, ({},), "place", "", None)
TEAMS = [Starter(slug, "", title, title, LINE) for slug, title in (("vologda", "Вологда"), ("pskov", "Псков"))]


def found(*meetings: Meeting, legs: int = 1) -> list[tuple[str, str] | None]:
    matches = [Match(f"match_{leg}", str(leg), "main", ("vologda", "pskov")) for leg in range(1, legs + 1)]
    board = Matches(matches, Starters(TEAMS))
    return [met and (met[0].key, met[1]) for met in map(board.find, meetings)]


def test_a_score_is_told_from_the_side_of_the_first() -> None:
    assert found(Meeting("Вологда", "Псков", "3:2")) == [("match_1", "3:2")]
    assert found(Meeting("Псков", "Вологда", "3:2 ОТ")) == [("match_1", "2:3 ОТ")]


def test_of_two_matches_between_the_same_each_is_found_once() -> None:
    meetings = (
        Meeting("Вологда", "Псков", "3:2"),
        Meeting("Псков", "Вологда", "1:0"),
        Meeting("Вологда", "Псков", "1:1"),
    )
    assert found(*meetings, legs=2) == [("match_1", "3:2"), ("match_2", "0:1"), None]


def test_whoever_does_not_play_here_has_no_match() -> None:
    assert found(Meeting("Вологда", "Иваново", "3:2")) == [None]


@pytest.mark.parametrize(
    ("score", "other"),
    [("3:2", "2:3"), ("3-2 Б", "2-3 Б"), ("25:20 20:25 15:13", "20:25 25:20 13:15"), ("+:-", "-:+")],
)
def test_turned_round_it_is_what_the_other_has(score: str, other: str) -> None:
    assert turned(score) == other


def test_sets_in_brackets_say_the_rest() -> None:
    assert (played("2:1 (25:20, 20:25, 15:13)"), played("3:2 (1:0)"), played("3:2")) == (
        "25:20, 20:25, 15:13",
        "3:2 (1:0)",
        "3:2",
    )


def test_a_score_in_two_columns_is_one() -> None:
    line = ResultLine(1, {"first": "Вологда", "second": "Псков", "score_first": "3", "score_second": "2"})
    assert [meeting for _, meeting in meetings_in([line])] == [Meeting("Вологда", "Псков", "3:2")]


def test_of_everybody_by_everybody_each_pair_is_read_once() -> None:
    lines = [
        ResultLine(2, {"team": "Вологда", "1": "×", "2": "3:1", "3": "2:0 2"}),
        ResultLine(3, {"team": "Псков", "1": "1:3", "2": "×", "3": ""}),
        ResultLine(4, {"team": "Иваново", "1": "0:2", "2": "", "3": "×"}),
    ]
    assert [(line.number, meeting) for line, meeting in meetings_in(lines)] == [
        (2, Meeting("Вологда", "Псков", "3:1")),
        (2, Meeting("Вологда", "Иваново", "2:0")),
    ]
