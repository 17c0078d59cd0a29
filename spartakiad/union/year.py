"""All that the annual report of a year is made of, read at once."""

from collections.abc import Mapping
from datetime import date

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from spartakiad.errors import Refusal
from spartakiad.models.union import UnionEvent, UnionFact
from spartakiad.union.event_page import pages_of_year
from spartakiad.union.former import former
from spartakiad.union.noted import in_order, noted
from spartakiad.union.queries import cities, event_views
from spartakiad.union.report import AboutYear, Podium, Year


def year_told(session: Session, year: int, podiums: Mapping[str, Podium]) -> Year:
    """`podiums` by Games. Raises Refusal not_found for a year without events."""
    was = former(session)
    pages = pages_of_year(session, year, was)
    if not pages:
        raise Refusal("not_found")
    after = event_views(session.exec(_of(year + 1).order_by(*in_order())).all(), was)
    return Year(year, _union(session, year), pages, after, podiums, cities(session))


def games_told(session: Session, year: int) -> set[str]:
    """Games that the report of a year tells of."""
    return {event.games for event in session.exec(_of(year)) if event.kind == "spartakiad"}


def _of(year: int) -> SelectOfScalar[UnionEvent]:
    return noted().where(col(UnionEvent.starts_on).between(date(year, 1, 1), date(year, 12, 31)))


def _union(session: Session, year: int) -> AboutYear:
    """What the report of that year said itself; of other years only the name is told."""
    rows = session.exec(select(UnionFact).order_by(col(UnionFact.position))).all()
    names = [row.value for row in rows if row.kind == "name"]
    told = [row for row in rows if f"report-{year}" in row.sources.split()]

    def of(kind: str) -> tuple[str, ...]:
        return tuple(row.value for row in told if row.kind == kind)

    mandate = int(next(iter(of("mandate")), "0"))
    return AboutYear(names[1] if len(names) > 1 else "Союза", of("took_part"), of("partner"), of("expected"), mandate)
