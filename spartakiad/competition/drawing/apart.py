"""At random in rounds: one of each team, then the next of each; nobody beside his own team while that can be helped."""

from collections import Counter
from itertools import zip_longest

from spartakiad.competition.drawing.slips import Draw, Groups


def apart(draw: Draw) -> Groups:
    """The order of teams is drawn once for all rounds.

    A round is left only where a large team would otherwise have to follow itself: then the first who may go, goes.
    """
    of = {slip.entrant: slip.team for slip in draw.slips}
    rounds = zip_longest(*(draw.members(team) for team in draw.teams()))
    queue = [entrant for those in rounds for entrant in those if entrant is not None]
    left, order = Counter(of.values()), []
    last = ""
    while queue:
        best = beside(left, last)
        chosen = next(one for one in queue if _costs(left, of[one], last) == best)
        queue.remove(chosen)
        last = of[chosen]
        left[last] -= 1
        order.append(chosen)
    return (tuple(order),)


def beside(left: Counter[str], last: str) -> int:
    """How often, at best, two of one team stand side by side when these follow somebody of `last`."""
    many = left.total()
    return max(0, max((2 * mine - many - (team != last) for team, mine in left.items()), default=0))


def _costs(left: Counter[str], team: str, last: str) -> int:
    """The same, when one of `team` goes next."""
    return (team == last) + beside(left - Counter([team]), team)
