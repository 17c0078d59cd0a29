"""What cannot be at once: one venue for two contests, one athlete in two places."""

from datetime import datetime

import pytest

from spartakiad.competition.state import Athlete, Entry, Slot, State
from spartakiad.games.timetable import clashes
from spartakiad.words.dates import MOSCOW


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 2, 19, hour, minute, tzinfo=MOSCOW)


def state(ski: Slot, trail: Slot, shared: bool = False) -> State:
    """№ 1 skis; the trail is run by № 2, or by № 1 too."""
    runner = "1" if shared else "2"
    entries = [Entry("ski", "1", "vologda", "team"), Entry("trail", runner, "vologda", "team")]
    return State(
        slots={"ski": ski, "trail": trail},
        athletes={number: Athlete(number, "vologda", int(number), True) for number in ("1", "2")},
        entries={(one.contest, one.entrant): one for one in entries},
    )


@pytest.mark.parametrize(
    ("trail", "shared", "clash"),
    [
        (Slot(at(11), 60, "park"), False, False),
        (Slot(at(11), 60, "base"), False, True),
        (Slot(at(11), 60, "park"), True, True),
        (Slot(at(12), 60, "base"), True, False),
        (Slot(at(10), 30, "base"), True, False),
        (Slot(None, 60, "base"), True, False),
    ],
    ids=["elsewhere", "same venue", "same athlete", "right after", "right before", "put off"],
)
def test_a_race_at_half_past_ten_for_an_hour_and_a_half_clashes(trail: Slot, shared: bool, clash: bool) -> None:
    found = clashes(state(Slot(at(10, 30), 90, "base"), trail, shared))
    assert found == ({"ski": {"trail"}, "trail": {"ski"}} if clash else {})
