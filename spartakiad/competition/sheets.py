"""Published sheets of a Games: by which bytes each revision is known, what it was made of, whether it still holds."""

from dataclasses import dataclass
from datetime import datetime

OVERALL = ""  # in the place of a contest: the sheet of the overall standings
CODE = 12  # digits of the journal's head that stand on the paper


@dataclass(frozen=True, slots=True)
class Revision:
    """Fields as in SheetPublished, and when and by whom it was published, in which line of the journal.

    `closed`: somebody named in the public file took his consent back; `erased`: the bytes of both files are gone.
    """

    revision: int
    why: str
    of: int
    rules: int
    results: tuple[tuple[str, int], ...]
    full: str
    public: str
    contents: str
    head: str
    standings: str
    engine: str
    named: frozenset[int]
    people: frozenset[int]
    key: str
    signature: str
    number: int
    at: datetime
    by: str
    closed: bool = False
    erased: bool = False

    @property
    def code(self) -> str:
        return self.head[:CODE]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`revisions`: the first one first, at least one."""

    number: int
    contest: str
    revisions: tuple[Revision, ...]

    @property
    def last(self) -> Revision:
        return self.revisions[-1]
