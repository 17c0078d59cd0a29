"""Where marks come from that nobody typed: a row of a file."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Origin:
    """`row` of the `sheet` of a `file`; `mended`: its text was mended by hand before it was entered."""

    digest: str
    file: str
    sheet: str
    row: int
    mended: bool


@dataclass(frozen=True, slots=True)
class FileRead:
    """A sheet of a file that marks were entered from, and how many."""

    contest: str
    digest: str
    file: str
    sheet: str
    marks: int
    by: str
    at: datetime
