"""The seeded in their order, then everybody else by his lot: the numbers of a bracket."""

from spartakiad.competition.drawing.slips import Draw, Groups


def strongest_first(draw: Draw) -> Groups:
    return (tuple(draw.by_strength()),)
