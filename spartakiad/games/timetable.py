"""The timetable of a Games: verbs that set it, and how it reads by day and venue, with what cannot be at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations

from spartakiad.competition.decide import timetable as decide
from spartakiad.competition.desk import Desk
from spartakiad.competition.programme import lines
from spartakiad.competition.state import Slot, State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text
from spartakiad.errors import Refusal
from spartakiad.store.commands import Answer
from spartakiad.words.keys import slug_of


@dataclass(frozen=True, slots=True)
class NewVenue:
    games: str
    title: str
    town: str = ""
    address: str = ""


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
class ShiftAll:
    games: str
    venue: str
    after: str
    minutes: int
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A contest in the timetable. `clashes`: titles of contests that want the same venue or athletes at once."""

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
    changes: int
    state: str
    clashes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """`day` None: what was put off."""

    day: date | None
    rows: tuple[Row, ...]


def name_venue(desk: Desk, wish: NewVenue) -> Answer:
    title = free_text(wish.title, "venue_title", PHRASE)
    if not title or not slug_of(title):
        raise Refusal("required", "venue_title")
    town, address = free_text(wish.town, "town", PHRASE), free_text(wish.address, "address", SENTENCE)
    desk.carry_out(wish.games, decide.NameVenue(slug_of(title), title, town, address))
    return {"venue": slug_of(title)}


def schedule(desk: Desk, wish: NewSlot) -> Answer:
    reason = free_text(wish.reason, "reason", SENTENCE)
    made = desk.carry_out(wish.games, decide.Schedule(wish.contest, wish.starts_at, wish.minutes, wish.venue, reason))
    return {"changed": len(made)}


def shift(desk: Desk, wish: ShiftAll) -> Answer:
    reason = free_text(wish.reason, "reason", SENTENCE)
    return {"moved": len(desk.carry_out(wish.games, decide.Shift(wish.venue, wish.after, wish.minutes, reason)))}


def days(state: State) -> list[Day]:
    """The timetable by day, each by its moments; last what was put off. Contests without a slot are not in it."""
    rows = timetable(state)
    found: dict[date | None, list[Row]] = {}
    for row in rows:
        found.setdefault(row.starts_at.date() if row.starts_at else None, []).append(row)
    return [Day(day, tuple(found[day])) for day in sorted(found, key=lambda day: (day is None, day or date.min))]


def timetable(state: State) -> list[Row]:
    titles = {line.id: line.title for line in lines(state)}
    clashing = clashes(state)
    rows = [_row(state, contest, titles[contest], clashing) for contest in state.slots if contest in titles]
    return sorted(rows, key=lambda row: (row.starts_at is None, str(row.starts_at), row.title))


def clashes(state: State) -> Mapping[str, frozenset[str]]:
    """Of each contest, those that are held at once with it at the same venue or want the same athletes."""
    athletes = {contest: _athletes(state, contest) for contest in state.slots}
    found: dict[str, set[str]] = {}
    for first, second in combinations(state.slots, 2):
        one, other = state.slots[first], state.slots[second]
        if _at_once(one, other) and (one.venue == other.venue or athletes[first] & athletes[second]):
            found.setdefault(first, set()).add(second)
            found.setdefault(second, set()).add(first)
    return {contest: frozenset(others) for contest, others in found.items()}


def _athletes(state: State, contest: str) -> set[str]:
    return {entry.entrant for entry in state.entries_of(contest) if entry.entrant in state.athletes}


def _at_once(one: Slot, other: Slot) -> bool:
    if one.starts_at is None or other.starts_at is None:
        return False
    ends = (one.starts_at + timedelta(minutes=one.minutes), other.starts_at + timedelta(minutes=other.minutes))
    return one.starts_at < ends[1] and other.starts_at < ends[0]


def _row(state: State, contest: str, title: str, clashing: Mapping[str, frozenset[str]]) -> Row:
    slot = state.slots[contest]
    venue = state.venues[slot.venue]
    titles = {line.id: line.title for line in lines(state)}
    return Row(
        contest=contest,
        title=title,
        starts_at=slot.starts_at,
        ends_at=slot.starts_at + timedelta(minutes=slot.minutes) if slot.starts_at else None,
        minutes=slot.minutes,
        venue=slot.venue,
        venue_title=venue.title,
        address=", ".join(part for part in (venue.town, venue.address) if part),
        reason=slot.reason,
        was=slot.was,
        changes=slot.changes,
        state=state.contests[contest].state,
        clashes=tuple(sorted(titles[one] for one in clashing.get(contest, ()) if one in titles)),
    )
