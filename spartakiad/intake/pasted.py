"""Rows pasted from a spreadsheet: tabs between cells, a header in any order or none, the name in one cell or three."""

import re
import unicodedata
from collections.abc import Mapping

from spartakiad.errors import Refusal

MOST_ROWS = 200
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_HEADS: Mapping[str, tuple[str, ...]] = {
    "full": ("фио", "фамилия имя отчество", "фамилия имя", "участник", "спортсмен"),
    "surname": ("фамилия",),
    "name": ("имя",),
    "patronymic": ("отчество",),
    "sex": ("пол",),
    "born_on": ("дата рождения", "др", "рождение", "родился"),
    "rank": ("разряд", "звание", "разряд звание", "квалификация"),
    "contests": (
        "вид",
        "виды",
        "вид программы",
        "виды программы",
        "дисциплина",
        "дисциплины",
        "дистанция",
        "дистанции",
    ),
}
_ORDER = ("surname", "name", "patronymic", "sex", "born_on", "rank")
_ONE_CELL = ("full", "sex", "born_on", "rank")


Row = tuple[str, str, str, str, str, str, str]


def rows_of(text: str) -> list[Row]:
    """(surname, name, patronymic, sex, birth date, rank, contests) as typed; the last only under a header of its own.

    Raises Refusal table_unreadable, table_too_large.
    """
    table = [_cells(line) for line in text.splitlines() if line.strip()]
    header = next((number for number, row in enumerate(table[:10]) if _is_header(row)), None)
    if header is not None:
        columns = [_column(cell) for cell in table[header]]
        table = table[header + 1 :]
    else:
        columns = list(_guessed(table))
    if not table:
        raise Refusal("table_unreadable", "rows")
    if len(table) > MOST_ROWS:
        raise Refusal("table_too_large", "rows", rows=len(table), limit=MOST_ROWS)
    return [_row(columns, row) for row in table]


def _cells(line: str) -> list[str]:
    cells = re.split(r"\t|;", line) if "\t" in line or ";" in line else re.split(r" {2,}", line)
    return [" ".join(unicodedata.normalize("NFC", cell.translate(_INVISIBLE)).split()) for cell in cells]


def _column(cell: str) -> str:
    word = re.sub(r"[^а-яё ]", " ", cell.casefold()).split()
    plain = " ".join(word)
    return next((column for column, heads in _HEADS.items() if plain in heads), "")


def _is_header(row: list[str]) -> bool:
    known = {_column(cell) for cell in row} - {""}
    return bool(known & {"full", "surname"}) and len(known) >= 2


def _guessed(table: list[list[str]]) -> tuple[str, ...]:
    """Without a header: a leading number is skipped, then our own order, the name in one cell if it holds words."""
    if not table:
        return ()
    first = table[0]
    number = first[0].rstrip(".").isdecimal() if first else False
    cells = first[1:] if number else first
    order = _ONE_CELL if cells and " " in cells[0] else _ORDER
    return ("", *order) if number else order


def _row(columns: list[str], row: list[str]) -> Row:
    found = {column: cell for column, cell in zip(columns, row, strict=False) if column}
    if "full" in found:
        words = [*found.pop("full").split(), "", "", ""]
        found |= {"surname": words[0], "name": words[1], "patronymic": " ".join(words[2:]).strip()}
    surname, name, patronymic, sex, born_on, rank = (found.get(column, "") for column in _ORDER)
    return surname, name, patronymic, sex, born_on, rank, found.get("contests", "")
