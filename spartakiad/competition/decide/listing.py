"""What a start list is made of when it is released: order, hours, numbers, pools, matches."""

from collections.abc import Mapping

from spartakiad.competition.bibs import bibs
from spartakiad.competition.decide.brackets import brackets
from spartakiad.competition.decide.matches import draw
from spartakiad.competition.decide.pools import divide, in_pools
from spartakiad.competition.drawing.slips import Groups
from spartakiad.competition.facts import Fact
from spartakiad.competition.lanes import laid_out, squeezed_in
from spartakiad.competition.plans import NO_PLAN, NOTHING_KNOWN, PURSUIT, Gaps, Known, Starting, offsets
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.start_facts import StartsListed
from spartakiad.competition.starters import starters
from spartakiad.competition.state import State
from spartakiad.errors import Refusal


def listing(state: State, part: Line, reason: str = "", known: Known = NOTHING_KNOWN) -> list[Fact]:
    """Nothing where nobody starts. Raises Refusal where numbers, lanes or pools do not come out."""
    plan = state.plans.get((part.id, part.part), NO_PLAN)
    heats = _heats(state, part, plan.lanes)
    entrants = list(heats) or arranged(state, part, known.gaps)
    if not entrants:
        return []
    numbers = bibs(state, part, plan, entrants, known.sexes)
    _check_bibs(state, part, numbers)
    listed = StartsListed(
        contest=part.id,
        part=part.part,
        stage=MAIN,
        unit=MAIN,
        starts=tuple(numbers.items()),
        delay=plan.delay,
        offsets=tuple(offsets(plan, Starting(entrants, known.gaps, heats)).items()),
        heats=tuple((who, *at) for who, at in heats.items()),
        reason=reason,
    )
    if not part.by_matches:
        return [listed]
    pools = pools_of(state, part)
    drawn = draw(state, part, plan, entrants, pools)
    return [listed, *divide(state, part, pools), *brackets(state, part, len(entrants), pools), *drawn]


def pools_of(state: State, part: Line) -> Mapping[str, str]:
    """As the draw that stands made them."""
    groups = groups_of(state, part) if _into(state, part) == "pools" else ()
    return in_pools(part, starters(state, part), groups)


def arranged(state: State, part: Line, gaps: Gaps) -> list[str]:
    """Everybody who starts as he was drawn, in a pursuit as he was placed; whoever came in later follows by number."""
    who = starters(state, part)
    if state.plans.get((part.id, part.part), NO_PLAN).start == PURSUIT:
        last = max(gaps.values(), default=0) + 1
        return sorted(who, key=lambda entrant: gaps.get(entrant, last))
    drawn = [one for group in groups_of(state, part) for one in group if one]
    return [*drawn, *undrawn(state, part)] if drawn else who


def undrawn(state: State, part: Line) -> list[str]:
    """Who came in after the draw; nobody where there was none."""
    drawn = {one for group in groups_of(state, part) for one in group}
    return [one for one in starters(state, part) if one not in drawn] if drawn else []


def groups_of(state: State, part: Line) -> Groups:
    """As the draw that stands made them: a reserve in the place of whoever he came in for, "" where nobody starts."""
    drawn = state.draws.get((part.id, part.part))
    if drawn is None:
        return ()
    instead = {one: one for group in drawn.record.drawn for one in group}
    for came in state.came_in:
        if came.contest == part.id:
            instead |= {one: came.reserve for one, now in instead.items() if now == came.athlete}
    who = set(starters(state, part))
    return tuple(tuple(instead[one] if instead[one] in who else "" for one in group) for group in drawn.record.drawn)


def _into(state: State, part: Line) -> str:
    drawn = state.draws.get((part.id, part.part))
    return drawn.into if drawn else "list"


def _heats(state: State, part: Line, lanes: int) -> dict[str, tuple[int, int]]:
    """Of a list that was drawn into heats."""
    drawn = state.draws.get((part.id, part.part))
    if drawn is None or drawn.into != "heats":
        return {}
    groups = groups_of(state, part)
    if lanes and max(map(len, groups)) > lanes:
        raise Refusal("lanes_few", "lanes", lanes=lanes, most=max(map(len, groups)))
    heats = laid_out(groups, lanes, middle=drawn.middle, typed=drawn.by_hand)
    return squeezed_in(heats, undrawn(state, part), lanes)


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
