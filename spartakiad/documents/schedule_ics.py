"""The timetable of a Games as an iCalendar file: a contest that was moved comes with a higher SEQUENCE."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from spartakiad.games.timetable import Row

# The same timetable always gives the same bytes, so the stamp is a moment of ours.
_STAMP = datetime(2025, 1, 1, tzinfo=UTC)


def schedule_ics(games: str, title: str, rows: Iterable[Row]) -> bytes:
    """One VEVENT a contest, in UTC. What is cancelled or put off takes its last moment out of the calendars."""
    calendar = Calendar()
    calendar.add("prodid", "-//Spartakiad//Timetable//RU")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for row in rows:
        at = row.starts_at or next(iter(row.was[::-1]), None)
        if at:
            calendar.add_component(_vevent(games, row, at))
    return bytes(calendar.to_ical())


def _vevent(games: str, row: Row, at: datetime) -> Event:
    entry = Event()
    entry.add("uid", f"{row.contest}.{games}@games.spartakiad")
    entry.add("dtstamp", _STAMP)
    entry.add("sequence", row.sequence)
    entry.add("status", "CANCELLED" if row.cancelled or row.starts_at is None else "CONFIRMED")
    entry.add("dtstart", at.astimezone(UTC))
    entry.add("dtend", (at + timedelta(minutes=row.minutes)).astimezone(UTC))
    entry.add("summary", row.title)
    entry.add("location", ", ".join(part for part in (row.venue_title, row.address) if part))
    changes = ". ".join(part for part in (row.shortened, row.reason) if part)
    if changes:
        entry.add("description", changes)
    return entry
