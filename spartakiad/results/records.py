"""Verbs of what judges' devices send: each record is taken or held, in the order of its device, once for ever."""

from dataclasses import dataclass, field, replace

from sqlmodel import Session

from spartakiad.accounts.queries import hall_at, roles_of, session_ended, session_of
from spartakiad.accounts.roles import JUDGING, SECRETARIAT, reaches
from spartakiad.competition.bibs import wearer
from spartakiad.competition.decide.records import NoteFinish, SettleRecord, TakeRecord
from spartakiad.competition.desk import Desk
from spartakiad.competition.programme import MAIN, line
from spartakiad.competition.reading import joined
from spartakiad.competition.record_facts import RecordHeld
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.halls.days import held_in
from spartakiad.results.sheets import what_was_read
from spartakiad.store.commands import SINCE, Answer, is_known

_NOT_HIS = "not_your_contest"
UNKNOWN = "?"  # before a number that the device did not find in its list


@dataclass(frozen=True, slots=True)
class Record:
    """What a judge's device recorded. `n` counts the device's records from 1; `cells` as a form of the sheet has them.

    `after`: the number of the device's earlier record that this one mends, or 0. `kind`: mark, or a note at the finish
    (gun, stamp, number, void). Otherwise as in TakeRecord.
    """

    games: str
    device: str
    n: int
    contest: str
    entrant: str
    cells: tuple[tuple[str, str], ...]
    seen: int = 0
    after: int = 0
    part: str = ""
    kind: str = "mark"
    sure: bool = False
    undo: bool = False
    typed_at: str = ""
    line: str = field(default="", metadata=SINCE)
    over: str = field(default="", metadata=SINCE)

    @property
    def key(self) -> str:
        return key_of(self.games, self.device, self.n)


@dataclass(frozen=True, slots=True)
class Settled:
    """As in SettleRecord."""

    games: str
    record: str
    verdict: str
    entrant: str = ""
    seen: int = 0
    reason: str = ""


def key_of(games: str, device: str, n: int) -> str:
    """The key under which a record is kept for ever; "" of record 0, which there is not."""
    return f"r-{games}-{device}-{n}" if n else ""


def last_known(session: Session, games: str, device: str, first: int, last: int) -> int:
    """The newest of the device's records `first` … `last` that this server has; `first` - 1 when it has none.

    A device's records come in their order, so whatever is missing is missing at the end: after an older copy of the
    database was put back, for one.
    """
    have, lack = first - 1, last + 1
    while lack - have > 1:
        middle = lack - 1 if have == first - 1 and lack == last + 1 else (have + lack) // 2
        if is_known(session, key_of(games, device, middle)):
            have = middle
        else:
            lack = middle
    return have


def take_record(desk: Desk, record: Record) -> Answer:
    """{"state": "done", "version", "read"}, {"state": "held", "why", "args"} or, of a note at the finish of another
    contest, {"state": "refused", "why"}; with the number of the journal.
    """
    if record.kind != "mark":
        return _noted(desk, record)
    before = desk.state(record.games)
    record = _of_wearer(before, record)
    raw = _raw(before, record)
    command = TakeRecord(
        record.key,
        record.contest,
        record.entrant,
        raw,
        record.seen,
        key_of(record.games, record.device, record.after),
        record.sure,
        record.undo,
        record.typed_at,
        desk.by.brings,
        _refused(desk, record),
        record.line,
        record.over,
    )
    facts = desk.carry_out(record.games, command)
    state = desk.state(record.games)
    held = next((fact for fact in facts if isinstance(fact, RecordHeld)), None)
    if held:
        return {"state": "held", "why": held.why, "args": dict(held.args), "number": state.number}
    return {"state": "done", "number": state.number, **_standing(state, record)}


def hold_record(desk: Desk, record: Record) -> Answer:
    """One that the rules of the whole contest did not take, though it could be read."""
    why = Refusal("record_unscored").kind
    raw = _raw(desk.state(record.games), record)
    command = TakeRecord(
        record.key, record.contest, record.entrant, raw, record.seen,
        undo=record.undo, typed_at=record.typed_at, typed_by=desk.by.brings, refused=why,
    )  # fmt: skip
    desk.carry_out(record.games, command)
    return {"state": "held", "why": why, "args": {}, "number": desk.state(record.games).number}


def settle_record(desk: Desk, wish: Settled) -> Answer:
    command = SettleRecord(wish.record, wish.verdict, wish.entrant, wish.seen, wish.reason)
    return {"facts": len(desk.carry_out(wish.games, command))}


def _noted(desk: Desk, record: Record) -> Answer:
    """Of a void one the entrant is the number of the device's record that is meant."""
    value = dict(record.cells).get("raw", "")
    if record.kind == "void":
        value = key_of(record.games, record.device, int(record.entrant)) if record.entrant.isdecimal() else ""
    state = desk.state(record.games)
    meant = state.finish.get(value) if record.kind == "void" else None
    if _refused(desk, record) == _NOT_HIS or (meant and meant.contest != record.contest):
        return {"state": "refused", "why": _NOT_HIS, "number": state.number}
    wish = NoteFinish(record.key, record.contest, record.part, record.kind, record.device, record.n, value)
    desk.carry_out(record.games, wish)
    return {"state": "done", "number": desk.state(record.games).number, "version": 0, "read": ""}


def _of_wearer(state: State, record: Record) -> Record:
    """A device that did not know a number sends it as it was typed, a mark before it: perhaps it is known here."""
    if not record.entrant.startswith(UNKNOWN):
        return record
    return replace(record, entrant=wearer(state, record.contest, record.entrant[1:]) or record.entrant)


def _raw(state: State, record: Record) -> str:
    """The line as it is kept; of a contest that there is no longer, the fields as they came."""
    cells = dict(record.cells)
    try:
        whole = line(state, record.contest)
    except Refusal:
        return "; ".join(cells.values())
    entered = state.entries.get((record.contest, record.entrant))
    return joined(whole.list_of(entered.part if entered else MAIN), cells)


def _refused(desk: Desk, record: Record) -> str:
    """Why whoever typed it may not enter here, though his session may have been alive when he did; "" where he may."""
    try:
        _check_typist(desk, record)
    except Refusal as refusal:
        return refusal.kind
    return ""


def _check_typist(desk: Desk, record: Record) -> None:
    sign_in = desk.by.device.removeprefix("s")
    if sign_in.isdecimal() and session_ended(desk.session, int(sign_in)):
        raise Refusal("device_revoked")
    if desk.by.brings and not _is_his(desk, sign_in):
        raise Refusal("typist_unproved")
    judge = (desk.by.brings or desk.by.id).removeprefix("a")
    roles = roles_of(desk.session, int(judge)) if judge.isdecimal() else ()
    hall = hall_at(desk.session, int(sign_in)) if sign_in.isdecimal() else None
    roles += held_in(desk.state(record.games), hall) if hall else ()
    if not reaches(roles, (*JUDGING, *SECRETARIAT), record.games, contest=record.contest):
        raise Refusal(_NOT_HIS)


def _is_his(desk: Desk, sign_in: str) -> bool:
    """Whether the session that a record was typed in is that of the judge it is brought for."""
    found = session_of(desk.session, int(sign_in)) if sign_in.isdecimal() else None
    return found is not None and found.actor_id == desk.by.brings


def _standing(state: State, record: Record) -> Answer:
    return what_was_read(state, line(state, record.contest), record.entrant)
