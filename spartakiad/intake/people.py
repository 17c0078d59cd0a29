"""The people in the rows of a table whose columns are known."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, groupby
from operator import itemgetter
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
    is_heading = _headings(layout)
    lines: list[Line] = []
    skipped: list[tuple[int, str]] = []
    below = rows[layout.begins :]
    for number, row, cells in zip(count(layout.begins + 1), below, _taken(below, layout.columns), strict=False):
        if _names_somebody(cells, layout.columns) and not is_heading(row) and not _across(row):
            lines.append(Line(number, cells))
        elif any(row):
            skipped.append((number, " ".join(" ".join(text for text, _ in groupby(row)).split())[:80]))
    return People(tuple(lines), tuple(skipped))


def _across(row: Sequence[str]) -> bool:
    """One cell merged over the whole row says what follows, «Женщины»; nobody is called alike in every column."""
    return len(row) > 2 and row.count(row[0]) == len(row)


def _headings(layout: Layout) -> Callable[[Sequence[str]], bool]:
    """Tells the heading again, as printed tables have it on every page; a column with names says it first."""
    named = [at for at, field in enumerate(layout.columns) if field in (FULL, "surname")]
    fields: dict[str, str] = {}  # by cell: names repeat

    def is_heading(row: Sequence[str]) -> bool:
        for at in named:
            cell = row[at] if at < len(row) else ""
            if cell not in fields:
                fields[cell] = field_of(cell)
            if fields[cell]:
                again = [field for field in headed(row) if field]
                return len(again) >= 2 and set(again) <= set(layout.columns)
        return False

    return is_heading


def _names_somebody(cells: Cells, columns: Sequence[str]) -> bool:
    """A surname and something else; a lone name in one cell is a heading inside the table or a signature below it."""
    if not cells.surname or len(cells) - cells.count("") < 2 or _RULE in "\n".join(cells):
        return False
    return FULL not in columns or any(cells[3:]) or not set(columns) - {"", FULL}


def _taken(rows: Rows, columns: Sequence[str]) -> Iterator[Cells]:
    """Of each row what its columns are taken for."""
    nowhere = len(columns)
    take = itemgetter(*(columns.index(field) if field in columns else nowhere for field in FIELDS))
    full = columns.index(FULL) if FULL in columns else nowhere
    days = [(name, FIELDS.index(name)) for name in _DAYS if name in columns]
    beyond = [""] * (nowhere + 1)
    for row in rows:
        wide = row[:nowhere] + beyond[min(len(row), nowhere) :]
        cells = Cells._make(take(wide))
        if wide[full]:
            cells = _parted(wide[full], cells)
        serial = {name: _day(cells[at]) for name, at in days if cells[at].isdigit()}
        yield cells._replace(**serial) if serial else cells


def _parted(full: str, cells: Cells) -> Cells:
    """A name in one cell; what has a column of its own stands there."""
    surname, name, patronymic = [*full.split(" ", 2), "", "", ""][:3]
    return cells._replace(
        surname=cells.surname or surname, name=cells.name or name, patronymic=cells.patronymic or patronymic
    )


def _day(text: str) -> str:
    """A day that a spreadsheet kept as its number is written out."""
    if not _SERIAL.fullmatch(text):
        return text
    return f"{_FIRST_DAY + timedelta(days=int(text)):%d.%m.%Y}"
