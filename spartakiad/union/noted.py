"""Events that stand in the calendar, in its order: all but those that were written down by mistake."""

from datetime import date
from typing import Any

from sqlmodel import Session, case, col, select
from sqlmodel.sql.expression import SelectOfScalar

from spartakiad.models.union import UnionEvent

ROUGH = ("year", "unknown")
STANDS: Any = col(UnionEvent.mistaken).is_(False)


def noted() -> SelectOfScalar[UnionEvent]:
    """What every read of events begins with."""
    return select(UnionEvent).where(STANDS)


def mistaken(session: Session, year: int) -> list[tuple[str, str]]:
    """Slug and title of what was written down for this year by mistake."""
    within = col(UnionEvent.starts_on).between(date(year, 1, 1), date(year, 12, 31))
    query = select(UnionEvent).where(within, col(UnionEvent.mistaken).is_(True)).order_by(col(UnionEvent.id))
    return [(row.slug, row.title) for row in session.exec(query)]


def in_order(*, latest_first: bool = False) -> tuple[Any, ...]:
    """The order of every list: by years, in a year by days, and what is known to its year alone last.

    Such an event has the whole year for its days: it stands by the last of them, or by the first where lists run back.
    """
    rough, first, last = col(UnionEvent.precision).in_(ROUGH), col(UnionEvent.starts_on), col(UnionEvent.ends_on)
    beside = (col(UnionEvent.position), col(UnionEvent.id))
    if latest_first:
        return (first.desc(), rough, last.desc(), *beside)
    return (case((rough, last), else_=first), rough, first, last, *beside)
