"""What is allowed in a regulation and seldom meant: for whoever writes one to look at again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

from scoring.document import Document
from scoring.formats.round_robin import RoundRobin
from scoring.regulation import Standing
from scoring.rules.absent import AbsentRule
from scoring.rules.count import CountBest
from scoring.rules.value import NDown, PlaceValue, RawValue, TableValue

AdviceKind = Literal[
    "wrong_way",  # standing, wins: places are added up and most wins, or the other way round
    "rising_table",  # standing, place: a later place is worth more than the one before
    "silent_on_absence",  # standing: nothing is said of a team without a place, so it gets nothing
    "silent_on_withdrawal",  # contest: nothing is said of the matches of a team that withdraws from a round robin
    "nobody_classified",  # standing, minimum, contests: a place needs more contests than there are
    "counts_everything",  # standing, k, contests: the best K of no more than K
    "ties_stay",  # standing: equal totals share the place, and the cup goes by it
    "no_clause",  # where: a rule that names no clause cannot be looked up
    "in_no_standing",  # contest
    "unused_rules",  # rules
]
ADVICE_KINDS: frozenset[str] = frozenset(get_args(AdviceKind))


@dataclass(frozen=True, slots=True)
class Advice:
    kind: AdviceKind
    args: dict[str, object] = field(default_factory=dict)


def advise(document: Document) -> tuple[Advice, ...]:
    """Everything worth a second look, standing by standing, then the programme."""
    return (*_of_standings(document), *_of_programme(document))


def _of_standings(document: Document) -> Iterator[Advice]:
    for standing in document.standings:
        programme = _programme(document, standing)
        yield from _of_value(standing)
        if any(_least_is_best(document, standing, contest) for contest in programme if standing.high):
            yield Advice("wrong_way", {"standing": standing.id, "wins": standing.wins})
        if standing.count.minimum and 0 < len(programme) < standing.count.minimum:
            args = {"standing": standing.id, "minimum": standing.count.minimum, "contests": len(programme)}
            yield Advice("nobody_classified", args)
        if standing.absent == AbsentRule() and standing.value.of == "team":
            yield Advice("silent_on_absence", {"standing": standing.id})
        if isinstance(standing.count, CountBest) and 0 < len(programme) <= standing.count.k:
            args = {"standing": standing.id, "k": standing.count.k, "contests": len(programme)}
            yield Advice("counts_everything", args)
        cup = document.cup and document.cup.standing == standing.id and document.cup.tie == "decide"
        if cup and len(standing.order.blocks) == 1 and len(standing.order.blocks[0].by) == 1:
            yield Advice("ties_stay", {"standing": standing.id})
        missing = [name for name in ("value", "count", "absent", "order") if getattr(standing, name).clause is None]
        if missing:
            yield Advice("no_clause", {"where": [f"{standing.id}.{name}" for name in missing]})


def _of_value(standing: Standing) -> Iterator[Advice]:
    value = standing.value
    upside_down = isinstance(value, PlaceValue) if standing.high else isinstance(value, NDown)
    if upside_down:
        yield Advice("wrong_way", {"standing": standing.id, "wins": standing.wins})
    if isinstance(value, TableValue) and standing.high:
        rows = zip(value.table, value.table[1:], strict=False)
        rising = next((place for place, (upper, lower) in enumerate(rows, 2) if lower > upper), None)
        if rising:
            yield Advice("rising_table", {"standing": standing.id, "place": rising})


def _least_is_best(document: Document, standing: Standing, contest: str) -> bool:
    """Whether times or places go straight through, of which less is better."""
    case = document.cases.get(contest)
    if case is None or not isinstance(standing.value_in(contest), RawValue):
        return False
    team, last = case.rules.team, case.rules.stages[-1]
    if not team.members.verbatim:
        return not team.high
    return last.takes == "marks" and last.mark.criterion in ("time", "place")


def _of_programme(document: Document) -> Iterator[Advice]:
    counted = {contest for standing in document.standings for contest in _programme(document, standing)}
    for contest in document.contests:
        stages = document.cases[contest.id].rules.stages
        if any(isinstance(stage, RoundRobin) and stage.withdrawn is None for stage in stages):
            yield Advice("silent_on_withdrawal", {"contest": contest.id})
        if not contest.outside and contest.id not in counted and document.standings:
            yield Advice("in_no_standing", {"contest": contest.id})
    held = [case for whole in document.cases.values() for case in (whole, *whole.parts.values())]
    parts = [
        part for rules in document.rules.values() for stage in rules.stages for part in getattr(stage, "parts", ())
    ]
    for name, rules in document.rules.items():
        if not any(case.rules is rules for case in held) and all(part.rules != name for part in parts):
            yield Advice("unused_rules", {"rules": name})


def _programme(document: Document, standing: Standing) -> list[str]:
    if standing.contests is not None:
        return list(standing.contests)
    return [contest.id for contest in document.contests if not contest.outside]
