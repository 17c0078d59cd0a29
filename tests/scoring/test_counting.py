"""Which values count and what they add up to. Contests are a jury's places; a value is N − place + 1 of four teams."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from scoring import DocumentError, Table

Standing = Callable[..., Table]
FIELD = {"A": 1, "B": 2, "C": 3, "D": 4}


def contests(*places_of_a: int | str | None) -> dict[str, dict[str, int | str | None]]:
    """Contests c1, c2 … in which team A is placed like this and the others stand around it."""
    others = ("B", "C", "D")
    made: dict[str, dict[str, int | str | None]] = {}
    for number, place in enumerate(places_of_a, start=1):
        left = [one for one in (1, 2, 3, 4) if one != place]
        made[f"c{number}"] = {"A": place, **dict(zip(others, left, strict=False))}
    return made


def counted(table: Table, team: str = "A") -> list[str]:
    return [cell.contest for cell in table.by_team[team].cells if cell.counted]


BEST = {"kind": "best", "k": 2}


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        ({"kind": "all"}, ["c1", "c2", "c3", "c4", "c5"]),
        (BEST, ["c1", "c3"]),
        ({"kind": "drop", "d": 1}, ["c1", "c2", "c3", "c4"]),
        ({"kind": "drop", "d": 9}, []),
        (BEST | {"must": ["c5"]}, ["c1", "c3", "c5"]),
        (BEST | {"choice": [["c1", "c3"]]}, ["c1", "c2"]),
        (BEST | {"choice": [["c1", "c3"], ["c2", "c4"]]}, ["c1", "c2"]),
        ({"kind": "best", "k": 1, "must": ["c4", "c5"], "choice": [["c1", "c3"]]}, ["c1", "c4", "c5"]),
        ({"kind": "mean"}, ["c1", "c2", "c3", "c4", "c5"]),
        (
            {
                "kind": "segments",
                "segments": [
                    {"contests": ["c1", "c3"], "kind": "best", "k": 1},
                    {"contests": ["c2", "c4", "c5"], "kind": "drop", "d": 2},
                ],
            },
            ["c1", "c2"],
        ),
    ],
)
def test_what_counts_is_what_the_rule_says(standing: Standing, count: dict[str, Any], expected: list[str]) -> None:
    """A is first, second, first, third and fourth."""
    assert counted(standing({"count": count}, contests(1, 2, 1, 3, 4))) == expected


def test_the_mean_is_not_divided_by_contests_without_a_value(standing: Standing) -> None:
    table = standing({"count": {"kind": "mean"}}, contests(1, None, 2))
    assert table.by_team["A"].total == Fraction(7, 2)


def test_the_mean_of_nothing_is_nothing(standing: Standing) -> None:
    assert standing({"count": {"kind": "mean"}}, {"c1": {"A": None, "B": 1}}).by_team["A"].total == 0


def test_an_absence_that_always_counts_is_not_dropped(standing: Standing) -> None:
    rule = {"count": {"kind": "drop", "d": 1}, "absent": {"no_show": {"value": -10, "counts": "always"}}}
    assert counted(standing(rule, contests("DNS", 1, 2))) == ["c1", "c2"]


@pytest.mark.parametrize(
    ("count", "kind"),
    [(BEST, "beyond_best"), ({"kind": "drop", "d": 3}, "dropped"), (BEST | {"choice": [["c1", "c5"]]}, "other_choice")],
)
def test_a_value_left_out_says_why(standing: Standing, count: dict[str, Any], kind: str) -> None:
    cell = standing({"count": count}, contests(1, 2, 1, 3, 4)).by_team["A"].cells[4]
    reason = cell.left_out()
    assert reason is not None and reason.kind == kind


def test_a_cancelled_contest_is_in_no_total(standing: Standing) -> None:
    cancelled = {"decision": [{"kind": "cancel", "contest": "c2", "document": "протокол № 2"}]}
    table = standing({}, contests(1, 2, 3), **cancelled)
    assert (table.by_team["A"].total, [one.contest for one in table.cancelled]) == (4 + 2, ["c2"])


def test_a_cancelled_contest_leaves_the_number_of_contests_open(standing: Standing) -> None:
    cancelled = {"decision": [{"kind": "cancel", "contest": "c2", "document": "протокол № 2"}]}
    table = standing({"count": BEST | {"of": 3}}, contests(1, 2, 3), **cancelled)
    assert table.reservation is not None and table.reservation.args == {"held": 2, "of": 3}


def test_a_decision_settles_how_many_contests_count(standing: Standing) -> None:
    decisions = [
        {"kind": "cancel", "contest": "c2", "document": "протокол № 2"},
        {"kind": "count", "standing": "overall", "k": 1, "of": 2, "document": "протокол № 2"},
    ]
    table = standing({"count": BEST | {"of": 3}}, contests(1, 2, 3), decision=decisions)
    assert (counted(table), table.reservation) == (["c1"], None)
    why = table.by_team["A"].cells[1].left_out()
    assert why == ("beyond_best", None, {"k": 1, "decided": True, "document": "протокол № 2"})


@pytest.mark.parametrize(
    "count",
    [{"kind": "drop", "d": 1}, {"kind": "segments", "segments": [BEST | {"contests": ["c1", "c2"]}]}],
    ids=["drop", "segments"],
)
def test_a_decision_says_no_other_number_where_no_one_number_counts(standing: Standing, count: dict[str, Any]) -> None:
    decision = {"kind": "count", "standing": "overall", "k": 1, "of": 2, "document": "протокол № 2"}
    with pytest.raises(DocumentError, match="no_best_to_change"):
        standing({"count": count}, contests(1, 2), decision=[decision])
    del decision["k"]
    assert standing({"count": count | {"of": 3}}, contests(1, 2), decision=[decision]).reservation is None


GROUP = {"value": {"kind": "place"}, "wins": "least", "teams": ["B", "D"]}


@pytest.mark.parametrize(("places", "totals"), [("joint", {"B": 2, "D": 4}), ("own", {"B": 1, "D": 2})])
def test_a_group_keeps_the_joint_places_or_counts_its_own(
    standing: Standing, places: str, totals: dict[str, int]
) -> None:
    table = standing(GROUP | {"places": places}, {"c1": FIELD})
    assert {row.team: row.total for row in table.rows} == totals


def test_a_guest_has_a_standing_of_its_own_where_it_is_named(standing: Standing) -> None:
    teams = [{"id": "A"}, {"id": "B"}, {"id": "C", "scores": False}, {"id": "D"}]
    table = standing({"teams": ["C"]}, {"c1": FIELD}, team=teams)
    assert [(row.team, row.place) for row in table.rows] == [("C", 1)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"kind": "table", "table": [6, 3], "beyond": 0, "floor": 2}, {"A": 6, "B": 3, "C": 2, "D": 2}),
        ({"kind": "table", "table": [5, 4, 3], "beyond": 0, "plus": 10}, {"A": 15, "B": 14, "C": 13, "D": 10}),
        ({"kind": "table", "table": [55, 50, 45, 40, 35, 25], "align": "bottom"}, {"A": 45, "B": 40, "C": 35, "D": 25}),
        (
            {"kind": "tables", "tables": [{"upto": 3, "table": [3, 2, 1]}, {"table": [9, 7, 5, 4]}]},
            {"A": 9, "B": 7, "C": 5, "D": 4},
        ),
        (
            {"kind": "tables", "n": 3, "tables": [{"upto": 3, "table": [3, 2, 1]}, {"table": [9, 7]}], "beyond": 0},
            {"A": 3, "B": 2, "C": 1, "D": 0},
        ),
    ],
)
def test_a_table_may_have_a_floor_a_bonus_an_end_and_sizes(
    standing: Standing, value: dict[str, Any], expected: dict[str, int]
) -> None:
    assert {row.team: row.total for row in standing({"value": value}, {"c1": FIELD}).rows} == expected


def test_a_shared_place_may_have_a_value_of_its_own(standing: Standing) -> None:
    """No match for the third place: both get 40 instead of 50."""
    value = {"kind": "table", "table": [100, 70, 50, 30], "when_shared": {"3-4": 40}}
    table = standing({"value": value}, {"c1": {"A": 1, "B": 2, "C": 3, "D": 3}})
    assert [row.total for row in table.rows] == [100, 70, 40, 40]


@pytest.mark.parametrize(
    ("criterion", "places", "first"),
    [
        ({"by": ["sorted_places"]}, {"c1": {"A": 2, "B": 1}, "c2": {"A": 2, "B": 3}}, "B"),
        ({"by": ["entered"]}, {"c1": {"A": None, "B": 3}, "c2": {"A": 2, "B": 4}}, "B"),
        ({"by": ["head_to_head"]}, {"c1": {"A": 1, "B": 4}, "c2": {"A": 3, "B": 2}, "c3": {"A": 3, "B": 2}}, "B"),
        ({"by": ["starters"]}, {"c1": {"A": None, "B": 3}, "c2": {"A": 2, "B": 4}}, "B"),
    ],
)
def test_equal_totals_are_told_apart_by_the_criterion(
    standing: Standing, criterion: dict[str, Any], places: dict[str, dict[str, int | None]], first: str
) -> None:
    """Everything is worth 1, so that totals are equal or do not matter."""
    value = {"kind": "table", "table": [0], "beyond": 0}
    filled = {one: {**row, "C": 5, "D": 6} for one, row in places.items()}
    table = standing({"value": value, "order": {"blocks": [{"by": ["total"]}, criterion]}}, filled)
    assert next(row.team for row in table.rows if row.team in "AB") == first


def test_of_equal_totals_the_one_with_the_better_whole_programme_is_first(standing: Standing) -> None:
    rule = {"count": {"kind": "best", "k": 1}, "order": {"blocks": [{"by": ["total"]}, {"by": ["sum_of_all"]}]}}
    table = standing(rule, {"c1": {"A": 1, "B": 2, "C": 3, "D": 4}, "c2": {"A": 4, "B": 1, "C": 2, "D": 3}})
    assert [row.team for row in table.rows][:2] == ["B", "A"]


def test_bonuses_and_fines_tell_equals_apart(standing: Standing) -> None:
    """A bonus for a mass event makes B the equal of A; of the two it has the better papers."""
    bonus = {"adjustment": [{"team": "B", "contest": "c1", "points": 1, "document": "протокол № 1"}]}
    rule = {"order": {"blocks": [{"by": ["total"]}, {"by": ["adjustments"]}]}}
    assert [row.team for row in standing(rule, {"c1": FIELD}, **bonus).rows][:2] == ["B", "A"]
