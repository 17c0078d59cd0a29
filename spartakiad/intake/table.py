"""What every reader makes: sheets of plain text cells, or one kind of refusal with its particulars."""

import re
import unicodedata
from dataclasses import dataclass

MOST_BYTES = 10 * 1024 * 1024  # of a file as it was sent
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_SIGNS = 1100  # of one cell: more than any field takes, which says its own limit
MOST_OF_A_CELL = (
    6 * MOST_SIGNS + 32
)  # bytes as a form brings it back: every letter is written as six signs, with its name
Rows = list[list[str]]


_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
# Letters of Latin and Cyrillic, digits and signs, none of which composes with another; as bytes of UTF-8.
_USUAL = bytes([*b"\t\n", *range(0x20, 0x7F), 0xD0, 0xD1, *range(0x80, 0xC0)])
_GAP = re.compile(rb" (?:(?=[ \t\n])|(?<=[\t\n] ))")  # a space beside another or at the edge of a cell
_BLOCK = 200  # rows that are looked at together; where one of them is unusual, each by itself


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
    """What a cell says, as far as one may say."""
    return " ".join(unicodedata.normalize("NFC", cell[:MOST_SIGNS].translate(_INVISIBLE)).split())


def written(rows: Rows) -> bytes:
    """Rows as lines with a tab between their cells, without what cannot be seen: no cell has a tab or a line's end."""
    blocks = [rows[at : at + _BLOCK] for at in range(0, len(rows), _BLOCK)]
    return b"\n".join(_usual(block) or b"\n".join(map(_line, block)) for block in blocks)


def rows_of(lines: bytes) -> Rows:
    """What was written."""
    return [line.split("\t") for line in lines.decode().split("\n")] if lines else []


def _line(row: list[str]) -> bytes:
    return _usual([row]) or _bytes("\t".join(map(cleaned, row)))


def _usual(rows: Rows) -> bytes:
    """By one look at all of them: most cells are clean, and a table has many. Nothing where one of them is not."""
    lines = ["\t".join(row) for row in rows]
    text = _bytes("\n".join(["", *lines, ""]))
    if text.translate(None, _USUAL) or _GAP.search(text) or max(map(len, lines)) > MOST_SIGNS:
        return b""
    within = text.count(b"\n") == len(rows) + 1 and text.count(b"\t") == sum(map(len, rows)) - len(rows)
    return text[1:-1] if within else b""


def _bytes(text: str) -> bytes:
    """A broken half of a sign, which nobody can show, is a question mark."""
    return text.encode(errors="replace")


def bounded(rows: Rows) -> Rows:
    """Without empty rows at the end and empty columns at the right. Raises Unreadable where there is too much."""
    while rows and not any(rows[-1]):
        rows.pop()
    if len(rows) > MOST_ROWS:
        raise Unreadable("file_too_many_rows", rows=len(rows), limit=MOST_ROWS)
    if max(map(len, rows), default=0) <= MOST_COLUMNS:
        return rows
    width = max((index + 1 for row in rows for index, cell in enumerate(row) if cell), default=0)
    if width > MOST_COLUMNS:
        raise Unreadable("file_too_many_columns", columns=width, limit=MOST_COLUMNS)
    return [row[:width] for row in rows]
