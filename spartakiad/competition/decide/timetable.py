"""The timetable: where there is room, when a contest is held, and what happens when the frost comes."""

from dataclasses import dataclass
from datetime import timedelta

from spartakiad.competition.facts import ContestScheduled, Fact, VenueNamed
from spartakiad.competition.state import State, Venue
from spartakiad.errors import Refusal

LONGEST = 24 * 60  # minutes of one contest, and of one shift


@dataclass(frozen=True, slots=True)
class NameVenue:
    venue: str
    title: str
    town: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """`starts_at`: a moment of Moscow, "2027-02-18T11:00"; "" puts the contest off until somebody sets a new one."""

    contest: str
    starts_at: str
    minutes: int
    venue: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """Everything at a venue (or everywhere) that begins on this day from this moment on is moved by `minutes`."""

    venue: str
    after: str
    minutes: int
    reason: str


def name_venue(state: State, command: NameVenue, _by: str) -> list[Fact]:
    """Named again, a venue gets another title or address; the same once more is nothing."""
    if state.venues.get(command.venue) == Venue(command.venue, command.title, command.town, command.address):
        return []
    return [VenueNamed(command.venue, command.title, command.town, command.address)]


def schedule(state: State, command: Schedule, _by: str) -> list[Fact]:
    """Moving what was announced needs a reason; the same once more is nothing."""
    if command.contest not in state.contests:
        raise Refusal("not_found")
    if command.venue not in state.venues:
        raise Refusal("choice_needed" if not command.venue else "bad_choice", "venue")
    if not 1 <= command.minutes <= LONGEST:
        raise Refusal("bad_number", "minutes")
    old = state.slots.get(command.contest)
    now = f"{old.starts_at:%Y-%m-%dT%H:%M}" if old and old.starts_at else ""
    if old and (now, old.minutes, old.venue) == (command.starts_at, command.minutes, command.venue):
        return []
    if old and state.state != "draft" and not command.reason:
        raise Refusal("reason_needed", "reason")
    return [ContestScheduled(command.contest, command.starts_at, command.minutes, command.venue, command.reason)]


def shift(state: State, command: Shift, _by: str) -> list[Fact]:
    """Contests that are over stay where they were. Raises Refusal nothing_to_shift."""
    if not command.reason:
        raise Refusal("reason_needed", "reason")
    if command.minutes == 0 or abs(command.minutes) > LONGEST:
        raise Refusal("bad_number", "shift")
    moved: list[Fact] = []
    for contest, slot in state.slots.items():
        over = state.contests[contest].state in ("posted", "official") if contest in state.contests else True
        if over or slot.starts_at is None or (command.venue and slot.venue != command.venue):
            continue
        begins = f"{slot.starts_at:%Y-%m-%dT%H:%M}"
        if begins[:10] == command.after[:10] and begins >= command.after:
            later = slot.starts_at + timedelta(minutes=command.minutes)
            moved.append(ContestScheduled(contest, f"{later:%Y-%m-%dT%H:%M}", slot.minutes, slot.venue, command.reason))
    if not moved:
        raise Refusal("nothing_to_shift", "after")
    return moved
