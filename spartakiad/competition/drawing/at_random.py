"""At random: everybody by his lot."""

from spartakiad.competition.drawing.slips import Draw, Groups


def at_random(draw: Draw) -> Groups:
    return (tuple(draw.by_lot(slip.entrant for slip in draw.slips)),)
