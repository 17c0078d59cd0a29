"""The people in the rows of a table whose columns are known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from spartakiad.intake.columns import FIELDS, FULL, Cells, Layout, field_of, headed
from spartakiad.intake.table import Rows

_SERIAL = re.compile(r"[1-5]\d{4}")
_RULE = "___"  # where somebody is to sign
_DAYS = ("born_on", "medical_until", "insurance_until")
_FIRST_DAY = date(1899, 12, 30)  # by which spreadsheets count days


class Line(NamedTuple):
    """A row with a person in it. `number`: of the row in the table, from 1."""

    number: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class People:
    """`skipped`: rows that say something and name nobody, «Женщины» or «Итого», each with its number."""

    lines: tuple[Line, ...]
    skipped: tuple[tuple[int, str], ...]


def people_in(rows: Rows, layout: Layout) -> People:
    """Whoever stands below the heading; empty rows, repeated headings and rows with one lone cell name nobody.

    Cells are clean already, as every reader leaves them.
    """
    below = rows[layout.begins :]
    taken = _taken(below, layout.columns)
    headings = _headings(below, layout.columns)
    lines: list[Line] = []
    skipped: list[tuple[int, str]] = []
    for at, (row, cells) in enumerate(zip(below, taken, strict=True)):
        number = layout.begins + 1 + at
        if _names_somebody(cells, layout.columns) and at not in headings and not _across(row):
            lines.append(Line(number, cells))
        elif any(row):
            skipped.append((number, " ".join(" ".join(text for text, _ in groupby(row)).split())[:80]))
    return People(tuple(lines), tuple(skipped))


def _across(row: Sequence[str]) -> bool:
    """One cell merged over the whole row says what follows, «Женщины»; nobody is called alike in every column."""
    return len(row) > 2 and row.count(row[0]) == len(row)


def _headings(rows: Rows, columns: Sequence[str]) -> set[int]:
    """Where the heading stands again, as printed tables have it on every page; a column with names says it first."""
    named = [at for at, field in enumerate(columns) if field in (FULL, "surname")]
    said = {row[at] for at in named for row in rows if at < len(row)}  # names repeat
    begin = {cell for cell in said if field_of(cell)}
    maybe = [at for at, row in enumerate(rows) if not begin.isdisjoint(row)] if begin else []
    return {at for at in maybe if _is_heading(rows[at], named, begin, columns)}


def _is_heading(row: Sequence[str], named: Sequence[int], begin: set[str], columns: Sequence[str]) -> bool:
    fields = [field for field in headed(row) if field]
    begun = any(row[at] in begin for at in named if at < len(row))
    return begun and len(fields) >= 2 and set(fields) <= set(columns)


def _names_somebody(cells: Cells, columns: Sequence[str]) -> bool:
    """A surname and something else; a lone name in one cell is a heading inside the table or a signature below it."""
    if not cells.surname or len(cells) - cells.count("") < 2 or _RULE in "\n".join(cells):
        return False
    return FULL not in columns or any(cells[3:]) or not set(columns) - {"", FULL}


def _taken(rows: Rows, columns: Sequence[str]) -> list[Cells]:
    """Of each row what its columns are taken for; a table is taken apart column by column."""
    width = len(columns)
    wide = [row if len(row) == width else [*row, *[""] * width][:width] for row in rows]
    said = dict(zip(reversed(columns), reversed(list(zip(*wide, strict=True))), strict=False))  # the first of its name
    blank = [""] * len(rows)
    taken = {field: said.get(field, blank) for field in FIELDS}
    days = {name: list(map(_day, said[name])) for name in _DAYS if name in said}
    cells = list(map(Cells, *(taken | days).values()))
    return list(map(_parted, said[FULL], cells)) if FULL in said else cells


def _parted(full: str, cells: Cells) -> Cells:
    """A name in one cell; what has a column of its own stands there."""
    if not full:
        return cells
    surname, name, patronymic = [*full.split(" ", 2), "", "", ""][:3]
    return cells._replace(
        surname=cells.surname or surname, name=cells.name or name, patronymic=cells.patronymic or patronymic
    )


def _day(text: str) -> str:
    """A day that a spreadsheet kept as its number is written out."""
    if not (text.isdigit() and _SERIAL.fullmatch(text)):
        return text
    return f"{_FIRST_DAY + timedelta(days=int(text)):%d.%m.%Y}"
