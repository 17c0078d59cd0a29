"""What comes of holding a file of another program against the judges' sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from spartakiad.competition.programme import Line
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.intake.columns import Layout
from spartakiad.intake.table import Rows
from spartakiad.results.file_who import Starter
from spartakiad.results.sheets import SheetRow

LEFT_OUT = "-"  # in the place of a part: a group of the file that is not read


@dataclass(frozen=True, slots=True)
class ReadSheet:
    title: str
    rows: Rows
    layout: Layout


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the judge said of the file as a whole.

    `groups`: of its groups the part that each is; `by_name`: its numbers are its own; `cut`: decimals that the contest
    is not measured by are dropped; `leader`: the time of the first, where the file has gaps alone.
    """

    groups: Mapping[str, str] = field(default_factory=dict)
    by_name: bool = False
    cut: bool = False
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """What the judge said of one row: who it is, its text, the mark he saw (whose, which version), whether to take."""

    who: str | None = None
    raw: str | None = None
    entrant: str = ""
    version: int | None = None
    keep: bool | None = None

    def about(self, entrant: str) -> "Mended":
        """What was said of a mark says nothing of another's."""
        return self if self.entrant == entrant else replace(self, version=None, keep=None)


@dataclass(frozen=True, slots=True)
class FileLine:
    """A row of the file as it was understood.

    `verdict`: new, changed (from a file before), typed (somebody typed another one or confirmed it), same, none (no
    result in the file), doubt (a tick says that it is meant) or wrong. `refusals` by field: who or raw. `seen`: the
    version of the mark that the judge saw, `version` the one that stands now.
    """

    number: int
    sheet: str
    row: int
    theirs: str
    who: str
    entrant: str = ""
    label: str = ""
    raw: str = ""
    read: str = ""
    was: str = ""
    was_by: str = ""
    seen: int = 0
    version: int = 0
    verdict: str = "none"
    keep: bool = False
    mended: bool = False
    refusals: tuple[Refusal, ...] = ()

    @property
    def taken(self) -> bool:
        """One that was ticked and is written already (the form came twice) is asked for again and changes nothing."""
        return self.keep and self.verdict not in ("wrong", "none")

    @property
    def unsettled(self) -> bool:
        return self.verdict == "wrong" or (self.verdict == "doubt" and not self.keep)


@dataclass(frozen=True, slots=True)
class Preview:
    """`groups`: of the file, each with the part it is taken for. `missing`: who starts and has no result anywhere.

    `notes`: kinds of what was reckoned. `precise`: some rows say more than the contest is measured by.
    """

    lines: tuple[FileLine, ...]
    skipped: tuple[tuple[int, str], ...] = ()
    missing: tuple[str, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    precise: bool = False

    def of(self, *verdicts: str) -> list[FileLine]:
        return [line for line in self.lines if line.verdict in verdicts]

    @property
    def taken(self) -> list[FileLine]:
        return [line for line in self.lines if line.taken]

    @property
    def unsettled(self) -> int:
        return sum(line.unsettled for line in self.lines)


@dataclass(frozen=True, slots=True)
class Board:
    """What the rows are held against: the contest, its lists, and everybody's line of the judges' sheet."""

    state: State
    whole: Line
    starters: Sequence[Starter]
    rows: Mapping[str, SheetRow]
