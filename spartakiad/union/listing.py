"""Events chosen from the whole calendar: by year, month, kind, section, city, series and words, a page at a time."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, func, select

from spartakiad.models.union import EventCity, UnionEvent
from spartakiad.union.queries import CityView, EventView, event_view
from spartakiad.words.searching import Asked, understood

PAGE = 100  # events of one page of a list
MOST = 5000  # events of one file
_AHEAD = ("planned", "moved", "withdrawn")
_ORDER = (UnionEvent.starts_on, UnionEvent.ends_on, UnionEvent.position, UnionEvent.id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; "" and None ask for nothing. `q` is as it was typed; `ahead_of`: still to come then."""

    q: str = ""
    year: int | None = None
    month: int | None = None
    kind: str = ""
    section: str = ""
    city: str = ""
    series: str = ""
    state: str = ""
    ahead_of: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of a list: its events, how many there are on all pages, which page this is and how many there are."""

    events: tuple[EventView, ...]
    total: int
    page: int
    pages: int


def found(
    session: Session, wanted: Wanted, cities: Mapping[str, CityView], page: int = 1, *, oldest_first: bool = False
) -> Found:
    """Two statements, however many events there are; a page beyond the last is the last."""
    where = _where(wanted, cities)
    total = session.exec(select(func.count()).select_from(UnionEvent).where(*where)).one()
    pages = max(1, -(-total // PAGE))
    page = min(page, pages)
    query = select(UnionEvent).where(*where).order_by(*map(_first if oldest_first else _last, _ORDER))
    rows = session.exec(query.limit(PAGE).offset((page - 1) * PAGE))
    return Found(tuple(map(event_view, rows)), total, page, pages)


def all_found(session: Session, wanted: Wanted, cities: Mapping[str, CityView]) -> tuple[EventView, ...]:
    """Everything at once, in the order of the calendar: for a file."""
    query = select(UnionEvent).where(*_where(wanted, cities)).order_by(*map(_first, _ORDER)).limit(MOST)
    return tuple(map(event_view, session.exec(query)))


def _first(column: Any) -> Any:
    return col(column)


def _last(column: Any) -> Any:
    """The latest days stand first."""
    return col(column).desc() if column in (UnionEvent.starts_on, UnionEvent.ends_on) else col(column)


def _where(wanted: Wanted, cities: Mapping[str, CityView]) -> list[Any]:
    own = ("kind", "section", "series", "state")
    where = [col(getattr(UnionEvent, name)) == getattr(wanted, name) for name in own if getattr(wanted, name)]
    if wanted.year:
        where += _within(wanted.year, wanted.month)
    if wanted.ahead_of:
        where += [col(UnionEvent.ends_on) >= wanted.ahead_of, col(UnionEvent.state).in_(_AHEAD)]
    asked = understood(wanted.q, {slug: _forms(city) for slug, city in cities.items()}) if wanted.q else Asked((), ())
    where += [_at(city) for city in (*asked.cities, *filter(None, [wanted.city]))]
    return where + [col(UnionEvent.found_by).contains(stem, autoescape=True) for stem in asked.stems]


def _within(year: int, month: int | None) -> list[Any]:
    """Of a month, all that touches it and is not merely known to its year."""
    first = date(year, month or 1, 1)
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    if month is None:
        return [col(UnionEvent.starts_on).between(first, last)]
    rough = ("year", "unknown")
    touches = [col(UnionEvent.starts_on) <= last, col(UnionEvent.ends_on) >= first]
    return [*touches, col(UnionEvent.precision).not_in(rough)]


def _at(city: str) -> Any:
    """Its host, or one of those that took part."""
    took_part = select(col(EventCity.event_id)).where(col(EventCity.city) == city)
    return (col(UnionEvent.host) == city) | col(UnionEvent.id).in_(took_part)


def _forms(city: CityView) -> tuple[str, ...]:
    """«Петрозаводск», «Петрозаводска», «Петрозаводске»; prepositions are no part of a name."""
    return (city.title, city.of, city.where.partition(" ")[2])
