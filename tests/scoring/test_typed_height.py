"""A line of heights as a judge types it. Cyrillic calls and their Latin twins are written as escapes."""

import pytest

from scoring import MARKS, MarkReading, Refusal, Status, Told
from scoring.marks.distance import Reach
from scoring.marks.height import HeightMark

JUMP = MARKS["height"]()
OFF = ("height", "jump_off")
OK, X = "\u043e", "\u0445"  # the letters that are called


@pytest.mark.parametrize(
    ("typed", "attempts"),
    [
        (f"165 {OK} 170 {X}{OK} 175 {X}{X}{X}", [["1.65", "o"], ["1.70", "xo"], ["1.75", "xxx"]]),
        ("165o,170-,175Xo", [["1.65", "o"], ["1.70", "-"], ["1.75", "xo"]]),
        (f"1,65: {X} {X} {OK}", [["1.65", "xxo"]]),
        (f"165 {X}– 170 {X}{X}", [["1.65", "x-"], ["1.70", "xx"]]),
    ],
)
def test_heights_are_read_with_what_was_called_there(typed: str, attempts: list[list[str]]) -> None:
    assert JUMP.read_mark(typed) == MarkReading({"attempts": attempts})


def test_the_jump_off_stands_behind_a_semicolon() -> None:
    jumped = {"attempts": [["1.65", "o"]], "jump_off": [["1.70", "x"], ["1.68", "o"]]}
    assert JUMP.read_mark(f"165 {OK}; перепрыжка 170 {X} 168 {OK}") == MarkReading(jumped)


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("н/ст", MarkReading({}, Status.DNS)),
        (f"165 {OK} дискв", MarkReading({"attempts": [["1.65", "o"]]}, Status.DSQ)),
    ],
)
def test_a_status_stands_behind_the_heights(typed: str, reading: MarkReading) -> None:
    assert JUMP.read_mark(typed) == reading


@pytest.mark.parametrize(
    ("typed", "kind", "cell"),
    [
        ("", "empty", None),
        ("высоко", "not_heights", None),
        (f"2 {OK}", "not_heights", None),
        (f"165 170 {OK}", "bad_calls", None),
        (f"165 {X * 4}", "bad_calls", None),
        (f"165 {OK}{X}", "bad_calls", None),
        (f"170 {OK} 165 {OK}", "heights_down", None),
        (f"170 {X} 170 {OK}", "heights_down", None),
        (f"165 {X}{X}{X} 170 {OK}", "already_out", None),
        (f"165 {X}{X}– 170 {X} 175 {OK}", "already_out", None),
        (f"1650 {OK}", "out_of_reach", None),
        (f"1,655 {OK}", "too_precise", None),
        (f"165 {OK}; 170 три", "bad_calls", "jump_off"),
        (f"165 {OK} " * 60, "too_long", None),
    ],
)
def test_what_is_no_line_of_heights_is_refused(typed: str, kind: str, cell: str | None) -> None:
    found = JUMP.read_mark(typed)
    assert isinstance(found, Refusal)
    assert (found.kind, found.args.get("cell")) == (kind, cell)


def test_whoever_passes_after_failures_may_go_on() -> None:
    assert isinstance(JUMP.read_mark(f"165 {X}{X}– 170 {OK} 175 {X}{X}{X}"), MarkReading)


def test_an_unlikely_height_is_doubted() -> None:
    found = HeightMark(limits=Reach(min=0, max=2500)).read_mark(f"265 {OK}")
    assert isinstance(found, MarkReading)
    assert [doubt.kind for doubt in found.warnings] == ["above_limit"]


def test_the_jump_off_has_a_field_where_the_rules_know_it() -> None:
    assert JUMP.cells(f"165 {OK}; 170 {X}", OFF) == {"raw": f"165 {OK}", "jump_off": f"170 {X}"}
    assert JUMP.cells(f"165 {OK}") == {"raw": f"165 {OK}"}


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({"raw": f"165 {OK}", "jump_off": ""}, f"165 {OK}"),
        ({"raw": f"165 {OK}", "jump_off": f"170 {X}"}, f"165 {OK}; 170 {X}"),
        ({"raw": "", "call": f"165 {X}"}, f"165 {X}"),
        ({"raw": f"165 {X}", "call": f"165 {OK}"}, f"165 {X}{OK}"),
        ({"raw": f"1,65 {X}", "call": f"165 {OK}"}, f"1,65 {X}{OK}"),
        ({"raw": f"165 {OK}", "call": f"170 {X}"}, f"165 {OK} 170 {X}"),
        ({"raw": f"165 {OK}", "call": "дискв"}, f"165 {OK} дискв"),
    ],
)
def test_a_call_is_written_behind_or_beside_its_height(cells: dict[str, str], line: str) -> None:
    assert JUMP.joined(cells) == line


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"attempts": [["1.65", "o"], ["1.70", "xxx"]]}, Told("1,65", f"165 {OK} 170 {X}{X}{X}")),
        ({"attempts": [["1.65", "xxx"]]}, Told("", f"165 {X}{X}{X}")),
        (
            {"attempts": [["1.65", "o"]], "jump_off": [["1.70", "x"], ["1.68", "o"]]},
            Told("1,65", f"165 {OK}; перепрыжка 170 {X} 168 {OK}"),
        ),
        ({"height": "1.65"}, Told("1,65")),
        ({"attempts": ["7.58", "x"]}, Told("")),
        ({}, Told("")),
    ],
)
def test_the_height_is_told_with_all_calls(keys: dict[str, object], told: Told) -> None:
    assert JUMP.told(keys) == told
