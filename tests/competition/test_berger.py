"""Berger tables as they are printed, their laws, and hours and courts for them."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spartakiad.competition.berger import berger
from spartakiad.competition.courts import hours
from spartakiad.competition.plans import Plan

MANY, LEGS = st.integers(2, 14), st.integers(1, 3)


def numbers(many: int) -> list[str]:
    return [str(number) for number in range(1, many + 1)]


@pytest.mark.parametrize(
    ("many", "table"),
    [
        (4, ["1-4 2-3", "4-3 1-2", "2-4 3-1"]),
        (6, ["1-6 2-5 3-4", "6-4 5-3 1-2", "2-6 3-1 4-5", "6-5 1-4 2-3", "3-6 4-2 5-1"]),
        (3, ["2-3", "1-2", "3-1"]),
    ],
)
def test_the_table_is_the_printed_one(many: int, table: list[str]) -> None:
    found = [" ".join(f"{one}-{other}" for one, other in pairs) for pairs in berger(numbers(many))]
    assert found == table


@given(MANY, LEGS)
def test_everybody_meets_everybody_once_a_leg_and_nobody_twice_in_a_round(many: int, legs: int) -> None:
    rounds = berger(numbers(many), legs)
    met = Counter(frozenset(pair) for pairs in rounds for pair in pairs)
    assert met == {frozenset(pair): legs for pair in combinations(numbers(many), 2)}
    assert all(len({one for pair in pairs for one in pair}) == 2 * (many // 2) for pairs in rounds)


@given(MANY, LEGS)
def test_home_and_away_are_even(many: int, legs: int) -> None:
    pairs = [pair for pairs in berger(numbers(many), legs) for pair in pairs]
    home, away = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    most = 0 if many % 2 or legs % 2 == 0 else 1
    assert all(abs(home[one] - away[one]) <= most for one in numbers(many))


@given(MANY, st.integers(1, 4), st.integers(0, 3))
def test_nobody_plays_twice_at_one_time_and_no_court_is_taken_twice(many: int, courts: int, a_day: int) -> None:
    rounds = berger(numbers(many))
    plan = Plan(courts=tuple(f"поле {at}" for at in range(courts)), minutes=40, rounds_a_day=a_day)
    at = hours(plan, [len(pairs) for pairs in rounds])
    pairs = [pair for pairs in rounds for pair in pairs]
    assert len(set(at)) == len(pairs)
    busy = Counter((who, after) for pair, (after, _) in zip(pairs, at, strict=True) for who in pair)
    assert set(busy.values()) <= {1}


def test_a_round_waits_for_the_one_before_and_the_next_day_begins_at_the_same_hour() -> None:
    plan = Plan(courts=("1", "2"), minutes=30, delay=15, rounds_a_day=2)
    assert hours(plan, [3, 3, 1]) == [
        (15, "1"),
        (15, "2"),
        (45, "1"),
        (75, "1"),
        (75, "2"),
        (105, "1"),
        (1455, "1"),
    ]


def test_without_courts_there_are_no_hours() -> None:
    assert hours(Plan(), [2]) == [(0, ""), (0, "")]
