"""Pools: the secretariat divides those who compete by hand, before everybody of a pool is drawn against the others."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from spartakiad.competition.draw_facts import PoolsDrawn
from spartakiad.competition.facts import Fact
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

_NAME = re.compile(r"[А-Я0-9]{1,3}")
_FEWEST = 2  # of a pool: who is alone meets nobody


def check_pools(contest: Line, entrants: Sequence[str], pools: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """Everybody with his pool, in the order of the start list; nobody where all meet all."""
    found, wanted = dict(pools), pools_wanted(contest)
    if not found and not wanted:
        return {}
    if not takes_pools(contest) or not found.keys() <= set(entrants):
        raise Refusal("bad_choice", "pools")
    left_out = next((one for one in entrants if not found.get(one)), None)
    if left_out is not None:
        raise Refusal("pool_left_out", f"pool-{left_out}")
    many = Counter(found.values())
    if not all(_NAME.fullmatch(name) for name in many):
        raise Refusal("bad_choice", "pools")
    if wanted and len(many) != wanted:
        raise Refusal("pools_wanted", "pools", many=wanted, found=len(many))
    alone = next((name for name in sorted(many) if many[name] < _FEWEST), None)
    if alone is not None:
        raise Refusal("pool_too_small", "pools", pool=alone)
    return {one: found[one] for one in entrants}


def divide(state: State, contest: Line, pools: Mapping[str, str]) -> list[Fact]:
    moved = dict(pools) != state.pools.get((contest.id, MAIN), {})
    return [PoolsDrawn(contest.id, MAIN, tuple(pools.items()))] if moved else []


def takes_pools(contest: Line) -> bool:
    """Whether all meet all in its first stage."""
    return contest.stages[0].get("format") == "round_robin"


def pools_wanted(contest: Line) -> int:
    """Into how many pools the regulation divides those who compete; 0 where it does not say."""
    return int(contest.stages[0].get("pools", 0))
