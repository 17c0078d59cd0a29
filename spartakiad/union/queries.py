"""Reads of the union: its cities, its events, its people, the sources of facts, as frozen views."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from spartakiad.models.union import City, EventCity, Source, UnionEvent, UnionFact
from spartakiad.words import union as words


@dataclass(frozen=True, slots=True)
class CityView:
    """`of` and `where` are the genitive «Вологды» and the prepositional «в Вологде». Degrees north and east."""

    slug: str
    title: str
    of: str
    where: str
    region: str
    member: bool
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class SourceView:
    slug: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as lists show it. First and last day are the span it lies in unless `precision` is days.

    `people` and `cities` in words, `attendance` and `present` as numbers.
    """

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
    form: str = ""
    section: str = ""
    series: str = ""
    edition: int | None = None
    place: str = ""
    attendance: int | None = None
    present: int | None = None
    answers_by: date | None = None
    summary_by: date | None = None
    changed_at: datetime | None = None
    position: int = 0

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

    @property
    def form_words(self) -> str:
        return words.FORMS.get(self.form, "")


@dataclass(frozen=True, slots=True)
class UnionView:
    """`people`: name and post; `sections`: titles; `titles` of sections by slug."""

    people: tuple[tuple[str, str], ...]
    sections: tuple[str, ...]
    titles: Mapping[str, str]


def cities(session: Session) -> Mapping[str, CityView]:
    """All cities by slug, in the order of the Russian alphabet."""
    rows = session.exec(select(City).order_by(col(City.sort_key)))
    return {row.slug: _city(row) for row in rows}


def sources(session: Session, slugs: Sequence[str]) -> tuple[SourceView, ...]:
    """The sources in the order they are asked for."""
    found = {row.slug: row for row in session.exec(select(Source).where(col(Source.slug).in_(slugs)))}
    return tuple(source_view(found[slug]) for slug in slugs)


def about_union(session: Session) -> UnionView:
    rows = session.exec(select(UnionFact).order_by(col(UnionFact.position))).all()
    people = tuple((row.value, row.note) for row in rows if row.kind == "person")
    titles = {row.slug: row.value for row in rows if row.kind == "section"}
    return UnionView(people, tuple(titles.values()), titles)


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
    return tuple(event_view(row) for row in session.exec(query))


def events_of_games(session: Session, games: str) -> tuple[EventView, ...]:
    """The Games themselves as an event, and what was held in their days."""
    query = select(UnionEvent).where(col(UnionEvent.games) == games)
    ordered = query.order_by(col(UnionEvent.starts_on), col(UnionEvent.position), col(UnionEvent.id))
    return tuple(event_view(row) for row in session.exec(ordered))


def events_of_city(session: Session, city: str) -> tuple[EventView, ...]:
    """Events where the city was host or was named as taking part."""
    present = select(col(EventCity.event_id)).where(col(EventCity.city) == city)
    query = select(UnionEvent).where((col(UnionEvent.host) == city) | col(UnionEvent.id).in_(present))
    ordered = query.order_by(col(UnionEvent.starts_on).desc(), col(UnionEvent.position))
    return tuple(event_view(row) for row in session.exec(ordered))


def _city(row: City) -> CityView:
    member, spot = row.membership == "member", (row.latitude, row.longitude)
    degrees = [float(one) if one else None for one in spot]
    return CityView(row.slug, row.title, row.of_form, row.in_form, row.region, member, *degrees)


def source_view(row: Source) -> SourceView:
    return SourceView(row.slug, row.title, row.url)


def event_view(row: UnionEvent) -> EventView:
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
        form=row.form,
        section=row.section,
        series=row.series,
        edition=row.edition,
        place=row.place,
        attendance=row.people,
        present=row.cities,
        answers_by=row.answers_by,
        summary_by=row.summary_by,
        changed_at=row.changed_at,
        position=row.position,
    )
