"""A paper as a spreadsheet: real numbers, a frozen header that is repeated in print, no merged cells in the table."""

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from spartakiad.documents.paper import ORGANISER, Paper

_NUMBER = re.compile(r"−?[0-9]+(,[0-9]+)?")
_MADE = datetime(2025, 1, 1, tzinfo=UTC)  # of every file, so that the same paper gives the same bytes


def xlsx(paper: Paper) -> bytes:
    """One worksheet: the header in lines, then the table, then notes and who signs."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": paper.title, "author": ORGANISER, "created": _MADE})
    sheet = book.add_worksheet("Протокол")
    bold, head = book.add_format({"bold": True}), book.add_format({"bold": True, "border": 1, "text_wrap": True})
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    shown = _above(paper)
    _lines(sheet, shown, 0, bold)
    top = len(shown) + 1
    for at, column in enumerate(paper.columns):
        sheet.set_column(at, at, max(column.width / 1.9, 4))
        sheet.write_string(top, at, column.title, head)
    for down, row in enumerate(paper.rows, top + 1):
        for at, (text, column) in enumerate(zip(row, paper.columns, strict=True)):
            _write(sheet, (down, at), text, cell, number=column.number)
    _lines(sheet, _below(paper), top + len(paper.rows) + 2, book.add_format())
    _for_print(sheet, top, paper)
    book.close()
    return out.getvalue()


def _above(paper: Paper) -> list[str]:
    place = ", ".join(part for part in (paper.place, paper.dates) if part)
    about = [f"{name}: {value}" for name, value in paper.about if value]
    return [line for line in (ORGANISER, paper.games, paper.title, paper.draft, place, *about) if line]


def _below(paper: Paper) -> list[str]:
    signed = [f"{one.post} {one.who.name or '____________'}" for one in paper.signatures]
    return [*paper.notes, *signed, paper.stamp]


def _lines(sheet: Any, lines: Sequence[str], top: int, shape: Any) -> None:
    for down, line in enumerate(lines, top):
        sheet.write_string(down, 0, line, shape)


def _write(sheet: Any, at: tuple[int, int], text: str, shape: Any, *, number: bool) -> None:
    """A figure as a figure, anything else to the letter: nothing that was typed becomes a formula."""
    if number and _NUMBER.fullmatch(text):
        sheet.write_number(*at, float(text.replace("−", "-").replace(",", ".")), shape)
    else:
        sheet.write_string(*at, text, shape)


def _for_print(sheet: Any, top: int, paper: Paper) -> None:
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    sheet.fit_to_pages(1, 0)
    sheet.set_paper(9)  # A4
    if paper.landscape:
        sheet.set_landscape()
