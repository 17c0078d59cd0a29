"""Games of the past as rows: the Games itself and a record for every fact that a source tells of it."""

from collections.abc import Iterator

from spartakiad.models.games import Games, GamesRecord
from spartakiad.union.facts import When
from spartakiad.union.past_games import PastGames
from spartakiad.words.dates import span


def games_row(games: PastGames) -> Games:
    return Games(
        slug=games.slug,
        title=games.title,
        season=games.series,
        numeral=games.number,
        numeral_inferred="number" in games.inferred,
        year=games.when.year,
        year_inferred="year" in games.inferred,
        host=games.hosts[0] if games.hosts else "",
        starts_on=games.when.start,
        ends_on=games.when.end,
        dates_note=games.when.says or "",
        state=games.state,
        sort_key=games.when.start.isoformat() if games.when.start else str(games.when.year or ""),
    )


def games_records(games: PastGames) -> Iterator[GamesRecord]:
    """Every record in the order in which they are kept; the number of the Games is given when it has one."""
    told = (*_circumstances(games), *_teams(games), *_results(games), *_programme(games))
    for position, record in enumerate(told, start=1):
        record.position = position
        yield record


def _circumstances(games: PastGames) -> Iterator[GamesRecord]:
    yield _record("sources", games.sources)
    yield _record("dates", games.when.sources or games.sources)
    for when in games.other_dates:
        yield _record("other_dates", when.sources or games.sources, value=_days(when))
    for city in games.hosts[1:]:
        yield _record("co_host", games.sources, city=city)
    for field in games.inferred:
        yield _record("inferred", games.sources, label=field)
    if gone := games.withdrawal:
        yield _record("withdrawal", gone.sources, city=gone.city, label=gone.reason, value="\n".join(gone.quote))
    for venue in games.venues:
        yield _record("venue", venue.sources, label=venue.town or "", value=venue.title)
    if games.note:
        yield _record("note", games.sources, value=games.note)


def _teams(games: PastGames) -> Iterator[GamesRecord]:
    for account in games.teams:
        for city in account.cities:
            yield _record("team", account.sources, city=city, label=account.kind)
    for figure in games.figures:
        yield _record("figure", figure.sources, figure.city or "", figure.what, figure.count, figure.kind)


def _results(games: PastGames) -> Iterator[GamesRecord]:
    if games.standing:
        for row in games.standing.rows:
            total = "" if row.points is None else str(row.points)
            yield _record("overall", games.standing.sources, row.city, number=row.place, value=total)
    for place in games.places:
        yield _record("place", place.sources, place.city, place.contest, place.place)
    for medals in games.medals:
        for metal in ("gold", "silver", "bronze"):
            yield _record("medals", medals.sources, medals.city, metal, getattr(medals, metal))


def _programme(games: PastGames) -> Iterator[GamesRecord]:
    if games.programme:
        known = "complete" if games.programme.complete else "partial"
        for line in games.programme.lines:
            yield _record("programme", games.programme.sources, label=known, value=line)
        for line in games.programme.outside:
            yield _record("programme", games.programme.sources, label="outside", value=line)


def _record(
    kind: str, sources: tuple[str, ...], city: str = "", label: str = "", number: int | None = None, value: str = ""
) -> GamesRecord:
    slugs = " ".join(sources)
    return GamesRecord(
        games_id=0, kind=kind, position=0, city=city, label=label, number=number, value=value, sources=slugs
    )


def _days(when: When) -> str:
    return when.says or (span(*when.span) if when.span else "")
