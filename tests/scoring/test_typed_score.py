"""A score as a judge types it, in one number or in series."""

import pytest

from scoring import MARKS, MarkReading, Refusal, Status, Told
from scoring.marks.score import Range, ScoreMark

PLAIN = MARKS["score"]()
FOUR = ScoreMark(series=4, limits=Range(min=0, max=400))


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("95 97 98", MarkReading({"series": ["95", "97", "98"]})),
        ("9,5; 9,7", MarkReading({"series": ["9.5", "9.7"]})),
        ("95", MarkReading({"series": ["95"]})),
        ("95 97 дискв", MarkReading({"series": ["95", "97"]}, Status.DSQ)),
        ("н/ст", MarkReading({}, Status.DNS)),
    ],
)
def test_series_are_read_in_turn(typed: str, reading: MarkReading) -> None:
    assert FOUR.read_mark(typed) == reading


@pytest.mark.parametrize(
    ("typed", "kind", "cell"),
    [
        ("", "empty", None),
        ("95; ; 98", "series_left_out", None),
        ("95 97 98 99 100", "too_many_series", None),
        ("95; много", "not_a_score", "2"),
        ("9 " * 200, "too_long", None),
    ],
)
def test_what_is_no_line_of_series_is_refused(typed: str, kind: str, cell: str | None) -> None:
    found = FOUR.read_mark(typed)
    assert isinstance(found, Refusal)
    assert (found.kind, found.args.get("cell")) == (kind, cell)


def test_the_limits_are_those_of_the_sum() -> None:
    found = FOUR.read_mark("100 100 100 101")
    assert isinstance(found, MarkReading)
    assert [doubt.kind for doubt in found.warnings] == ["above_limit"]


def test_two_numbers_are_not_one_score_where_there_are_no_series() -> None:
    assert PLAIN.read_mark("9,85") == MarkReading({"score": "9.85"})
    assert PLAIN.read_mark("1 870") == Refusal("not_a_score", {})


def test_there_is_a_field_for_each_series() -> None:
    assert FOUR.cells("95; 97") == {"1": "95", "2": "97", "3": "", "4": ""}
    assert PLAIN.cells("9,85") == {"raw": "9,85"}
    assert (FOUR.joined({"1": "95", "2": "97", "3": ""}), PLAIN.joined({"raw": "9,85"})) == ("95; 97", "9,85")


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"series": ["9.5", "9.7", "10"]}, Told("29,2", "9,5 9,7 10")),
        ({"score": "187"}, Told("187")),
        ({}, Told("")),
    ],
)
def test_the_sum_is_told_with_its_series(keys: dict[str, object], told: Told) -> None:
    assert FOUR.told(keys) == told
