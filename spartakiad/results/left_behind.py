"""Places of those who did not come into a bracket: known as soon as everybody who did is, while he still plays."""

from collections.abc import Mapping
from typing import NamedTuple

from scoring import Ranking
from scoring.feeds import read_feed
from spartakiad.competition.feeding import UNKNOWN, Feeding
from spartakiad.competition.programme import Line
from spartakiad.competition.state import State


class Behind(NamedTuple):
    """A place below all of the bracket; `tied`: others outside it share it."""

    place: int
    tied: bool


def left_behind(state: State, found: Line, ranking: Ranking) -> Mapping[str, Behind]:
    """By entrant; nobody while it may still change who comes into the bracket, or where places are not counted on."""
    playing = _playing(state, found)
    if not playing or found.rules.get("order", {}).get("places", "skip") != "skip":
        return {}
    rest = [row for row in ranking.rows if row.place is not None and row.key not in playing]
    firsts = [row.first for row in rest]
    return {
        row.key: Behind(len(playing) + 1 + sum(one < row.first for one in firsts), firsts.count(row.first) > 1)
        for row in rest
    }


def _playing(state: State, found: Line) -> set[str]:
    """Everybody who came into the bracket out of the stage before it; nobody while one of them is not known."""
    last = len(found.stages) - 1
    if last != 1:
        return set()
    feeding = Feeding(state, found)
    told = [side for number, node in feeding.nodes() if number == last for side in node["sides"]]
    placed = [side for side in told if (feed := read_feed(side)) and not feed.unit]
    came = {feeding.comes(last, side) for side in placed}
    return set() if UNKNOWN in came else came
