"""Whose results make a team's: quotas, named scorers, coefficients, displacement, shares."""

from fractions import Fraction
from typing import Any

import pytest

from scoring import ContestResult, parse, score

TABLE = {"kind": "table", "table": [10, 8, 6, 5, 4, 3, 2, 1], "beyond": 0}


def race(
    protocol: str, members: dict[str, Any], facts: dict[str, dict[str, Any]] | None = None, **team: Any
) -> ContestResult:
    """`protocol`: entrants best first, `=` before one who shares the place; a1 is of the team A."""
    names = protocol.replace("=", "").split()
    places = [place for place, _ in enumerate(names, 1)]
    for index, name in enumerate(protocol.split()):
        if name.startswith("="):
            places[index] = places[index - 1]
    more = facts or {}
    document = {
        "format": 1,
        "contest": [{"id": "run", "rules": "run"}],
        "rules": {"run": {"order": {"blocks": [{"by": ["place"]}]}, "team": {"members": members, **team}}},
        "team": [{"id": one} for one in sorted({name[0].upper() for name in names})],
        "entrant": [{"id": one, "contest": "run", "team": one[0].upper(), **more.get(one, {})} for one in names],
        "mark": [{"contest": "run", "entrant": one, "place": place} for one, place in zip(names, places, strict=True)],
    }
    return score(parse(document)).contests["run"]


def tagged(**tags: str) -> dict[str, dict[str, Any]]:
    """`m="a1 b1"`: these have the tag."""
    return {name: {"tags": [tag]} for tag, names in tags.items() for name in names.split()}


def sums(contest: ContestResult) -> dict[str, Any]:
    return {key: squad.sum for key, squad in contest.squads.items()}


def counted(contest: ContestResult, team: str) -> str:
    return " ".join(str(one.entrant) for one in contest.squads[team].counted)


def test_best_two_men_and_best_woman() -> None:
    quota = {"kind": "quota", "groups": [{"tags": ["m"], "k": 2}, {"tags": ["w"], "k": 1}]}
    tags = {
        name: {"tags": [sex]}
        for sex, names in {"m": "a1 a2 a3 b1 b2", "w": "a4 b4 b5"}.items()
        for name in names.split()
    }
    run = race("a1 b1 a2 b4 a3 b2 b5 a4", quota, tags)
    assert (counted(run, "A"), counted(run, "B")) == ("a1 a2 a4", "b1 b4 b2")
    assert sums(run) == {"A": 1 + 3 + 8, "B": 2 + 4 + 6}


def test_whoever_counts_for_one_group_is_out_of_the_next() -> None:
    """The best woman, then the best two of anybody: the second woman may be one of them."""
    quota = {"kind": "quota", "groups": [{"tags": ["w"], "k": 1}, {"k": 2}]}
    run = race("a1 a2 a3 a4", quota, tagged(w="a1 a3"))
    assert counted(run, "A") == "a1 a2 a3"


def test_a_group_that_lacks_one_leaves_the_team_incomplete_however_many_others_there_are() -> None:
    quota = {"kind": "quota", "groups": [{"tags": ["w"], "k": 1}, {"tags": ["m"], "k": 1}]}
    run = race("a1 a2 a3 b1 b2", quota, tagged(w="a1 a2 a3 b1", m="b2"))
    assert {row.key: row.place for row in run.teams.rows} == {"B": 1, "A": None}
    assert run.absences == {"A": "incomplete"}


def test_a_missing_member_costs_the_last_place_and_one() -> None:
    """Six ran; A has no second woman: 1 + 2 + (6 + 1)."""
    quota = {"kind": "quota", "groups": [{"tags": ["w"], "k": 2}, {"tags": ["m"], "k": 1}]}
    run = race("a1 a2 b1 b2 b3 a3", quota, tagged(w="a2 b1 b2", m="a1 a3 b3"), incomplete="last+1")
    assert sums(run) == {"A": 1 + 2 + 7, "B": 3 + 4 + 5}


def test_named_scorers_all_count_and_nobody_steps_in() -> None:
    named = {"kind": "named", "tag": "n", "value": "points", "points": TABLE}
    run = race("a1 b1 a2 b2 a3", named, tagged(n="a2 a3 b1 b2"))
    assert (counted(run, "A"), sums(run)) == ("a2 a3", {"A": 6 + 4, "B": 8 + 5})


def test_a_named_scorer_without_a_result_leaves_the_team_incomplete() -> None:
    named = {"kind": "named", "k": 2, "tag": "n"}
    run = race("a1 b1 a2 b2", named, tagged(n="a1 b1 b2"))
    assert {row.key: row.place for row in run.teams.rows} == {"B": 1, "A": None}


def test_the_head_of_the_team_counts_a_fifth_more() -> None:
    best = {
        "kind": "best",
        "k": 2,
        "value": "points",
        "points": TABLE,
        "coefficients": {"head": "1.2", "deputy": "0.8"},
    }
    run = race("a1 b1 a2 b2", best, {"b1": {"tags": ["head"]}, "a1": {"tags": ["deputy"]}})
    assert sums(run) == {"A": 8 + 6, "B": Fraction(48, 5) + 5}


@pytest.mark.parametrize(
    ("switches", "expected"),
    [
        ({}, {"A": 2 + 4, "B": 3 + 6}),
        ({"among": "scorers"}, {"A": 1 + 3, "B": 2 + 5}),
        ({"displacing": 2}, {"A": 1 + 3, "B": 2 + 4}),
    ],
)
def test_who_takes_places_from_others(switches: dict[str, Any], expected: dict[str, int]) -> None:
    """x1 runs for himself only; a3 is the third of A, and only two of each team count."""
    run = race("x1 a1 b1 a2 a3 b2", {"kind": "best", "k": 2, **switches}, {"x1": {"scores": False}})
    assert {team: total for team, total in sums(run).items() if team != "X"} == expected


def test_equals_share_a_place_among_the_scorers_too() -> None:
    run = race("x1 a1 =b1 a2 b2", {"kind": "best", "k": 2, "among": "scorers"}, {"x1": {"scores": False}})
    assert sums(run) == {"A": 1 + 3, "B": 1 + 4}


def test_points_of_one_athlete_are_split_between_two_teams() -> None:
    best = {"kind": "best", "k": 2, "value": "points", "points": TABLE}
    both = [{"team": "A", "share": "1/2"}, {"team": "B", "share": "1/2"}]
    run = race("a1 b1 a2 b2", best, {"a1": {"credit": both}})
    assert sums(run) == {"A": 5 + 6, "B": 8 + 5}
    assert [one.value for one in run.squads["B"].counted] == [8, 5]


def test_next_scorer_tells_equal_sums_apart_and_decides_nothing_unless_both_have_one() -> None:
    order = {"blocks": [{"by": ["sum"]}, {"by": ["next_member"]}]}
    both = race("a1 b1 b2 a2 a3 b3", {"kind": "best", "k": 2}, order=order)
    assert [(row.key, row.place) for row in both.teams.rows] == [("A", 1), ("B", 2)]
    one = race("a1 b1 b2 a2 a3", {"kind": "best", "k": 2}, order=order)
    assert [(row.key, row.place) for row in one.teams.rows] == [("A", 1), ("B", 1)]
