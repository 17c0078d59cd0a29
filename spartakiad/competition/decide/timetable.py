"""The timetable: where there is room, when a contest is held, and what happens when the frost comes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from spartakiad.competition.facts import ContestScheduled, Fact, VenueNamed
from spartakiad.competition.state import Slot, State, Venue
from spartakiad.errors import Refusal

LONGEST = 24 * 60  # minutes of one contest, and of one shift
OVER = ("posted", "official", "cancelled")  # what is moved no more


@dataclass(frozen=True, slots=True)
class NameVenue:
    venue: str
    title: str
    town: str = ""
    address: str = ""
    person: str = ""
    phone: str = ""


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


@dataclass(frozen=True, slots=True)
class MoveVenue:
    """Everything at a venue goes to another one at its hour: of a `day`, "2027-02-18", or of all days, ""."""

    venue: str
    to: str
    day: str
    reason: str


def name_venue(state: State, command: NameVenue, _by: str) -> list[Fact]:
    """Named again, a venue gets another title, address or person; the same once more is nothing."""
    own = (command.venue, command.title, command.town, command.address, command.person, command.phone)
    return [] if state.venues.get(command.venue) == Venue(*own) else [VenueNamed(*own)]


def schedule(state: State, command: Schedule, _by: str) -> list[Fact]:
    """Moving what was announced needs a reason; the same once more is nothing."""
    if command.contest not in state.contests:
        raise Refusal("not_found")
    standing = state.contests[command.contest].state
    if standing in OVER:
        raise Refusal("wrong_state", state=standing)
    if command.venue not in state.venues:
        raise Refusal("choice_needed" if not command.venue else "bad_choice", "venue")
    if not 1 <= command.minutes <= LONGEST:
        raise Refusal("bad_number", "minutes")
    old = state.slots.get(command.contest)
    if old and (begins(old), old.minutes, old.venue) == (command.starts_at, command.minutes, command.venue):
        return []
    if old:
        _explained(state, command.reason)
    return [ContestScheduled(command.contest, command.starts_at, command.minutes, command.venue, command.reason)]


def shift(state: State, command: Shift, _by: str) -> list[Fact]:
    """Contests that are over stay where they were. Raises Refusal nothing_to_shift."""
    _explained(state, command.reason)
    if command.minutes == 0 or abs(command.minutes) > LONGEST:
        raise Refusal("bad_number", "shift")
    moved: list[Fact] = []
    for contest, slot in _movable(state, command.venue):
        if begins(slot)[:10] == command.after[:10] and begins(slot) >= command.after and slot.starts_at:
            later = slot.starts_at + timedelta(minutes=command.minutes)
            moved.append(ContestScheduled(contest, f"{later:%Y-%m-%dT%H:%M}", slot.minutes, slot.venue, command.reason))
    if not moved:
        raise Refusal("nothing_to_shift", "after")
    return moved


def move_venue(state: State, command: MoveVenue, _by: str) -> list[Fact]:
    """Contests that are over stay where they were. Raises Refusal nothing_to_move."""
    for field, venue in (("leave_venue", command.venue), ("to_venue", command.to)):
        if venue not in state.venues:
            raise Refusal("choice_needed" if not venue else "bad_choice", field)
    if command.venue == command.to:
        raise Refusal("same_venue", "to_venue")
    _explained(state, command.reason)
    moved: list[Fact] = [
        ContestScheduled(contest, begins(slot), slot.minutes, command.to, command.reason)
        for contest, slot in _movable(state, command.venue)
        if command.day in ("", begins(slot)[:10])
    ]
    if not moved:
        raise Refusal("nothing_to_move", "leave_venue", venue=state.venues[command.venue].title)
    return moved


def begins(slot: Slot) -> str:
    """Its moment as facts keep it; "" where it was put off."""
    return f"{slot.starts_at:%Y-%m-%dT%H:%M}" if slot.starts_at else ""


def movable(state: State, contest: str) -> bool:
    """Whether the timetable may still change it."""
    return contest in state.contests and state.contests[contest].state not in OVER


def _movable(state: State, venue: str) -> Iterator[tuple[str, Slot]]:
    """Of a venue, or of all where it is ""."""
    for contest, slot in state.slots.items():
        if movable(state, contest) and venue in ("", slot.venue):
            yield contest, slot


def _explained(state: State, reason: str) -> None:
    """Nobody has been told anything before the Games are announced."""
    if state.state != "draft" and not reason:
        raise Refusal("reason_needed", "reason")
