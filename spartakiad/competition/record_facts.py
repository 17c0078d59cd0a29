"""Facts of what came from a judge's device and could not simply be taken: nothing that was entered is dropped."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class RecordHeld(Fact):
    """A record that was refused waits for the secretariat, to the letter.

    `record`: its key; `entrant`: whom the judge meant, as he typed it; `seen`: the version of the mark he saw; `why`:
    the kind of refusal, `args`: its particulars; `typed_at`: by the device's own clock, for people to read only;
    `typed_by`: the judge, where somebody else brought the record. `undo`: he took back what stood there. `read_in`:
    which line he read, as sights.py writes it.
    """

    kind: ClassVar[str] = "record.held"
    about: ClassVar[str] = "record:{record}"
    record: str
    contest: str
    entrant: str
    raw: str
    seen: int
    why: str
    args: Mapping[str, Any]
    typed_at: str = ""
    typed_by: str = ""
    undo: bool = False
    read_in: str = ""


@dataclass(frozen=True, slots=True)
class RecordSettled(Fact):
    """`verdict`: taken (entered for `entrant`), dropped, or replaced by a later record of the same device."""

    kind: ClassVar[str] = "record.settled"
    about: ClassVar[str] = "record:{record}"
    free: ClassVar[tuple[str, ...]] = ("reason",)
    record: str
    verdict: str
    entrant: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MarkTakenBack(Fact):
    """What was entered for the wrong one, or too early, is undone; the journal keeps it."""

    kind: ClassVar[str] = "mark.taken_back"
    about: ClassVar[str] = "mark:{contest}:{part}:{stage}:{entrant}"
    contest: str
    part: str
    stage: str
    entrant: str


@dataclass(frozen=True, slots=True)
class FinishNoted(Fact):
    """What was tapped at a finish, before or without a name: no mark yet, but nothing that was entered is lost.

    `note`: gun, stamp, number (who came through, in the order of the chute) or void. `value`: of gun and stamp the
    milliseconds of the device's own clock, of which only differences count; the number; the record that is void.
    `order`: the number of the record on its device.
    """

    kind: ClassVar[str] = "finish.noted"
    about: ClassVar[str] = "finish:{record}"
    record: str
    contest: str
    part: str
    note: str
    device: str
    order: int
    value: str
