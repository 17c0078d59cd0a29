"""What the annual report would tell and nobody wrote down: for the union's office only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spartakiad.union.event_page import EventPage
from spartakiad.words.union import GAPS, LINES

_GATHERING = ("assembly", "forum", "round_table", "conference", "section", "spartakiad", "contest", "festival")
_OF_CITIES = ("assembly", "round_table", "conference", "section", "spartakiad")


@dataclass(frozen=True, slots=True)
class Gap:
    """Of which event, and what is missing."""

    slug: str
    title: str
    words: str


def gaps(pages: Sequence[EventPage], today: date) -> tuple[Gap, ...]:
    """In the order of the events; an event that is still to come lacks nothing yet."""
    return tuple(Gap(one.event.slug, one.event.title, GAPS[kind]) for one in pages for kind in _of(one, today))


def _of(page: EventPage, today: date) -> Iterator[str]:
    event = page.event
    if event.state in ("planned", "moved", "withdrawn"):
        if event.last < today:
            yield "outcome"
        elif event.state == "withdrawn" and not event.host:
            yield "new_host"
        return
    if event.state == "held":
        yield from _of_held(page)


def _of_held(page: EventPage) -> Iterator[str]:
    event, kind = page.event, page.event.kind
    if event.precision in ("year", "unknown") and kind != "exchange":
        yield "date"
    if not event.host and event.form != "video" and kind in _GATHERING:
        yield "host"
    if event.attendance is None and kind in _GATHERING:
        yield "people"
    if not page.present and kind in _OF_CITIES:
        yield "cities"
    if kind == "exchange" and event.present is None:
        yield "answered"
    if kind == "section" and not (page.lines.get(LINES["decision"]) or page.lines.get(LINES["intention"])):
        yield "decisions"
