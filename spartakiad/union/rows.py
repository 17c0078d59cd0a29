"""Facts of the files as rows of the database: a row that goes by its key, and the lines that belong to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import SQLModel

from spartakiad.models import games as g
from spartakiad.models import union as u
from spartakiad.union.event_rows import event_lines, event_row
from spartakiad.union.facts import City, Holding, Series, Source, Union
from spartakiad.union.games_rows import games_records, games_row
from spartakiad.union.sources import Sources
from spartakiad.words.keys import sort_key


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of fact: the table of its rows and their key; the tables of its lines and the column that points to it."""

    title: str
    table: type[SQLModel]
    key: str = "slug"
    lines: tuple[type[SQLModel], ...] = ()
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """One fact as rows; the lines do not yet know the number of their row."""

    row: Any
    lines: tuple[SQLModel, ...] = ()


EVENT_LINES = (u.EventCity, u.EventPerson, u.EventLine, u.EventStep)
NOUNS: Mapping[str, Noun] = {
    "sources": Noun("Источник", u.Source),
    "cities": Noun("Город", u.City),
    "union": Noun("О Союзе", u.UnionFact),
    "series": Noun("Серия событий", u.EventSeries),
    "games": Noun("Спартакиада", g.Games, lines=(g.GamesRecord,), parent="games_id"),
    "events": Noun("Событие", u.UnionEvent, lines=EVENT_LINES, parent="event_id"),
    "holders": Noun("Обладатель кубка", u.CupHolding, key="games"),
}


def rows_of(facts: Sources) -> Mapping[str, tuple[Kept, ...]]:
    """Everything the files hold, by the keys of NOUNS, in the order of the files."""
    return {
        "sources": tuple(map(_source, facts.sources.values())),
        "cities": tuple(map(_city, facts.cities.values())),
        "union": tuple(_union(facts.union)),
        "series": tuple(map(_series, facts.series.values())),
        "games": tuple(Kept(games_row(games), tuple(games_records(games))) for games in facts.games.values()),
        "events": tuple(
            Kept(event_row(event, position, facts.cities), tuple(event_lines(event)))
            for position, event in enumerate(facts.events.values(), start=1)
        ),
        "holders": tuple(map(_holding, facts.holders.values())),
    }


def _source(source: Source) -> Kept:
    return Kept(u.Source(slug=source.slug, title=source.title, url=source.url or ""))


def _series(series: Series) -> Kept:
    return Kept(u.EventSeries(slug=series.slug, title=series.title))


def _city(city: City) -> Kept:
    row = u.City(
        slug=city.slug,
        title=city.title,
        of_form=city.of,
        in_form=city.where,
        region=city.region,
        latitude="" if city.latitude is None else f"{city.latitude:.2f}",
        longitude="" if city.longitude is None else f"{city.longitude:.2f}",
        membership="member" if city.member else "unknown",
        sort_key=sort_key(city.title),
    )
    return Kept(row)


def _union(union: Union) -> Iterator[Kept]:
    def fact(kind: str, position: int, value: str, note: str = "", slug: str = "") -> Kept:
        key = slug or f"{kind.replace('_', '-')}-{position}"
        sources = " ".join(union.sources)
        return Kept(u.UnionFact(slug=key, kind=kind, position=position, value=value, note=note, sources=sources))

    for position, name in enumerate((union.title, union.of, union.short), start=1):
        yield fact("name", position, name)
    for position, officer in enumerate(union.people, start=1):
        yield fact("person", position, officer.name, note=officer.post)
    for position, section in enumerate(union.sections, start=1):
        yield fact("section", position, section.title, slug=section.slug)
    yield fact("mandate", 1, str(union.mandate.year))
    for kind in ("took_part", "partner", "expected"):
        for position, partner in enumerate(getattr(union.partners, kind), start=1):
            yield fact(kind, position, partner)


def _holding(holding: Holding) -> Kept:
    """The source tells that the cup was handed over, and neither the document nor the day."""
    quote, sources = "\n".join(holding.quote), " ".join(holding.sources)
    return Kept(u.CupHolding(games=holding.games, city=holding.city, state="handed_over", quote=quote, sources=sources))
