"""What a start list is made of when it is released: the order as it was drawn, the pools, the matches."""

from spartakiad.competition.decide.matches import draw
from spartakiad.competition.decide.pools import check_pools, divide
from spartakiad.competition.facts import Fact, StartsListed
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.starters import starters
from spartakiad.competition.state import State


def listing(state: State, part: Line, divided: tuple[tuple[str, str], ...], reason: str) -> list[Fact]:
    """Nothing where nobody starts."""
    entrants = arranged(state, part)
    if not entrants:
        return []
    starts = tuple((entrant, "" if part.by_teams else entrant) for entrant in entrants)
    listed = StartsListed(part.id, part.part, MAIN, MAIN, starts, reason)
    pools = check_pools(part, entrants, divided)
    drawn = draw(state, part, entrants, pools) if part.by_matches else []
    return [listed, *divide(state, part, pools), *drawn]


def arranged(state: State, part: Line) -> list[str]:
    """Everybody who starts as he was drawn; whoever came in after the draw follows by number."""
    drawn = state.draws.get((part.id, part.part))
    who = starters(state, part)
    if drawn is None:
        return who
    order = {entrant: at for at, entrant in enumerate(one for group in drawn.record.drawn for one in group)}
    return sorted(who, key=lambda entrant: order.get(entrant, len(order)))


def undrawn(state: State, part: Line) -> list[str]:
    """Who came in after the draw; nobody where there was none."""
    drawn = state.draws.get((part.id, part.part))
    known = {one for group in drawn.record.drawn for one in group} if drawn else set()
    return [one for one in starters(state, part) if one not in known] if drawn else []
