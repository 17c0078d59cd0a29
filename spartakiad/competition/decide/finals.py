"""The final's start list out of the results of the heats; where several are level at the edge, a person says who."""

from dataclasses import dataclass

from spartakiad.competition.bibs import worn
from spartakiad.competition.decide.contests import check_waiting, outstanding
from spartakiad.competition.facts import Fact
from spartakiad.competition.finals import coming, final_stage
from spartakiad.competition.lanes import from_the_middle
from spartakiad.competition.matches import stage_id
from spartakiad.competition.plans import NO_PLAN
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.start_facts import StartsListed
from spartakiad.competition.starters import final_of, list_of
from spartakiad.competition.state import State
from spartakiad.competition.texts import SENTENCE, free_text
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class ReleaseFinal:
    """`chosen`: who goes on of those who are level at an edge; `reason`: how that was decided, or why the list changes.

    `delay`: minutes from the hour of the timetable. `without`: who does not come; the next best comes for him.
    `despite`: as in Accept.
    """

    contest: str
    part: str
    chosen: tuple[str, ...] = ()
    reason: str = ""
    delay: int = 0
    without: tuple[str, ...] = ()
    despite: int = 0


@dataclass(frozen=True, slots=True)
class TakeFinalBack:
    """The heats are open again."""

    contest: str
    part: str
    reason: str


def release_final(state: State, command: ReleaseFinal, _by: str) -> list[Fact]:
    """Raises Refusal no_marks, not_all_confirmed, records_wait, final_level, lanes_few, reason_needed."""
    part = _held_in_heats(state, command.contest, command.part)
    if final_of(state, part) is not None:
        raise Refusal("final_out", contest=part.title)
    left = outstanding(state, part)
    if left.missing or left.unchecked:
        names = [f"№ {worn(state, part.id, one)}" for one in left.missing or left.unchecked]
        raise Refusal("no_marks" if left.missing else "not_all_confirmed", entrants=names)
    check_waiting(state, part, command.despite, [part.part])
    reason = free_text(command.reason, "reason", SENTENCE)
    found = coming(state, part, command.chosen, command.without)
    if found.edges:
        raise Refusal("final_level", "chosen", left=found.edges[0].left)
    if not found.finalists:
        raise Refusal("nobody_starts", contest=part.title)
    if (found.gone or coming(state, part).edges) and not reason:
        raise Refusal("reason_needed", "reason")
    who = [one.entrant for one in found.finalists]
    heats = tuple((one, 0, lane) for one, lane in zip(who, _lanes(state, part, len(who)), strict=True))
    before = list_of(state, part)
    bibs = before.bibs if before else {}
    starts = tuple((one, bibs.get(one, "")) for one in who)
    where = (part.id, part.part, stage_id(part, 1), MAIN)
    return [StartsListed(*where, starts, delay=command.delay, heats=heats, without=found.gone, reason=reason)]


def take_final_back(state: State, command: TakeFinalBack, _by: str) -> list[Fact]:
    """Until somebody has a result in it."""
    part = _held_in_heats(state, command.contest, command.part)
    final = final_of(state, part)
    if final is None:
        return []
    if any(key[:3] == (part.id, part.part, final.stage) for key in state.marks):
        raise Refusal("final_begun", contest=part.title)
    reason = free_text(command.reason, "reason", SENTENCE)
    if not reason:
        raise Refusal("reason_needed", "reason")
    return [StartsListed(part.id, part.part, final.stage, MAIN, (), reason=reason)]


def _held_in_heats(state: State, contest: str, name: str) -> Line:
    whole = line(state, contest)
    part = whole.list_of(name)
    if final_stage(part) is None:
        raise Refusal("not_found")
    standing = state.how_far(part.id, part.part).state
    if standing != "under_way":
        raise Refusal("wrong_state", state=standing, contest=part.title)
    return part


def _lanes(state: State, part: Line, many: int) -> list[int]:
    """The best in the middle; 0 where a heat has no lanes."""
    lanes = state.plans.get((part.id, part.part), NO_PLAN).lanes
    if lanes and many > lanes:
        raise Refusal("lanes_few", lanes=lanes, most=many)
    return from_the_middle(lanes)[:many] if lanes else [0] * many
