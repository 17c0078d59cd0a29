"""A contest and its parts on their way: start list released → under way → posted → official."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from spartakiad.competition.called import called
from spartakiad.competition.decide.brackets import moved_units
from spartakiad.competition.decide.listing import listing
from spartakiad.competition.decide.matches import undrawn_units
from spartakiad.competition.decide.records import waiting
from spartakiad.competition.document import counts
from spartakiad.competition.facts import ContestStated, Fact, PartStated
from spartakiad.competition.finals import final_stage
from spartakiad.competition.matches import matches_of
from spartakiad.competition.plans import NOTHING_KNOWN, Known
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.records import Held
from spartakiad.competition.starters import final_of, next_stage, starters
from spartakiad.competition.state import Mark, State
from spartakiad.competition.texts import SENTENCE, free_text
from spartakiad.competition.walkovers import settled
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class ReleaseStarts:
    """`part`: one of a contest in parts, or "" for all of them that nobody has begun.

    `reason`: why a list that is out already is changed. `known`: as in Known.
    """

    contest: str
    part: str = ""
    reason: str = ""
    known: Known = NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class Post:
    """`part` as above; a contest is posted with the last of its parts. `despite`: as in Accept."""

    contest: str
    part: str = ""
    despite: int = 0


@dataclass(frozen=True, slots=True)
class Reopen:
    contest: str
    reason: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Accept:
    """`despite`: the number of the newest record in the secretary's inbox that was seen to wait and need not be."""

    contest: str
    despite: int = 0


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What keeps a list from being posted: starters or matches without a mark, units without sides, unconfirmed marks.

    `last`: when the newest of its marks was entered.
    """

    missing: Sequence[str]
    undrawn: Sequence[str]
    unchecked: Mapping[str, Mark]
    last: datetime | None


def release(state: State, command: ReleaseStarts, _by: str) -> list[Fact]:
    """The list as it was drawn; without a draw by number, teams in the order they joined.

    What is out already is left alone while something is not; alone it is changed, until somebody has a result.
    """
    due = _in_state(state, command.contest, command.part, "planned", "start_list")
    fresh = [one for one in due if state.how_far(one.id, one.part).state == "planned" and starters(state, one)]
    released = [fact for one in fresh or due for fact in _released(state, one, command)]
    if not released:
        raise Refusal("nobody_starts", contest=line(state, command.contest).title)
    begun = state.contests[command.contest].state == "under_way"
    return released if begun else [*released, ContestStated(command.contest, "start_list")]


def _released(state: State, part: Line, command: ReleaseStarts) -> list[Fact]:
    reason = free_text(command.reason, "reason", SENTENCE)
    if state.how_far(part.id, part.part).state == "start_list" and not reason:
        raise Refusal("reason_needed", "reason")
    listed = listing(state, part, reason, command.known)
    return [*listed, *_stated(part, "start_list")] if listed else []


def post(state: State, command: Post, _by: str) -> list[Fact]:
    """The chief judge of the sport posts the result: every starter has a mark, every mark was confirmed by another."""
    contest = line(state, command.contest)
    due = _in_state(state, command.contest, command.part, "under_way") if command.part else _unposted(state, contest)
    for part in due:
        _check_complete(state, part)
    check_waiting(state, contest, command.despite, [part.part for part in due])
    posted = [fact for part in due for fact in _stated(part, "posted")]
    if any(part not in due and _waits(state, part) for part in contest.parts):
        return posted
    return [*posted, ContestStated(contest.id, "posted", state.contests[contest.id].revision)]


def _unposted(state: State, contest: Line) -> list[Line]:
    """What is left of a contest under way."""
    standing = state.contests[contest.id].state
    if standing != "under_way":
        raise Refusal("wrong_state", state=standing, contest=contest.title)
    return [part for part in contest.lists if not contest.parts or _waits(state, part)]


def _waits(state: State, part: Line) -> bool:
    """Somebody is to start in it or has started, and its result is not posted."""
    return state.how_far(part.id, part.part).state != "posted" and bool(starters(state, part))


def outstanding(state: State, part: Line) -> Outstanding:
    marks = {
        key[3]: mark
        for key, mark in state.marks_of(part.id).items()
        if key[1] == part.part and counts(state, key, mark)
        if part.by_matches or key[2] == next_stage(state, part, key[3])
    }
    expected = starters(state, part)
    if part.by_matches:
        expected = [one.key for one in matches_of(state, part.id) if not settled(state, part, one)]
    missing = [entrant for entrant in expected if entrant not in marks or not _finished(marks[entrant])]
    unchecked = {entrant: mark for entrant, mark in marks.items() if mark.check != "confirmed"}
    last = max((mark.entered_at for mark in marks.values()), default=None)
    return Outstanding(missing, undrawn_units(state, part), unchecked, last)


def uncompared(state: State, contest: Line) -> list[str]:
    """Whose mark was corrected after posting and nobody else has compared it with the paper yet."""
    return [key[3] for key, mark in state.marks_of(contest.id).items() if mark.corrected and not mark.check]


def _finished(mark: Mark) -> bool:
    """A relay has legs before it has a time."""
    return bool(mark.value or mark.status)


def _check_complete(state: State, part: Line) -> None:
    left = outstanding(state, part)
    if left.missing:
        raise Refusal("no_marks", entrants=_names(state, part.id, left.missing))
    if left.undrawn:
        raise Refusal("no_matches", units=left.undrawn, contest=part.title)
    if moved := moved_units(state, part) if part.by_matches else []:
        raise Refusal("bracket_moved", units=moved, contest=part.title)
    if final_stage(part) and final_of(state, part) is None:
        raise Refusal("final_wanted", contest=part.title)
    if left.unchecked:
        raise Refusal("not_all_confirmed", entrants=_names(state, part.id, left.unchecked))


def reopen(state: State, command: Reopen, _by: str) -> list[Fact]:
    """A posted sheet is taken back for a correction; an official one where a protest against it was upheld."""
    line(state, command.contest)
    if state.state == "closed":
        raise Refusal("games_closed")
    due = _in_state(
        state, command.contest, command.part, "posted", *(["official"] if state.upheld(command.contest) else [])
    )
    if not command.reason.strip():
        raise Refusal("reason_needed", "reason")
    reason = free_text(command.reason, "reason", SENTENCE)
    whole = state.contests[command.contest]
    back = [fact for part in due if starters(state, part) for fact in _stated(part, "under_way", reason)]
    if whole.state == "under_way":
        return back
    return [*back, ContestStated(command.contest, "under_way", whole.revision, reason)]


def accept(state: State, command: Accept, _by: str) -> list[Fact]:
    """The chief secretary takes a posted result as official: the next revision."""
    contest, standing = line(state, command.contest), state.contests[command.contest]
    if standing.state != "posted":
        raise Refusal("wrong_state", state=standing.state, contest=contest.title)
    if state.protested(contest.id):
        raise Refusal("protest_open", contest=contest.title)
    waiting = uncompared(state, contest)
    if waiting:
        raise Refusal("not_all_confirmed", entrants=_names(state, contest.id, waiting))
    check_waiting(state, contest, command.despite)
    return [ContestStated(contest.id, "official", standing.revision + 1)]


def check_waiting(state: State, contest: Line, seen: int, parts: Sequence[str] = ()) -> None:
    """What nobody has decided about may belong here: whoever goes on without it has seen it. No parts: all of them."""
    held = [one for one in waiting(state, contest.id) if not parts or _part_of(state, one) in ("", *parts)]
    check_seen(held, contest.title, seen)


def check_seen(held: Sequence[Held], title: str, seen: int) -> None:
    """Raises Refusal records_wait unless `seen` is as new as the newest of what is held."""
    newest = max((one.number for one in held), default=0)
    if newest > seen:
        keys, told = [one.record for one in held], [f"{one.entrant} – {one.raw}" for one in held]
        raise Refusal("records_wait", "despite", records=keys, newest=newest, contest=title, many=len(held), told=told)


def _part_of(state: State, held: Held) -> str:
    """Nothing of a number that is in no list: it may be of any."""
    entry = state.entries.get((held.contest, held.entrant))
    return entry.part if entry else ""


def _in_state(state: State, contest: str, part: str, *allowed: str) -> list[Line]:
    """The lists of a contest that are so far, or the one that was named. Raises Refusal when there is none."""
    whole = line(state, contest)
    named = [one for one in whole.lists if part in ("", one.part)]
    if not named:
        raise Refusal("not_found")
    due = [one for one in named if state.how_far(one.id, one.part).state in allowed]
    if not due:
        standing = state.how_far(contest, named[0].part) if part else state.contests[contest]
        raise Refusal("wrong_state", state=standing.state, contest=named[0].title if part else whole.title)
    return due


def _stated(part: Line, state: str, reason: str = "") -> list[Fact]:
    """A contest in one part has its own state only."""
    return [] if part.part == MAIN else [PartStated(part.id, part.part, state, reason)]


def _names(state: State, contest: str, entrants: Iterable[str]) -> list[str]:
    return [called(state, contest, entrant) for entrant in entrants]
