"""Heats: by lot with teams apart, or the strong spread over all of them as a snake goes."""

from collections import Counter

from spartakiad.competition.drawing.slips import Draw, Groups, lot


def by_lot(draw: Draw) -> Groups:
    """Team after team is dealt out, one to each heat in turn; in a heat lots give the lanes.

    So heats are even, and of a team no heat has more than any other must.
    """
    dealt: list[list[str]] = [[] for _ in range(draw.groups)]
    everybody = (one for team in draw.teams() for one in draw.members(team))
    for at, entrant in enumerate(everybody):
        dealt[at % draw.groups].append(entrant)
    return tuple(tuple(sorted(heat, key=lambda one: lot(draw.key, f"{at}:{one}"))) for at, heat in enumerate(dealt, 1))


def snake(draw: Draw) -> Groups:
    """The strongest of each heat first: as many as there are heats go one to each, to and fro.

    Of the heats still free in a round everybody takes the first where fewest of his team are.
    """
    of = {slip.entrant: slip.team for slip in draw.slips}
    order, found = draw.by_strength(), [[] for _ in range(draw.groups)]  # type: ignore[var-annotated]
    for turn, begins in enumerate(range(0, len(order), draw.groups)):
        free = list(range(draw.groups))[:: -1 if turn % 2 else 1]
        for entrant in order[begins : begins + draw.groups]:
            mates = [Counter(of[one] for one in found[heat])[of[entrant]] for heat in free]
            found[free.pop(mates.index(min(mates)))].append(entrant)
    return tuple(map(tuple, found))
