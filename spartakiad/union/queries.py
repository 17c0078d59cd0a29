"""Reads of the union: its cities, its events, its people, the sources of facts, as frozen views."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from spartakiad.errors import Refusal
from spartakiad.models.union import City, EventCity, EventLine, EventPerson, Source, UnionEvent, UnionFact
from spartakiad.words import union as words


@dataclass(frozen=True, slots=True)
class CityView:
    """`of` and `where` are the genitive «Вологды» and the prepositional «в Вологде»."""

    slug: str
    title: str
    of: str
    where: str
    region: str
    member: bool


@dataclass(frozen=True, slots=True)
class SourceView:
    slug: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as lists show it. First and last day are the span it lies in unless `precision` is days."""

    slug: str
    title: str
    kind: str
    state: str
    first: date
    last: date
    precision: str
    host: str
    games: str
    theme: str
    people: str
    cities: str
    version: int

    @property
    def when(self) -> str:
        return words.when(self.first, self.last, self.precision)

    @property
    def days(self) -> str:
        """«1–4» beside the name of the month; «–» where the days are not known."""
        return words.days(self.first, self.last, self.precision)

    @property
    def exact(self) -> bool:
        return self.precision == "days"

    @property
    def kind_words(self) -> str:
        return words.EVENT_KINDS[self.kind]

    @property
    def badge(self) -> tuple[str, str] | None:
        """Kind and words of the state; None for what was simply held."""
        return words.EVENT_STATES.get(self.state)


@dataclass(frozen=True, slots=True)
class Present:
    """A city at an event: `online` by video, `speaking` with a report of its own."""

    city: str
    online: bool
    speaking: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A person named at an event, with the post in the words of the source."""

    name: str
    post: str
    city: str


@dataclass(frozen=True, slots=True)
class Told:
    """A line of an event's account, perhaps about a Games."""

    text: str
    games: str


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event with all that its sources tell. `people` by role, `lines` by kind, both under their Russian headings."""

    event: EventView
    form: str
    section: str
    occasion: str
    audience: str
    host_inferred: bool
    present: tuple[Present, ...]
    people: Mapping[str, tuple[Named, ...]]
    lines: Mapping[str, tuple[Told, ...]]
    note: str
    quote: tuple[str, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class UnionView:
    """`people`: name and post; `sections`: titles."""

    people: tuple[tuple[str, str], ...]
    sections: tuple[str, ...]


def cities(session: Session) -> Mapping[str, CityView]:
    """All cities by slug, in the order of the Russian alphabet."""
    rows = session.exec(select(City).order_by(col(City.sort_key)))
    return {row.slug: _city(row) for row in rows}


def sources(session: Session, slugs: Sequence[str]) -> tuple[SourceView, ...]:
    """The sources in the order they are asked for."""
    found = {row.slug: row for row in session.exec(select(Source).where(col(Source.slug).in_(slugs)))}
    return tuple(SourceView(slug, found[slug].title, found[slug].url) for slug in slugs)


def about_union(session: Session) -> UnionView:
    rows = session.exec(select(UnionFact).order_by(col(UnionFact.position))).all()
    people = tuple((row.value, row.note) for row in rows if row.kind == "person")
    return UnionView(people, tuple(row.value for row in rows if row.kind == "section"))


def event_years(session: Session) -> tuple[int, ...]:
    """Years that have events, the latest first."""
    return tuple(sorted({first.year for first in session.exec(select(col(UnionEvent.starts_on)))}, reverse=True))


def events(session: Session, year: int | None = None) -> tuple[EventView, ...]:
    """Events of a year or all, by their days, then as the source has them."""
    query = select(UnionEvent).order_by(
        col(UnionEvent.starts_on), col(UnionEvent.ends_on), col(UnionEvent.position), col(UnionEvent.id)
    )
    if year is not None:
        query = query.where(col(UnionEvent.starts_on).between(date(year, 1, 1), date(year, 12, 31)))
    return tuple(_event(row) for row in session.exec(query))


def events_of_city(session: Session, city: str) -> tuple[EventView, ...]:
    """Events where the city was host or was named as taking part."""
    present = select(col(EventCity.event_id)).where(col(EventCity.city) == city)
    query = select(UnionEvent).where((col(UnionEvent.host) == city) | col(UnionEvent.id).in_(present))
    ordered = query.order_by(col(UnionEvent.starts_on).desc(), col(UnionEvent.position))
    return tuple(_event(row) for row in session.exec(ordered))


def event_page(session: Session, slug: str) -> EventPage:
    """One event. Raises Refusal not_found."""
    row = session.exec(select(UnionEvent).where(col(UnionEvent.slug) == slug)).one_or_none()
    if row is None:
        raise Refusal("not_found")
    section = session.exec(select(UnionFact).where(col(UnionFact.slug) == row.section)).one_or_none()
    present = select(EventCity).where(col(EventCity.event_id) == row.id).order_by(col(EventCity.position))
    people = select(EventPerson).where(col(EventPerson.event_id) == row.id).order_by(col(EventPerson.position))
    lines = select(EventLine).where(col(EventLine.event_id) == row.id).order_by(col(EventLine.position))
    return EventPage(
        event=_event(row),
        form=words.FORMS.get(row.form, ""),
        section=section.value if section else "",
        occasion=row.occasion,
        audience=row.audience,
        host_inferred=row.host_inferred,
        present=tuple(Present(one.city, one.online, one.speaking) for one in session.exec(present)),
        people=_by_role(session.exec(people).all()),
        lines=_by_kind(session.exec(lines).all()),
        note=row.note,
        quote=tuple(row.quote.splitlines()),
        sources=sources(session, row.sources.split()),
    )


def _city(row: City) -> CityView:
    return CityView(row.slug, row.title, row.of_form, row.in_form, row.region, row.membership == "member")


def _event(row: UnionEvent) -> EventView:
    return EventView(
        slug=row.slug,
        title=row.title,
        kind=row.kind,
        state=row.state,
        first=row.starts_on,
        last=row.ends_on,
        precision=row.precision,
        host=row.host,
        games=row.games,
        theme=row.theme,
        people=words.count(row.people, row.people_precision, row.people_who) if row.people else "",
        cities=words.count(row.cities, row.cities_precision, row.cities_who) if row.cities else "",
        version=row.version,
    )


def _by_role(rows: Sequence[EventPerson]) -> Mapping[str, tuple[Named, ...]]:
    return {
        heading: tuple(Named(row.name, row.post, row.city) for row in rows if row.role == role)
        for role, heading in words.ROLES.items()
        if any(row.role == role for row in rows)
    }


def _by_kind(rows: Sequence[EventLine]) -> Mapping[str, tuple[Told, ...]]:
    return {
        heading: tuple(Told(row.text, row.games) for row in rows if row.kind == kind)
        for kind, heading in words.LINES.items()
        if any(row.kind == kind for row in rows)
    }
