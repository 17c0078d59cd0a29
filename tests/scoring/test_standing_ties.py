"""A standing: how teams with equal totals are told apart, and what happens when they are not."""

from collections.abc import Callable
from typing import Any

import pytest

from scoring import Table

Standing = Callable[..., Table]
TOTAL = {"by": ["total"]}


def places(table: Table) -> dict[str, object]:
    return {row.team: row.place for row in table.rows}


EQUAL = {"ski": {"A": 1, "B": 2}, "dance": {"A": 4, "B": 3}, "relay": {"A": 3, "B": 3}}


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ({"by": ["places"]}, {"A": 1, "B": 2}),
        ({"by": ["places"], "depth": 1}, {"A": 1, "B": 2}),
        ({"by": ["place_in"], "contest": "dance"}, {"B": 1, "A": 2}),
        ({"by": ["place_in"], "contest": "last"}, {"A": 1, "B": 1}),
        ({"by": ["value_in"], "contest": "dance"}, {"B": 1, "A": 2}),
        ({"by": ["sorted_values"]}, {"A": 1, "B": 2}),
    ],
)
def test_teams_with_equal_totals_are_told_apart(
    standing: Standing, block: dict[str, Any], expected: dict[str, int]
) -> None:
    rule = {"wins": "least", "value": {"kind": "place"}, "order": {"blocks": [TOTAL, block]}}
    assert places(standing(rule, EQUAL)) == expected


def test_the_depth_of_a_countback_is_kept(standing: Standing) -> None:
    contests = {"ski": {"A": 2, "B": 3}, "dance": {"A": 4, "B": 3}}
    for depth, expected in ((1, {"A": 1, "B": 1}), (2, {"A": 1, "B": 2})):
        blocks = [TOTAL, {"by": ["places"], "depth": depth}]
        rule = {"wins": "least", "value": {"kind": "place"}, "order": {"blocks": blocks}}
        assert places(standing(rule, contests)) == expected


@pytest.mark.parametrize(("over", "expected"), [("all", {"A": 1, "B": 2}), ("counted", {"A": 1, "B": 1})])
def test_a_countback_sees_all_places_or_only_those_that_count(
    standing: Standing, over: str, expected: dict[str, int]
) -> None:
    contests = {"ski": {"A": 2, "B": 2}, "dance": {"A": 3, "B": 4}}
    blocks = [TOTAL, {"by": ["places"], "over": over}]
    rule = {"wins": "least", "value": {"kind": "place"}, "count": {"kind": "best", "k": 1}, "order": {"blocks": blocks}}
    assert places(standing(rule, contests)) == expected


def test_an_absence_has_no_place_in_a_countback(standing: Standing) -> None:
    contests = {"ski": {"A": 2, "B": None}, "dance": {"A": 2, "B": 2}}
    blocks = [TOTAL, {"by": ["places"]}]
    rule = {"wins": "least", "value": {"kind": "place"}, "absent": {"any": "n"}, "order": {"blocks": blocks}}
    assert places(standing(rule, contests)) == {"A": 1, "B": 2}


def test_a_place_in_a_contest_that_one_team_skipped_decides_nothing(standing: Standing) -> None:
    contests = {"ski": {"A": 2, "B": None}, "dance": {"A": 2, "B": 2}}
    order = {"blocks": [TOTAL, {"by": ["place_in"], "contest": "ski"}], "end": "decide"}
    table = standing({"wins": "least", "value": {"kind": "place"}, "absent": {"any": "n"}, "order": order}, contests)
    assert (table.undecided, table.by_team["A"].tie().kind) == ((("A", "B"),), "criterion_missing")  # type: ignore[union-attr]


def test_a_row_says_which_step_decided_and_between_whom(standing: Standing) -> None:
    order = {"clause": "7.3", "blocks": [TOTAL, {"by": ["places"], "depth": 2}]}
    tie = standing({"wins": "least", "value": {"kind": "place"}, "order": order}, EQUAL).by_team["B"].tie()
    assert tie is not None and (tie.kind, tie.clause, tie.args) == (
        "tie_broken",
        "7.3",
        {"criterion": "places", "among": ["A", "B"], "value": (0, 1)},
    )


LOT = {"kind": "lot", "standing": "overall", "order": ["B", "A"], "document": "Протокол № 2"}


def test_a_lot_decides_between_exactly_the_teams_it_names(standing: Standing) -> None:
    rule = {"wins": "least", "value": {"kind": "place"}, "order": {"blocks": [TOTAL], "end": "decide"}}
    table = standing(rule, EQUAL, decision=[LOT])
    assert (places(table), table.undecided) == ({"B": 1, "A": 2}, ())
