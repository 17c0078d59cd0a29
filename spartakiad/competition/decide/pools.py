"""Pools: those who compete are drawn into them, and everybody of a pool meets the others of it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from spartakiad.competition.draw_facts import PoolsDrawn
from spartakiad.competition.drawing.slips import Groups
from spartakiad.competition.facts import Fact
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

LETTERS = "АБВГДЕЖЗ"
FEWEST = 2  # of a pool: who is alone meets nobody


def in_pools(contest: Line, entrants: Sequence[str], groups: Groups) -> Mapping[str, str]:
    """Everybody with his pool; nobody where all meet all.

    Raises Refusal pools_wanted, pool_left_out, pool_too_small.
    """
    found = {one: LETTERS[at] for at, group in enumerate(groups) for one in group if one}
    wanted = pools_wanted(contest)
    if not found and not wanted:
        return {}
    many = Counter(found.values())
    if wanted and len(many) != wanted:
        raise Refusal("pools_wanted", many=wanted, found=len(many))
    if not set(entrants) <= found.keys():
        raise Refusal("pool_left_out")
    alone = next((name for name in sorted(many) if many[name] < FEWEST), None)
    if alone is not None:
        raise Refusal("pool_too_small", pool=alone)
    return found


def divide(state: State, contest: Line, pools: Mapping[str, str]) -> list[Fact]:
    moved = dict(pools) != state.pools.get((contest.id, MAIN), {})
    return [PoolsDrawn(contest.id, MAIN, tuple(pools.items()))] if moved else []


def takes_pools(contest: Line) -> bool:
    """Whether all meet all in its first stage."""
    return contest.stages[0].get("format") == "round_robin"


def pools_wanted(contest: Line) -> int:
    """Into how many pools the regulation divides those who compete; 0 where it does not say."""
    return int(contest.stages[0].get("pools", 0))
