"""A paper as a spreadsheet: real numbers, a frozen header that is repeated in print, no merged cells in the table."""

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from spartakiad.documents.paper import ORGANISER, Paper, Section

_NUMBER = re.compile(r"−?[0-9]+(,[0-9]+)?")
_MADE = datetime(2025, 1, 1, tzinfo=UTC)  # of every file, so that the same paper gives the same bytes


def xlsx(paper: Paper) -> bytes:
    """A worksheet for each list: the header in lines, then the table, then notes and who signs."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": paper.title, "author": ORGANISER, "created": _MADE})
    bold, head = book.add_format({"bold": True}), book.add_format({"bold": True, "border": 1, "text_wrap": True})
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    plain = book.add_format()
    names: list[str] = []
    for section in paper.lists:
        names.append(_name(section, names))
        sheet = book.add_worksheet(names[-1])
        shown = [*_above(paper), *([section.title] if section.title else [])]
        _lines(sheet, shown, 0, bold)
        top = len(shown) + 1
        _table(sheet, section, top, head, cell)
        _lines(sheet, _below(paper), top + len(section.rows) + 2, plain)
        _for_print(sheet, top, paper)
    book.close()
    return out.getvalue()


def _name(section: Section, taken: Sequence[str]) -> str:
    """Of a worksheet: 31 characters at most, none of those that a formula is made of, no name twice."""
    plain = re.sub(r"[\[\]:*?/\\']", " ", section.title).strip()[:31] or "Протокол"
    numbered = (f"{plain[:27]} {number}" for number in range(2, 1000))
    lower = {name.casefold() for name in taken}
    return next(name for name in (plain, *numbered) if name.casefold() not in lower)


def _table(sheet: Any, section: Section, top: int, head: Any, cell: Any) -> None:
    for at, column in enumerate(section.columns):
        sheet.set_column(at, at, max(column.width / 1.9, 4))
        sheet.write_string(top, at, column.title, head)
    for down, row in enumerate(section.rows, top + 1):
        for at, (text, column) in enumerate(zip(row, section.columns, strict=True)):
            _write(sheet, (down, at), text, cell, number=column.number)


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
