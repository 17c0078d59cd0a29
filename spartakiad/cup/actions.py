"""The verb of the cup: the chief judge of the Games confirms, the ledger gets its line."""

from dataclasses import dataclass

from sqlmodel import col, func, select

from spartakiad.competition.decide.cup import ConfirmCup
from spartakiad.competition.desk import Desk
from spartakiad.models.union import CupHolding
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class Confirmation:
    games: str
    team: str
    chair: str
    document: str


def confirm(desk: Desk, wish: Confirmation) -> Answer:
    """Record who holds the cup after these Games, on whose word and by which document."""
    facts = desk.carry_out(wish.games, ConfirmCup(wish.team, wish.chair, wish.document))
    if facts:
        state = desk.state(wish.games)
        newest = select(func.max(col(CupHolding.revision))).where(col(CupHolding.games) == wish.games)
        desk.session.add(
            CupHolding(
                games=wish.games,
                revision=(desk.session.exec(newest).one() or 0) + 1,
                city=state.teams[wish.team].city,
                state="confirmed",
                chair=wish.chair.strip(),
                document=wish.document.strip(),
                at=desk.at,
            )
        )
        desk.note_union("cup")
    return {"facts": len(facts)}
