"""Reads of Games as rows: the list of all of them, and what sources tell of those of the past."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session, col, select

from spartakiad.competition.memory import Now
from spartakiad.errors import Refusal
from spartakiad.models.games import Games, GamesRecord
from spartakiad.models.union import City
from spartakiad.words import union as words
from spartakiad.words.dates import span
from spartakiad.words.numbers import points


@dataclass(frozen=True, slots=True)
class GamesView:
    """A Games as lists show it. `winners`: cities on the first overall place, where a source tells it.

    `inferred`: what no source states and follows from the neighbouring Games, in words.
    """

    slug: str
    title: str
    short: str
    of: str
    year: int | None
    dates: str
    dates_note: str
    hosts: tuple[str, ...]
    state: str
    demo: bool
    inferred: tuple[str, ...]
    winners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One fact of a past Games with the slugs of its sources; see GamesRecord for what stands where."""

    city: str
    label: str
    number: int | None
    value: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """Facts that the same sources tell together under one heading."""

    heading: str
    records: tuple[Record, ...]
    sources: tuple[str, ...]

    @property
    def words(self) -> str:
        """«8 городов, около 400 спортсменов»: of an account of figures."""
        return ", ".join(words.figure(one.label, one.number or 0, one.value) for one in self.records)


@dataclass(frozen=True, slots=True)
class Placed:
    """A place of the overall standing; `points` in words, «» where no source gives them."""

    place: str
    tied: bool
    city: str
    points: str


@dataclass(frozen=True, slots=True)
class PastGames:
    """All that sources tell of a Games without a journal; `told` by kind of record, `sources` every slug once."""

    games: GamesView
    overall: tuple[Placed, ...]
    told: Mapping[str, tuple[Record, ...]]
    teams: tuple[Account, ...]
    figures: tuple[Account, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CityGames:
    """What is known of a city at one Games. `account`: how it is named there, in words; «» when only as host.

    `sources`: of all that, each once.
    """

    games: GamesView
    hosted: bool
    account: str
    overall: tuple[Record, ...]
    places: tuple[Record, ...]
    medals: tuple[Record, ...]
    sources: tuple[str, ...] = ()


def all_games(session: Session, shown: Mapping[str, Now]) -> tuple[GamesView, ...]:
    """All Games but drafts, newest first; those of an unknown year last. What is `shown` is in the state of then."""
    rows = session.exec(select(Games).order_by(col(Games.sort_key).desc(), col(Games.id).desc())).all()
    marking = ("overall", "co_host", "inferred")
    records = _by_games(session.exec(select(GamesRecord).where(col(GamesRecord.kind).in_(marking))))
    states = {row.slug: shown[row.slug].state.state if row.slug in shown else row.state for row in rows}
    views = [_view(row, records.get(row.id or 0, [])) for row in rows if states[row.slug] != "draft"]
    return tuple(replace(view, state=states[view.slug]) for view in views)


def past_games(session: Session, slug: str) -> PastGames:
    """A Games known from sources. Raises Refusal not_found, also for one of which nothing is told yet."""
    row = session.exec(select(Games).where(col(Games.slug) == slug)).one_or_none()
    query = select(GamesRecord).where(col(GamesRecord.games_id) == (row.id if row else None))
    records = session.exec(query.order_by(col(GamesRecord.position))).all()
    if row is None or not records:
        raise Refusal("not_found")
    kinds = dict.fromkeys(record.kind for record in records)
    told = {kind: _of_kind(records, kind) for kind in kinds}
    return PastGames(
        games=_view(row, records),
        overall=_overall(told.get("overall", ())),
        told=told,
        teams=_accounts(told.get("team", ()), heading=lambda one: words.ACCOUNTS[one.label]),
        figures=_accounts(told.get("figure", ()), heading=lambda one: one.city),
        sources=tuple(dict.fromkeys(slug for record in records for slug in record.sources.split())),
    )


def games_of_city(session: Session, city: str, shown: Mapping[str, Now]) -> tuple[CityGames, ...]:
    """Games that the city held or at which a source names it, newest first; a demonstration tells nothing of a city."""
    records = _by_games(session.exec(select(GamesRecord).where(col(GamesRecord.city) == city)))
    numbers = {row.slug: row.id or 0 for row in session.exec(select(Games))}
    told = ((games, records.get(numbers[games.slug], [])) for games in all_games(session, shown))
    return tuple(
        _of_city(games, city, named) for games, named in told if not games.demo and (named or city in games.hosts)
    )


def cities_at_games(session: Session, shown: Mapping[str, Now]) -> Mapping[str, tuple[int, int]]:
    """City → at how many Games a source names it, how many it held; a demonstration tells nothing of a city."""
    games = [one for one in all_games(session, shown) if not one.demo]
    numbers = {row.id: row.slug for row in session.exec(select(Games))}
    named = {
        (numbers[one.games_id], one.city)
        for one in session.exec(select(GamesRecord).where(col(GamesRecord.city) != ""))
    }
    hosted = [city for one in games for city in one.hosts]
    there = [city for one in games for city in {*one.hosts, *(city for slug, city in named if slug == one.slug)}]
    return {city: (there.count(city), hosted.count(city)) for city in there}


def _overall(records: Sequence[Record]) -> tuple[Placed, ...]:
    places = [record.number for record in records]
    return tuple(
        Placed(
            place=str(record.number),
            tied=places.count(record.number) > 1,
            city=record.city,
            points=points(int(record.value)) if record.value else "",
        )
        for record in records
    )


def _of_city(games: GamesView, city: str, named: Sequence[GamesRecord]) -> CityGames:
    accounts = {record.label for record in named if record.kind == "team"}
    return CityGames(
        games=games,
        hosted=city in games.hosts,
        account=next((said for kind, said in words.CITY_ACCOUNTS.items() if kind in accounts), ""),
        overall=_of_kind(named, "overall"),
        places=_of_kind(named, "place"),
        medals=_of_kind(named, "medals"),
        sources=tuple(dict.fromkeys(slug for record in named for slug in record.sources.split())),
    )


def _view(row: Games, records: Sequence[GamesRecord]) -> GamesView:
    inferred = [record.label for record in _of_kind(records, "inferred")]
    return GamesView(
        slug=row.slug,
        title=row.title,
        short=words.short_title(row.title, row.numeral, row.season),
        of=words.of_title(row.title, row.numeral, row.season),
        year=row.year,
        dates=_dates(row),
        dates_note=row.dates_note,
        hosts=(*filter(None, [row.host]), *(record.city for record in _of_kind(records, "co_host"))),
        state=row.state,
        demo=row.demo,
        inferred=tuple(said for field, said in words.INFERRED.items() if field in inferred),
        winners=tuple(record.city for record in _of_kind(records, "overall") if record.number == 1),
    )


def _dates(row: Games) -> str:
    if row.starts_on and row.ends_on:
        return span(row.starts_on, row.ends_on)
    if row.starts_on:
        return words.when(row.starts_on, row.starts_on, "first_day")
    return f"{row.year}\u00a0г." if row.year else "год не назван"


def _by_games(records: Iterable[GamesRecord]) -> Mapping[int, list[GamesRecord]]:
    found: dict[int, list[GamesRecord]] = {}
    for record in sorted(records, key=lambda one: one.position):
        found.setdefault(record.games_id, []).append(record)
    return found


def _of_kind(records: Iterable[GamesRecord], kind: str) -> tuple[Record, ...]:
    return tuple(_record(record) for record in records if record.kind == kind)


def _record(row: GamesRecord) -> Record:
    return Record(row.city, row.label, row.number, row.value, tuple(row.sources.split()))


def _accounts(records: Sequence[Record], heading: Callable[[Record], str]) -> tuple[Account, ...]:
    """Records that stand together when the same sources tell them under the same heading, in the order of the first."""
    found: dict[tuple[str, tuple[str, ...]], list[Record]] = {}
    for record in records:
        found.setdefault((heading(record), record.sources), []).append(record)
    return tuple(Account(said, tuple(together), slugs) for (said, slugs), together in found.items())


def city_titles(session: Session) -> dict[str, str]:
    """Every city that the union's facts know, by slug."""
    return {city.slug: city.title for city in session.exec(select(City))}


def slugs(session: Session) -> set[str]:
    """Of every Games that is known, past ones too."""
    return set(session.exec(select(col(Games.slug))))


def games_row(session: Session, slug: str) -> Games:
    """Raises Refusal not_found."""
    found = session.exec(select(Games).where(col(Games.slug) == slug)).one_or_none()
    if found is None:
        raise Refusal("not_found")
    return found
