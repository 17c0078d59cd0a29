"""Times that a file does not simply have: written otherwise, in hours instead of minutes, as gaps, as two clocks."""

import pytest

from spartakiad.results.file_times import Timed, clock, timed

HOUR_AND_A_HALF = 90 * 60 * 1000


def results(*rows: dict[str, str], groups: tuple[str, ...] = (), leader: str = "") -> tuple[list[str], tuple[str, ...]]:
    found: Timed = timed(rows, groups or ("",) * len(rows), HOUR_AND_A_HALF, leader)
    return [row["result"] for row in found.rows], found.notes


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("40'33\"2", "40:33,2"),
        ("40\u203233\u20332", "40:33,2"),
        ("40'33''", "40:33"),
        ("0,0281620370370", "40:33,2"),
        ("40:33,2", "40:33,2"),
        ("сошла", "сошла"),
    ],
)
def test_a_time_is_written_as_a_judge_types_it(written: str, typed: str) -> None:
    assert clock(written) == typed


def test_a_gap_is_counted_from_the_leader_where_nothing_else_says_the_time() -> None:
    assert results({"result": "40:33,2"}, {"result": "+0:12"}, {"result": "+1:00,5"}, {"result": "сошла"}) == (
        ["40:33,2", "40:45,2", "41:33,7", "сошла"],
        ("gaps",),
    )


def test_a_gap_beside_a_time_is_not_looked_at() -> None:
    rows = ({"result": "40:33,2", "gap": ""}, {"result": "41:00", "gap": "+0:12"})
    assert results(*rows) == (["40:33,2", "41:00"], ())


def test_gaps_of_each_group_are_counted_from_its_own_leader() -> None:
    rows = ({"result": "40:00"}, {"gap": "0:12"}, {"result": "30:00"}, {"gap": "+5,1"})
    assert results(*rows, groups=("Ж", "Ж", "М", "М"))[0] == ["40:00", "40:12", "30:00", "30:05,1"]


def test_without_the_time_of_a_leader_nothing_is_counted_and_it_is_said() -> None:
    assert results({"place": "1"}, {"gap": "+0:12"}) == (["", ""], ("no_leader",))


def test_the_time_of_a_leader_may_be_typed() -> None:
    rows = ({"place": "1"}, {"gap": "+0:12"}, {"result": "н/я"})
    assert results(*rows, leader="40:33,2") == (["40:33,2", "40:45,2", "н/я"], ("gaps",))


def test_two_clocks_make_a_result() -> None:
    rows = (
        {"start": "10:01:00", "finish": "10:41:33,2"},
        {"start": "23:50:00", "finish": "0:31:00"},
        {"start": "10:02"},
    )
    assert results(*rows) == (["40:33,2", "41:00", ""], ("clocks",))


def test_minutes_that_a_spreadsheet_took_for_hours_are_minutes() -> None:
    assert results({"result": "40:33:00"}, {"result": "41:12:00"}, {"result": "сошла"}) == (
        ["40:33", "41:12", "сошла"],
        ("minutes",),
    )


def test_hours_that_may_be_true_are_hours() -> None:
    rows = ({"result": "1:02:00"}, {"result": "0:55:00"})
    assert results(*rows) == (["1:02:00", "0:55:00"], ())


def test_starts_by_the_clock_are_told_from_the_first() -> None:
    rows = ({"result": "40:33", "start": "12:00:00"}, {"result": "40:50", "start": "12:01:15"})
    assert [row["start"] for row in timed(rows, ("", ""), HOUR_AND_A_HALF, "").rows] == ["0", "1:15"]


def test_starts_by_the_lag_stay_as_they_are() -> None:
    rows = ({"result": "40:33", "start": "0:00"}, {"result": "40:50", "start": "1:15"})
    assert [row["start"] for row in timed(rows, ("", ""), HOUR_AND_A_HALF, "").rows] == ["0:00", "1:15"]
