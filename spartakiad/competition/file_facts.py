"""Facts of results that were read in a file of another program."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class MarksFromFile(Fact):
    """Where marks that were just entered come from. `digest`: the SHA-256 of the bytes of the file.

    `rows`: of each mark its part, stage and entrant, the row of the sheet, and whether the text of the row was mended
    by hand before it was entered. What the file and its sheet are called is free text.
    """

    kind: ClassVar[str] = "marks.from_file"
    about: ClassVar[str] = "file:{contest}:{digest}"
    free: ClassVar[tuple[str, ...]] = ("file", "sheet")
    contest: str
    digest: str
    rows: tuple[tuple[str, str, str, int, bool], ...]
    file: str = ""
    sheet: str = ""
