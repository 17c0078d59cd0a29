"""A judge enters what was shown; another person confirms it or sends it back."""

from dataclasses import dataclass
from typing import Protocol

from scoring.marks.calls import RAW
from spartakiad.competition.bibs import worn
from spartakiad.competition.called import called
from spartakiad.competition.facts import ContestStated, Fact, MarkChecked, MarkEntered, PartStated
from spartakiad.competition.handicap import with_handicap
from spartakiad.competition.matches import is_match, match_of, stage_id
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.reading import Read, cells, read, read_match
from spartakiad.competition.record_facts import MarkTakenBack
from spartakiad.competition.sights import mark_seen, moved_line
from spartakiad.competition.starters import next_stage
from spartakiad.competition.state import Mark, MarkKey, State
from spartakiad.competition.texts import SENTENCE, free_text
from spartakiad.errors import Refusal

OPEN = ("start_list", "under_way")


@dataclass(frozen=True, slots=True)
class EnterMark:
    """`version` is the version of the mark the judge saw (0: none yet): saving over a newer one is refused.
    `sure`: an implausible value is meant, or the one that was sent back.

    `typed_by`: the judge who typed it, where somebody else brings it. `line`, `over`: as sights.py writes the line
    that was read and the mark that stood in it; "" where nobody tells.
    """

    contest: str
    entrant: str
    raw: str
    version: int
    sure: bool = False
    typed_by: str = ""
    line: str = ""
    over: str = ""


@dataclass(frozen=True, slots=True)
class CheckMark:
    """`version`, `over`: of the mark that was compared, as in EnterMark."""

    contest: str
    entrant: str
    version: int
    verdict: str
    reason: str = ""
    over: str = ""


@dataclass(frozen=True, slots=True)
class TakeMarkOff:
    """`version`, `over`: of the mark that was seen, as in EnterMark."""

    contest: str
    entrant: str
    version: int
    over: str = ""


def take_off(state: State, command: TakeMarkOff, _by: str) -> list[Fact]:
    """What was written for a match that has not been played: those who were led on by it are led back."""
    key, standing = mark_at(state, command.contest, command.entrant)
    same_mark(standing, command.version, command.over, "убрать результат")
    return [MarkTakenBack(*key)] if standing else []


def enter(state: State, command: EnterMark, _by: str) -> list[Fact]:
    """The raw text is kept beside what was read. A mark of somebody not admitted is a fact too: kept, held out.

    The same again changes nothing; of one that was sent back the judge has to say that the paper has it so.
    """
    contest = _open(state, command.contest, command.entrant)
    key, standing = mark_at(state, command.contest, command.entrant)
    reading = reading_of(state, contest, key[2], command)
    if standing is not None and says_the_same(contest, standing, command.raw, reading):
        if standing.check != "rejected":
            return []
        if not command.sure:
            raise Refusal("sent_back", "raw", why=standing.reason)
    same_mark(standing, command.version, command.over, command.raw)
    if standing is None and command.version and earlier(state, key):
        raise Refusal("heat_over", "raw", entrant=worn(state, contest.id, command.entrant))
    _same_line(state, contest, command)
    entered = MarkEntered(*key, command.raw, reading.value, reading.status, command.typed_by)
    return [*_begun(state, contest), entered]


def earlier(state: State, key: MarkKey) -> list[Mark]:
    """Marks of the same entrant in other stages: whoever saw one of them did not see that he stands in this one."""
    contest, part, stage, entrant = key
    return [
        mark for at, mark in state.marks.items() if at[:2] == (contest, part) and at[3] == entrant and at[2] != stage
    ]


def mark_at(state: State, contest: str, entrant: str) -> tuple[MarkKey, Mark | None]:
    """Where an entrant's mark belongs, and what stands there. Raises Refusal where none may be entered."""
    found = _open(state, contest, entrant)
    key = (found.id, found.part, stage_of(state, found, entrant), entrant)
    return key, state.marks.get(key)


def check(state: State, command: CheckMark, by: str) -> list[Fact]:
    """Nobody confirms what he typed himself. A correction of a posted result is confirmed or corrected again."""
    contest = list_with(state, command.contest, command.entrant)
    match = match_of(state, contest.id, command.entrant)
    stage = match.stage if match else next_stage(state, contest, command.entrant)
    standing = state.marks.get((contest.id, contest.part, stage, command.entrant))
    if standing is None or not standing.corrected or command.verdict != "confirmed":
        _open(state, command.contest, command.entrant)
    if standing is None:
        raise Refusal("nothing_to_confirm", entrant=called(state, contest.id, command.entrant))
    if command.verdict not in ("confirmed", "rejected"):
        raise Refusal("bad_choice", "verdict")
    if by in (standing.entered_by, standing.typed_by):
        raise Refusal("self_confirmation", entrant=called(state, contest.id, command.entrant))
    if command.verdict == "rejected" and not command.reason.strip():
        raise Refusal("reason_needed", "reason")
    if standing.check == command.verdict:
        return []
    reason = free_text(command.reason, "reason", SENTENCE)
    if _another(standing, command.version, command.over):
        raise Refusal("mark_moved", entrant=called(state, contest.id, command.entrant), theirs=standing.raw)
    return [MarkChecked(contest.id, contest.part, stage, command.entrant, command.verdict, reason)]


def stage_of(state: State, contest: Line, entrant: str) -> str:
    """Where the mark belongs; in a contest of matches only a match that was drawn has one."""
    match = match_of(state, contest.id, entrant)
    if match:
        return match.stage
    if contest.by_matches or (contest.id, entrant) not in state.entries:
        number = entrant.lstrip("?") or entrant  # the mark of a device before a number that its list did not have
        raise Refusal("not_entered", "raw", entrant=number, contest=contest.title)
    return next_stage(state, contest, entrant)


class Typed(Protocol):
    """What was typed for an entrant; `sure`: a value that was doubted is meant."""

    @property
    def entrant(self) -> str: ...
    @property
    def raw(self) -> str: ...
    @property
    def sure(self) -> bool: ...


def reading_of(state: State, contest: Line, stage: str, command: Typed) -> Read:
    if not is_match(command.entrant):
        return with_handicap(state, contest, command.entrant, read(contest, command.raw, sure=command.sure))
    declared = next(one for number, one in enumerate(contest.stages) if stage_id(contest, number) == stage)
    return read_match(declared, command.raw)


def says_the_same(contest: Line, standing: Mark, raw: str, reading: Read) -> bool:
    """In whatever words; where nothing is worth anything yet, as while legs of a relay are missing, by its fields."""
    if (standing.value, standing.status) != (reading.value, reading.status):
        return False
    return bool(reading.value) or _pieces(contest, standing.raw) == _pieces(contest, raw)


def _pieces(contest: Line, raw: str) -> dict[str, str]:
    """What stands in the fields beside that of the whole result."""
    return {name: text for name, text in cells(contest, raw).items() if name != RAW and text}


def _open(state: State, contest: str, entrant: str) -> Line:
    """The list that the entrant stands in, while results are taken."""
    found = list_with(state, contest, entrant)
    standing = state.how_far(contest, found.part).state
    if standing not in OPEN:
        raise Refusal("contest_closed", state=standing, contest=found.title)
    return found


def list_with(state: State, contest: str, entrant: str) -> Line:
    """The contest, or one of its parts."""
    whole, entry = line(state, contest), state.entries.get((contest, entrant))
    return whole.list_of(entry.part) if entry else whole


def _begun(state: State, contest: Line) -> list[Fact]:
    """With its first mark a contest is under way, and the part of it."""
    whole, own = state.contests[contest.id], state.how_far(contest.id, contest.part)
    begun: list[Fact] = []
    if whole.state != "under_way":
        begun.append(ContestStated(contest.id, "under_way", whole.revision))
    if own.state != "under_way" and contest.part != MAIN:
        begun.append(PartStated(contest.id, contest.part, "under_way"))
    return begun


def same_mark(standing: Mark | None, version: int, over: str, raw: str) -> None:
    """Two marks may have one version: those of a heat and of its final, or after an older copy was put back."""
    if standing is not None and _another(standing, version, over):
        raise Refusal(
            "mark_changed",
            "raw",
            mine=raw,
            theirs=standing.raw,
            who=standing.entered_by,
            at=standing.entered_at.isoformat(),
            basis=standing.basis,
            version=standing.version,
        )


def _another(standing: Mark, version: int, over: str) -> bool:
    return standing.version != version or over not in ("", mark_seen(standing))


def _same_line(state: State, contest: Line, command: EnterMark) -> None:
    """Of a match others may meet by now, in a line another number may stand: what was read is looked at once more."""
    if moved := moved_line(state, contest, command.entrant, command.line):
        raise Refusal("line_moved", "raw", saw=moved[0], is_now=moved[1])
