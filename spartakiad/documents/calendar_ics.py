"""The union's calendar as an iCalendar file (RFC 5545) that phones and office calendars subscribe to."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from spartakiad.union.queries import CityView, EventView
from spartakiad.words.union import EVENT_KINDS, INEXACT

# The same events always give the same bytes, so the stamp is a moment of ours and SEQUENCE tells a changed event.
_STAMP = datetime(2025, 1, 1, tzinfo=UTC)
_NAME = "Союз городов Центра и Северо-Запада России"

_STATUS = {"held": "CONFIRMED", "cancelled": "CANCELLED"}  # anything else may still change


def calendar_ics(events: Iterable[EventView], cities: Mapping[str, CityView]) -> bytes:
    """An all-day VEVENT of each event; busy time is never claimed, lines end with CRLF.

    It covers the known days. Of an event known to its month, its year or to days around it, it stands on the first of
    them and says the term: a bar of a month would hide everything else. Its UID stays whatever becomes of the event,
    every change raises SEQUENCE, and what is cancelled says so.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Spartakiad//Calendar//RU")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _NAME)
    for event in events:
        calendar.add_component(_vevent(event, cities))
    return bytes(calendar.to_ical())


def _vevent(event: EventView, cities: Mapping[str, CityView]) -> Event:
    entry = Event()
    entry.add("uid", f"{event.slug}@events.spartakiad")
    entry.add("dtstamp", _STAMP)
    entry.add("sequence", event.version - 1)
    entry.add("dtstart", event.first)
    last = event.last if event.exact else event.first
    entry.add("dtend", last + timedelta(days=1))  # the day after: RFC 5545 §3.6.1
    entry.add("transp", "TRANSPARENT")
    entry.add("status", _STATUS.get(event.state, "TENTATIVE"))
    entry.add("summary", _line(event.title if event.exact else f"{event.title} (срок: {event.when})"))
    entry.add("categories", [EVENT_KINDS[event.kind]])
    entry.add("description", _line(_description(event, cities)))
    where = [cities[event.host].title if event.host in cities else "", event.place]
    if any(where):
        entry.add("location", _line(", ".join(filter(None, where))))
    return entry


def _description(event: EventView, cities: Mapping[str, CityView]) -> str:
    dates = "" if event.exact else f"{event.when}, {INEXACT}"
    state = event.badge[1] if event.badge else ""
    gone = f": {cities[event.gone].title}" if event.gone in cities else ""
    was = f"прежний срок – {event.stood[-1].when}" if event.stood else ""
    said = (EVENT_KINDS[event.kind], event.theme, dates, _capital(f"{state}{gone}"), _capital(was))
    return ". ".join(part.rstrip(".") for part in said if part)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _line(text: str) -> str:
    """A lone carriage return inside a text would end the line for some readers."""
    return " ".join(text.split())
