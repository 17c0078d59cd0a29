"""Which contests are held in a hall: a venue on one day, as the timetable has it now."""

from datetime import date, datetime, time, timedelta

from spartakiad.accounts.roles import Hall, Held, Role
from spartakiad.competition.state import Slot, State
from spartakiad.words.dates import MOSCOW

NOTHING = "-"  # in the place of a contest, while a hall has none
_NIGHT = timedelta(hours=4)  # a day of a hall lasts until so late in the night after it


def day_of(at: datetime) -> date:
    """The day of a hall that it is at this moment."""
    return (at.astimezone(MOSCOW) - _NIGHT).date()


def night_end(day: date) -> datetime:
    """When a day of a hall is over: 04:00 of the next one in Moscow."""
    return datetime.combine(day, time(), MOSCOW) + timedelta(days=1) + _NIGHT


def halls(state: State) -> list[tuple[date, str]]:
    """Every day of every venue that has something in the timetable."""
    return sorted({(day, slot.venue) for slot in state.slots.values() for day in _days(slot)})


def contests_of(state: State, venue: str, day: date) -> list[str]:
    """What is held there on that day, in the order of its moments."""
    held = [(slot.starts_at, contest) for contest, slot in state.slots.items() if slot.venue == venue]
    return [contest for _, contest in sorted((at, one) for at, one in held if at and day in _days(state.slots[one]))]


def held_in(state: State, hall: Hall) -> tuple[Held, ...]:
    """What a venue card opens at this moment: contests moved here are among it, those moved away are not.

    Where everything was moved away its judges still belong to the Games: what their devices hold is taken from them.
    """
    contests = contests_of(state, hall.venue, hall.day) or [NOTHING]
    return tuple(Held(Role.JUDGE, hall.games, contest=contest) for contest in contests)


def _days(slot: Slot) -> tuple[date, ...]:
    """The days of its hall that a contest goes on in; nothing lasts longer than a day, so two at most."""
    if slot.starts_at is None:
        return ()
    last = slot.starts_at + timedelta(minutes=slot.minutes - 1)
    return tuple(dict.fromkeys((day_of(slot.starts_at), day_of(last))))
