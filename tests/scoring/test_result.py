"""The whole: the cup, unused decisions, what changed, why a total, and scoring again what is the same."""

import gc
import weakref
from typing import Any

import pytest

from scoring import Change, Result, Tree, as_json, changes, explain, parse, score

CONTESTS = ("ski", "dance", "relay")


def document(places: dict[str, str], **more: Any) -> dict[str, Any]:
    """`ski="A B C"` are the places of teams from the first one; a contest left out is not held yet."""
    marks = [
        {"contest": contest, "team": team, "place": place}
        for contest, order in places.items()
        for place, team in enumerate(order.split(), 1)
    ]
    return {
        "format": 1,
        "contest": [{"id": one, "rules": "jury"} for one in CONTESTS],
        "rules": {"jury": {"order": {"blocks": [{"by": ["place"]}], "places": "given"}}},
        "standing": [{"id": "overall", "value": {"kind": "n_down"}, "count": {"kind": "best", "k": 2, "of": 3}}],
        "cup": {"standing": "overall", "clause": "8.1"},
        "team": [{"id": one} for one in "ABC"],
        "mark": marks,
    } | more


def result(before: Result | None = None, /, *, more: dict[str, Any] | None = None, **places: str) -> Result:
    return score(parse(document(places, **(more or {}))), before)


ALL = {"ski": "A B C", "dance": "A C B", "relay": "B A C"}
TIED = {"ski": "A B C", "dance": "B A C", "relay": "C A B"}


def cup(held: Result) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    assert held.cup is not None
    return held.cup.state, held.cup.teams, held.cup.missing


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (ALL, ("proposed", ("A",), ())),
        ({"ski": "A B C", "dance": "A C"}, ("not_computable", (), ("dance", "relay"))),
        ({}, ("not_computable", (), CONTESTS)),
        (TIED, ("tied", ("A", "B"), ())),
    ],
)
def test_the_cup_is_proposed_once_everything_is_complete_and_one_is_first(
    places: dict[str, str], expected: Any
) -> None:
    assert cup(result(**places)) == expected


def test_a_cup_may_be_shared_where_the_rules_say_so() -> None:
    assert cup(result(more={"cup": {"standing": "overall", "tie": "share"}}, **TIED)) == ("proposed", ("A", "B"), ())


def test_a_signed_decision_names_the_holder_among_those_who_are_first() -> None:
    decision = {"kind": "cup", "standing": "overall", "teams": ["B", "A"], "document": "Решение № 5"}
    held = result(more={"decision": [decision]}, **TIED)
    assert (cup(held), held.unused) == (("proposed", ("B",), ()), ())


def test_a_decision_that_names_no_set_of_equals_is_reported() -> None:
    decision = {"kind": "lot", "standing": "overall", "teams": ["B", "C"]}
    assert [one.named for one in result(more={"decision": [decision]}, **ALL).unused] == [("B", "C")]


def test_a_contest_whose_facts_are_the_same_is_not_scored_again() -> None:
    before = result(**ALL)
    after = result(before, **{**ALL, "relay": "A B C"})
    assert [after.contests[one] is before.contests[one] for one in CONTESTS] == [True, True, False]


def test_scoring_with_what_was_before_equals_scoring_fresh() -> None:
    later = {**ALL, "relay": "C B A"}
    assert as_json(result(result(**ALL), **later)) == as_json(result(**later))


def test_another_rule_of_a_contest_scores_it_again() -> None:
    before = result(**ALL)
    rules = {"jury": {"order": {"clause": "5", "blocks": [{"by": ["place"]}], "places": "given"}}}
    assert result(before, more={"rules": rules}, **ALL).contests["ski"] is not before.contests["ski"]


def test_changes_say_who_moved_where_and_through_which_contest() -> None:
    before, after = result(**ALL), result(**{**ALL, "relay": "B C A"})
    told = [
        (one.scope, one.where, one.key, one.place_before, one.place_after, one.contests)
        for one in changes(before, after)
    ]
    assert told == [
        ("standing", "overall", "C", 3, 3, ("ski", "relay")),
        ("entrants", "relay", "C", 3, 2, ()),
        ("entrants", "relay", "A", 2, 3, ()),
        ("teams", "relay", "C", 3, 2, ()),
        ("teams", "relay", "A", 2, 3, ()),
    ]


def test_a_change_of_a_total_tells_both_totals_and_why() -> None:
    change = changes(result(**ALL), result(**{**ALL, "relay": "B C A"}))[0]
    assert isinstance(change, Change)
    assert (change.total_before, change.total_after, change.because) == (3, 4, explain(
        result(**{**ALL, "relay": "B C A"}), "overall", "C").reason)  # fmt: skip


def test_nothing_changes_where_nothing_changed() -> None:
    assert changes(result(**ALL), result(**ALL)) == ()


def add_up(tree: Tree) -> object:
    return sum(child.value for child in tree.children if child.counted and child.value is not None)


def test_the_counted_children_of_a_total_add_up_to_it() -> None:
    held = result(more={"adjustment": [{"team": "A", "points": 5, "reason": "глава города"}]}, **ALL)
    assert [add_up(explain(held, "overall", team)) for team in "ABC"] == [
        held.standings["overall"].by_team[team].total for team in "ABC"
    ]


def test_an_explanation_goes_down_to_the_mark() -> None:
    cell = explain(result(**ALL), "overall", "B").children[0]
    place = cell.children[0]
    told = [(one.label, one.value, getattr(one.reason, "kind", None)) for one in (cell, place, place.children[0])]
    assert told == [("ski", 2, "place_points"), ("B", 2, "own_place"), ("B", 2, "mark")]


def test_a_value_that_does_not_count_says_why_in_the_explanation() -> None:
    children = explain(result(**ALL), "overall", "A").children
    assert [(one.label, one.value, getattr(one.left_out, "kind", None)) for one in children] == [
        ("ski", 3, None),
        ("dance", 3, None),
        ("relay", 2, "beyond_best"),
    ]


def test_an_unknown_team_cannot_be_explained() -> None:
    with pytest.raises(KeyError):
        explain(result(**ALL), "overall", "Z")


def test_a_result_goes_at_once_when_nobody_holds_it() -> None:
    """It is in no ring with itself, which a collector would have to look for among everything that a server keeps."""
    before = result(**ALL)
    held = result(before, **{**ALL, "relay": "C B A"})
    as_json(held)
    gone = [weakref.ref(held.contests["relay"].teams), weakref.ref(held.standings["overall"].board)]
    gc.disable()
    try:
        del held
        assert [one() for one in gone] == [None, None]
    finally:
        gc.enable()
