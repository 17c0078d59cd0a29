"""A line of jumps or throws as a judge types it. The Cyrillic foul and its Latin twin are written as escapes."""

import pytest

from scoring import MARKS, MarkReading, Refusal, Status, Told
from scoring.marks.distance import DistanceMark, Reach

JUMP = MARKS["distance"]()
THREE = DistanceMark(trials=3, limits=Reach(min=1000, max=9000))


@pytest.mark.parametrize(
    ("typed", "attempts"),
    [
        ("7,41 \u0445 7,58 –", ["7.41", "x", "7.58", "-"]),
        ("7,41; X; ; 7.58", ["7.41", "x", "", "7.58"]),
        ("7,60w", ["7.60w"]),
        ("7,60\u0432", ["7.60w"]),
        ("* * *", ["x", "x", "x"]),
        ("7", ["7.00"]),
    ],
)
def test_attempts_are_read_in_turn(typed: str, attempts: list[str]) -> None:
    assert JUMP.read_mark(typed) == MarkReading({"attempts": attempts})


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("н/ст", MarkReading({}, Status.DNS)),
        ("не явился", MarkReading({}, Status.DNS)),
        ("7,41; \u0445; дискв", MarkReading({"attempts": ["7.41", "x"]}, Status.DSQ)),
        ("7,41 снят врачом", MarkReading({"attempts": ["7.41"]}, Status.MED)),
        ("7,41; н/фин; дискв", MarkReading({"attempts": ["7.41"]}, Status.DSQ)),
    ],
)
def test_a_status_stands_beside_what_was_jumped(typed: str, reading: MarkReading) -> None:
    assert JUMP.read_mark(typed) == reading


@pytest.mark.parametrize(
    ("typed", "kind", "cell"),
    [
        ("", "empty", None),
        (" ; ; ", "empty", None),
        ("7,41; далеко", "not_an_attempt", "2"),
        ("758", "ambiguous", "1"),
        ("7,41 7,585", "too_precise", "2"),
        ("\u0661", "foreign_digits", "1"),
        ("7,1 " * 7, "too_many_attempts", None),
        ("7,1 " * 100, "too_long", None),
    ],
)
def test_what_is_no_line_of_attempts_is_refused_at_its_field(typed: str, kind: str, cell: str | None) -> None:
    found = JUMP.read_mark(typed)
    assert isinstance(found, Refusal)
    assert (found.kind, found.args.get("cell")) == (kind, cell)


def test_no_more_attempts_than_declared_are_taken() -> None:
    found = THREE.read_mark("7,1 7,2 7,3 7,4")
    assert isinstance(found, Refusal)
    assert (found.kind, dict(found.args)) == ("too_many_attempts", {"found": 4, "most": 3})


def test_an_unlikely_attempt_is_doubted() -> None:
    found = THREE.read_mark("7,41 17,58")
    assert isinstance(found, MarkReading)
    assert [doubt.kind for doubt in found.warnings] == ["above_limit"]


def test_there_is_a_field_for_each_attempt() -> None:
    assert THREE.cells("7,41; \u0445") == {"1": "7,41", "2": "\u0445", "3": ""}
    assert list(JUMP.cells("")) == ["1", "2", "3", "4", "5", "6"]
    assert THREE.cells("7,41; \u0445; 7,5; дискв")["4"] == "дискв"


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({"1": "7,41", "2": "", "3": "7,58", "4": ""}, "7,41; ; 7,58"),
        ({"1": "7,41", "2": "", "call": "\u0445"}, "7,41; \u0445"),
        ({"1": "", "2": "", "call": "н/ст"}, "н/ст"),
        ({"raw": "7,41 7,58", "1": ""}, "7,41 7,58"),
    ],
)
def test_fields_become_one_line(cells: dict[str, str], line: str) -> None:
    assert JUMP.joined(cells) == line


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"attempts": ["7.41", "x", "", "7.60w", "-"]}, Told("7,60", "7,41 \u0445 · 7,60w –")),
        ({"attempts": ["x", "x", "x"]}, Told("", "\u0445 \u0445 \u0445")),
        ({"distance": "7.58"}, Told("7,58", "7,58")),
        ({"place": 3}, Told("")),
        ({}, Told("")),
    ],
)
def test_the_best_is_told_with_all_attempts(keys: dict[str, object], told: Told) -> None:
    assert JUMP.told(keys) == told
