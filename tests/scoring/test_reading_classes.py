"""The classes of what is typed into a result field, one by one, for every kind of mark: a value, or a refusal by name.

Look-alikes of the two alphabets and unusual blanks are written as escapes.
"""

from fractions import Fraction
from typing import Any

import pytest

from scoring import MARKS, MeetingReading, Reading, Refusal, Status, Warned, read_meeting
from scoring.marks.distance import DistanceMark, Reach
from scoring.marks.score import Range, ScoreMark

KINDS = ("time", "distance", "height", "score", "place")
NO = ("not_a_time", "not_a_distance", "not_a_distance", "not_a_score", "not_a_place")
CLASSES: list[tuple[str, str, Any]] = [
    ("nothing", "", "empty"),
    ("blanks", "  ", "empty"),
    ("unusual blanks around", "\u00a012\u2009\u200b", (12_000, 12_000, 12_000, 12, 12)),
    ("a comma", "7,58", (7_580, 7_580, 7_580, Fraction(379, 50), "not_a_place")),
    ("a point", "7.58", (7_580, 7_580, 7_580, Fraction(379, 50), "not_a_place")),
    ("minutes", "1:02,3", (62_300, *NO[1:])),
    ("minutes with noughts", "01:02.30", (62_300, *NO[1:])),
    ("the same in seconds", "62.3", (62_300, 62_300, 62_300, Fraction(623, 10), "not_a_place")),
    ("points alone", "1.02.3", (62_300, *NO[1:])),
    ("sixty seconds", "1:60,0", ("sixty", *NO[1:])),
    ("a minus", "-5", "negative"),
    ("the true minus", "\u22125", "negative"),
    ("a dash", "\u20135", "negative"),
    ("a plus", "+5", "plus_sign"),
    ("not a number", "NaN", "not_finite"),
    ("infinity", "Infinity", "not_finite"),
    ("minus nought", "-0", "negative"),
    ("a great exponent", "1e400", "exponent"),
    ("a small exponent", "1e-400", "exponent"),
    ("an underscore", "1_000", "underscore"),
    ("arabic digits", "\u0661\u0662", "foreign_digits"),
    ("full-width digits", "\uff11\uff12", "foreign_digits"),
    ("hexadecimal", "0x1F", NO),
    ("octal", "0o17", NO),
    ("ten thousand digits", "9" * 10_000, "too_long"),
    (
        "too many decimals",
        "7,5812",
        ("too_precise", "too_precise", "too_precise", Fraction(18_953, 2_500), "not_a_place"),
    ),
    ("a unit", "12,5 с", "unit_typed"),
    ("a unit without a blank", "3м", "unit_typed"),
    ("did not come", "Н/Я", Status.DNS),
    ("did not come, a Latin letter", "H/Я", Status.DNS),
    ("taken off, nobody knows why", "снят", "ambiguous_status"),
    ("disqualified", "дискв", Status.DSQ),
    ("in English", "DNS", Status.DNS),
    ("gave up", "сошёл", Status.DNF),
    ("gave up, Latin letters", "\u0063\u006f\u0448\u0435\u043b", Status.DNF),
    ("another discipline's result", "3:2", ("two_digits", *NO[1:])),
    ("digits run together", "758", ("ambiguous", "ambiguous", "ambiguous", 758, 758)),
    ("nought", "0", (0, 0, 0, 0, "not_a_place")),
]


def read(kind: str, typed: str) -> object:
    """A value, a status, or the name of the refusal."""
    found = MARKS[kind]().read(typed)
    if isinstance(found, Refusal):
        return found.kind
    return found.status if found.value is None else found.value


@pytest.mark.parametrize(("name", "typed", "expected"), CLASSES, ids=[one[0] for one in CLASSES])
def test_every_class_is_read_or_refused_by_name(name: str, typed: str, expected: Any) -> None:
    each = expected if isinstance(expected, tuple) else (expected,) * len(KINDS)
    assert tuple(read(kind, typed) for kind in KINDS) == each


@pytest.mark.parametrize("kind", KINDS)
def test_a_status_may_stand_beside_a_value(kind: str) -> None:
    found = MARKS[kind]().read("12 дискв.")
    assert isinstance(found, Reading) and found.status is Status.DSQ and found.value


def test_an_implausible_distance_is_read_with_a_warning() -> None:
    assert DistanceMark(limits=Reach(max=9_000)).read("9,58") == Reading(
        9_580, None, (Warned("above_limit", {"limit": 9_000}),)
    )


def test_an_implausible_score_is_read_with_a_warning() -> None:
    assert ScoreMark(limits=Range(min=10, max=600)).read("6") == Reading(
        6, None, (Warned("below_limit", {"limit": 10}),)
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3:2", MeetingReading((3, 2))),
        ("3 - 2", MeetingReading((3, 2))),
        ("3\u20132", MeetingReading((3, 2))),
        ("0:0", MeetingReading((0, 0))),
        ("3:2 ОТ", MeetingReading((3, 2), decided="overtime")),
        ("3:2 \u006f\u0442", MeetingReading((3, 2), decided="overtime")),
        ("2:3 Б.", MeetingReading((2, 3), decided="shootout")),
        ("25:20 20:25 15:13", MeetingReading(sets=((25, 20), (20, 25), (15, 13)))),
        ("25:20, 25:18", MeetingReading(sets=((25, 20), (25, 18)))),
        ("+:-", MeetingReading(forfeit=(1,))),
        ("-:+", MeetingReading(forfeit=(0,))),
        ("\u2212/\u2212", MeetingReading(forfeit=(0, 1))),
    ],
)
def test_the_result_of_a_match_is_read(typed: str, expected: MeetingReading) -> None:
    assert read_meeting(typed) == expected


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("", "empty"),
        ("\u200b", "empty"),
        ("3", "not_a_result"),
        ("3:", "not_a_result"),
        ("3:2:1", "not_a_result"),
        ("3:2 хорошо", "not_a_result"),
        ("+:+", "not_a_result"),
        ("2:2 (4:3)", "bracketed_result"),
        ("2:2 Б", "decided_equal"),
        ("99999:0", "out_of_reach"),
        ("\u0663:2", "foreign_digits"),
        ("1" * 100, "too_long"),
    ],
)
def test_what_is_no_result_of_a_match_is_refused_by_name(typed: str, kind: str) -> None:
    found = read_meeting(typed)
    assert isinstance(found, Refusal) and found.kind == kind
