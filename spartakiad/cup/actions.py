"""Verbs of the cup: equals are told apart, the chief judge confirms, people hand it over; the ledger gets its lines."""

from dataclasses import dataclass
from datetime import datetime, time

from sqlmodel import col, select

from spartakiad.competition.decide.cup import ConfirmCup, DecideCup, HandOverCup
from spartakiad.competition.desk import Desk
from spartakiad.competition.texts import a_day
from spartakiad.errors import Refusal
from spartakiad.models.union import CupHolding
from spartakiad.store.commands import Answer
from spartakiad.words.dates import MOSCOW


@dataclass(frozen=True, slots=True)
class CupDecision:
    """Fields as in DecideCup."""

    games: str
    team: str
    among: tuple[str, ...]
    how: str
    jury: str
    document: str


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Fields as in ConfirmCup."""

    games: str
    team: str
    chair: str
    document: str
    reserved: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HandingOver:
    """Fields as in HandOverCup, the day as typed."""

    games: str
    on_day: str
    giver: str
    receiver: str


def decide_cup(desk: Desk, wish: CupDecision) -> Answer:
    command = DecideCup(wish.team, wish.among, wish.how, wish.jury, wish.document)
    return {"facts": len(desk.carry_out(wish.games, command))}


def confirm(desk: Desk, wish: Confirmation) -> Answer:
    """Record who holds the cup after these Games, on whose word and by which document."""
    command = ConfirmCup(wish.team, wish.chair, wish.document, wish.reserved, wish.reason)
    facts = desk.carry_out(wish.games, command)
    if facts:
        before = _newest(desk, wish.games)
        _write(desk, wish.games, before, "revised" if before else "confirmed", desk.at)
    return {"facts": len(facts)}


def hand_over(desk: Desk, wish: HandingOver) -> Answer:
    """Said again with another day or another receiver, it is corrected; the lines before stay."""
    on_day = a_day(wish.on_day, "on_day")
    described = desk.state(wish.games).described
    if described and on_day < described.starts_on:
        raise Refusal("day_before_games", "on_day")
    if on_day > desk.at.astimezone(MOSCOW).date():
        raise Refusal("day_ahead", "on_day")
    facts = desk.carry_out(wish.games, HandOverCup(on_day, wish.giver, wish.receiver))
    if facts:
        _write(desk, wish.games, _newest(desk, wish.games), "handed_over", datetime.combine(on_day, time(), MOSCOW))
    return {"facts": len(facts)}


def _newest(desk: Desk, games: str) -> CupHolding | None:
    query = select(CupHolding).where(col(CupHolding.games) == games).order_by(col(CupHolding.revision).desc())
    return desk.session.exec(query).first()


def _write(desk: Desk, games: str, before: CupHolding | None, state: str, at: datetime) -> None:
    """The next line of the ledger about these Games; the lines before it stay."""
    kept = desk.state(games)
    if kept.cup is None:
        raise Refusal("cup_not_confirmed")
    desk.session.add(
        CupHolding(
            games=games,
            revision=(before.revision if before else 0) + 1,
            number=kept.number,
            city=kept.teams[kept.cup.team].city,
            state=state,
            chair=kept.cup.chair,
            document=f"{kept.cup.document}{', с оговоркой' if kept.cup.reserved else ''}",
            at=at,
        )
    )
    desk.note_union("cup")
