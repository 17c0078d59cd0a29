"""How events stood before: the days they were moved from, the cities that were to receive them and withdrew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from sqlmodel import Session, col, func, select

from spartakiad.models.union import City, EventStep, UnionEvent
from spartakiad.union.noted import STANDS, noted
from spartakiad.words import union as words
from spartakiad.words.dates import MOSCOW

Decision = tuple[str, str]  # which Games, and which city is to receive it
Said = tuple[str, date | None]
GivenUp = Mapping[Decision, tuple[Said, ...]]


@dataclass(frozen=True, slots=True)
class Stood:
    """Days that an event had until it was moved, and why it was."""

    first: date
    last: date
    precision: str
    reason: str = field(default="", compare=False)

    @property
    def when(self) -> str:
        return words.when(self.first, self.last, self.precision)

    def touches(self, first: date, last: date) -> bool:
        return self.first <= last and self.last >= first


@dataclass(frozen=True, slots=True)
class GaveUp:
    """A city that was to receive the event and withdrew; `on` is None where nobody says when."""

    city: str
    reason: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Former:
    """Of one event, the oldest first; the days it has now are not among them."""

    stood: tuple[Stood, ...] = ()
    gave_up: tuple[GaveUp, ...] = ()


ALWAYS_SO = Former()


def former(session: Session) -> Mapping[int, Former]:
    """By event, of those that were moved or left by their host: one statement, however many events there are.

    Where an event stood that was written down by mistake, nothing stood.
    """
    first, last = col(EventStep.starts_on), col(EventStep.ends_on)
    moved = (func.min(first) != func.max(first)) | (func.min(last) != func.max(last))
    left = func.count().filter(col(EventStep.state) == "withdrawn") > 0
    told = select(col(EventStep.event_id)).group_by(col(EventStep.event_id)).having(moved | left)
    standing = select(col(UnionEvent.id)).where(STANDS)
    query = select(EventStep).where(col(EventStep.event_id).in_(told), col(EventStep.event_id).in_(standing))
    rows = session.exec(query.order_by(col(EventStep.event_id), col(EventStep.position)))
    by_event = groupby(rows, key=lambda step: step.event_id)
    return {event: _former(tuple(steps)) for event, steps in by_event}


def stood_within(known: Mapping[int, Former], first: date, last: date, unless: Sequence[str]) -> list[int]:
    """Events that once stood there, `unless` that was known so roughly."""
    spans = ((event, stood) for event, one in known.items() for stood in one.stood if stood.precision not in unless)
    return [event for event, stood in spans if stood.touches(first, last)]


def given_up(session: Session, games: Iterable[str], known: Mapping[int, Former]) -> GivenUp:
    """Of Games that were decided on: in words that the city withdrew, and when it said so."""
    wanted = set(games)
    if not wanted:
        return {}
    query = noted().where(col(UnionEvent.games).in_(wanted), col(UnionEvent.kind) == "spartakiad")
    cities = {city.slug: city.title for city in session.exec(select(City))}
    told: dict[Decision, tuple[Said, ...]] = {}
    for event in session.exec(query):
        for one in known.get(event.id or 0, ALWAYS_SO).gave_up:
            said = words.gave_up(cities.get(one.city, one.city), event.title, one.reason, one.on)
            told[event.games, one.city] = (*told.get((event.games, one.city), ()), (said, one.on))
    return told


def _former(steps: Sequence[EventStep]) -> Former:
    left = (step for step in steps if step.state == "withdrawn" and step.host)
    return Former(_stood(steps), tuple(GaveUp(step.host, step.reason, _said(step)) for step in left))


def _stood(steps: Sequence[EventStep]) -> tuple[Stood, ...]:
    """A date that became more exact is no move, unless it is of another year."""
    found: list[Stood] = []
    was: Stood | None = None
    for step in steps:
        if step.starts_on is None or step.ends_on is None:
            continue
        now = Stood(step.starts_on, step.ends_on, step.precision)
        if was and now != was and (step.state == "moved" or now.first.year != was.first.year):
            found.append(Stood(was.first, was.last, was.precision, step.reason))
        was = now
    return tuple(found)


def _said(step: EventStep) -> date | None:
    return step.said_on or (step.at.astimezone(MOSCOW).date() if step.at else None)
