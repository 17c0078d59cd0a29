"""XLSX, XLS and ODS: every visible sheet as text, merged cells filled, days as 05.03.1990, times as 0:40:33,2."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from spartakiad.intake.archive import packed
from spartakiad.intake.table import MOST_COLUMNS, MOST_ROWS, Rows, Sheet, Unreadable, bounded

_SPAN = 200  # rows or columns that one merged cell may fill
_NO_DAY = datetime.combine(date(1899, 12, 31), time())  # a time of a day or more, in a cell that shows hours only
_DAYS = 31  # as long as nobody is on his way, and before anybody's birth
_TWO = [f"{number:02}" for number in range(32)]
_ROWS = b"<sheetData"
_NOTHING_MERGED = b"<mergeCells></mergeCells>"


def archived(parts: Mapping[str, bytes]) -> list[Sheet]:
    """XLSX or ODS, unpacked and checked: nothing else is read. Raises Unreadable."""
    return spreadsheet(packed((name, _headed(text)) for name, text in parts.items()))


def _headed(part: bytes) -> Sequence[bytes | memoryview]:
    """A sheet without merged cells says so before its rows, or calamine walks through them again to find it out."""
    at = part.find(_ROWS)
    if at < 0 or b"mergeCell" in part:
        return [part]
    whole = memoryview(part)
    return [whole[:at], _NOTHING_MERGED, whole[at:]]


def spreadsheet(file: BinaryIO) -> list[Sheet]:
    """In the order of the file. Raises Unreadable."""
    try:
        with CalamineWorkbook.from_filelike(file) as book:
            shown = [one.name for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible]
            return [Sheet(name, _rows(book.get_sheet_by_name(name))) for name in shown]
    except PasswordError:
        raise Unreadable("file_locked") from None
    except (CalamineError, OSError, ValueError, TypeError):
        raise Unreadable("file_broken") from None


def _rows(sheet: CalamineSheet) -> Rows:
    if sheet.height > MOST_ROWS:
        raise Unreadable("file_too_many_rows", rows=sheet.height, limit=MOST_ROWS)
    if sheet.width > 50 * MOST_COLUMNS:
        raise Unreadable("file_too_many_columns", columns=sheet.width, limit=MOST_COLUMNS)
    rows = [[cell if type(cell) is str else _SHOWN[type(cell)](cell) for cell in row] for row in sheet.to_python()]
    _fill(rows, sheet)
    above = (sheet.start or (0, 0))[0] if rows else 0
    return bounded([*([""] for _ in range(min(above, MOST_ROWS))), *rows])


def _number(cell: float) -> str:
    """A whole one without «.0»."""
    return str(int(cell)) if cell.is_integer() else repr(cell).replace(".", ",")


def _moment(cell: datetime) -> str:
    if 0 <= (cell - _NO_DAY).days <= _DAYS:
        return _clock(cell - _NO_DAY)
    seconds = ":%S" if cell.second else ""
    return _day(cell) if cell.time() == time() else f"{_day(cell)} {cell.strftime(f'%H:%M{seconds}')}"


def _clock(passed: timedelta) -> str:
    """To a thousandth: what lies beyond is what a fraction of a day could not hold."""
    thousandths = round(passed / timedelta(milliseconds=1))
    seconds, rest = divmod(abs(thousandths), 1000)
    sign, decimals = "-" if thousandths < 0 else "", f",{rest:03}".rstrip("0") if rest else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}{decimals}"


def _day(cell: date) -> str:
    """By hand: strftime takes several times as long, and pads no year before 1000."""
    return f"{_TWO[cell.day]}.{_TWO[cell.month]}.{cell.year:04}"


# As a person sees what calamine gives, by its type.
_SHOWN: Mapping[type, Callable[[Any], str]] = {
    float: _number,
    int: str,
    date: _day,
    datetime: _moment,
    bool: lambda cell: "да" if cell else "нет",
    time: lambda cell: _clock(datetime.combine(_NO_DAY, cell) - _NO_DAY),
    timedelta: _clock,
}


def _fill(rows: Rows, sheet: CalamineSheet) -> None:
    """A merged cell says the same in all the places that it covers."""
    top, left = sheet.start or (0, 0)
    for (first_row, first_column), (last_row, last_column) in sheet.merged_cell_ranges or ():
        if last_row - first_row > _SPAN or last_column - first_column > _SPAN:
            continue
        places = [
            (row - top, column - left)
            for row in range(first_row, last_row + 1)
            for column in range(first_column, last_column + 1)
        ]
        inside = [(row, column) for row, column in places if 0 <= row < len(rows) and 0 <= column < len(rows[row])]
        text = next((rows[row][column] for row, column in inside if rows[row][column]), "")
        for row, column in inside:
            rows[row][column] = text
