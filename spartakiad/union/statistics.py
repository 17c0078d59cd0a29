"""The union's years in numbers: events by year and kind, hosts, who came to how many, how many people."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from spartakiad.models.union import EventCity, UnionEvent


@dataclass(frozen=True, slots=True)
class YearNumbers:
    """`kinds`: events by kind; `people`: the sum of what is known, told of `counted` events."""

    year: int
    kinds: Mapping[str, int]
    people: int
    counted: int

    @property
    def total(self) -> int:
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True)
class Statistics:
    """`years` oldest first; `hosts` and `guests`: cities with how many events they held and were named at."""

    years: tuple[YearNumbers, ...]
    hosts: tuple[tuple[str, int], ...]
    guests: tuple[tuple[str, int], ...]


def statistics(session: Session) -> Statistics:
    """Two statements, however many years there are. What was cancelled is not counted."""
    query = select(col(UnionEvent.starts_on), col(UnionEvent.kind), col(UnionEvent.host), col(UnionEvent.people))
    rows = session.exec(query.where(col(UnionEvent.state) != "cancelled")).all()
    years: dict[int, list[tuple[str, int | None]]] = {}
    for first, kind, _, people in rows:
        years.setdefault(first.year, []).append((kind, people))
    hosts = Counter(host for _, _, host, _ in rows if host)
    return Statistics(
        tuple(_numbers(year, years[year]) for year in sorted(years)), tuple(hosts.most_common()), _guests(session)
    )


def _numbers(year: int, events: list[tuple[str, int | None]]) -> YearNumbers:
    known = [people for _, people in events if people]
    return YearNumbers(year, Counter(kind for kind, _ in events), sum(known), len(known))


def _guests(session: Session) -> tuple[tuple[str, int], ...]:
    named = func.count(col(EventCity.id))
    query = select(col(EventCity.city), named).join(UnionEvent, col(UnionEvent.id) == col(EventCity.event_id))
    counted = query.where(col(UnionEvent.state) != "cancelled").group_by(col(EventCity.city))
    return tuple((city, count) for city, count in session.exec(counted.order_by(named.desc(), col(EventCity.city))))
