"""Reads of the cup's ledger: a line for every Games after which the cup was handed over or ought to have been."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from itertools import pairwise

from sqlmodel import Session, col, select

from spartakiad.competition.memory import Now
from spartakiad.games.queries import GamesView, all_games
from spartakiad.models.games import Games, GamesRecord
from spartakiad.models.union import CupHolding
from spartakiad.standings.queries import overall_table
from spartakiad.union.queries import SourceView, sources
from spartakiad.union.report import Podium

_PLACES = (1, 2, 3)
NOBODY = Podium((), "")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who received the cup; `chair`, `document` and `at` are empty where nobody tells them."""

    city: str
    state: str
    chair: str
    document: str
    at: datetime | None
    revision: int
    quote: tuple[str, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """`holder` is None where it is not known who received the cup; a winner in the press is not a holder.

    `before`: who had it by a decision that was revised, the latest word on each. `taken_from`: who had it after the
    Games before, "" where nobody tells. `clause`: of the regulation of these Games, about the cup.
    """

    games: GamesView
    holder: Holder | None
    before: tuple[Holder, ...] = ()
    podium: Podium = NOBODY
    taken_from: str = ""
    clause: str = ""


def ledger(session: Session, shown: Mapping[str, Now]) -> tuple[LedgerLine, ...]:
    """Games that are closed or whose cup is confirmed, newest first; those of a demonstration among them.

    `shown`: the Games as everybody may see them; what was written while their results are held is not among the lines.
    """
    told: dict[str, list[CupHolding]] = {}
    for row in session.exec(select(CupHolding).order_by(col(CupHolding.revision))):
        if row.number <= _upto(shown.get(row.games), row):
            told.setdefault(row.games, []).append(row)
    placed = _placed(session)
    lines = [
        _line(session, games, told.get(games.slug, []), placed.get(games.slug, ()), shown.get(games.slug))
        for games in all_games(session, shown)
        if games.state == "closed" or games.slug in told
    ]
    return tuple(_handed_over(lines))


def _handed_over(lines: Sequence[LedgerLine]) -> Iterator[LedgerLine]:
    """From whom to whom: only where the holder after the very Games before is known."""
    for at, line in enumerate(lines):
        older = next((one for one in lines[at + 1 :] if one.games.demo == line.games.demo), None)
        known = line.holder and older and older.holder
        yield replace(line, taken_from=older.holder.city) if known and older and older.holder else line


def _placed(session: Session) -> Mapping[str, Sequence[tuple[int, str]]]:
    """Places of the overall standing that sources tell, by Games."""
    query = select(Games.slug, col(GamesRecord.number), GamesRecord.city).join(
        GamesRecord, col(GamesRecord.games_id) == col(Games.id)
    )
    found: dict[str, list[tuple[int, str]]] = {}
    for slug, place, city in session.exec(query.where(col(GamesRecord.kind) == "overall")):
        found.setdefault(slug, []).append((place or 0, city))
    return found


def _line(
    session: Session,
    games: GamesView,
    rows: Sequence[CupHolding],
    placed: Sequence[tuple[int, str]],
    now: Now | None,
) -> LedgerLine:
    """The last word holds; of each decision before it, the last word before it was revised."""
    ended = [row for row, after in pairwise(rows) if after.state == "revised"]
    before = tuple(one for one in (_holder(session, row) for row in ended) if one)
    holder = _holder(session, rows[-1] if rows else None)
    rule = now.state.regulation.get("cup", {}) if now else {}
    podium = Podium(_podium(placed, now), holder.city if holder else "")
    return LedgerLine(games, holder, before, podium, clause=str(rule.get("clause", "")))


def _podium(placed: Sequence[tuple[Fraction | int, str]], now: Now | None) -> tuple[tuple[str, ...], ...]:
    """By its own journal, or by what sources tell; a place of which nobody tells is empty."""
    told = placed
    if now is not None:
        table = overall_table(now)
        rows = table.rows if table else ()
        told = [(row.place, now.state.teams[row.team].city) for row in rows if row.place]
    return tuple(tuple(city for place, city in told if place == wanted) for wanted in _PLACES)


def _upto(now: Now | None, row: CupHolding) -> int:
    return now.hold.number if now and now.hold else row.number


def last_known(lines: tuple[LedgerLine, ...]) -> LedgerLine | None:
    """The newest line with a holder outside a demonstration."""
    return next((line for line in lines if line.holder and not line.games.demo), None)


def podiums(session: Session, shown: Mapping[str, Now], games: Collection[str]) -> dict[str, Podium]:
    """Of these Games, those that are over: the first three places and whoever received the cup."""
    return {line.games.slug: line.podium for line in ledger(session, shown) if line.games.slug in games}


def _holder(session: Session, row: CupHolding | None) -> Holder | None:
    if row is None or row.state == "unknown":
        return None
    return Holder(
        city=row.city,
        state=row.state,
        chair=row.chair,
        document=row.document,
        at=row.at,
        revision=row.revision,
        quote=tuple(row.quote.splitlines()),
        sources=sources(session, row.sources.split()),
    )
