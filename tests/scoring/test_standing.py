"""A standing: what places and absences are worth, and what counts. Contests are a jury's places."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from scoring import Table, TableRow

Standing = Callable[..., Table]


def totals(table: Table) -> dict[str, object]:
    return {row.team: row.total for row in table.rows}


def places(table: Table) -> dict[str, object]:
    return {row.team: row.place for row in table.rows}


def row(table: Table, team: str) -> TableRow:
    return table.by_team[team]


FOUR = {"A": 1, "B": 2, "C": 2, "D": 4}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"kind": "n_down"}, {"A": 4, "B": 3, "C": 3, "D": 1}),
        ({"kind": "n_down", "shared": "mean"}, {"A": 4, "B": Fraction(5, 2), "C": Fraction(5, 2), "D": 1}),
        ({"kind": "n_down", "shared": "lower"}, {"A": 4, "B": 2, "C": 2, "D": 1}),
        ({"kind": "n_down", "n": 10}, {"A": 10, "B": 9, "C": 9, "D": 7}),
        ({"kind": "n_down", "n": 2}, {"A": 2, "B": 1, "C": 1, "D": 0}),
        ({"kind": "place"}, {"A": 1, "B": 2, "C": 2, "D": 4}),
        ({"kind": "place", "shared": "mean"}, {"A": 1, "B": Fraction(5, 2), "C": Fraction(5, 2), "D": 4}),
        ({"kind": "table", "table": [20, 17, 15], "beyond": 1}, {"A": 20, "B": 17, "C": 17, "D": 1}),
        ({"kind": "table", "table": ["1/7", "0.1"], "beyond": 0, "shared": "mean"}, {
            "A": Fraction(1, 7), "B": Fraction(1, 20), "C": Fraction(1, 20), "D": 0,
        }),
    ],
)  # fmt: skip
def test_a_place_is_worth_what_the_rule_says(
    standing: Standing, value: dict[str, Any], expected: dict[str, object]
) -> None:
    assert totals(standing({"value": value}, {"ski": FOUR})) == expected


@pytest.mark.parametrize(("n", "best"), [("teams", 4), ("present", 3), ("classified", 2)])
def test_n_counts_the_teams_that_the_rule_means(standing: Standing, n: str, best: int) -> None:
    table = standing({"value": {"kind": "n_down", "n": n}}, {"ski": {"A": 1, "B": 2, "C": "DSQ", "D": None}})
    assert row(table, "A").total == best


@pytest.mark.parametrize(
    ("absent", "expected"),
    [
        ({}, None),
        ({"any": 0}, 0),
        ({"any": -10}, -10),
        ({"any": "n"}, 4),
        ({"any": "n+1"}, 5),
        ({"any": "last+1"}, 3),
        ({"any": "last+2", "not_entered": 7}, 7),
        ({"no_show": 7}, None),
        ({"any": {"value": "n+1", "counts": "always"}}, 5),
    ],
)
def test_an_absence_is_worth_what_the_rule_says(
    standing: Standing, absent: dict[str, Any], expected: int | None
) -> None:
    rule = {"wins": "least", "value": {"kind": "place"}, "absent": absent}
    table = standing(rule, {"ski": {"A": 1, "B": 2, "C": None, "D": None}})
    assert row(table, "C").cells[0].points == expected


def test_a_place_below_the_field_goes_through_the_value(standing: Standing) -> None:
    table = standing({"value": {"kind": "n_down"}, "absent": {"any": "n+1"}}, {"ski": {"A": 1, "B": 2, "C": None}})
    assert row(table, "C").cells[0].points == 0


def test_an_absence_says_by_which_rule_it_is_worth_that(standing: Standing) -> None:
    rule = {"wins": "least", "value": {"kind": "place"}, "absent": {"any": "n+1", "clause": "7.4"}}
    why = row(standing(rule, {"ski": {"A": 1, "B": None}}), "B").cells[0].because()
    assert (why.kind, why.clause, why.args) == (
        "absence",
        "7.4",
        {"absence": "not_entered", "rule": "n+1", "points": 3},
    )


def test_a_contest_that_is_not_held_yet_gives_nothing_to_anybody(standing: Standing) -> None:
    table = standing({"absent": {"any": 5}}, {"ski": {"A": 1, "B": 2}, "dance": {"A": None, "B": None}})
    cell = row(table, "A").cells[1]
    assert (totals(table), cell.points, cell.because().kind) == ({"A": 2, "B": 1}, None, "not_held")


def test_nobody_has_a_place_before_anything_is_held(standing: Standing) -> None:
    table = standing({}, {"ski": {"A": None, "B": None}})
    assert [(one.team, one.place, one.because().kind) for one in table.rows] == [
        ("A", None, "nothing_held"),
        ("B", None, "nothing_held"),
    ]


THREE = {"ski": {"A": 1, "B": 2, "C": 3}, "dance": {"A": 3, "B": 2, "C": 1}, "relay": {"A": 1, "B": 3, "C": 2}}


def test_only_the_best_values_count(standing: Standing) -> None:
    table = standing({"count": {"kind": "best", "k": 2}}, THREE)
    assert ([cell.counted for cell in row(table, "A").cells], totals(table)) == (
        [True, False, True],
        {"A": 6, "B": 4, "C": 5},
    )


def test_a_value_left_out_says_why(standing: Standing) -> None:
    table = standing({"count": {"kind": "best", "k": 2, "clause": "7.2"}}, THREE)
    why = row(table, "A").cells[1].left_out()
    assert why is not None and (why.kind, why.clause, why.args) == ("beyond_best", "7.2", {"k": 2})


def test_of_equal_values_a_result_counts_before_an_absence(standing: Standing) -> None:
    rule = {"wins": "least", "value": {"kind": "place"}, "absent": {"any": 2}, "count": {"kind": "best", "k": 1}}
    table = standing(rule, {"ski": {"A": 1, "B": None}, "dance": {"A": 1, "B": 2}})
    assert [cell.counted for cell in row(table, "B").cells] == [False, True]


def test_a_fine_for_not_coming_cannot_be_dropped(standing: Standing) -> None:
    absent = {"any": 0, "no_show": {"value": -10, "counts": "always"}}
    table = standing({"absent": absent, "count": {"kind": "best", "k": 2}}, {**THREE, "bandy": {"A": "DNS", "B": 1}})
    assert (row(table, "A").total, [cell.counted for cell in row(table, "A").cells]) == (-7, [True, False, False, True])


def test_an_absence_may_never_count(standing: Standing) -> None:
    absent = {"any": {"value": 0, "counts": "never"}}
    rule = {"wins": "least", "value": {"kind": "place"}, "absent": absent, "count": {"kind": "best", "k": 1}}
    cell = row(standing(rule, {"ski": {"A": 1, "B": None}, "dance": {"A": 1, "B": 2}}), "B").cells[0]
    assert (cell.points, cell.counted, getattr(cell.left_out(), "kind", None)) == (0, False, "never_counts")


def test_a_team_that_entered_too_little_is_not_classified(standing: Standing) -> None:
    table = standing({"count": {"kind": "all", "minimum": 2}}, {"ski": {"A": 1, "B": 2}, "dance": {"A": 1}})
    assert (places(table), row(table, "B").because().args) == ({"A": 1, "B": None}, {"entered": 1, "minimum": 2})


@pytest.mark.parametrize(("of", "reservation"), [(3, None), (4, {"held": 3, "of": 4})])
def test_a_count_meant_for_another_number_of_contests_is_a_reservation(
    standing: Standing, of: int, reservation: object
) -> None:
    table = standing({"count": {"kind": "best", "k": 2, "of": of}}, THREE)
    assert (table.reservation.args if table.reservation else None) == reservation


def test_a_weight_of_a_contest_multiplies_its_values_but_not_points_as_written(standing: Standing) -> None:
    rule = {"absent": {"any": 5}, "per": [{"contests": ["ski"], "weight": 2}]}
    assert totals(standing(rule, {"ski": {"A": 1, "B": None}})) == {"A": 4, "B": 5}


def test_one_contest_may_have_its_own_table_and_absence(standing: Standing) -> None:
    own = {"contests": ["relay"], "value": {"kind": "table", "table": [50], "beyond": 0}, "absent": {"any": -1}}
    table = standing({"per": [own]}, {"ski": {"A": 1, "B": 2, "C": 3}, "relay": {"A": 1, "B": 2}})
    assert totals(table) == {"A": 53, "B": 2, "C": 0}


def test_points_with_a_paper_go_into_their_contest_before_counting(standing: Standing) -> None:
    paper = {"team": "C", "contest": "ski", "points": 9, "reason": "глава города на старте", "document": "п. 8"}
    table = standing({"count": {"kind": "best", "k": 1}}, THREE, adjustment=[paper])
    assert (totals(table), row(table, "C").cells[0].points) == ({"A": 3, "B": 2, "C": 10}, 10)


def test_points_with_a_paper_may_be_added_to_the_total(standing: Standing) -> None:
    paper = {"team": "A", "points": "-0.5", "reason": "штраф", "document": "Решение № 1"}
    assert row(standing({"count": {"kind": "best", "k": 1}}, THREE, adjustment=[paper]), "A").total == Fraction(5, 2)


def test_a_count_of_medals_takes_no_points_with_a_paper(standing: Standing) -> None:
    papers = [{"team": "B", "points": 20}, {"team": "B", "contest": "ski", "points": 5}]
    gold = {"kind": "table", "table": [1], "beyond": 0}
    table = standing({"value": gold, "adjustments": False}, {"ski": {"A": 1, "B": 2}}, adjustment=papers)
    assert [(row.team, row.total) for row in table.rows] == [("A", 1), ("B", 0)]


def test_a_guest_team_is_listed_without_a_place_and_is_not_counted_in_n(standing: Standing) -> None:
    teams = [{"id": "A"}, {"id": "B"}, {"id": "G", "scores": False, "displaces": False}]
    table = standing({}, {"ski": {"A": 2, "B": 3, "G": 1}}, team=teams)
    assert [(one.team, one.place, one.guest) for one in table.rows] == [
        ("A", 1, False),
        ("B", 2, False),
        ("G", None, True),
    ]


def test_a_contest_outside_the_standings_has_no_cell(standing: Standing) -> None:
    contests = [{"id": "ski", "rules": "jury"}, {"id": "dance", "rules": "jury", "outside": True}]
    table = standing({}, {"ski": {"A": 1, "B": 2}, "dance": {"A": 2, "B": 1}}, contest=contests)
    assert (table.contests, totals(table)) == (("ski",), {"A": 2, "B": 1})


def test_a_standing_may_be_over_some_contests_only(standing: Standing) -> None:
    assert totals(standing({"contests": ["dance"]}, THREE)) == {"A": 1, "B": 2, "C": 3}


def entrants(standing: Standing, value: dict[str, Any], places: str, **switches: Any) -> Table:
    """A standing over entrants: `a1 a2 b1` finish in that order, a letter is the team."""
    names = places.split()
    rows = [{"id": name, "contest": "ski", "team": name[0].upper(), **switches.get(name, {})} for name in names]
    marks = [{"contest": "ski", "entrant": name, "place": place} for place, name in enumerate(names, 1)]
    value = {"kind": "table", "table": [9, 6, 4, 3], "beyond": 0, "of": "entrants", **value}
    return standing({"value": value}, {"ski": {"A": None, "B": None}}, entrant=rows, mark=marks)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({}, {"A": 15, "B": 7}),
        ({"scorers": 1}, {"A": 9, "B": 4}),
        ({"scorers": 1, "beyond_quota": "skip"}, {"A": 9, "B": 6}),
    ],
)
def test_each_entrant_may_be_worth_points_within_a_quota(
    standing: Standing, value: dict[str, Any], expected: dict[str, int]
) -> None:
    assert totals(entrants(standing, value, "a1 a2 b1 b2")) == expected


def test_one_who_does_not_score_keeps_his_place_from_others(standing: Standing) -> None:
    assert totals(entrants(standing, {}, "a1 a2 b1 b2", a2={"scores": False})) == {"A": 9, "B": 7}


def test_the_points_of_an_entrant_may_be_split_between_teams(standing: Standing) -> None:
    credit = [{"team": "A", "share": "1/3"}, {"team": "B", "share": "2/3"}]
    assert totals(entrants(standing, {}, "a1 b1", a1={"credit": credit})) == {"A": 3, "B": 12}
