"""A time as a judge types it, and what the rules want beside it. Cyrillic letters and their twins are escapes."""

import pytest

from scoring import MARKS, MarkReading, Refusal, Status, Told
from scoring.marks.time import TimeMark

TENTHS = MARKS["time"](precision=100)
BIATHLON = TimeMark(precision=100, penalty={"miss": 60_000})
TWO = TimeMark(precision=100, penalty={"miss": 60_000, "ворота": 5_000})
ASKS = ("gun_time", "finish", "laps")


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("12:33,4", {"time": "12:33.4"}),
        ("12:33,4 ш2", {"time": "12:33.4", "penalties": {"miss": 2}}),
        ("12:33,4; Ш 2", {"time": "12:33.4", "penalties": {"miss": 2}}),
        ("12:33,4 к3 ф2 с1:15", {"time": "12:33.4", "laps": 3, "finish": 2, "start": "1:15.000"}),
        ("12:33,4 K3 \u00631:15", {"time": "12:33.4", "laps": 3, "start": "1:15.000"}),
    ],
)
def test_a_letter_says_what_stands_beside_the_time(typed: str, keys: dict[str, object]) -> None:
    assert BIATHLON.read_mark(typed, ASKS) == MarkReading(keys)


def test_of_several_penalties_each_has_its_name() -> None:
    keys = {"time": "12:33.4", "penalties": {"miss": 1, "ворота": 2}}
    assert TWO.read_mark("12:33,4; miss1; ворота 2") == MarkReading(keys)


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("н/фин; ш3", MarkReading({"penalties": {"miss": 3}}, Status.DNF)),
        ("снят врачом", MarkReading({}, Status.MED)),
        ("сошёл", MarkReading({}, Status.DNF)),
    ],
)
def test_a_status_is_no_letter(typed: str, reading: MarkReading) -> None:
    assert BIATHLON.read_mark(typed, ASKS) == reading


@pytest.mark.parametrize(
    ("typed", "kind", "cell"),
    [
        ("ш2", "empty", None),
        ("12:33,4; ш два", "not_a_count", "penalty-miss"),
        ("12:33,4; ф0", "not_a_count", "finish"),
        ("12:33,4; с 75:99", "sixty", "start"),
        ("12:33,4; с н/ст", "not_a_time", "start"),
    ],
)
def test_what_is_wrong_beside_the_time_is_refused_at_its_field(typed: str, kind: str, cell: str | None) -> None:
    found = BIATHLON.read_mark(typed, ASKS)
    assert isinstance(found, Refusal)
    assert (found.kind, found.args.get("cell")) == (kind, cell)


def test_a_letter_that_nothing_asks_for_is_no_time() -> None:
    assert TENTHS.read_mark("12:33,4 к3") == Refusal("not_a_time", {})


def test_there_is_a_field_for_what_the_rules_ask_for() -> None:
    assert TENTHS.cells("12:33,4 ш2") == {"raw": "12:33,4 ш2"}
    assert BIATHLON.cells("12:33,4 ш2", ("laps",)) == {"raw": "12:33,4", "penalty-miss": "2", "laps": ""}


def test_fields_become_one_line() -> None:
    cells = {"raw": "12:33,4", "penalty-miss": "2", "laps": "", "start": "один"}
    assert BIATHLON.joined(cells, ASKS) == "12:33,4; ш2; с один"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"time": "12:33.4"}, Told("12:33,4")),
        ({"time": "12:33.4", "penalties": {"miss": 2}}, Told("14:33,4", "12:33,4; ш2")),
        ({"time": "12:33.4", "start": "1:15.000", "finish": 2}, Told("12:33,4", "12:33,4; ф2; с1:15,0")),
        ({"penalties": {"miss": 2}}, Told("")),
    ],
)
def test_the_time_is_told_with_its_penalties(keys: dict[str, object], told: Told) -> None:
    assert BIATHLON.told(keys) == told


RELAY = TimeMark(precision=100, relay_legs=3)


def test_a_relay_is_the_sum_of_its_legs() -> None:
    read = RELAY.read_mark("12:33,4; 12:40,1; 13:00,0")
    assert isinstance(read, MarkReading)
    assert RELAY.told(read.keys) == Told("38:13,5", "12:33,4 12:40,1 13:00,0")


def test_until_the_last_leg_a_relay_has_no_time() -> None:
    assert RELAY.read_mark("12:33,4; 12:40,1; ") == MarkReading({})


def test_a_relay_whose_legs_were_not_taken_has_the_time_of_its_finish() -> None:
    assert RELAY.read_mark("38:13,5") == MarkReading({"time": "38:13.5"})


def test_a_team_that_gives_up_on_a_leg_did_not_finish() -> None:
    assert RELAY.read_mark("12:33,4; \u0441\u043e\u0448\u043b\u0438; ").kind == "not_a_time"  # type: ignore[union-attr]
    assert RELAY.read_mark("12:33,4; \u043d/\u0444\u0438\u043d; ") == MarkReading({}, Status.DNF)


def test_a_leg_that_cannot_be_read_is_named() -> None:
    found = RELAY.read_mark("12:33,4; 12:75,0; ")
    assert isinstance(found, Refusal)
    assert (found.kind, found.args["cell"]) == ("sixty", "2")


def test_the_fields_of_a_relay_go_into_its_line_and_back() -> None:
    line = RELAY.joined({"1": "12:33,4", "2": "", "3": "", "raw": ""})
    assert dict(RELAY.cells(line)) == {"1": "12:33,4", "2": "", "3": "", "raw": ""}
