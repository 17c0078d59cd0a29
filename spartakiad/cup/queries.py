"""Reads of the cup's ledger: a line for every Games after which the cup was handed over or ought to have been."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import pairwise

from sqlmodel import Session, col, select

from spartakiad.competition.memory import Now
from spartakiad.games.queries import GamesView, all_games, past_games
from spartakiad.models.union import CupHolding
from spartakiad.standings.queries import overall_table
from spartakiad.union.queries import SourceView, sources
from spartakiad.union.report import Podium

_PODIUM = (1, 2, 3)


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

    `before`: who had it by a decision that was revised, the latest word on each.
    """

    games: GamesView
    holder: Holder | None
    before: tuple[Holder, ...] = ()


def ledger(session: Session, shown: Mapping[str, Now]) -> tuple[LedgerLine, ...]:
    """Games that are closed or whose cup is confirmed, newest first; those of a demonstration among them.

    `shown`: the Games as everybody may see them; what was written while their results are held is not among the lines.
    """
    told: dict[str, list[CupHolding]] = {}
    for row in session.exec(select(CupHolding).order_by(col(CupHolding.revision))):
        if row.number <= _upto(shown.get(row.games), row):
            told.setdefault(row.games, []).append(row)
    return tuple(
        _line(session, games, told.get(games.slug, []))
        for games in all_games(session, shown)
        if games.state == "closed" or games.slug in told
    )


def _line(session: Session, games: GamesView, rows: Sequence[CupHolding]) -> LedgerLine:
    """The last word holds; of each decision before it, the last word before it was revised."""
    ended = [row for row, after in pairwise(rows) if after.state == "revised"]
    before = (_holder(session, row) for row in ended)
    return LedgerLine(games, _holder(session, rows[-1] if rows else None), tuple(one for one in before if one))


def _upto(now: Now | None, row: CupHolding) -> int:
    return now.hold.number if now and now.hold else row.number


def last_known(lines: tuple[LedgerLine, ...]) -> LedgerLine | None:
    """The newest line with a holder outside a demonstration."""
    return next((line for line in lines if line.holder and not line.games.demo), None)


def podiums(session: Session, shown: Mapping[str, Now], games: Iterable[str]) -> dict[str, Podium]:
    """Of these Games, those that are over: the first three places and whoever received the cup."""
    lines = {line.games.slug: line for line in ledger(session, shown)}
    return {slug: podium(session, shown.get(slug), lines[slug]) for slug in games if slug in lines}


def podium(session: Session, now: Now | None, line: LedgerLine) -> Podium:
    """By its own journal, or by what sources tell; a place of which nobody tells is empty."""
    told: list[tuple[Fraction | int, str]] = []
    if now is None:
        told = [(int(one.place), one.city) for one in past_games(session, line.games.slug).overall]
    elif table := overall_table(now):
        told = [(row.place, now.state.teams[row.team].city) for row in table.rows if row.place in _PODIUM]
    places = tuple(tuple(city for place, city in told if place == wanted) for wanted in _PODIUM)
    return Podium(places, line.holder.city if line.holder else "")


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
