"""What a judge types becomes a mark, or is refused by name. Latin and Cyrillic twins are written as escapes."""

import time

import pytest

from scoring import MARKS, READING_KINDS, MarkKind, Reading, Refusal, Status, Warned
from scoring.marks.time import Limits, TimeMark

TENTHS = MARKS["time"](precision=100)
SECONDS = MARKS["time"](precision=1000)
HUNDREDTHS = MARKS["time"](precision=10)
PLACE = MARKS["place"]()
SCORE = MARKS["score"]()


@pytest.mark.parametrize(
    ("typed", "milliseconds"),
    [
        ("40:33,2", 2_433_200),
        ("40:33.2", 2_433_200),
        ("40.33.2", 2_433_200),
        ("40.33,2", 2_433_200),
        ("  40:33,2\u00a0", 2_433_200),
        ("40:\u200b33,2", 2_433_200),
        ("40:33,20", 2_433_200),
        ("0:40:33,2", 2_433_200),
        ("1:02:32", 3_752_000),
        ("1.02.32,0", 3_752_000),
        ("62.5", 62_500),
        ("62,5", 62_500),
        ("1:02,5", 62_500),
        ("75:03", 4_503_000),
        ("00:59,9", 59_900),
        ("7", 7_000),
    ],
)
def test_a_time_is_read_however_it_is_punctuated(typed: str, milliseconds: int) -> None:
    assert TENTHS.read(typed) == Reading(milliseconds)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("", "empty"),
        (" \u00a0\u200b ", "empty"),
        ("1:75,3", "sixty"),
        ("1:60:00", "sixty"),
        ("1:5,3", "two_digits"),
        ("40:33:2", "two_digits"),
        ("-5", "negative"),
        ("\u22125", "negative"),
        ("\u20135,0", "negative"),
        ("+5", "plus_sign"),
        ("NaN", "not_finite"),
        ("-inf", "not_finite"),
        ("Infinity", "not_finite"),
        ("1e400", "exponent"),
        ("1e-400", "exponent"),
        ("1_000", "underscore"),
        ("1" * 10_000, "too_long"),
        ("\uff11\uff12", "foreign_digits"),
        ("\u0661\u0662", "foreign_digits"),
        ("12\u00b2", "foreign_digits"),
        ("40:33,25", "too_precise"),
        ("12,5 с", "unit_typed"),
        ("12,5сек.", "unit_typed"),
        ("62.5s", "unit_typed"),
        ("1.02.32", "ambiguous"),
        ("снят", "ambiguous_status"),
        ("0x1F", "not_a_time"),
        ("1,02,3", "not_a_time"),
        ("1:2:3:4", "not_a_time"),
        ("1:02:03:04,5", "not_a_time"),
        ("быстро", "not_a_time"),
        ("40;33", "not_a_time"),
        ("40:", "not_a_time"),
        (",5", "not_a_time"),
        ("100:00:00", "out_of_reach"),
        ("9" * 50, "out_of_reach"),
    ],
)
def test_what_is_not_a_time_is_refused_by_name(typed: str, kind: str) -> None:
    assert _refused(TENTHS, typed) == kind


def _refused(rule: MarkKind, typed: str) -> str:
    found = rule.read(typed)
    return found.kind if isinstance(found, Refusal) else "read"


def test_ten_thousand_digits_are_refused_at_once() -> None:
    begun = time.perf_counter()
    TENTHS.read("9" * 10_000)
    assert time.perf_counter() - begun < 0.01


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("Н/Я", Status.DNS),
        ("НЯ", Status.DNS),
        ("н.я.", Status.DNS),
        ("\u0048/Я", Status.DNS),
        ("DNS", Status.DNS),
        ("сошёл", Status.DNF),
        ("Сошел", Status.DNF),
        ("\u0063\u006f\u0448\u0435\u043b", Status.DNF),
        ("дискв.", Status.DSQ),
        ("dsq", Status.DSQ),
        ("снят врачом", Status.MED),
        ("снят по кругу", Status.LAP),
        ("нет результата", Status.NM),
        ("превышен контр. время", Status.OTL),
    ],
)
def test_a_status_is_read_in_words_of_either_alphabet(typed: str, status: Status) -> None:
    assert TENTHS.read(typed) == Reading(None, status)


@pytest.mark.parametrize("typed", ["40:33,2 дискв.", "дискв. 40:33,2"])
def test_a_status_may_stand_beside_a_time(typed: str) -> None:
    assert TENTHS.read(typed) == Reading(2_433_200, Status.DSQ)


def test_an_unlikely_time_is_read_with_a_warning() -> None:
    rule = MARKS["time"](precision=100, limits=Limits(min=300_000, max=7_200_000))
    assert rule.read("4:59,9") == Reading(299_900, None, (Warned("below_limit", {"limit": 300_000}),))


def test_a_time_beyond_the_upper_limit_is_warned_of() -> None:
    rule = MARKS["time"](precision=100, limits=Limits(min=300_000, max=7_200_000))
    assert rule.read("2:00:00,1") == Reading(7_200_100, None, (Warned("above_limit", {"limit": 7_200_000}),))


@pytest.mark.parametrize(("rounding", "milliseconds"), [("up", 62_400), ("down", 62_300)])
def test_a_finer_time_is_rounded_where_the_rules_say_so(rounding: str, milliseconds: int) -> None:
    assert MARKS["time"](precision=100, rounding=rounding).read("1:02,31") == Reading(milliseconds)


def test_dots_alone_part_hours_where_whole_seconds_are_kept() -> None:
    assert SECONDS.read("1.02.32") == Reading(3_752_000)


def test_the_last_dot_begins_hundredths_where_these_are_kept() -> None:
    assert HUNDREDTHS.read("1.02.32") == Reading(62_320)


@pytest.mark.parametrize(
    ("rule", "milliseconds", "written"),
    [
        (TENTHS, 2_433_200, "40:33,2"),
        (TENTHS, 62_500, "1:02,5"),
        (TENTHS, 42_500, "42,5"),
        (TENTHS, 3_752_000, "1:02:32,0"),
        (SECONDS, 3_752_000, "1:02:32"),
        (HUNDREDTHS, 62_050, "1:02,05"),
    ],
)
def test_a_time_is_written_the_russian_way(rule: MarkKind, milliseconds: int, written: str) -> None:
    assert rule.write(milliseconds) == written


@pytest.mark.parametrize("milliseconds", [0, 100, 59_900, 60_000, 3_599_900, 3_600_000, 359_999_900])
def test_what_is_written_is_read_back(milliseconds: int) -> None:
    assert TENTHS.read(TENTHS.write(milliseconds)) == Reading(milliseconds)


@pytest.mark.parametrize(
    ("typed", "found"), [("3", "read"), ("0", "not_a_place"), ("1,5", "not_a_place"), ("10000", "out_of_reach")]
)
def test_a_place_is_a_whole_number_from_one(typed: str, found: str) -> None:
    assert _refused(PLACE, typed) == found


@pytest.mark.parametrize(("typed", "value"), [("12,5", "25/2"), ("590", "590"), ("0.10", "1/10")])
def test_a_score_is_exact(typed: str, value: str) -> None:
    found = SCORE.read(typed)
    assert isinstance(found, Reading) and str(found.value) == value


def test_a_score_finer_than_its_precision_is_refused() -> None:
    assert _refused(MARKS["score"](precision=1), "12,5") == "too_precise"


@pytest.mark.parametrize("kind", sorted(MARKS))
@pytest.mark.parametrize("typed", ["", "\x00", "½", "🏃", "1" * 61, "{{7*7}}", "'; --", "-0", "∞", "\ud800"])
def test_bad_text_is_refused_and_never_raises(kind: str, typed: str) -> None:
    assert _refused(MARKS[kind](), typed) in READING_KINDS


@pytest.mark.parametrize(("typed", "status"), [("н/ст", Status.DNS), ("Н/СТ", Status.DNS), ("н/фин", Status.DNF)])
def test_statuses_are_read_as_protocols_print_them(typed: str, status: Status) -> None:
    assert TimeMark().read(typed) == Reading(None, status)


def test_where_whole_seconds_are_kept_a_dot_parts_minutes_from_seconds() -> None:
    assert TimeMark(precision=1000).read("40.33") == Reading(2_433_000)


@pytest.mark.parametrize("typed", ["4512", "13959"])
def test_digits_run_together_are_not_guessed(typed: str) -> None:
    found = TimeMark(precision=1000).read(typed)
    assert isinstance(found, Refusal) and found.kind == "ambiguous"


def test_where_whole_seconds_are_kept_a_comma_parts_minutes_from_seconds() -> None:
    assert TimeMark(precision=1000).read("40,33") == Reading(2_433_000)
