"""Series and sections: what is held again and again, and what was decided there."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from spartakiad.errors import Refusal
from spartakiad.models.union import EventLine, EventSeries, UnionEvent, UnionFact
from spartakiad.union.event_page import later
from spartakiad.union.former import former, given_up
from spartakiad.union.noted import in_order, noted
from spartakiad.union.queries import EventView, event_views


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """A series and its editions, the latest first."""

    slug: str
    title: str
    editions: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What a sitting decided or meant to do: the words, of which Games, at which event, and who withdrew later."""

    text: str
    games: str
    firm: bool
    event: EventView
    later: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A section, its sittings and what they decided, the latest first."""

    slug: str
    title: str
    sittings: tuple[EventView, ...]
    decisions: tuple[Decided, ...]


def series_page(session: Session, slug: str) -> SeriesPage:
    """Raises Refusal not_found."""
    row = session.exec(select(EventSeries).where(col(EventSeries.slug) == slug)).one_or_none()
    if row is None:
        raise Refusal("not_found")
    query = noted().where(col(UnionEvent.series) == slug).order_by(*in_order(latest_first=True))
    return SeriesPage(slug, row.title, event_views(session.exec(query).all(), former(session)))


def all_series(session: Session) -> dict[str, str]:
    """Titles by slug."""
    return {row.slug: row.title for row in session.exec(select(EventSeries).order_by(col(EventSeries.title)))}


def section_page(session: Session, slug: str) -> SectionPage:
    """Raises Refusal not_found."""
    fact = select(UnionFact).where(col(UnionFact.slug) == slug, col(UnionFact.kind) == "section")
    row = session.exec(fact).one_or_none()
    if row is None:
        raise Refusal("not_found")
    query = noted().where(col(UnionEvent.section) == slug).order_by(*in_order(latest_first=True))
    was = former(session)
    rows = session.exec(query).all()
    views = dict(zip((one.id for one in rows), event_views(rows, was), strict=True))
    told = select(EventLine).where(
        col(EventLine.event_id).in_(views), col(EventLine.kind).in_(("decision", "intention"))
    )
    lines = session.exec(told.order_by(col(EventLine.position))).all()
    given = given_up(session, (line.games for line in lines if line.games), was)
    by_event = sorted(lines, key=lambda one: list(views).index(one.event_id))
    decisions = (
        Decided(one.text, one.games, one.kind == "decision", at, later(one, at.first, given))
        for one, at in ((one, views[one.event_id]) for one in by_event)
    )
    return SectionPage(slug, row.value, tuple(views.values()), tuple(decisions))
