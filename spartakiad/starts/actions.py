"""Verbs of start lists."""

from dataclasses import dataclass

from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.desk import Desk
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class OneContest:
    games: str
    contest: str


def release(desk: Desk, wish: OneContest) -> Answer:
    """Make the start list of admitted athletes and hand it to the judges."""
    return {"facts": len(desk.carry_out(wish.games, ReleaseStarts(wish.contest)))}
