"""All that the annual report of a year is made of, read at once."""

from collections.abc import Mapping

from sqlmodel import Session, col, select

from spartakiad.errors import Refusal
from spartakiad.models.union import UnionFact
from spartakiad.union.event_page import pages_of_year
from spartakiad.union.queries import cities, events
from spartakiad.union.report import AboutYear, Podium, Year


def year_told(session: Session, year: int, podiums: Mapping[str, Podium]) -> Year:
    """`podiums` by Games. Raises Refusal not_found for a year without events."""
    pages = pages_of_year(session, year)
    if not pages:
        raise Refusal("not_found")
    return Year(year, _union(session, year), pages, events(session, year + 1), podiums, cities(session))


def _union(session: Session, year: int) -> AboutYear:
    """What the report of that year said itself; of other years only the name is told."""
    rows = session.exec(select(UnionFact).order_by(col(UnionFact.position))).all()
    names = [row.value for row in rows if row.kind == "name"]
    told = [row for row in rows if f"report-{year}" in row.sources.split()]

    def of(kind: str) -> tuple[str, ...]:
        return tuple(row.value for row in told if row.kind == kind)

    mandate = int(next(iter(of("mandate")), "0"))
    return AboutYear(names[1] if len(names) > 1 else "Союза", of("took_part"), of("partner"), of("expected"), mandate)
