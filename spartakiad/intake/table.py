"""What every reader makes: sheets of plain text cells, or one kind of refusal with its particulars."""

import re
import unicodedata
from dataclasses import dataclass

MOST_BYTES = 10 * 1024 * 1024  # of a file as it was sent
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_SIGNS = 1000  # of one cell; a field's own limit is said at the field
Rows = list[list[str]]


_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_USUAL = re.compile(r"[\t 0-9A-Z_a-z_А-Яа-яЁё.,:;/()№«»\"'+–-]*")  # a row of other signs is looked at cell by cell
_GAPS = ("  ", " \t", "\t ")


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    rows: Rows


class Unreadable(Exception):
    """`kind`: of the refusal that says it; raised where a file is read, also in the child process."""

    def __init__(self, kind: str, /, **args: object) -> None:
        super().__init__(kind)
        self.kind, self.args_for_words = kind, args


def cleaned(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell.translate(_INVISIBLE)).split())


def cleaned_rows(rows: Rows) -> Rows:
    """Cells without what cannot be seen: no cell has a tab or a line's end any more."""
    return [row if _is_clean(row) else [cleaned(cell) for cell in row] for row in rows]


def _is_clean(row: list[str]) -> bool:
    line = "\t".join(row)
    if _USUAL.fullmatch(line) is None or line.count("\t") != len(row) - 1 or line != line.strip(" "):
        return False
    return not any(gap in line for gap in _GAPS)


def bounded(rows: Rows) -> Rows:
    """Without empty rows at the end and empty columns at the right. Raises Unreadable where there is too much."""
    while rows and not any(rows[-1]):
        rows.pop()
    if len(rows) > MOST_ROWS:
        raise Unreadable("file_too_many_rows", rows=len(rows), limit=MOST_ROWS)
    width = max((len(row) for row in rows), default=0)
    if width > MOST_COLUMNS:
        width = max((index + 1 for row in rows for index, cell in enumerate(row) if cell), default=0)
        if width > MOST_COLUMNS:
            raise Unreadable("file_too_many_columns", columns=width, limit=MOST_COLUMNS)
    long = any(len(cell) > MOST_SIGNS for row in rows for cell in row)
    return [[cell[:MOST_SIGNS] for cell in row[:width]] for row in rows] if long else [row[:width] for row in rows]
