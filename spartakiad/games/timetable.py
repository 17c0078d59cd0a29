"""The timetable of a Games: verbs that set it, and how it reads by day and venue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from spartakiad.accounts.actions import PHONE
from spartakiad.competition.decide import timetable as decide
from spartakiad.competition.desk import Desk
from spartakiad.competition.programme import line, lines
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text
from spartakiad.errors import Refusal
from spartakiad.games.live import head_of
from spartakiad.store.commands import Answer
from spartakiad.words.keys import slug_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NewVenue:
    """`person` and `phone`: who answers for it there."""

    games: str
    title: str
    town: str = ""
    address: str = ""
    person: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class CorrectedVenue:
    """Its address `venue` stays, whatever it is called now."""

    venue: str
    told: NewVenue


@dataclass(frozen=True, slots=True)
class NewSlot:
    """`starts_at` as in decide.timetable.Schedule."""

    games: str
    contest: str
    starts_at: str
    minutes: int
    venue: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """Many slots by one wish: all of them or none."""

    games: str
    slots: tuple[NewSlot, ...]


@dataclass(frozen=True, slots=True)
class ShiftAll:
    games: str
    venue: str
    after: str
    minutes: int
    reason: str


@dataclass(frozen=True, slots=True)
class MoveAll:
    """As in decide.timetable.MoveVenue."""

    games: str
    venue: str
    to: str
    day: str
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A contest in the timetable. `was`, `left`: moments and venues that no longer hold. `flags` as in State.

    `shortened`: what is left of it and why, or ""; `sequence` grows with every change, for calendars of phones.
    """

    contest: str
    title: str
    starts_at: datetime | None
    ends_at: datetime | None
    minutes: int
    venue: str
    venue_title: str
    address: str
    reason: str
    was: tuple[datetime, ...]
    left: tuple[str, ...]
    sequence: int
    state: str
    flags: tuple[str, ...]
    shortened: str

    @property
    def cancelled(self) -> bool:
        return self.state == "cancelled"


@dataclass(frozen=True, slots=True)
class Day:
    """`day` None: what was put off."""

    day: date | None
    rows: tuple[Row, ...]


def name_venue(desk: Desk, wish: NewVenue) -> Answer:
    """A new one: two that cannot be told apart by their address are refused."""
    slug = slug_of(wish.title)
    if not slug:
        raise Refusal("required", "venue_title")
    known = desk.state(wish.games).venues.get(slug)
    if desk.carry_out(wish.games, _named(slug, wish)) and known:
        raise Refusal("venue_known", "venue_title", venue=known.title)
    return {"venue": slug}


def correct_venue(desk: Desk, wish: CorrectedVenue) -> Answer:
    if wish.venue not in desk.state(wish.told.games).venues:
        raise Refusal("not_found")
    return {"changed": len(desk.carry_out(wish.told.games, _named(wish.venue, wish.told)))}


def schedule(desk: Desk, wish: NewSlot) -> Answer:
    reason = free_text(wish.reason, "reason", SENTENCE)
    made = desk.carry_out(wish.games, decide.Schedule(wish.contest, wish.starts_at, wish.minutes, wish.venue, reason))
    return {"changed": len(made)}


def fill(desk: Desk, wish: Filled) -> Answer:
    """What is refused is said at the field of its row."""
    for slot in wish.slots:
        try:
            schedule(desk, slot)
        except Refusal as refusal:
            whole = refusal.field in (None, "reason")
            raise refusal.at(refusal.field if whole else f"{refusal.field}-{slot.contest}") from None
    return {"slots": len(wish.slots)}


def shift(desk: Desk, wish: ShiftAll) -> Answer:
    """Nothing leaves the days of the Games. Raises Refusal day_outside."""
    reason = free_text(wish.reason, "reason", SENTENCE)
    moved = desk.carry_out(wish.games, decide.Shift(wish.venue, wish.after, wish.minutes, reason))
    state = desk.state(wish.games)
    head = head_of(desk.session, wish.games, state)
    days = [slot.starts_at.date() for slot in state.slots.values() if slot.starts_at]
    if head.first and head.last and not all(head.first <= day <= head.last for day in days):
        raise Refusal("day_outside", "shift", days=head.dates)
    return {"moved": len(moved)}


def move_venue(desk: Desk, wish: MoveAll) -> Answer:
    reason = free_text(wish.reason, "reason", SENTENCE)
    return {"moved": len(desk.carry_out(wish.games, decide.MoveVenue(wish.venue, wish.to, wish.day, reason)))}


def days(state: State) -> list[Day]:
    """The timetable by day, each by its moments; last what was put off. Contests without a slot are not in it."""
    found: dict[date | None, list[Row]] = {}
    for row in timetable(state):
        found.setdefault(row.starts_at.date() if row.starts_at else None, []).append(row)
    return [Day(day, tuple(found[day])) for day in sorted(found, key=lambda day: (day is None, day or date.min))]


def timetable(state: State) -> list[Row]:
    titles = {one.id: one.title for one in lines(state)}
    rows = [_row(state, contest, titles[contest]) for contest in state.slots if contest in titles]
    return sorted(rows, key=lambda row: (row.starts_at is None, str(row.starts_at), row.title))


def row_of(state: State, contest: str) -> Row | None:
    """Its place in the timetable; None while it has none."""
    return _row(state, contest, line(state, contest).title) if contest in state.slots else None


def upcoming(state: State, at: datetime) -> Row | None:
    """What begins next and may still be moved; when all that has begun, the first that is not over."""
    rows = [row for row in timetable(state) if row.starts_at and decide.movable(state, row.contest)]
    return next((row for row in rows if row.starts_at and row.starts_at >= at), next(iter(rows), None))


def shortened(state: State, contest: str) -> str:
    """«5 км вместо 10: мороз (решение № 3)», or ""."""
    one = state.shortened.get(contest)
    return f"{one.what}: {one.reason} ({one.document})" if one else ""


def _named(slug: str, told: NewVenue) -> decide.NameVenue:
    title = free_text(told.title, "venue_title", PHRASE)
    if not title:
        raise Refusal("required", "venue_title")
    town, address = free_text(told.town, "town", PHRASE), free_text(told.address, "address", SENTENCE)
    person, phone = free_text(told.person, "person", PHRASE), free_text(told.phone, "venue_phone", PHONE)
    return decide.NameVenue(slug, title, town, address, person, phone)


def _row(state: State, contest: str, title: str) -> Row:
    slot, held = state.slots[contest], state.contests[contest]
    venue = state.venues[slot.venue]
    return Row(
        contest=contest,
        title=title,
        starts_at=slot.starts_at,
        ends_at=slot.starts_at + timedelta(minutes=slot.minutes) if slot.starts_at else None,
        minutes=slot.minutes,
        venue=slot.venue,
        venue_title=venue.title,
        address=", ".join(part for part in (venue.town, venue.address) if part),
        reason=held.reason if held.state == "cancelled" else slot.reason,
        was=tuple(_gone(slot.was, slot.starts_at)),
        left=tuple(state.venues[one].title for one in _gone(slot.left, slot.venue)),
        sequence=slot.changes + (held.state == "cancelled"),
        state=held.state,
        flags=state.flags(contest),
        shortened=shortened(state, contest),
    )


def _gone(earlier: Iterable[T], now: T | None) -> list[T]:
    """What does not hold any more, each once."""
    return [one for one in dict.fromkeys(earlier) if one != now]
