"""A record of a judge's device becomes a mark, or is held for the secretariat with the reason. It is never dropped."""

from dataclasses import dataclass

from spartakiad.competition.called import called
from spartakiad.competition.decide.marks import EnterMark, enter, list_with, mark_at
from spartakiad.competition.facts import Fact
from spartakiad.competition.record_facts import FinishNoted, MarkTakenBack, RecordHeld, RecordSettled
from spartakiad.competition.records import Held
from spartakiad.competition.sights import another_stage, line_of, moved_line
from spartakiad.competition.state import Mark, State
from spartakiad.competition.texts import SENTENCE, free_text
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class TakeRecord:
    """`key`: of the record; `after`: of the device's earlier record about the same entrant, which this one mends.

    `seen`: the version of the mark that the judge saw. `undo`: what stands there is taken back. `typed_by`: as in
    EnterMark. `refused`: why the judge may not enter here at all, or "". `line`, `over`: as sights.py writes the line
    that he read and the mark that stood in it; "" from a page that does not tell.
    """

    key: str
    contest: str
    entrant: str
    raw: str
    seen: int = 0
    after: str = ""
    sure: bool = False
    undo: bool = False
    typed_at: str = ""
    typed_by: str = ""
    refused: str = ""
    line: str = ""
    over: str = ""


@dataclass(frozen=True, slots=True)
class NoteFinish:
    """As in FinishNoted."""

    key: str
    contest: str
    part: str
    note: str
    device: str
    order: int
    value: str


@dataclass(frozen=True, slots=True)
class SettleRecord:
    """A held record is taken for `entrant` (over `seen`, the version that the secretary saw) or dropped."""

    record: str
    verdict: str
    entrant: str = ""
    seen: int = 0
    reason: str = ""


def take(state: State, command: TakeRecord, by: str) -> list[Fact]:
    """Whatever a mark is refused for, the record stays: it waits in the secretariat's inbox."""
    mended = state.held.get(command.after)
    settled = [RecordSettled(mended.record, "replaced")] if mended and not mended.verdict else []
    try:
        if command.refused:
            raise Refusal(command.refused)
        made = _taken_back(state, command) if command.undo else _in_his_line(state, command, by)
    except Refusal as refusal:
        # What was sent back stays so until its judge says anew that it is meant.
        return [*settled, *([] if refusal.kind == "sent_back" else [_held(command, refusal)])]
    return [*settled, *made]


def note(_state: State, command: NoteFinish, _by: str) -> list[Fact]:
    """A tap at the finish is refused by nothing."""
    value = command.value
    return [FinishNoted(command.key, command.contest, command.part, command.note, command.device, command.order, value)]


def settle(state: State, command: SettleRecord, by: str) -> list[Fact]:
    """Of two values both are kept: the one that the secretary decides for stands, the other is in the journal."""
    held = state.held.get(command.record)
    if held is None:
        raise Refusal("not_found")
    if held.verdict:
        raise Refusal("record_settled")
    reason = free_text(command.reason, "reason", SENTENCE)
    if command.verdict == "dropped":
        if not reason:
            raise Refusal("reason_needed", "reason")
        return [RecordSettled(held.record, "dropped", reason=reason)]
    if command.verdict != "taken":
        raise Refusal("bad_choice", "verdict")
    return [*_entered(state, held, command, by), RecordSettled(held.record, "taken", command.entrant, reason)]


def waiting(state: State, contest: str = "") -> list[Held]:
    """Held records that nobody has decided about, of one contest or of all."""
    return [one for one in state.held.values() if not one.verdict and contest in ("", one.contest)]


def _entered(state: State, held: Held, command: SettleRecord, by: str) -> list[Fact]:
    if held.why == "line_changed" and not command.entrant:
        raise Refusal("choice_needed", "entrant")
    entrant = command.entrant or held.entrant
    _check_stage(state, held, entrant)
    if held.undo:
        key, mark = mark_at(state, held.contest, entrant)
        _same(mark, command.seen, called(state, held.contest, entrant))
        return [MarkTakenBack(*key)] if mark else []
    wish = EnterMark(held.contest, entrant, held.raw, command.seen, sure=True, typed_by=held.typed_by or held.by)
    return enter(state, wish, by)


def _check_stage(state: State, held: Held, entrant: str) -> None:
    """What was shown in a heat is no result of the final that came since. Where the judge's list was an older one, a
    person has seen both."""
    part = list_with(state, held.contest, entrant)
    if held.why != "line_changed" and another_stage(held.read_in, line_of(state, part, entrant)):
        raise Refusal("heat_over", "entrant", entrant=called(state, held.contest, entrant))


def _in_his_line(state: State, command: TakeRecord, by: str) -> list[Fact]:
    """A list that was changed while the device was without network: whose result it is, a person says."""
    part = list_with(state, command.contest, command.entrant)
    if moved := moved_line(state, part, command.entrant, command.line):
        raise Refusal("line_changed", "raw", saw=moved[0], is_now=moved[1])
    return enter(state, _wish(state, command), by)


def _wish(state: State, command: TakeRecord) -> EnterMark:
    """Over his own unconfirmed entry a judge writes freely, though he had not yet heard of its version."""
    _, mark = mark_at(state, command.contest, command.entrant)
    own = mark if mark and _own(mark, command) else None
    seen, over = (own.version, "") if own else (command.seen, command.over)
    return EnterMark(command.contest, command.entrant, command.raw, seen, command.sure, command.typed_by, over=over)


def _own(mark: Mark, command: TakeRecord) -> bool:
    return bool(command.after) and mark.key == command.after and not mark.check


def _taken_back(state: State, command: TakeRecord) -> list[Fact]:
    """Of what stands there nothing but the device's own; of a record that was held there is nothing to take back."""
    key, mark = mark_at(state, command.contest, command.entrant)
    if mark is None or command.after in state.held:
        return []
    if mark.key != command.after:
        raise Refusal("mark_moved", entrant=called(state, command.contest, command.entrant), theirs=mark.raw)
    if mark.check:
        _same(mark, command.seen, called(state, command.contest, command.entrant))
    return [MarkTakenBack(*key)]


def _same(mark: Mark | None, seen: int, name: str) -> None:
    """Nothing is taken back that has changed since it was looked at."""
    if mark and mark.version != seen:
        raise Refusal("mark_moved", entrant=name, theirs=mark.raw)


def _held(command: TakeRecord, refusal: Refusal) -> RecordHeld:
    return RecordHeld(
        command.key,
        command.contest,
        command.entrant,
        command.raw,
        command.seen,
        refusal.kind,
        dict(refusal.args_for_words),
        command.typed_at,
        command.typed_by,
        command.undo,
        command.line,
    )
