"""Who comes out of heats into the final: the first of each heat and the next best, by the rule of the regulation."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scoring import Ranking
from spartakiad.competition.alone import scored_alone
from spartakiad.competition.programme import Line
from spartakiad.competition.starters import list_of
from spartakiad.competition.state import State


@dataclass(frozen=True, slots=True)
class Finalist:
    """`heat`: whose first he was, 0 of one of the next best."""

    entrant: str
    heat: int


@dataclass(frozen=True, slots=True)
class Edge:
    """So many are `left` to go on, and these, who are level, are more: a person says which. `heat`: as above."""

    heat: int
    left: int
    among: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """`finalists`: the best first. `gone`: who does not come, though he may have been one."""

    finalists: tuple[Finalist, ...]
    edges: tuple[Edge, ...]
    gone: tuple[str, ...] = ()


def final_stage(part: Line) -> Mapping[str, Any] | None:
    """The second stage of a list in two, where the regulation says who comes into it."""
    if part.by_matches or len(part.stages) != 2:
        return None
    last = part.stages[1]
    return last if last.get("qualify") or last.get("next_best") else None


def coming(state: State, part: Line, chosen: Collection[str] = (), without: Collection[str] = ()) -> Coming:
    """By the heats as they are entered. `chosen`: who goes on of those who are level at an edge.

    `without`: who does not come; for each the next best does.
    """
    stage = final_stage(part) or {}
    result = scored_alone(state, part.id)
    ranking = (result.parts[part.part] if result.parts else result).ranking
    listed = list_of(state, part)
    heats = {one: listed.heats.get(one, (1, 0))[0] for one in listed.bibs} if listed else {}
    picking = _Picking(ranking, chosen)
    for heat in sorted(set(heats.values())):
        picking.pick([one for one in ranking.line if heats.get(one) == heat], int(stage.get("qualify") or 0), heat)
    next_best = int(stage.get("next_best") or 0)
    picking.pick([one for one in ranking.line if one not in picking.taken], next_best, 0)
    gone = tuple(one for one in ranking.line if one in without)
    free = sum(one in picking.taken for one in gone)
    picking.pick([one for one in ranking.line if one not in picking.taken and one not in gone], free, 0)
    taken = [Finalist(one, picking.taken[one]) for one in ranking.line if one in picking.taken and one not in gone]
    return Coming(tuple(taken), tuple(picking.edges), gone)


class _Picking:
    def __init__(self, ranking: Ranking, chosen: Collection[str]) -> None:
        self.places = {row.key: row.place for row in ranking.rows}
        self.chosen = chosen
        self.taken: dict[str, int] = {}
        self.edges: list[Edge] = []

    def pick(self, those: Sequence[str], many: int, heat: int) -> None:
        """The first `many` of these; where more are level than may go on, whoever was chosen of them."""
        left = many
        for level in self._levels(those):
            if left <= 0:
                return
            going = level if len(level) <= left else [one for one in level if one in self.chosen]
            if len(going) < min(left, len(level)):
                self.edges.append(Edge(heat, left, tuple(level)))
                return
            self.taken |= dict.fromkeys(going, heat)
            left -= len(level)

    def _levels(self, those: Sequence[str]) -> Iterator[list[str]]:
        """Those who share a place, the best first."""
        places = dict.fromkeys(self.places[one] for one in those)
        for place in places:
            yield [one for one in those if self.places[one] == place]
