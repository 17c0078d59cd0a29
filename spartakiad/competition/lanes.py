"""Lanes of a heat: one after another, or the strongest in the middle."""

from collections.abc import Mapping, Sequence

Heats = Mapping[str, tuple[int, int]]  # by entrant: heat and lane, both from 1; lane 0 where there are none


def from_the_middle(lanes: int) -> list[int]:
    """Eight lanes: 4, 5, 3, 6, 2, 7, 1, 8."""
    middle = (lanes + 1) // 2
    return sorted(range(1, lanes + 1), key=lambda lane: (abs(lane - middle), lane < middle))


def laid_out(groups: Sequence[Sequence[str]], lanes: int, *, middle: bool, typed: bool) -> dict[str, tuple[int, int]]:
    """Heat by heat, lane by lane. `typed`: places in a group are the lanes themselves, "" where one is empty."""
    order = from_the_middle(lanes) if middle else list(range(1, lanes + 1))
    found: dict[str, tuple[int, int]] = {}
    for heat, those in enumerate(groups, 1):
        placed = [(at + 1 if typed else order[at] if lanes else 0, one) for at, one in enumerate(those) if one]
        found |= {one: (heat, lane) for lane, one in sorted(placed, key=lambda each: each[0])}
    return found


def squeezed_in(heats: dict[str, tuple[int, int]], late: Sequence[str], lanes: int) -> dict[str, tuple[int, int]]:
    """Whoever came after the draw goes to the smallest heat, the last of several, and takes its first free lane."""
    found = dict(heats)
    for entrant in late:
        taken: dict[int, list[int]] = {}
        for heat, lane in found.values():
            taken.setdefault(heat, []).append(lane)
        heat = min(taken, key=lambda one: (len(taken[one]), -one))
        free = [lane for lane in range(1, lanes + 1) if lane not in taken[heat]]
        found[entrant] = (heat, free[0] if free else 0)
    return dict(sorted(found.items(), key=lambda one: one[1]))
