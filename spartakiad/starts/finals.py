"""Verbs of a final: it is released out of the heats, or taken back."""

from dataclasses import dataclass, field

from spartakiad.competition.decide.finals import ReleaseFinal, TakeFinalBack
from spartakiad.competition.desk import Desk
from spartakiad.store.commands import SINCE, Answer


@dataclass(frozen=True, slots=True)
class Final:
    """As in ReleaseFinal."""

    games: str
    contest: str
    part: str
    chosen: tuple[str, ...] = ()
    reason: str = ""
    delay: int = 0
    without: tuple[str, ...] = field(default=(), metadata=SINCE)
    despite: int = field(default=0, metadata=SINCE)


@dataclass(frozen=True, slots=True)
class NoFinal:
    """As in TakeFinalBack."""

    games: str
    contest: str
    part: str
    reason: str


def release_final(desk: Desk, wish: Final) -> Answer:
    """Hand the judges the list of the final."""
    command = ReleaseFinal(wish.contest, wish.part, wish.chosen, wish.reason, wish.delay, wish.without, wish.despite)
    return {"facts": len(desk.carry_out(wish.games, command))}


def take_final_back(desk: Desk, wish: NoFinal) -> Answer:
    """Open the heats again, for a correction."""
    return {"facts": len(desk.carry_out(wish.games, TakeFinalBack(wish.contest, wish.part, wish.reason)))}
