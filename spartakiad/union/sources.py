"""Reads the facts of the union from their files, and refuses a file that contradicts itself or the others."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from spartakiad.union.events import Event, EventKind
from spartakiad.union.facts import City, Frozen, Holding, Series, Source, Text, Union
from spartakiad.union.past_games import PastGames


class SourcesError(ValueError):
    """A file of facts cannot be taken; the message names the file, the key and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Sources:
    """All facts shipped, each kind by its slug in the order of its file; `holders` of the cup by the Games' slug."""

    union: Union
    sources: Mapping[str, Source]
    cities: Mapping[str, City]
    series: Mapping[str, Series]
    games: Mapping[str, PastGames]
    events: Mapping[str, Event]
    holders: Mapping[str, Holding]


class _SourceFile(Frozen):
    source: tuple[Source, ...]


class _UnionFile(Frozen):
    union: Union


class _CityFile(Frozen):
    city: tuple[City, ...]


class _SeriesFile(Frozen):
    series: tuple[Series, ...]


class _GamesFile(Frozen):
    games: tuple[PastGames, ...]


class _CupFile(Frozen):
    holding: tuple[Holding, ...]


class _EventFile(Frozen):
    """`lead`: the sentence that opens the list in which the report has the events of a kind."""

    year: int
    lead: Mapping[EventKind, Text] = {}
    event: tuple[Event, ...]

    def events(self) -> tuple[Event, ...]:
        return tuple(
            event.model_copy(update={"quote": (self.lead[event.kind], *event.quote)})
            if event.kind in self.lead
            else event
            for event in self.event
        )


_File = TypeVar("_File", bound=Frozen)
_Known = dict[str, frozenset[str]]


class _Slugged(Protocol):
    @property
    def slug(self) -> str: ...


_Item = TypeVar("_Item", bound=_Slugged)


def read_sources(folder: Path) -> Sources:
    """The facts of sources, union, cities, series, games, cup and events-YYYY (.toml) in `folder`.

    Raises SourcesError for a file that is not TOML, an unknown key, a slug used twice, a slug that nothing has, and
    events that disagree with the dates of their Games.
    """
    known: _Known = {}
    sources = _by_slug(folder / "sources.toml", _read(folder / "sources.toml", _SourceFile, known).source)
    known["source"] = frozenset(sources)
    union = _read(folder / "union.toml", _UnionFile, known).union
    known["section"] = frozenset(_by_slug(folder / "union.toml", union.sections))
    cities = _by_slug(folder / "cities.toml", _read(folder / "cities.toml", _CityFile, known).city)
    known["city"] = frozenset(cities)
    series = _by_slug(folder / "series.toml", _read(folder / "series.toml", _SeriesFile, known).series)
    known["series"] = frozenset(series)
    games = _by_slug(folder / "games.toml", _read(folder / "games.toml", _GamesFile, known).games)
    known["games"] = frozenset(games)
    return Sources(
        union=union,
        sources=sources,
        cities=cities,
        series=series,
        games=games,
        events=_read_events(folder, known, games),
        holders=_read_holders(folder / "cup.toml", known),
    )


def _read_events(folder: Path, known: _Known, games: Mapping[str, PastGames]) -> Mapping[str, Event]:
    events: list[Event] = []
    for path in sorted(folder.glob("events-*.toml")):
        file = _read(path, _EventFile, known)
        for event in file.events():
            if event.when.year != file.year:
                raise SourcesError(f"{path.name}: {event.slug}.when: not in {file.year}")
            if event.games and event.when.span != games[event.games].when.span:
                raise SourcesError(f"{path.name}: {event.slug}.when: not the days of {event.games}")
            events.append(event)
    return _by_slug(folder / "events-*.toml", events)


def _read_holders(path: Path, known: _Known) -> Mapping[str, Holding]:
    holders: dict[str, Holding] = {}
    for holding in _read(path, _CupFile, known).holding:
        if holding.games in holders:
            raise SourcesError(f"{path.name}: the cup of {holding.games} has two holders")
        holders[holding.games] = holding
    return holders


def _by_slug(path: Path, items: Iterable[_Item]) -> Mapping[str, _Item]:
    by_slug: dict[str, _Item] = {}
    for item in items:
        if item.slug in by_slug:
            raise SourcesError(f"{path.name}: two entries have the slug {item.slug!r}")
        by_slug[item.slug] = item
    return by_slug


def _read(path: Path, shape: type[_File], known: _Known) -> _File:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourcesError(f"{path.name}: {error}") from error
    try:
        return shape.model_validate(content, context=known)
    except ValidationError as error:
        faults = (f"{path.name}: {_key(fault['loc'], content)}: {fault['msg']}" for fault in error.errors())
        raise SourcesError("\n".join(faults)) from error


def _key(location: tuple[int | str, ...], content: Any) -> str:
    """A place in a file as people look for it: an entry of a list goes by its slug where it has one."""
    parts: list[str] = []
    for step in location:
        try:
            content = content[step]
        except (KeyError, IndexError, TypeError):
            content = None
        parts.append(str(content["slug"]) if isinstance(content, dict) and "slug" in content else str(step))
    return ".".join(parts)
