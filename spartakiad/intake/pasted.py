"""Rows pasted from a spreadsheet or a table of Word: as text, or as the markup that the clipboard brings along."""

import re
from collections.abc import Sequence

from spartakiad.errors import Refusal
from spartakiad.intake.columns import recognised
from spartakiad.intake.markup import tables
from spartakiad.intake.plain import rows_of_text
from spartakiad.intake.printed import is_printed, protocol
from spartakiad.intake.table import Rows, Sheet, Unreadable, bounded, rows_of, written


def pasted(text: str, markup: str = "") -> Rows:
    """The table, cells cleaned of what cannot be seen. Raises Refusal table_unreadable at the field `rows`."""
    try:
        rows = _applied(tables(markup)) if "<table" in markup.lower() else _rows(text)
        clean = bounded(rows_of(written(rows)))
    except Unreadable as refused:
        raise Refusal(refused.kind, "rows", **refused.args_for_words) from None
    if not clean:
        raise Refusal("table_unreadable", "rows")
    return clean


def _applied(sheets: Sequence[Sheet]) -> Rows:
    """The table whose heading says most, with those headed alike: women and men are often listed apart."""
    headings = [recognised(one.rows).columns for one in sheets]
    best = max(headings, key=lambda columns: sum(map(bool, columns)))
    return [row for one, columns in zip(sheets, headings, strict=True) if columns == best for row in one.rows]


def _rows(text: str) -> Rows:
    """Lines that nothing divides are divided where two spaces stand; a printed protocol by its heading."""
    if is_printed(text):
        return protocol(text)[0].rows
    if any(sign in text for sign in "\t;"):
        return rows_of_text(text)
    return [re.split(r" {2,}", line.strip()) for line in text.splitlines() if line.strip()]
