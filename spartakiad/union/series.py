"""Series and sections: what is held again and again, and what was decided there."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from spartakiad.errors import Refusal
from spartakiad.models.union import EventLine, EventSeries, UnionEvent, UnionFact
from spartakiad.union.queries import EventView, event_view


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """A series and its editions, the latest first."""

    slug: str
    title: str
    editions: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What a sitting decided or meant to do: the words, of which Games, and at which event."""

    text: str
    games: str
    firm: bool
    event: EventView


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
    query = select(UnionEvent).where(col(UnionEvent.series) == slug).order_by(col(UnionEvent.starts_on).desc())
    return SeriesPage(slug, row.title, tuple(map(event_view, session.exec(query))))


def all_series(session: Session) -> dict[str, str]:
    """Titles by slug."""
    return {row.slug: row.title for row in session.exec(select(EventSeries).order_by(col(EventSeries.title)))}


def section_page(session: Session, slug: str) -> SectionPage:
    """Raises Refusal not_found."""
    fact = select(UnionFact).where(col(UnionFact.slug) == slug, col(UnionFact.kind) == "section")
    row = session.exec(fact).one_or_none()
    if row is None:
        raise Refusal("not_found")
    query = select(UnionEvent).where(col(UnionEvent.section) == slug).order_by(col(UnionEvent.starts_on).desc())
    rows = session.exec(query).all()
    views = {one.id: event_view(one) for one in rows}
    told = select(EventLine).where(
        col(EventLine.event_id).in_(views), col(EventLine.kind).in_(("decision", "intention"))
    )
    lines = session.exec(told.order_by(col(EventLine.position)))
    by_event = sorted(lines, key=lambda one: list(views).index(one.event_id))
    decisions = (Decided(one.text, one.games, one.kind == "decision", views[one.event_id]) for one in by_event)
    return SectionPage(slug, row.value, tuple(views.values()), tuple(decisions))
