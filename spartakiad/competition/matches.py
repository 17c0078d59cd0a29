"""Matches of a Games. A match is a unit of its own with two sides in its start list; its result is the unit's mark.

In a mark the match stands in the place of the entrant: "match_3" is unit 3, which no team and no athlete is called.
"""

from dataclasses import dataclass

from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.state import StartList, State

_PREFIX = "match_"


@dataclass(frozen=True, slots=True)
class Match:
    """`key` stands for it in a mark; `stage`: MAIN where there is only one.

    `turn`, `delay`, `court`, `fed`: as in StartsListed.
    """

    key: str
    unit: str
    stage: str
    sides: tuple[str, str]
    turn: int = 0
    delay: int = 0
    court: str = ""
    fed: bool = False


def is_match(entrant: str) -> bool:
    return entrant.startswith(_PREFIX)


def key_of(unit: str) -> str:
    return f"{_PREFIX}{unit}"


def unit_of(match: str) -> str:
    return match.removeprefix(_PREFIX)


def matches_of(state: State, contest: str) -> list[Match]:
    """In the order they were drawn."""
    listed = (one for one in state.starts.values() if one.contest == contest and one.unit != MAIN)
    return [_match(one) for one in listed if len(one.starts) == 2]


def match_of(state: State, contest: str, match: str) -> Match | None:
    return next((one for one in matches_of(state, contest) if one.key == match), None)


def sides_of(state: State, contest: str, match: str) -> tuple[str, str] | None:
    found = match_of(state, contest, match)
    return found.sides if found else None


def stage_id(line: Line, number: int = 0) -> str:
    """The name of a stage; the only one needs none."""
    return str(line.stages[number].get("id", MAIN))


def _match(listed: StartList) -> Match:
    (first, _), (second, _) = listed.starts
    sides = (first, second)
    where = (key_of(listed.unit), listed.unit, listed.stage)
    return Match(*where, sides, listed.turn, listed.delay, listed.court, listed.fed)
