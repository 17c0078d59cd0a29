"""Combined events: what a mark is worth, and what becomes of somebody who misses a part."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from scoring import ContestResult, DocumentError, parse, score
from scoring.rules.exercise import PowerPoints

LISTS = {
    "run": {"stages": [{"format": "list", "mark": "time"}]},
    "jump": {"stages": [{"format": "list", "mark": "distance"}]},
    "shoot": {"stages": [{"format": "list", "mark": "score"}]},
}
RUN = {"id": "run", "rules": "run", "value": {"kind": "raw", "scale": -1}}
JUMP = {"id": "jump", "rules": "jump", "value": {"kind": "raw", "scale": 100}}
SHOOT = {"id": "shoot", "rules": "shoot", "value": {"kind": "raw"}}


def held(parts: Sequence[Mapping[str, Any]], cards: Mapping[str, Mapping[str, Any]], **rules: Any) -> ContestResult:
    """A card has the mark of each part; a word is a status."""
    kinds = {"run": "time", "jump": "distance", "shoot": "score"}
    marks = [
        {"contest": "c", "entrant": who, "part": part, ("status" if str(shown).isupper() else kinds[part]): shown}
        for who, card in cards.items()
        for part, shown in card.items()
    ]
    raw = {
        "format": 1,
        "contest": [{"id": "c", "rules": "all"}],
        "rules": {**LISTS, "all": {"parts": parts, **rules}},
        "entrant": [{"id": who, "contest": "c"} for who in cards],
        "mark": marks,
    }
    return score(parse(raw)).contests["c"]


def places(contest: ContestResult) -> str:
    out = [f"({one.key} {one.status})" for one in contest.ranking.unplaced]
    return " ".join(["=".join(sorted(group.keys)) for group in contest.ranking.placed] + out)


def points(contest: ContestResult, who: str) -> dict[str, object]:
    reason = contest.ranking.by_key[who].because()
    assert reason is not None
    parts = reason.args["parts"]
    assert isinstance(parts, list)
    return {one["part"]: one["points"] for one in parts} | {"total": reason.args["total"]}


def test_the_points_of_the_parts_add_up_and_the_line_says_so() -> None:
    result = held([JUMP, SHOOT], {"A": {"jump": "5.10", "shoot": 40}, "B": {"jump": "5.00", "shoot": 49}})
    assert (places(result), points(result, "A")) == ("A B", {"jump": 510, "shoot": 40, "total": 550})


def test_the_least_may_win() -> None:
    seconds = {"id": "run", "rules": "run", "value": {"kind": "raw"}}
    assert places(held([seconds], {"A": {"run": "1:00"}, "B": {"run": "59.9"}}, wins="least")) == "B A"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("10.0", 100), ("10.01", 99), ("10.5", 99), ("10.51", 90), ("12", 90), ("12.01", 0)],
)
def test_a_mark_between_two_rows_takes_the_worse_row(shown: str, expected: int) -> None:
    table = {"kind": "mark_table", "table": [["10.0", 100], ["10.5", 99], ["12.0", 90]]}
    result = held([{"id": "run", "rules": "run", "value": table}], {"A": {"run": shown}})
    assert points(result, "A")["total"] == expected


def test_a_jump_between_two_rows_takes_the_worse_row_too() -> None:
    table = {"kind": "mark_table", "table": [["6.00", 100], ["5.90", 99]]}
    result = held([{"id": "jump", "rules": "jump", "value": table}], {"A": {"jump": "5.99"}, "B": {"jump": "5.89"}})
    assert (points(result, "A")["total"], points(result, "B")["total"]) == (99, 0)


def test_the_place_in_a_part_can_be_what_it_is_worth() -> None:
    place = {"kind": "place", "shared": "mean"}
    parts = [{**RUN, "value": place}, {**SHOOT, "value": place}]
    cards = {"A": {"run": "10.0", "shoot": 3}, "B": {"run": "11.0", "shoot": 9}, "C": {"run": "11.0", "shoot": 1}}
    result = held(parts, cards, wins="least")
    half = Fraction(1, 2)
    assert (places(result), points(result, "B")) == ("A B C", {"run": 2 + half, "shoot": 1, "total": 3 + half})


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ({}, "A B (C DNS)"),
        ({"out": ["DNS", "DNF"]}, "A (B DNF) (C DNS)"),
        ({"out": [], "order": {"blocks": [{"by": ["completed", "total"]}]}}, "A C B"),
    ],
)
def test_who_misses_a_part_is_ranked_as_the_regulation_says(rules: dict[str, Any], expected: str) -> None:
    shown = {"A": ("5.0", 9), "B": ("4.0", "DNF"), "C": ("4.5", "DNS")}
    cards = {who: {"jump": jump, "shoot": shot} for who, (jump, shot) in shown.items()}
    assert places(held([JUMP, SHOOT], cards, **rules)) == expected


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ([{"by": ["total"]}], "A=B"),
        ([{"by": ["total"]}, {"by": ["part_points"], "part": "jump"}], "A B"),
        ([{"by": ["total"]}, {"by": ["part_place"], "part": "shoot"}], "B A"),
        ([{"by": ["total"]}, {"by": ["parts_won"]}], "B A"),
    ],
)
def test_equal_totals(by: list[Any], expected: str) -> None:
    cards = {
        "A": {"jump": "5.02", "shoot": 40, "run": "10.0"},
        "B": {"jump": "5.00", "shoot": 41, "run": "9.0"},
    }
    assert places(held([JUMP, SHOOT, RUN], cards, order={"blocks": by})) == expected


def test_the_event_is_over_when_everybody_has_done_what_he_reaches() -> None:
    parts = [JUMP, {**SHOOT, "starters": 1}]
    cards = {"A": {"jump": "5.0", "shoot": 1}, "B": {"jump": "4.9"}}
    assert [held(parts, cards).complete, held([JUMP, SHOOT], cards).complete] == [True, False]


def test_a_mark_has_to_be_of_a_part_and_of_its_kind() -> None:
    with pytest.raises(DocumentError) as error:
        parse(
            {
                "format": 1,
                "contest": [{"id": "c", "rules": "all"}],
                "rules": {**LISTS, "all": {"parts": [RUN]}},
                "entrant": [{"id": "A", "contest": "c"}],
                "mark": [
                    {"contest": "c", "entrant": "A", "score": 1},
                    {"contest": "c", "entrant": "A", "part": "run", "score": 1},
                    {"contest": "c", "entrant": "A", "part": "swim", "time": 1},
                ],
            }
        )
    assert [one.kind for one in error.value.problems] == ["missing_key", "wrong_mark", "unknown_reference"]


# World Athletics' men's tables: 100 m in 11.04 and the long jump of 7.58 as printed beside published decathlons.
@pytest.mark.parametrize(
    ("rule", "shown", "least", "expected"),
    [
        (PowerPoints(a=Fraction("25.4347"), b=18, c=Fraction("1.81")), Fraction("11.04"), True, 852),
        (PowerPoints(a=Fraction("0.14354"), b=220, c=Fraction("1.4"), scale=100), Fraction("7.58"), False, 955),
        (PowerPoints(a=1, b=0, c=2), 5, False, 25),
        (PowerPoints(a=1, b=0, c=Fraction(1, 2), rounding="up"), 5, False, 3),
        (PowerPoints(a=1, b=10, c=2), 11, True, 0),
    ],
)
def test_the_formula_is_exact(rule: PowerPoints, shown: Fraction, least: bool, expected: int) -> None:
    assert rule.of_mark(shown, least=least) == expected


@given(some.integers(1, 3000), some.integers(1, 3000))
def test_a_better_mark_is_never_worth_less(one: int, other: int) -> None:
    rule = PowerPoints(a=Fraction("0.03768"), b=480, c=Fraction("1.85"))
    slower, faster = max(one, other), min(one, other)
    assert rule.of_mark(Fraction(faster, 7), least=True) >= rule.of_mark(Fraction(slower, 7), least=True)
