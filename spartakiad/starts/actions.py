"""Verbs of start lists."""

from dataclasses import dataclass

from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.matches import SetMatch
from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class OneContest:
    """`part`, `pools`: as in ReleaseStarts."""

    games: str
    contest: str
    part: str = ""
    pools: tuple[tuple[str, str], ...] = ()


def release(desk: Desk, wish: OneContest) -> Answer:
    """Make the start list of admitted athletes and hand it to the judges.

    Raises Refusal condition_lapsed while somebody's condition has passed unseen: a list is what a condition ends at.
    """
    state = desk.state(wish.games)
    entered = [one for one in state.entries_of(wish.contest) if wish.part in ("", one.part)]
    lapsed = [f"№ {one.entrant}" for one in entered if state.admission(one.entrant).lapsed(desk.at)]
    if lapsed:
        raise Refusal("condition_lapsed", athletes=lapsed)
    return {"facts": len(desk.carry_out(wish.games, ReleaseStarts(wish.contest, wish.part, wish.pools)))}


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two sides of a match, as in SetMatch."""

    games: str
    contest: str
    stage: str
    unit: str
    first: str
    second: str


def pair(desk: Desk, wish: Pairing) -> Answer:
    """Say who meets in a match, or (without sides) that it is not played."""
    command = SetMatch(wish.contest, wish.stage, wish.unit, wish.first, wish.second)
    return {"facts": len(desk.carry_out(wish.games, command))}
