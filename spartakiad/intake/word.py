"""Tables of a Word file, cells merged across and down filled with what they say."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from spartakiad.intake.table import MOST_ROWS, Rows, Sheet, Unreadable, bounded

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_tables(document: bytes) -> list[Sheet]:
    """Of word/document.xml. Raises Unreadable."""
    try:
        root = ElementTree.fromstring(document)
    except ElementTree.ParseError:
        raise Unreadable("file_broken") from None
    found = [rows for rows in map(_rows, root.iter(f"{_W}tbl")) if any(any(row) for row in rows)]
    if not found:
        raise Unreadable("file_without_table")
    return [Sheet("", bounded(rows)) for rows in found]


def _rows(table: Element) -> Rows:
    rows: Rows = []
    for row in table.findall(f"{_W}tr"):
        if len(rows) > MOST_ROWS:
            raise Unreadable("file_too_many_rows", rows=len(rows), limit=MOST_ROWS)
        cells: list[str] = []
        for cell in row.findall(f"{_W}tc"):
            text = _from_above(rows, len(cells)) if _goes_on(cell) else _text(cell)
            cells += [text] * _across(cell)
        rows.append(cells)
    return rows


def _text(cell: Element) -> str:
    paragraphs = ("".join(text.text or "" for text in one.iter(f"{_W}t")) for one in cell.iter(f"{_W}p"))
    return " ".join(" ".join(paragraphs).split())


def _goes_on(cell: Element) -> bool:
    """Whether the cell is the lower part of one that is merged down."""
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merged is not None and merged.get(f"{_W}val") != "restart"


def _from_above(rows: Rows, column: int) -> str:
    return rows[-1][column] if rows and column < len(rows[-1]) else ""


def _across(cell: Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    number = (span.get(f"{_W}val") or "1") if span is not None else "1"
    return min(int(number), 100) if number.isascii() and number.isdigit() else 1
