"""Reads of the union: its cities, its events, its people, the sources of facts, as frozen views."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from spartakiad.models.union import City, EventCity, Source, UnionEvent, UnionFact
from spartakiad.union.former import ALWAYS_SO, Former, Stood, former, stood_within
from spartakiad.union.noted import ROUGH, STANDS, in_order, noted
from spartakiad.words import union as words
from spartakiad.words.counting import count

_PEOPLE, _CITIES = "участников", "городов"  # where nobody typed who was counted


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

    `people` and `cities` in words, `attendance` and `present` as numbers. `stood`: days it was moved from; `gone`: the
    city that withdrew, while there is no other; `left`: «на март 2032 г.» of one that is shown as it stood before.
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
    stood: tuple[Stood, ...] = ()
    gone: str = ""
    left: str = ""

    @property
    def when(self) -> str:
        return words.when(self.first, self.last, self.precision)

    @property
    def days(self) -> str:
        """«1–4» beside the name of the month; «–» where the days are not known."""
        return words.days(self.first, self.last, self.precision)

    @property
    def exact(self) -> bool:
        """Of one whose first day alone is known, «с 12 марта» is as exact as it is said."""
        return self.precision in ("days", "first_day")

    @property
    def rough(self) -> bool:
        """Known to its year at most."""
        return self.precision in ROUGH

    @property
    def turn(self) -> tuple[bool, date, date, int]:
        """Its place in a year, as `in_order` has it: by its days, what is known to the year alone stands last."""
        return self.rough, self.first, self.last, self.position

    @property
    def kind_words(self) -> str:
        return words.EVENT_KINDS[self.kind]

    @property
    def badge(self) -> tuple[str, str] | None:
        """Kind and words of the state; None for what was simply held."""
        if self.left:
            return words.EVENT_STATES["moved"][0], f"перенесено {self.left}"
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
    """Years that have events or had them before they were moved, the latest first."""
    spans = list(session.exec(select(col(UnionEvent.starts_on), col(UnionEvent.ends_on)).where(STANDS)))
    spans += [(stood.first, stood.last) for one in former(session).values() for stood in one.stood]
    years = {year for first, last in spans for year in range(first.year, last.year + 1)}
    return tuple(sorted(years, reverse=True))


def events(session: Session, year: int | None = None) -> tuple[EventView, ...]:
    """Events of a year or all, by their days; of a year also those that touch it or were moved out of it."""
    known = former(session)
    query = noted().order_by(*in_order())
    if year is None:
        return event_views(session.exec(query).all(), known)
    touches = touching(date(year, 1, 1), date(year, 12, 31), known)
    return in_year(event_views(session.exec(query.where(touches)).all(), known), year)


def in_year(views: Sequence[EventView], year: int) -> tuple[EventView, ...]:
    """In their order, those that were moved out of the year as they stood in it."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return tuple(sorted((as_stood(view, first, last) for view in views), key=lambda view: view.turn))


def touching(first: date, last: date, known: Mapping[int, Former], unless: Sequence[str] = ()) -> Any:
    """Events that lie there at least in part, and those that were to; `unless` that is known so roughly."""
    now = (col(UnionEvent.starts_on) <= last) & (col(UnionEvent.ends_on) >= first)
    exact = col(UnionEvent.precision).not_in(unless)
    return (now & exact) | col(UnionEvent.id).in_(stood_within(known, first, last, unless))


def as_stood(view: EventView, first: date, last: date) -> EventView:
    """Of one that is not there any more, the days it had there and where it was moved."""
    if view.first <= last and view.last >= first:
        return view
    was = next((one for one in reversed(view.stood) if one.touches(first, last)), None)
    if was is None:
        return view
    left = words.onto(view.first, view.last, view.precision)
    return replace(view, first=was.first, last=was.last, precision=was.precision, left=left)


def events_of_games(session: Session, games: str) -> tuple[EventView, ...]:
    """The Games themselves as an event, and what was held in their days."""
    query = noted().where(col(UnionEvent.games) == games)
    ordered = query.order_by(col(UnionEvent.starts_on), col(UnionEvent.position), col(UnionEvent.id))
    return event_views(session.exec(ordered).all(), former(session))


def events_of_city(session: Session, city: str) -> tuple[EventView, ...]:
    """Events where the city was host or was named as taking part."""
    present = select(col(EventCity.event_id)).where(col(EventCity.city) == city)
    query = noted().where((col(UnionEvent.host) == city) | col(UnionEvent.id).in_(present))
    return event_views(session.exec(query.order_by(*in_order(latest_first=True))).all(), former(session))


def _city(row: City) -> CityView:
    member, spot = row.membership == "member", (row.latitude, row.longitude)
    degrees = [float(one) if one else None for one in spot]
    return CityView(row.slug, row.title, row.of_form, row.in_form, row.region, member, *degrees)


def source_view(row: Source) -> SourceView:
    return SourceView(row.slug, row.title, row.url)


def event_views(rows: Sequence[UnionEvent], known: Mapping[int, Former]) -> tuple[EventView, ...]:
    return tuple(event_view(row, known.get(row.id or 0, ALWAYS_SO)) for row in rows)


def event_view(row: UnionEvent, was: Former) -> EventView:
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
        people=count(row.people, row.people_precision, row.people_who or _PEOPLE) if row.people else "",
        cities=count(row.cities, row.cities_precision, row.cities_who or _CITIES) if row.cities else "",
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
        stood=was.stood,
        gone=was.gave_up[-1].city if was.gave_up and row.state == "withdrawn" else "",
    )
