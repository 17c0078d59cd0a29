"""How a knock-out bracket is built: who is where in it, who passes without a match, who feeds whom, which places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Side = str | None  # who comes in, as a feed says it; None: nobody, whoever is opposite passes without a match
_ROUNDS: Mapping[int, str] = {2: "final", 4: "s", 8: "q", 16: "e", 32: "x", 64: "y"}
_LAST: Mapping[int, str] = {1: "final", 3: "third", 5: "fifth", 7: "seventh", 9: "ninth"}
MOST = 64


@dataclass(frozen=True, slots=True)
class Node:
    """A match of a bracket; `winner`, `loser`: the place it gives, 0 where it gives none."""

    unit: str
    first: str
    second: str
    winner: int = 0
    loser: int = 0


def node_row(node: Node) -> dict[str, Any]:
    """As the engine's document has it."""
    places = {name: place for name, place in (("winner", node.winner), ("loser", node.loser)) if place}
    return {"unit": node.unit, "sides": [node.first, node.second], **places}


def bracket(strongest_first: Sequence[str], played_to: int) -> tuple[Node, ...]:
    """Of any number from two on: the first meets the last; the first of them pass where it is no power of two.

    Places down to `played_to` are played for, further down they are shared. Matches stand after those that feed them.
    """
    size = 2
    while size < len(strongest_first):
        size *= 2
    padded = [*strongest_first, *[None] * (size - len(strongest_first))]
    made = _Made(played_to)
    made.play([padded[seed - 1] for seed in _lines(size)], 1)
    return tuple(made.nodes.values())


def crossed(pools: Sequence[str], sizes: Mapping[str, int], qualify: int) -> list[str]:
    """Places of pools as seeds: the first of all pools, then the second …; two of one pool do not meet at once."""
    seeds = [f"{pool}{place}" for place in range(1, qualify + 1) for pool in pools if place <= sizes[pool]]
    size = 2
    while size < len(seeds):
        size *= 2
    for at in range(size // 2):
        across = size - 1 - at
        if across < len(seeds) and _pool(seeds[at]) == _pool(seeds[across]):
            _part(seeds, at, across, size)
    return seeds


def _part(seeds: list[str], at: int, across: int, size: int) -> None:
    """Somebody who took the same place in another pool comes instead, where that parts both pairs."""
    for other in reversed(range(len(seeds))):
        mate = size - 1 - other
        alike = seeds[other].removeprefix(_pool(seeds[other])) == seeds[across].removeprefix(_pool(seeds[across]))
        met = seeds[mate] if mate < len(seeds) else ""
        if alike and _pool(seeds[other]) != _pool(seeds[at]) and _pool(met) != _pool(seeds[across]):
            seeds[other], seeds[across] = seeds[across], seeds[other]
            return


def _pool(seed: str) -> str:
    return seed.rstrip("0123456789")


def _lines(size: int) -> list[int]:
    """Which seed stands on which line, from above: 1, 8, 4, 5, 2, 7, 3, 6."""
    lines = [1]
    while len(lines) < size:
        both = 2 * len(lines) + 1
        lines = [seed for one in lines for seed in (one, both - one)]
    return lines


class _Made:
    """Matches in the making, in the order in which they are played."""

    def __init__(self, played_to: int) -> None:
        self.played_to = played_to
        self.nodes: dict[str, Node] = {}

    def play(self, sides: Sequence[Side], place: int) -> None:
        """Those that are left play for the places from `place` on."""
        there = [side for side in sides if side]
        if len(there) == 1:
            self._give(there, place)
        elif len(sides) == 2 and there:
            self._match(_LAST.get(place, f"{place}to{place + 1}-1"), there[0], there[1], (place, place + 1))
        elif there:
            winners, losers = self._round(sides, place)
            after = place + sum(1 for one in winners if one)
            if after < self.played_to:
                self.play(losers, after)
            else:
                self._give([one for one in losers if one], after)
            self.play(winners, place)

    def _round(self, sides: Sequence[Side], place: int) -> tuple[list[Side], list[Side]]:
        winners: list[Side] = []
        losers: list[Side] = []
        name = _ROUNDS[len(sides)] if place == 1 else f"{place}to{place + len(sides) - 1}-"
        number = 0
        for first, second in zip(sides[::2], sides[1::2], strict=True):
            if first and second:
                number += 1
                self._match(f"{name}{number}", first, second)
                winners.append(f"winner {name}{number}")
                losers.append(f"loser {name}{number}")
            else:
                winners.append(first or second)
                losers.append(None)
        return winners, losers

    def _match(self, unit: str, first: str, second: str, places: tuple[int, int] = (0, 0)) -> None:
        self.nodes[unit] = Node(unit, first, second, *places)

    def _give(self, those: Iterable[str], place: int) -> None:
        """A place without a match of its own: the match that they come from gives it."""
        for told in those:
            by, _, unit = told.partition(" ")
            node = self.nodes[unit]
            won, lost = (place, node.loser) if by == "winner" else (node.winner, place)
            self.nodes[unit] = Node(unit, node.first, node.second, won, lost)
