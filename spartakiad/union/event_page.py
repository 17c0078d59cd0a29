"""One event with all that is known of it, as a frozen view."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from sqlmodel import Session, col, select

from spartakiad.errors import Refusal
from spartakiad.models.union import (
    EventCity,
    EventLine,
    EventPerson,
    EventSeries,
    EventStep,
    Source,
    UnionEvent,
    UnionFact,
)
from spartakiad.union.former import ALWAYS_SO, Former, GivenUp, former, given_up
from spartakiad.union.noted import in_order, noted
from spartakiad.union.queries import EventView, SourceView, as_stood, event_view, source_view, touching
from spartakiad.words import union as words
from spartakiad.words.dates import day

Line = TypeVar("Line", EventCity, EventPerson, EventLine, EventStep)


@dataclass(frozen=True, slots=True)
class Present:
    """A city at an event: `online` by video, `speaking` with a report of its own, `outside` the union."""

    city: str
    online: bool
    speaking: bool
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A person named at an event, with the post in the words of the source."""

    name: str
    post: str
    city: str


@dataclass(frozen=True, slots=True)
class Told:
    """A line of an event's account, perhaps about a Games and the city that is to receive it."""

    text: str
    games: str
    city: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of an event, in words; `when` and `host` as they stood from then on, «» where nobody says."""

    state: str
    words: str
    host: str
    when: str
    reason: str
    said: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event with all that its sources tell. `people` by role, `lines` by kind, both under their Russian headings."""

    event: EventView
    mistaken: bool
    form: str
    section: str
    series: str
    occasion: str
    audience: str
    host_inferred: bool
    people_precision: str
    people_who: str
    cities_precision: str
    cities_who: str
    present: tuple[Present, ...]
    people: Mapping[str, tuple[Named, ...]]
    lines: Mapping[str, tuple[Told, ...]]
    history: tuple[Step, ...]
    note: str
    quote: tuple[str, ...]
    sources: tuple[SourceView, ...]

    @property
    def answered(self) -> int | None:
        """Of an information exchange, how many cities answered: as it was typed, else as they are ticked."""
        return self.event.present or len(self.present) or None


def event_page(session: Session, slug: str) -> EventPage:
    """One event. Raises Refusal not_found."""
    row = session.exec(select(UnionEvent).where(col(UnionEvent.slug) == slug)).one_or_none()
    if row is None:
        raise Refusal("not_found")
    return event_pages(session, [row], former(session))[0]


def pages_of_year(session: Session, year: int, was: Mapping[int, Former] | None = None) -> tuple[EventPage, ...]:
    """Every event that touches a year or was moved out of it, with all that is known, in the order of the calendar."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    was = former(session) if was is None else was
    query = noted().where(touching(first, last, was)).order_by(*in_order())
    pages = event_pages(session, session.exec(query).all(), was)
    stood = (replace(page, event=as_stood(page.event, first, last)) for page in pages)
    return tuple(sorted(stood, key=lambda page: page.event.turn))


def event_pages(session: Session, rows: Sequence[UnionEvent], was: Mapping[int, Former]) -> tuple[EventPage, ...]:
    """In the order of the rows; as many statements for one event as for many."""
    ids = [row.id or 0 for row in rows]
    present, people = _lines(session, EventCity, ids), _lines(session, EventPerson, ids)
    lines, steps = _lines(session, EventLine, ids), _lines(session, EventStep, ids)
    known = {one.slug: one.value for one in session.exec(select(UnionFact).where(col(UnionFact.kind) == "section"))}
    series = {one.slug: one.title for one in session.exec(select(EventSeries))}
    told = {one.slug: one for one in session.exec(select(Source))}
    games = {line.games for told_of in lines.values() for line in told_of if line.kind == "decision" and line.games}
    given = given_up(session, games, was)
    return tuple(
        EventPage(
            event=event_view(row, was.get(row.id or 0, ALWAYS_SO)),
            mistaken=row.mistaken,
            form=words.FORMS.get(row.form, ""),
            section=known.get(row.section, ""),
            series=series.get(row.series, ""),
            occasion=row.occasion,
            audience=row.audience,
            host_inferred=row.host_inferred,
            people_precision=row.people_precision,
            people_who=row.people_who,
            cities_precision=row.cities_precision,
            cities_who=row.cities_who,
            present=tuple(Present(one.city, one.online, one.speaking, one.outside) for one in present[row.id or 0]),
            people=_by_role(people[row.id or 0]),
            lines=_by_kind([*lines[row.id or 0], *_given_up(row, lines[row.id or 0], given)]),
            history=tuple(map(_step, steps[row.id or 0])),
            note=row.note,
            quote=tuple(row.quote.splitlines()),
            sources=tuple(source_view(told[slug]) for slug in row.sources.split()),
        )
        for row in rows
    )


def _given_up(row: UnionEvent, lines: Sequence[EventLine], given: GivenUp) -> list[EventLine]:
    """What became of its decisions, unless its own account tells it."""
    told = {line.games for line in lines if line.kind == "withdrawal"}
    return [
        EventLine(event_id=row.id or 0, position=0, kind="withdrawal", text=text, games=line.games, city=line.city)
        for line in lines
        if line.kind == "decision" and line.games not in told
        for text in later(line, row.starts_on, given)
    ]


def later(decision: EventLine, decided: date, given: GivenUp) -> tuple[str, ...]:
    """Who withdrew from it afterwards; `decided`: the first day of the sitting."""
    return tuple(text for text, on in given.get((decision.games, decision.city), ()) if on is None or on >= decided)


def _lines(session: Session, table: type[Line], ids: Sequence[int]) -> Mapping[int, list[Line]]:
    """By event, in their order."""
    query = select(table).where(col(table.event_id).in_(ids)).order_by(col(table.position))
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for one in session.exec(query):
        found[one.event_id].append(one)
    return found


def _step(row: EventStep) -> Step:
    when = words.when(row.starts_on, row.ends_on, row.precision) if row.starts_on and row.ends_on else ""
    told = row.said_on or row.at
    said = day(told) if told else ""
    return Step(row.state, words.STEPS[row.state], row.host, when, row.reason, said, tuple(row.sources.split()))


def _by_role(rows: Sequence[EventPerson]) -> Mapping[str, tuple[Named, ...]]:
    return {
        heading: tuple(Named(row.name, row.post, row.city) for row in rows if row.role == role)
        for role, heading in words.ROLES.items()
        if any(row.role == role for row in rows)
    }


def _by_kind(rows: Sequence[EventLine]) -> Mapping[str, tuple[Told, ...]]:
    return {
        heading: tuple(Told(row.text, row.games, row.city) for row in rows if row.kind == kind)
        for kind, heading in words.LINES.items()
        if any(row.kind == kind for row in rows)
    }
