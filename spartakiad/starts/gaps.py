"""What a start list is made of and facts do not say: gaps of a race that was run, sexes of people."""

from collections.abc import Mapping, Sequence

import scoring
from spartakiad.competition.plans import NO_PLAN, PURSUIT, Gaps, Known
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.reading import shown_value
from spartakiad.competition.state import State
from spartakiad.errors import Refusal


def known_for(state: State, result: scoring.Result | None, sexes: Mapping[str, str], lists: Sequence[Line]) -> Known:
    """For these lists of a contest. Raises Refusal race_open where a race that one of them follows is not posted."""
    plans = [state.plans.get((one.id, one.part), NO_PLAN) for one in lists]
    found: dict[str, int] = {}
    for plan in plans:
        found |= gaps(state, result, plan.after, plan.after_part) if plan.start == PURSUIT else {}
    return Known(found, sexes)


def gaps(state: State, result: scoring.Result | None, contest: str, part: str) -> Gaps:
    """In milliseconds, of whoever has a place there. Raises Refusal race_open before its result is posted."""
    found = line(state, contest).list_of(part)
    whole = result.contests.get(contest) if result else None
    of_part = whole if whole is None or part == MAIN else whole.parts.get(part)
    if of_part is None or state.how_far(contest, part).state not in ("posted", "official"):
        raise Refusal("race_open", "after", contest=found.title)
    times = {row.key: shown_value(row) for row in of_part.ranking.rows if row.place}
    known = {who: int(time) for who, time in times.items() if time is not None}
    best = min(known.values(), default=0)
    return {who: time - best for who, time in known.items()}
