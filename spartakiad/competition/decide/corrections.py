"""A mark of a posted or an official result is corrected: the sheet is posted anew, or gets its next revision."""

from dataclasses import dataclass, replace

from spartakiad.competition.called import called
from spartakiad.competition.correction_facts import MarkCorrected
from spartakiad.competition.decide.brackets import moved_units
from spartakiad.competition.decide.marks import reading_of, same_mark, says_the_same, stage_of
from spartakiad.competition.facts import ContestStated, Fact, PartStated
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.state import State
from spartakiad.competition.texts import SENTENCE, free_text
from spartakiad.errors import Refusal

CLOSED = ("posted", "official")


@dataclass(frozen=True, slots=True)
class CorrectMark:
    """`version`, `over`: of the mark that was seen, as in EnterMark. `sure`: an implausible value is meant.

    `standing`: whether the result was seen as posted or as official.
    """

    contest: str
    entrant: str
    raw: str
    version: int
    standing: str
    reason: str = ""
    sure: bool = False
    over: str = ""


def correct(state: State, command: CorrectMark, _by: str) -> list[Fact]:
    """The new value waits for somebody else to compare it, as any mark does; what is official needs a reason."""
    found = correctable(state, command.contest, command.entrant)
    standing = state.how_far(found.id, found.part).state
    if standing != command.standing:
        raise Refusal("wrong_state", state=standing, contest=found.title)
    key = (found.id, found.part, stage_of(state, found, command.entrant), command.entrant)
    mark = state.marks.get(key)
    if mark is None:
        raise Refusal("nothing_to_correct", entrant=called(state, found.id, command.entrant))
    same_mark(mark, command.version, command.over, command.raw)
    reading = reading_of(state, found, key[2], command)
    if says_the_same(found, mark, command.raw, reading):
        return []
    reason = free_text(command.reason, "reason", SENTENCE)
    if standing == "official" and not reason:
        raise Refusal("reason_needed", "reason")
    if found.by_matches:
        _check_bracket(replace(state, marks={**state.marks, key: replace(mark, value=reading.value)}), found)
    corrected = MarkCorrected(*key, command.raw, reading.value, reading.status, reason)
    return [corrected, restated(state, found, reason)]


def _check_bracket(corrected: State, found: Line) -> None:
    """Whoever has lost after all may have played on: who of them has which place is decided by people."""
    if moved := moved_units(corrected, found):
        raise Refusal("bracket_followed", "raw", contest=found.title, units=moved)


def correctable(state: State, contest: str, entrant: str) -> Line:
    """The list that the entrant stands in. Raises Refusal unless it is posted or official by marks."""
    whole, entry = line(state, contest), state.entries.get((contest, entrant))
    found = whole.list_of(entry.part) if entry else whole
    if state.state == "closed":
        raise Refusal("games_closed")
    if contest in state.taken:
        raise Refusal("places_by_paper", contest=whole.title)
    standing = state.how_far(contest, found.part).state
    if standing not in CLOSED:
        raise Refusal("wrong_state", state=standing, contest=found.title)
    return found


def restated(state: State, found: Line, reason: str) -> Fact:
    """An official result is so in its next revision; a posted one is posted anew, and from then on protests count."""
    whole = state.contests[found.id]
    if whole.state == "official":
        return ContestStated(found.id, "official", whole.revision + 1, reason)
    if found.part != MAIN:
        return PartStated(found.id, found.part, "posted", reason)
    return ContestStated(found.id, "posted", whole.revision, reason)
