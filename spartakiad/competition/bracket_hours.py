"""Hours and courts of brackets: their rounds follow those that were drawn with the start list."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from scoring.feeds import read_feed
from spartakiad.competition.courts import hours
from spartakiad.competition.matches import matches_of, stage_id
from spartakiad.competition.plans import NO_PLAN
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.state import State

Node = Mapping[str, Any]
Hours = Mapping[tuple[str, str], tuple[int, str]]


def bracket_hours(state: State, contest: Line) -> Hours:
    """Of every match of a bracket, by stage and unit, as in `hours`; nothing where no courts are named."""
    plan = state.plans.get((contest.id, MAIN), NO_PLAN)
    if not plan.courts:
        return {}
    drawn = Counter(one.turn for one in matches_of(state, contest.id) if one.turn)
    before = [drawn[turn] for turn in sorted(drawn)]
    rounds = [
        (stage_id(contest, number), turn)
        for number, stage in enumerate(contest.stages)
        for turn in _rounds(stage.get("bracket", ()))
    ]
    at = hours(plan, [*before, *(len(turn) for _, turn in rounds)])[sum(before) :]
    nodes = [(stage, node) for stage, turn in rounds for node in turn]
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for (stage, node), mine, last in zip(nodes, at, [None, *at], strict=False):
        # Everybody may see the final: it waits for the match that would be played beside it.
        beside = _is_final(node) and last is not None and last[0] == mine[0]
        found[stage, str(node["unit"])] = (mine[0] + plan.minutes, plan.courts[0]) if beside else mine
    return found


def _rounds(nodes: Sequence[Node]) -> list[list[Node]]:
    """Each match as late as those behind it allow: whoever passes the first round rests; the final is the last."""
    behind: dict[str, list[str]] = {str(node["unit"]): [] for node in nodes}
    for node in nodes:
        for feed in filter(None, map(read_feed, node.get("sides", ()))):
            if feed.unit in behind:
                behind[feed.unit].append(str(node["unit"]))
    left = {unit: _left(behind, unit) for unit in behind}
    by_round: dict[int, list[Node]] = {}
    for node in sorted(nodes, key=_is_final):
        by_round.setdefault(left[str(node["unit"])], []).append(node)
    return [by_round[one] for one in sorted(by_round, reverse=True)]


def _is_final(node: Node) -> bool:
    return bool(node.get("winner") == 1)


def _left(behind: Mapping[str, Sequence[str]], unit: str) -> int:
    """How many rounds are played after this match."""
    return max((1 + _left(behind, one) for one in behind[unit]), default=0)
