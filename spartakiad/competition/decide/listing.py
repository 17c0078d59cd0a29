"""What a start list is made of when it is released: order, hours, numbers, pools, matches."""

from collections.abc import Mapping

from spartakiad.competition.bibs import bibs
from spartakiad.competition.decide.matches import draw
from spartakiad.competition.decide.pools import check_pools, divide
from spartakiad.competition.facts import Fact
from spartakiad.competition.plans import NO_PLAN, NOTHING_KNOWN, PURSUIT, Gaps, Known, offsets
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.start_facts import StartsListed
from spartakiad.competition.starters import starters
from spartakiad.competition.state import State
from spartakiad.errors import Refusal


def listing(
    state: State, part: Line, divided: tuple[tuple[str, str], ...], reason: str = "", known: Known = NOTHING_KNOWN
) -> list[Fact]:
    """Nothing where nobody starts. Raises Refusal bib_missing, bib_twice, bib_taken."""
    entrants = arranged(state, part, known.gaps)
    if not entrants:
        return []
    plan = state.plans.get((part.id, part.part), NO_PLAN)
    numbers = bibs(state, part, plan, entrants, known.sexes)
    _check_bibs(state, part, numbers)
    after = tuple(offsets(plan, entrants, known.gaps).items())
    listed = StartsListed(part.id, part.part, MAIN, MAIN, tuple(numbers.items()), plan.delay, after, reason)
    pools = check_pools(part, entrants, divided)
    drawn = draw(state, part, entrants, pools) if part.by_matches else []
    return [listed, *divide(state, part, pools), *drawn]


def arranged(state: State, part: Line, gaps: Gaps) -> list[str]:
    """Everybody who starts as he was drawn, in a pursuit as he was placed; whoever came in later follows by number."""
    who = starters(state, part)
    if state.plans.get((part.id, part.part), NO_PLAN).start == PURSUIT:
        last = max(gaps.values(), default=0) + 1
        return sorted(who, key=lambda entrant: gaps.get(entrant, last))
    order = _drawn(state, part)
    return sorted(who, key=lambda entrant: order.get(entrant, len(order))) if order else who


def undrawn(state: State, part: Line) -> list[str]:
    """Who came in after the draw; nobody where there was none."""
    order = _drawn(state, part)
    return [one for one in starters(state, part) if one not in order] if order else []


def _drawn(state: State, part: Line) -> dict[str, int]:
    """Where the draw that stands put everybody; a reserve has the place of whoever he came in for."""
    drawn = state.draws.get((part.id, part.part))
    order = {one: at for at, one in enumerate(one for group in drawn.record.drawn for one in group)} if drawn else {}
    for came in state.came_in:
        if came.contest == part.id and came.athlete in order:
            order[came.reserve] = order.pop(came.athlete)
    return order


def _check_bibs(state: State, part: Line, numbers: Mapping[str, str]) -> None:
    """Every athlete has a number, and no number is on two backs in one contest."""
    worn: dict[str, str] = {}
    for who, bib in numbers.items():
        if not bib and not part.by_teams:
            raise Refusal("bib_missing", "bibs", who=who)
        if bib and bib in worn:
            raise Refusal("bib_twice", "bibs", bib=bib, who=who, other=worn[bib])
        worn |= {bib: who} if bib else {}
    for other in state.starts.values():
        if other.contest == part.id and other.unit == MAIN and other.part != part.part:
            taken = next((bib for bib in other.bibs.values() if bib in worn), None)
            if taken is not None:
                raise Refusal("bib_taken", "bibs", bib=taken, who=worn[taken])
