"""Whoever has no seeding starts first, by his lot; after them the seeded, the strongest last."""

from spartakiad.competition.drawing.slips import Draw, Groups


def strongest_last(draw: Draw) -> Groups:
    seeded = {slip.entrant for slip in draw.slips if slip.seeding}
    order = draw.by_strength()
    others = [one for one in order if one not in seeded]
    return (tuple(others + [one for one in reversed(order) if one in seeded]),)
