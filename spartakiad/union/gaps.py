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
    """In the order of the events; what was moved out of the year lacks nothing there."""
    own = (one for one in pages if not one.event.left)
    return tuple(Gap(one.event.slug, one.event.title, GAPS[kind]) for one in own for kind in _of(one, today))


def _of(page: EventPage, today: date) -> Iterator[str]:
    event = page.event
    if event.state == "held":
        yield from _of_held(page)
    elif event.state != "cancelled":
        yield from _of_planned(page, today)


def _of_planned(page: EventPage, today: date) -> Iterator[str]:
    """Nobody came yet; when and where it will be has to be known."""
    event = page.event
    if event.last < today:
        yield "outcome"
        return
    if event.rough:
        yield "term"
    if event.state == "withdrawn" and not event.host:
        yield "new_host"
    elif _lacks_host(page):
        yield "host"


def _lacks_host(page: EventPage) -> bool:
    return not page.event.host and page.event.form != "video" and page.event.kind in _GATHERING


def _of_held(page: EventPage) -> Iterator[str]:
    event, kind = page.event, page.event.kind
    if not event.exact and kind != "exchange":
        yield "date"
    if _lacks_host(page):
        yield "host"
    if event.attendance is None and kind in _GATHERING:
        yield "people"
    if not page.present and kind in _OF_CITIES:
        yield "cities"
    if kind == "exchange" and page.answered is None:
        yield "answered"
    if kind == "section" and not (page.lines.get(LINES["decision"]) or page.lines.get(LINES["intention"])):
        yield "decisions"
