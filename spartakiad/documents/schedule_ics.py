"""The timetable of a Games as an iCalendar file: a contest that was moved comes with a higher SEQUENCE."""

from collections.abc import Iterable
from datetime import UTC, datetime

from icalendar import Calendar, Event

from spartakiad.games.timetable import Row

# The same timetable always gives the same bytes, so the stamp is a moment of ours.
_STAMP = datetime(2025, 1, 1, tzinfo=UTC)


def schedule_ics(games: str, title: str, rows: Iterable[Row]) -> bytes:
    """One VEVENT a contest, in UTC; what was put off has no moment and is left out."""
    calendar = Calendar()
    calendar.add("prodid", "-//Spartakiad//Timetable//RU")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for row in rows:
        if row.starts_at and row.ends_at:
            calendar.add_component(_vevent(games, row, row.starts_at, row.ends_at))
    return bytes(calendar.to_ical())


def _vevent(games: str, row: Row, starts_at: datetime, ends_at: datetime) -> Event:
    entry = Event()
    entry.add("uid", f"{row.contest}.{games}@games.spartakiad")
    entry.add("dtstamp", _STAMP)
    entry.add("sequence", row.changes)
    entry.add("dtstart", starts_at.astimezone(UTC))
    entry.add("dtend", ends_at.astimezone(UTC))
    entry.add("summary", row.title)
    entry.add("location", ", ".join(part for part in (row.venue_title, row.address) if part))
    return entry
