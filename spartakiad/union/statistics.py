"""The union's years in numbers: events held by year and kind, hosts, who came to how many, how many people."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from spartakiad.models.union import EventCity, UnionEvent
from spartakiad.union.noted import STANDS


@dataclass(frozen=True, slots=True)
class YearNumbers:
    """`kinds`: events held, by kind; `ahead`: planned, moved or left by their host; `people`: the sum of what is known,
    told of `counted` events; `precision`: as precise as the roughest of them.
    """

    year: int
    kinds: Mapping[str, int]
    ahead: int
    cancelled: int
    people: int
    precision: str
    counted: int

    @property
    def total(self) -> int:
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    state: str
    people: int | None
    precision: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """`years` oldest first; `hosts` and `guests`: cities with how many events they held and were named at."""

    years: tuple[YearNumbers, ...]
    hosts: tuple[tuple[str, int], ...]
    guests: tuple[tuple[str, int], ...]


def statistics(session: Session) -> Statistics:
    """Two statements, however many years there are. Only what was held has a host and guests."""
    own = (UnionEvent.starts_on, UnionEvent.host, UnionEvent.kind, UnionEvent.state)
    query = select(*map(col, own), col(UnionEvent.people), col(UnionEvent.people_precision))  # type: ignore[call-overload]
    years: dict[int, list[_Row]] = {}
    hosts: Counter[str] = Counter()
    for first, host, kind, state, people, precision in session.exec(query.where(STANDS).order_by(col(UnionEvent.id))):
        years.setdefault(first.year, []).append(_Row(kind, state, people, precision))
        hosts[host] += bool(host) and state == "held"
    return Statistics(
        tuple(_numbers(year, years[year]) for year in sorted(years)),
        tuple(sorted(((host, count) for host, count in hosts.items() if count), key=lambda one: (-one[1], one[0]))),
        _guests(session),
    )


def _numbers(year: int, events: Sequence[_Row]) -> YearNumbers:
    held = [one for one in events if one.state == "held"]
    known = [one for one in held if one.people]
    cancelled = sum(one.state == "cancelled" for one in events)
    return YearNumbers(
        year=year,
        kinds=Counter(one.kind for one in held),
        ahead=len(events) - len(held) - cancelled,
        cancelled=cancelled,
        people=sum(one.people or 0 for one in known),
        precision=_roughest({one.precision for one in known}),
        counted=len(known),
    )


def _roughest(precisions: set[str]) -> str:
    """«Около» of one makes the sum «около»; «более» alone leaves it a least number."""
    return next((one for one in ("about", "more") if one in precisions), "exact")


def _guests(session: Session) -> tuple[tuple[str, int], ...]:
    named = func.count(col(EventCity.id))
    query = select(col(EventCity.city), named).join(UnionEvent, col(UnionEvent.id) == col(EventCity.event_id))
    counted = query.where(STANDS, col(UnionEvent.state) == "held").group_by(col(EventCity.city))
    return tuple((city, count) for city, count in session.exec(counted.order_by(named.desc(), col(EventCity.city))))
