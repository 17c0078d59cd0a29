"""Events chosen from the whole calendar: by year, month, kind, section, city, series and words, a page at a time."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, func, select

from spartakiad.models.union import EventCity, UnionEvent
from spartakiad.union.former import Former, former
from spartakiad.union.noted import ROUGH, STANDS, in_order, noted
from spartakiad.union.queries import CityView, EventView, as_stood, event_views, touching
from spartakiad.words.searching import Asked, understood

PAGE = 100  # events of one page of a list
MOST = 5000  # events of one file
_AHEAD = ("planned", "moved", "withdrawn")


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
    """Three statements, however many events there are; a page beyond the last is the last."""
    known = former(session)
    where = _where(wanted, cities, known)
    total = session.exec(select(func.count()).select_from(UnionEvent).where(STANDS, *where)).one()
    pages = max(1, -(-total // PAGE))
    page = min(page, pages)
    order = in_order(latest_first=not oldest_first)
    here = select(col(UnionEvent.id)).where(STANDS, *where).order_by(*order).limit(PAGE).offset((page - 1) * PAGE)
    rows = session.exec(noted().where(col(UnionEvent.id).in_(here)).order_by(*order)).all()
    return Found(_shown(event_views(rows, known), wanted), total, page, pages)


def all_found(session: Session, wanted: Wanted, cities: Mapping[str, CityView]) -> tuple[EventView, ...]:
    """Everything at once, in the order of the calendar: for a file. An event stands there as it stands now."""
    known = former(session)
    query = noted().where(*_where(wanted, cities, known)).order_by(*in_order()).limit(MOST)
    return event_views(session.exec(query).all(), known)


def _shown(views: tuple[EventView, ...], wanted: Wanted) -> tuple[EventView, ...]:
    return tuple(as_stood(view, *_span(wanted)) for view in views) if wanted.year else views


def _where(wanted: Wanted, cities: Mapping[str, CityView], known: Mapping[int, Former]) -> list[Any]:
    own = ("kind", "section", "series", "state")
    where = [col(getattr(UnionEvent, name)) == getattr(wanted, name) for name in own if getattr(wanted, name)]
    if wanted.year:
        where += _within(wanted, known)
    if wanted.ahead_of:
        where += [col(UnionEvent.ends_on) >= wanted.ahead_of, col(UnionEvent.state).in_(_AHEAD)]
    asked = understood(wanted.q, {slug: _forms(city) for slug, city in cities.items()}) if wanted.q else Asked((), ())
    where += [_at(city) for city in (*asked.cities, *filter(None, [wanted.city]))]
    return where + [col(UnionEvent.found_by).contains(stem, autoescape=True) for stem in asked.stems]


def _within(wanted: Wanted, known: Mapping[int, Former]) -> list[Any]:
    """All that touches the time or was moved out of it; of a month, not what is merely known to its year."""
    return [touching(*_span(wanted), known, unless=ROUGH if wanted.month else ())]


def _span(wanted: Wanted) -> tuple[date, date]:
    year, month = wanted.year or date.min.year, wanted.month
    return date(year, month or 1, 1), date(year, month or 12, monthrange(year, month or 12)[1])


def _at(city: str) -> Any:
    """Its host, or one of those that took part."""
    took_part = select(col(EventCity.event_id)).where(col(EventCity.city) == city)
    return (col(UnionEvent.host) == city) | col(UnionEvent.id).in_(took_part)


def _forms(city: CityView) -> tuple[str, ...]:
    """«Петрозаводск», «Петрозаводска», «Петрозаводске»; prepositions are no part of a name."""
    return (city.title, city.of, city.where.partition(" ")[2])
