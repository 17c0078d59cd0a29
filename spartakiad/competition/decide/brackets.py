"""Brackets: drawn with the start list where the regulation leaves them open; a match gets its sides when it is fed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spartakiad.competition.application_facts import EntryScratched, ScratchTakenBack
from spartakiad.competition.brackets import MOST, bracket, crossed, node_row
from spartakiad.competition.draw_facts import BracketDrawn
from spartakiad.competition.facts import Fact, MarkChecked, MarkEntered
from spartakiad.competition.feeding import Feeding
from spartakiad.competition.matches import key_of, match_of, stage_id
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.record_facts import MarkTakenBack
from spartakiad.competition.start_facts import StartsListed
from spartakiad.competition.state import State
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class FeedBracket:
    """Nobody's wish: it follows what decides who comes into a match."""

    contest: str


def brackets(state: State, contest: Line, many: int, pools: Mapping[str, str]) -> list[Fact]:
    """Of every stage that is drawn when it is known how many come into it. Raises Refusal bracket_size."""
    found: list[Fact] = []
    for number, stage in enumerate(contest.stages):
        if not stage.get("played_to"):
            continue
        seeds = _seeds(many, pools, int(stage.get("qualify", 0))) if number else _numbers(many)
        if not 2 <= len(seeds) <= MOST:
            raise Refusal("bracket_size", found=len(seeds), most=MOST)
        nodes = tuple(node_row(node) for node in bracket(seeds, int(stage["played_to"])))
        if state.brackets.get((contest.id, stage_id(contest, number))) != nodes:
            found.append(BracketDrawn(contest.id, stage_id(contest, number), nodes))
    return found


def takes_numbers(contest: Line) -> bool:
    """Whether those of its first stage are drawn into the lines of a bracket."""
    first = contest.stages[0]
    return bool(first.get("played_to")) or any("sides" in node for node in first.get("bracket", ()))


def following(facts: Iterable[Fact]) -> list[FeedBracket]:
    """What has to be looked at once these facts are recorded."""
    fed = (MarkEntered, MarkChecked, MarkTakenBack, StartsListed, BracketDrawn, EntryScratched, ScratchTakenBack)
    moved = dict.fromkeys(fact.contest for fact in facts if isinstance(fact, fed))
    return [FeedBracket(contest) for contest in moved]


def feed(state: State, command: FeedBracket, _by: str) -> list[Fact]:
    """Sides that are known are set, others are taken back; what was played or set by somebody stays."""
    contest = line(state, command.contest)
    if not contest.by_matches or state.contests[contest.id].state not in ("start_list", "under_way"):
        return []
    feeding = Feeding(state, contest)
    facts: list[Fact] = []
    for number, node in feeding.nodes():
        stage, unit = stage_id(contest, number), str(node["unit"])
        known = match_of(state, contest.id, key_of(unit))
        if (known and not known.fed) or (contest.id, MAIN, stage, key_of(unit)) in state.marks:
            continue
        first, second = feeding.sides(number, node)
        sides = (first, second) if first and second and first != second else None
        if sides != (known.sides if known else None):
            starts = tuple((side, "") for side in sides or ())
            facts.append(StartsListed(contest.id, MAIN, stage, unit, starts, fed=bool(starts)))
    return facts


def moved_units(state: State, contest: Line) -> list[str]:
    """Units that were played by others than the bracket leads into them by now."""
    feeding = Feeding(state, contest)
    moved = []
    for number, node in feeding.nodes():
        known = match_of(state, contest.id, key_of(str(node["unit"])))
        if known and known.fed and set(known.sides) != set(feeding.sides(number, node)):
            moved.append(known.unit)
    return moved


def _numbers(many: int) -> list[str]:
    return [str(number) for number in range(1, many + 1)]


def _seeds(many: int, pools: Mapping[str, str], qualify: int) -> list[str]:
    sizes = Counter(pools.values())
    return crossed(sorted(sizes), sizes, qualify) if sizes else _numbers(min(many, qualify))
