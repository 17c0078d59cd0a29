"""rank(): blocks of criteria, numbering, decisions. A field here is a small table: key, then its values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pytest

from scoring.chain import chain
from scoring.order import Block, ByDecision, Column, Criterion, Decision, Order, Step
from scoring.rank import rank
from scoring.ranking import Ranking


@dataclass(frozen=True)
class Field:
    values: Mapping[str, Sequence[int | None]]

    @property
    def keys(self) -> list[str]:
        return list(self.values)


@dataclass(frozen=True)
class Most:
    """The n-th value of the table, more is better."""

    column: int

    def measure(self, field: Field, tied: Sequence[str]) -> Column:
        return Column([field.values[key][self.column] for key in tied], high=True)


@dataclass(frozen=True)
class Beaten:
    """How many of the set of equals stand right behind one in the alphabet: changes with the set, like head to head."""

    def measure(self, field: Field, tied: Sequence[str]) -> Column:
        return Column([sum(chr(ord(key) + 1) == other for other in tied) for key in tied], high=True)


def by(*criteria: Criterion[Field], repeat: str = "never", upto: int | None = None) -> Block[Field]:
    return Block(tuple(Step(type(one).__name__.lower(), one) for one in criteria), repeat, upto)


def places(ranking: Ranking) -> dict[str, object]:
    return {row.key: row.place for row in ranking.rows}


FIRST, SECOND = Most(0), Most(1)
TWO_EQUAL = Field({"A": [5, 1], "B": [3, 1], "C": [3, 2], "D": [1, 1]})


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("skip", {"A": 1, "B": 2, "C": 2, "D": 4}),
        ("dense", {"A": 1, "B": 2, "C": 2, "D": 3}),
        ("mean", {"A": 1, "B": Fraction(5, 2), "C": Fraction(5, 2), "D": 4}),
    ],
)
def test_places_after_a_shared_one_are_numbered_as_declared(style: str, expected: dict[str, object]) -> None:
    assert places(rank(TWO_EQUAL, Order((by(FIRST),), places=style))) == expected


def test_a_second_criterion_tells_equals_apart() -> None:
    assert places(rank(TWO_EQUAL, Order((by(FIRST, SECOND),)))) == {"A": 1, "C": 2, "B": 3, "D": 4}


def test_a_row_says_which_criterion_told_it_apart() -> None:
    tie = rank(TWO_EQUAL, Order((by(FIRST), by(SECOND)))).by_key["C"].tie()
    assert tie is not None and (tie.kind, tie.args) == (
        "tie_broken",
        {"criterion": "most", "among": ["B", "C"], "value": 2},
    )


def test_nobody_explains_a_tie_that_never_was() -> None:
    assert rank(TWO_EQUAL, Order((by(FIRST), by(SECOND)))).by_key["A"].tie() is None


def test_those_who_stay_equal_share() -> None:
    tie = rank(TWO_EQUAL, Order((by(FIRST),))).by_key["B"].tie()
    assert tie is not None and (tie.kind, tie.args) == ("shared", {"with": ["C"]})


def test_those_who_wait_for_a_decision_are_named() -> None:
    assert rank(TWO_EQUAL, Order((by(FIRST),), end="decide")).undecided == (("B", "C"),)


def test_a_criterion_that_one_of_the_equals_lacks_decides_nothing() -> None:
    ranking = rank(Field({"A": [1, None], "B": [1, 2]}), Order((by(FIRST), by(SECOND))))
    assert [(row.place, getattr(row.tie(), "kind", None)) for row in ranking.rows] == [(1, "criterion_missing")] * 2


def test_a_block_for_the_first_place_leaves_the_others_equal() -> None:
    field = Field({"A": [5, 1], "B": [5, 3], "C": [5, 2], "D": [1, 1], "E": [1, 2]})
    order = Order((by(FIRST), by(SECOND, upto=1)))
    assert places(rank(field, order)) == {"B": 1, "A": 2, "C": 2, "D": 4, "E": 4}


def test_a_block_sees_the_set_as_it_stood_when_it_began() -> None:
    # Of the four, A stands before B and D before E; the second value then parts E from B, but not A from D.
    field = Field({"A": [1, 0], "B": [1, 0], "D": [1, 0], "E": [1, 1]})
    assert places(rank(field, Order((by(FIRST), by(Beaten(), SECOND))))) == {"A": 1, "D": 1, "E": 3, "B": 4}


FIVE = Field({"A": [1, 0], "B": [1, 0], "C": [1, 0], "E": [1, 0], "Z": [1, 7]})


def test_a_block_may_run_again_on_each_set_that_is_still_equal() -> None:
    # A and B each stand before somebody; looked at alone, only A does. C, E and Z stand before nobody, alone or not.
    ranking = rank(FIVE, Order((by(FIRST), by(Beaten(), repeat="while_splits"))))
    assert places(ranking) == {"A": 1, "B": 2, "C": 3, "E": 3, "Z": 3}


def test_a_block_that_starts_again_forgets_what_it_measured() -> None:
    # Once A and B are parted from the rest, the first criterion is asked anew of A and B before the second one is.
    field = Field({"A": [1, 0], "B": [1, 9], "C": [1, 0]})
    from_top = rank(field, Order((by(FIRST), by(Beaten(), SECOND, repeat="from_top"))))
    never = rank(field, Order((by(FIRST), by(Beaten(), SECOND))))
    assert (places(from_top), places(never)) == ({"A": 1, "B": 2, "C": 3}, {"B": 1, "A": 2, "C": 3})


LOT = Decision(kind="lot", order=(("C",), ("B",)), document="Протокол жеребьёвки № 1")


def test_a_decision_orders_exactly_the_equals_it_names() -> None:
    ranking = rank(TWO_EQUAL, Order((by(FIRST),), end="decide"), [LOT])
    assert (places(ranking), ranking.undecided, ranking.used) == ({"A": 1, "C": 2, "B": 3, "D": 4}, (), (LOT,))


@pytest.mark.parametrize("named", [("A", "B"), ("B", "C", "D"), ("B",)])
def test_a_decision_about_another_set_is_not_used(named: tuple[str, ...]) -> None:
    lot = Decision(kind="lot", order=tuple((name,) for name in named))
    ranking = rank(TWO_EQUAL, Order((by(FIRST),), end="decide"), [lot])
    assert (ranking.used, ranking.undecided) == ((), (("B", "C"),))


def test_a_decision_can_leave_some_of_its_set_equal() -> None:
    field = Field({"A": [1, 0], "B": [1, 0], "C": [1, 0]})
    decision = Decision(kind="recorded", order=(("C",), ("A", "B")))
    assert places(rank(field, Order((by(FIRST),)), [decision])) == {"C": 1, "A": 2, "B": 2}


def test_a_decision_can_stand_before_the_last_criteria() -> None:
    order = Order((by(FIRST), by(ByDecision()), by(SECOND)))
    lot = Decision(kind="lot", order=(("B",), ("C",)))
    assert places(rank(TWO_EQUAL, order, [lot])) == {"A": 1, "B": 2, "C": 3, "D": 4}


def test_the_later_stage_comes_first_and_the_rest_keep_their_order() -> None:
    heats = rank(Field({"A": [9], "B": [8], "C": [7], "D": [7], "E": [1]}), Order((by(FIRST),)))
    final = rank(Field({"A": [1], "C": [5]}), Order((by(FIRST),)))
    assert places(chain([final, heats])) == {"C": 1, "A": 2, "B": 3, "D": 4, "E": 5}


def test_equals_below_a_final_still_share() -> None:
    heats = rank(Field({"A": [9], "B": [8], "C": [8], "D": [1]}), Order((by(FIRST),)))
    final = rank(Field({"A": [1]}), Order((by(FIRST),)))
    assert places(chain([final, heats])) == {"A": 1, "B": 2, "C": 2, "D": 4}
