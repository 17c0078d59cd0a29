"""Places that are still to be played for give nothing to anybody: neither points nor the places of the stage before."""

from itertools import combinations
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


@pytest.mark.parametrize(
    ("contest", "final", "points", "ahead"),
    [({}, 0, {}, ("final",)), ({}, 2, {"A": 10, "B": 8}, ()), ({"ended": True}, 0, {"A": 10, "B": 8}, ())],
)
def test_a_sum_over_parts_waits_for_the_final_of_each(
    contest: dict[str, Any], final: int, points: dict[str, int], ahead: Any
) -> None:
    """The heats of the women are run, the men have one list and are done."""
    document = {
        "format": 1,
        "team": [{"id": team} for team in "ABCDEF"],
        "contest": [{"id": "c", "rules": "whole", **contest}],
        "part": [{"contest": "c", "id": "w", "rules": "heats"}, {"contest": "c", "id": "m", "rules": "one"}],
        "rules": {
            "whole": {"team": {"members": {"kind": "best", "k": 2, "value": "place"}, "wins": "least"}},
            "heats": HEATS,
            "one": {"stages": [{"format": "list", "mark": "time"}]},
        },
        "entrant": [
            {"id": f"{part}{team}", "team": team, "contest": "c", "part": part} for part in "wm" for team in "AB"
        ],
        "mark": [
            {"contest": "c", "part": part, "entrant": f"{part}{team}", "time": time, **stage}
            for team, time in (("A", 10), ("B", 11))
            for part, stage in (("m", {}), ("w", {"stage": "heats"}), ("w", {"stage": "final"}))
            if stage.get("stage") != "final" or final
        ],
        "standing": [{"id": "all", "value": {"kind": "table", "table": [10, 8, 6, 4, 2, 1]}}],
    }
    result = score(parse(document))
    totals = {row.team: int(row.total) for row in result.standings["all"].rows if row.total}
    assert (totals, result.contests["c"].ahead) == (points, ahead)


def test_a_place_that_a_bracket_gave_is_told_from_one_of_the_stage_before() -> None:
    """The match for the third place is played, the final is not."""
    nodes = [{"unit": "s1"}, {"unit": "s2"}, {"unit": "third", "winner": 3, "loser": 4}, NODES[-1]]
    group = {"id": "group", "format": "round_robin", "points": {"win": 3, "draw": 1, "loss": 0}}
    rules = {"stages": [group, {"id": "playoff", "format": "knockout", "bracket": nodes}]}
    met = [{"contest": "c", "stage": "group", "sides": list(two), "score": [2, 1]} for two in combinations("ABCDE", 2)]
    played = [{**one, "stage": "playoff"} for one in won({"s1": "AD", "s2": "BC", "third": "CD"})]
    raw = {"contest": [{"id": "c", "rules": "r"}], "rules": {"r": rules}, "match": [*met, *played]}
    result = score(parse({"format": 1, "team": [{"id": team} for team in "ABCDE"], **raw})).contests["c"]
    told = [(row.key, row.place, reason.kind) for row in result.ranking.rows if (reason := row.because())]
    assert (told, result.ahead) == ([("C", 3, "bracket"), ("D", 4, "bracket"), ("E", 5, "matches")], ("final",))
