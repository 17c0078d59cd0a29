"""The verb of a meeting of judges and captains."""

from dataclasses import dataclass

from spartakiad.competition.decide.meetings import KeepMeeting
from spartakiad.competition.desk import Desk
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class Kept:
    games: str
    told: KeepMeeting


def keep_meeting(desk: Desk, wish: Kept) -> Answer:
    """Write down who came and what was decided."""
    return {"number": wish.told.number, "facts": len(desk.carry_out(wish.games, wish.told))}
