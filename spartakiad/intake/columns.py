"""Which column of a table holds what, by its heading or by what stands in it, and the people in its rows."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from spartakiad.intake.table import Rows
from spartakiad.words.keys import plain_words

FIELDS = ("surname", "name", "patronymic", "sex", "born_on", "rank", "contests", "coach", "uin_gto", "post")
FULL = "full"  # surname, name and patronymic in one cell
_LOOKED_AT = 30  # rows in which a heading is looked for
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "coach": ("тренер", "тренеры", "тренер преподаватель", "фио тренера", "ф и о тренера", "личный тренер"),
    "post": ("должность", "в качестве кого", "кем заявлен", "должность в команде", "статус", "роль"),
    "uin_gto": ("уин", "уин гто", "номер уин", "номер гто", "номер уин гто", "уин в аис гто", "уин аис гто"),
    FULL: (
        "фио",
        "ф и о",
        "фамилия имя отчество",
        "фамилия имя",
        "фио участника",
        "фио спортсмена",
        "фамилия имя отчество участника",
        "фамилия имя отчество спортсмена",
        "участник",
        "спортсмен",
    ),
    "contests": (
        "вид",
        "виды",
        "вид программы",
        "виды программы",
        "вид спорта",
        "виды спорта",
        "дисциплина",
        "дисциплины",
        "дистанция",
        "дистанции",
    ),
    "surname": ("фамилия", "фамилия участника", "фамилия спортсмена"),
    "name": ("имя", "имя участника", "имя спортсмена"),
    "patronymic": ("отчество",),
    "sex": ("пол", "м ж", "ж м"),
    "born_on": (
        "дата рождения",
        "дата рожд",
        "др",
        "д р",
        "рождение",
        "родился",
        "год рождения",
        "число месяц год рождения",
    ),
    "rank": (
        "разряд",
        "звание",
        "разряд звание",
        "звание разряд",
        "квалификация",
        "спортивный разряд",
        "спортивное звание",
        "спорт разряд",
        "спортивная квалификация",
        "спортивное звание разряд",
    ),
}
_WIDE = tuple((heading, field) for field, headings in _HEADINGS.items() for heading in headings if " " in heading)
_BEGINS = tuple(f"{heading} " for heading, _ in _WIDE)
_EXPLAINED = re.compile(r"\(.*?\)")
_EXACT = {heading: field for field, headings in _HEADINGS.items() for heading in headings}
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?: ?г\.?)?|\d{4}-\d{1,2}-\d{1,2}|[1-5]\d{4}", re.ASCII)
_SEX = re.compile(r"(?i:м|ж|муж|жен|мужской|женский|m|f)\.?")
_RANK = re.compile(r"(?i:[зк]?м[\u0441c]|м[\u0441c]мк|б/?р|[i1-3]{1,3}( ?(ю|юн|разряд)\.?)?)")
_NUMBER = re.compile(r"\d{1,4}\.?")
_SERIAL = re.compile(r"[1-5]\d{4}")
_FIRST_DAY = date(1899, 12, 30)  # by which spreadsheets count days


@dataclass(frozen=True, slots=True)
class Layout:
    """`columns`: what each one holds, "" for nothing that is taken. `begins`: the first row below the heading."""

    columns: tuple[str, ...]
    begins: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row with a person in it. `number`: of the row in the table, from 1; `cells` by field, as typed."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class People:
    """`skipped`: rows that say something and name nobody, «Женщины» or «Итого», each with its number."""

    lines: tuple[Line, ...]
    skipped: tuple[tuple[int, str], ...]


def recognised(rows: Rows) -> Layout:
    """By the best heading near the top; without one, by what stands in the columns."""
    best, begins = max(
        ((_headed(row), number + 1) for number, row in enumerate(rows[:_LOOKED_AT])),
        key=lambda found: sum(map(bool, found[0])),
        default=((), 0),
    )
    if sum(map(bool, best)) >= 2 and {FULL, "surname"} & set(best):
        return Layout(best, begins)
    return Layout(_guessed(rows), 0)


def people_in(rows: Rows, layout: Layout) -> People:
    """Whoever stands below the heading; empty rows, repeated headings and rows with one lone cell name nobody.

    Cells are clean already, as every reader leaves them.
    """
    named = {at for at, field in enumerate(layout.columns) if field in (FULL, "surname")}
    lines: list[Line] = []
    skipped: list[tuple[int, str]] = []
    for number, row in enumerate(rows[layout.begins :], start=layout.begins + 1):
        if not any(row):
            continue
        cells = _cells(row, layout.columns)
        if _names_somebody(cells, layout.columns) and not _is_heading(row, layout, named):
            lines.append(Line(number, cells))
        else:
            skipped.append((number, " ".join(" ".join(row).split())[:80]))
    return People(tuple(lines), tuple(skipped))


def samples(rows: Rows, layout: Layout) -> list[tuple[str, str]]:
    """Of each column what it is taken for, and what stands in it: by that a person names it."""
    width = max(map(len, rows), default=0)
    chosen = [*layout.columns, *[""] * (width - len(layout.columns))]
    shown = [[row[at] for row in rows[layout.begins :] if at < len(row) and row[at]][:3] for at in range(width)]
    return [(field, ", ".join(cells)[:60]) for field, cells in zip(chosen, shown, strict=False)]


def _headed(row: Sequence[str]) -> tuple[str, ...]:
    """Each field once: of two columns that are headed alike the first is taken."""
    found: list[str] = []
    for cell in row:
        field = _field(cell)
        found.append("" if field in found else field)
    return tuple(found)


def _field(cell: str) -> str:
    """What is in brackets explains; «Фамилия, имя, отчество участника полностью» begins with a heading we know."""
    if len(cell) > 80:
        return ""
    words = plain_words(_EXPLAINED.sub(" ", cell))
    if words in _EXACT or not words.startswith(_BEGINS):
        return _EXACT.get(words, "")
    return next((field for heading, field in _WIDE if words.startswith(f"{heading} ")), "")


def _is_heading(row: Sequence[str], layout: Layout, named: Set[int]) -> bool:
    """The heading again, as printed tables have it on every page; `named`: columns with names, where it says so."""
    if not any(at < len(row) and _field(row[at]) for at in named):
        return False
    again = [field for field in _headed(row) if field]
    return len(again) >= 2 and set(again) <= set(layout.columns)


def _names_somebody(cells: Mapping[str, str], columns: Sequence[str]) -> bool:
    """A surname and something else; a lone name in one cell is a heading inside the table or a signature below it."""
    filled = [field for field in FIELDS if cells[field]]
    if FULL in columns and len(set(columns) - {"", FULL}) and not set(filled) - {"surname", "name", "patronymic"}:
        return False
    return bool(cells["surname"]) and len(filled) >= 2


def _cells(row: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    found = dict.fromkeys(FIELDS, "")
    for field, cell in zip(columns, row, strict=False):
        if field == FULL:
            surname, name, patronymic = [*cell.split(" ", 2), "", "", ""][:3]
            found |= {"surname": surname, "name": name, "patronymic": patronymic}
        elif field == "born_on":
            found[field] = _day(cell)
        elif field:
            found[field] = cell
    return found


def _day(text: str) -> str:
    """A day that a spreadsheet kept as its number is written out."""
    if not _SERIAL.fullmatch(text):
        return text
    return f"{_FIRST_DAY + timedelta(days=int(text)):%d.%m.%Y}"


def _guessed(rows: Rows) -> tuple[str, ...]:
    """Sex, birth date and rank by what they look like; the name stands before them, in one cell or in three."""
    width = max((len(row) for row in rows), default=0)
    cells = [[row[at].strip() for row in rows if at < len(row) and row[at].strip()] for at in range(width)]
    found = [""] * width
    for field, shape in (("born_on", _DAY), ("sex", _SEX), ("rank", _RANK)):
        at = next((at for at in range(1, width) if not found[at] and _mostly(cells[at], shape.fullmatch)), None)
        if at is not None:
            found[at] = field
    first = int(bool(cells) and _mostly(cells[0], _NUMBER.fullmatch))
    until = next((at for at in range(width) if found[at] in ("sex", "born_on")), width)
    if width > first and _mostly(cells[first], lambda cell: " " in cell):
        found[first] = FULL
    else:
        found[first : min(until, first + 3)] = FIELDS[: min(until - first, 3)]
    return tuple(_rest(found))


def _rest(found: list[str]) -> list[str]:
    """What is not recognised after the birth date is the rank: a wrong one is said at its cell, not passed over."""
    if "rank" in found or "born_on" not in found:
        return found
    after = found.index("born_on") + 1
    return [*found[:after], "rank", *found[after + 1 :]] if after < len(found) and not found[after] else found


def _mostly(cells: Sequence[str], looks: Callable[[str], object]) -> bool:
    return sum(bool(looks(cell)) for cell in cells) * 2 > len(cells)
