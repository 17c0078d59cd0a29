"""Places that are still to be played for give nothing to anybody: neither points nor the places of the stage before."""

from typing import Any

import pytest

from scoring import parse, score

NODES = [
    *({"unit": f"q{number}", "loser": 5} for number in (1, 2)),
    *({"unit": "s1", "loser": 3}, {"unit": "s2", "loser": 3}, {"unit": "final", "winner": 1, "loser": 2}),
]
BRACKET = {"stages": [{"format": "knockout", "bracket": NODES}]}
QUARTERS = {"q1": "AE", "q2": "BF"}
PLAYED = {**QUARTERS, "s1": "AC", "s2": "BD", "final": "AB"}
HEATS = {"stages": [{"id": one, "format": "list", "mark": "time"} for one in ("heats", "final")]}
RUN = [{"contest": "c", "stage": "heats", "team": team, "time": time} for team, time in (("A", 10), ("B", 11))]


def won(units: dict[str, str]) -> list[dict[str, Any]]:
    return [{"contest": "c", "unit": unit, "sides": list(sides), "score": [1, 0]} for unit, sides in units.items()]


def held(rules: dict[str, Any], contest: dict[str, Any], **facts: Any) -> tuple[dict[str, str], dict[str, int], Any]:
    """Why teams have no place, what each has in the standing, and what is ahead."""
    document = {
        "format": 1,
        "team": [{"id": team} for team in "ABCDEF"],
        "contest": [{"id": "c", "rules": "r", **contest}],
        "rules": {"r": rules},
        "standing": [{"id": "all", "value": {"kind": "table", "table": [10, 8, 6, 4, 2, 1]}}],
        **facts,
    }
    result = score(parse(document))
    rows = result.standings["all"].rows
    contest_ = result.contests["c"]
    return (
        {team: str(one) for team, one in contest_.absences.items()},
        {row.team: int(row.total) for row in rows if row.total},
        contest_.ahead,
    )


def test_who_lost_early_has_no_points_while_the_finalists_have_none() -> None:
    absences, totals, ahead = held(BRACKET, {}, match=won(PLAYED)[:4])
    assert (set(absences.values()), totals, ahead) == ({"playing"}, {}, ("final",))


def test_all_have_points_once_it_is_played_out() -> None:
    absences, totals, ahead = held(BRACKET, {}, match=won(PLAYED))
    assert (absences, totals["A"], totals["B"], ahead) == ({}, 10, 8, ())


def test_what_a_person_accepted_stands_without_its_final() -> None:
    _, totals, ahead = held(BRACKET, {"ended": True}, match=won(QUARTERS))
    assert (set(totals), ahead) == ({"E", "F"}, ())


@pytest.mark.parametrize(
    ("contest", "points", "ahead"), [({}, {}, ("final",)), ({"ended": True}, {"A": 10, "B": 8}, ())]
)
def test_heats_alone_are_worth_nothing_before_the_final(
    contest: dict[str, Any], points: dict[str, int], ahead: Any
) -> None:
    _, totals, told = held(HEATS, contest, mark=RUN)
    assert (totals, told) == (points, ahead)
