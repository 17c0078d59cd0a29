"""Laws of rank() and of values that hold for every field."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.order import Block, Column, Order, Step
from scoring.rank import rank
from scoring.ranking import Ranking
from scoring.rules.value import NDown, Size, TableValue, points

Marks = dict[str, tuple[int, int]]
MARKS = st.dictionaries(
    st.text("ABCDEFGH", min_size=1, max_size=2), st.tuples(st.integers(0, 3), st.integers(0, 2)), max_size=12
)
STYLES = st.sampled_from(["skip", "dense", "mean"])


@dataclass(frozen=True)
class Field:
    marks: Marks
    keys: Sequence[str]


@dataclass(frozen=True)
class Least:
    column: int

    def measure(self, field: Field, tied: Sequence[str]) -> Column:
        return Column([field.marks[key][self.column] for key in tied])


@dataclass(frozen=True)
class Best(Least):
    high: bool

    def measure(self, field: Field, tied: Sequence[str]) -> Column:
        return Column(super().measure(field, tied).values, self.high)


ORDER: Order[Field] = Order((Block((Step("a", Least(0)),)), Block((Step("b", Least(1)),), "while_splits")))


@settings(max_examples=60, deadline=None)
@given(MARKS, st.integers())
def test_the_order_in_which_marks_come_changes_no_place(marks: Marks, seed: int) -> None:
    shuffled = list(marks)
    random.Random(seed).shuffle(shuffled)
    one, other = rank(Field(marks, list(marks)), ORDER), rank(Field(marks, shuffled), ORDER)
    assert {row.key: row.place for row in one.rows} == {row.key: row.place for row in other.rows}


@settings(max_examples=60, deadline=None)
@given(MARKS)
def test_a_place_is_one_more_than_the_number_who_are_better(marks: Marks) -> None:
    ranking = rank(Field(marks, list(marks)), ORDER)
    assert {row.key: row.place for row in ranking.rows} == {
        key: 1 + sum(other < mark for other in marks.values()) for key, mark in marks.items()
    }


@settings(max_examples=60, deadline=None)
@given(MARKS, STYLES)
def test_a_shared_place_is_marked_as_such_and_only_that(marks: Marks, style: str) -> None:
    ranking = rank(Field(marks, list(marks)), Order(ORDER.blocks, places=style))
    values = list(marks.values())
    assert {row.key: row.tied for row in ranking.rows} == {key: values.count(mark) > 1 for key, mark in marks.items()}


@settings(max_examples=60, deadline=None)
@given(MARKS)
def test_shared_points_add_up_to_the_points_of_the_places_taken_up(marks: Marks) -> None:
    ranking = rank(Field(marks, list(marks)), ORDER)
    size = Size(len(marks), len(marks), len(marks))
    rules = [NDown(shared="mean"), TableValue(table=(20, 17, 15), beyond=1, shared="mean")]
    given_out = [sum(points(rule, row.first, row.sharing, size) for row in ranking.rows) for rule in rules]
    assert given_out == [sum(rule.worth(place, size) for place in range(1, len(marks) + 1)) for rule in rules]


@settings(max_examples=100, deadline=None)
@given(MARKS, MARKS, st.booleans(), STYLES)
def test_ranking_with_what_was_before_equals_ranking_fresh(marks: Marks, others: Marks, high: bool, style: str) -> None:
    """Whether nobody's value is another one, a few are, or most of them."""
    changed = {key: others.get(key, mark) for key, mark in marks.items()}
    order: Order[Field] = Order((Block((Step("a", Best(0, high)),)), Block((Step("b", Least(1)),))), places=style)
    before = rank(Field(marks, list(marks)), order)
    field = Field(changed, list(changed))
    again, fresh = rank(field, order, before=before), rank(field, order)
    assert shown(again) == shown(fresh)
    assert rank(field, order, before=again).placed == fresh.placed


def shown(ranking: Ranking) -> list[tuple[object, ...]]:
    return [(row[:7], row.tie()) for row in ranking.rows]
