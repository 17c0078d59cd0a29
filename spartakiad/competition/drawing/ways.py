"""The ways of drawing: one file and one line each. The same key and the same slips give the same groups."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spartakiad.competition.drawing.apart import apart
from spartakiad.competition.drawing.at_random import at_random
from spartakiad.competition.drawing.heats import by_lot, snake
from spartakiad.competition.drawing.slips import Draw, Groups
from spartakiad.competition.drawing.strongest_first import strongest_first
from spartakiad.competition.drawing.strongest_last import strongest_last


@dataclass(frozen=True, slots=True)
class Way:
    """`into`: what the groups are: one `list`, the numbers of a `bracket`, `heats` or `pools`.

    `middle`: the first of a heat has a lane in the middle.
    """

    run: Callable[[Draw], Groups]
    into: str = "list"
    middle: bool = False


WAYS: Mapping[str, Way] = {
    "random": Way(at_random),
    "apart": Way(apart),
    "strongest_last": Way(strongest_last),
    "strongest_first": Way(strongest_first, "bracket"),
    "heats": Way(by_lot, "heats"),
    "heats_seeded": Way(snake, "heats", middle=True),
    "pools": Way(snake, "pools"),
}
