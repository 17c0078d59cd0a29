"""Matches of a Games. A match is a unit of its own with two sides in its start list; its result is the unit's mark.

In a mark the match stands in the place of the entrant: "match_3" is unit 3, which no team and no athlete is called.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.state import StartList, State

_PREFIX = "match_"


@dataclass(frozen=True, slots=True)
class Match:
    """`key` stands for it in a mark; `stage`: MAIN where there is only one."""

    key: str
    unit: str
    stage: str
    sides: tuple[str, str]


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


def everybody_meets(entrants: Sequence[str], legs: int) -> list[tuple[str, str]]:
    """The pairs of a round robin, round by round, so that nobody plays twice before the others played once.

    The circle method: the first stays, the others move on by one; with an odd number one rests. In a second leg home
    and away change.
    """
    ring: list[str | None] = [*entrants, *([None] if len(entrants) % 2 else [])]
    rounds: list[tuple[str, str]] = []
    for turn in range(len(ring) - 1):
        pairs = zip(ring[: len(ring) // 2], reversed(ring[len(ring) // 2 :]), strict=True)
        met = [(one, other) for one, other in pairs if one is not None and other is not None]
        rounds += [(other, one) if turn % 2 and index == 0 else (one, other) for index, (one, other) in enumerate(met)]
        ring = [ring[0], ring[-1], *ring[1:-1]]
    return [pair if leg % 2 == 0 else (pair[1], pair[0]) for leg in range(legs) for pair in rounds]


def _match(listed: StartList) -> Match:
    (first, _), (second, _) = listed.starts
    return Match(key_of(listed.unit), listed.unit, listed.stage, (first, second))
