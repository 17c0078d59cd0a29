"""Verbs of marks."""

from dataclasses import dataclass, field

from spartakiad.accounts.queries import one_device
from spartakiad.competition.decide.files import NoteFile
from spartakiad.competition.decide.marks import CheckMark, EnterMark, TakeMarkOff
from spartakiad.competition.desk import Desk
from spartakiad.competition.facts import MarkEntered
from spartakiad.errors import Refusal
from spartakiad.store.commands import SINCE, Answer


@dataclass(frozen=True, slots=True)
class TypedMark:
    """What a judge typed for one entrant; `version`: of the mark he saw; `sure`: an implausible value is meant.

    `line`, `over`: as in EnterMark.
    """

    games: str
    contest: str
    entrant: str
    raw: str
    version: int
    sure: bool = False
    line: str = field(default="", metadata=SINCE)
    over: str = field(default="", metadata=SINCE)


@dataclass(frozen=True, slots=True)
class Checked:
    """`items`: pairs (entrant, version), `over`: pairs (entrant, as in EnterMark)."""

    games: str
    contest: str
    items: tuple[tuple[str, int], ...]
    verdict: str
    reason: str = ""
    proven: bool = False  # by a code of his own, at whatever device
    over: tuple[tuple[str, str], ...] = field(default=(), metadata=SINCE)


def enter_mark(desk: Desk, typed: TypedMark) -> Answer:
    """One mark; typing the same again changes nothing."""
    command = EnterMark(
        typed.contest, typed.entrant, typed.raw, typed.version, typed.sure, line=typed.line, over=typed.over
    )
    return {"facts": len(desk.carry_out(typed.games, command)), "number": desk.state(typed.games).number}


def take_mark_off(desk: Desk, typed: TypedMark) -> Answer:
    """The mark that was seen stands no longer; the journal keeps it."""
    command = TakeMarkOff(typed.contest, typed.entrant, typed.version, typed.over)
    return {"facts": len(desk.carry_out(typed.games, command))}


def check_marks(desk: Desk, wish: Checked) -> Answer:
    """Another person confirms the marks he compared with the paper, or sends one back with a reason."""
    if not wish.items:
        raise Refusal("nothing_ticked")
    facts, over = 0, dict(wish.over)
    for entrant, version in wish.items:
        if wish.verdict == "confirmed" and not wish.proven:
            _check_device(desk, wish, entrant)
        seen = over.get(entrant, "")
        command = CheckMark(wish.contest, entrant, version, wish.verdict, wish.reason, seen)
        facts += len(desk.carry_out(wish.games, command))
    return {"facts": facts}


def _check_device(desk: Desk, wish: Checked, entrant: str) -> None:
    """At a telephone of the hall names are not proved: where it was typed, nobody but by his code confirms it."""
    typed = [key for key in desk.state(wish.games).marks.items() if key[0][0] == wish.contest and key[0][3] == entrant]
    if any(one_device(desk.session, mark.device, desk.by.device) for _, mark in typed):
        raise Refusal("same_device")


@dataclass(frozen=True, slots=True)
class FileMark:
    """A mark that was read in a row of a file, as in TypedMark. `at`: its row of the form; `mended`: as in the fact."""

    entrant: str
    raw: str
    version: int
    sure: bool
    sheet: str
    row: int
    mended: bool
    at: str


@dataclass(frozen=True, slots=True)
class FileMarks:
    """`digest`: the SHA-256 of the bytes of the file."""

    games: str
    contest: str
    digest: str
    file: str
    marks: tuple[FileMark, ...]


def enter_from_file(desk: Desk, wish: FileMarks) -> Answer:
    """All of them, each like one that is typed, or none; beside them where they come from."""
    rows: dict[str, list[tuple[str, str, str, int, bool]]] = {}
    for one in wish.marks:
        command = EnterMark(wish.contest, one.entrant, one.raw, one.version, one.sure)
        try:
            facts = desk.carry_out(wish.games, command)
        except Refusal as refusal:
            if refusal.kind == "mark_changed":
                raise Refusal("row_moved", f"{one.at}-raw", theirs=refusal.args_for_words["theirs"]) from refusal
            raise refusal.at(f"{one.at}-raw") from refusal
        for fact in facts:
            if isinstance(fact, MarkEntered):
                origin = (fact.part, fact.stage, fact.entrant, one.row, one.mended)
                rows.setdefault(one.sheet, []).append(origin)
    for sheet, read in rows.items():
        desk.carry_out(wish.games, NoteFile(wish.contest, wish.digest, tuple(read), wish.file, sheet))
    return {"marks": sum(map(len, rows.values()))}
