"""Which column of a table holds what, by its heading or by what stands in it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spartakiad.intake.table import Rows
from spartakiad.words.keys import plain_words
from spartakiad.words.ranks import is_title


class Cells(NamedTuple):
    """What a row says of a person, as typed."""

    surname: str = ""
    name: str = ""
    patronymic: str = ""
    sex: str = ""
    born_on: str = ""
    rank: str = ""
    coach: str = ""
    uin_gto: str = ""
    post: str = ""
    contests: str = ""
    city: str = ""
    medical_until: str = ""
    insurance_until: str = ""


FIELDS = Cells._fields
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
    "city": ("город", "город участника", "муниципальное образование", "населенный пункт", "территория"),
    "medical_until": (
        "медосмотр до",
        "медосмотр действует до",
        "медицинский осмотр до",
        "медицинский допуск до",
        "допуск врача до",
        "медсправка до",
        "медицинская справка до",
        "справка до",
    ),
    "insurance_until": ("страховка до", "страховка действует до", "страховой полис до", "полис до", "страхование до"),
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
        "год и дата рождения",
        "дата и год рождения",
        "дата год рождения",
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
_BROKEN = re.compile(r"(?<=[^\W\d])- (?=[^\W\d])")  # a word carried over by hand to the next line of its cell
_EXACT = {heading: field for field, headings in _HEADINGS.items() for heading in headings}
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?: ?г\.?)?|\d{4}-\d{1,2}-\d{1,2}|[1-5]\d{4}", re.ASCII)
_SEX = re.compile(r"(?i:м|ж|муж|жен|мужской|женский|m|f)\.?")
_GRADE = re.compile(r"(?i:б/?р|[i1-3]{1,3}( ?(ю|юн|разряд)\.?)?)")
_NUMBER = re.compile(r"\d{1,4}\.?")


@dataclass(frozen=True, slots=True)
class Layout:
    """`columns`: what each one holds, "" for nothing that is taken. `begins`: the first row below the heading."""

    columns: tuple[str, ...]
    begins: int


def recognised(rows: Rows) -> Layout:
    """By the best heading near the top; without one, by what stands in the columns."""
    best, begins = max(
        ((headed(row), number + 1) for number, row in enumerate(rows[:_LOOKED_AT])),
        key=lambda found: sum(map(bool, found[0])),
        default=((), 0),
    )
    if sum(map(bool, best)) >= 2 and {FULL, "surname"} & set(best):
        return _closer(rows, best, begins)
    return Layout(_guessed(rows), 0)


def _closer(rows: Rows, heading: tuple[str, ...], begins: int) -> Layout:
    """«Ф.И.О.» over «Фамилия», «Имя», «Отчество»: where headings alone stand below a heading, they say it closer."""
    row = rows[begins] if begins < len(rows) else []
    below = headed(row)
    if sum(map(bool, below)) < 2 or any(cell and not field for cell, field in zip(row, below, strict=True)):
        return Layout(heading, begins)
    kept = {FULL, *below} if "surname" in below else {*below}
    above = [*("" if field in kept else field for field in heading), *[""] * (len(below) - len(heading))]
    own = [*below, *[""] * (len(above) - len(below))]
    return Layout(tuple(closer or field for closer, field in zip(own, above, strict=True)), begins + 1)


def samples(rows: Rows, layout: Layout) -> list[tuple[str, str]]:
    """Of each column what it is taken for, and what stands in it: by that a person names it."""
    width = max(map(len, rows), default=0)
    chosen = [*layout.columns, *[""] * (width - len(layout.columns))]
    shown = [[row[at] for row in rows[layout.begins :] if at < len(row) and row[at]][:3] for at in range(width)]
    return [(field, ", ".join(cells)[:60]) for field, cells in zip(chosen, shown, strict=False)]


def headed(row: Sequence[str]) -> tuple[str, ...]:
    """Each field once: of two columns that are headed alike the first is taken."""
    found: list[str] = []
    for cell in row:
        field = field_of(cell)
        found.append("" if field in found else field)
    return tuple(found)


def field_of(cell: str) -> str:
    """What is in brackets explains; «Фамилия, имя, отчество участника полностью» begins with a heading we know."""
    if len(cell) > 80:
        return ""
    words = plain_words(cell if cell.isalpha() else _BROKEN.sub("", _EXPLAINED.sub(" ", cell)))
    if words in _EXACT or " " not in words or not words.startswith(_BEGINS):
        return _EXACT.get(words, "")
    return next((field for heading, field in _WIDE if words.startswith(f"{heading} ")), "")


def _guessed(rows: Rows) -> tuple[str, ...]:
    """Sex, birth date and rank by what they look like; the name stands before them, in one cell or in three."""
    width = max((len(row) for row in rows), default=0)
    cells = [[row[at].strip() for row in rows if at < len(row) and row[at].strip()] for at in range(width)]
    found = [""] * width
    for field, shape in (("born_on", _DAY.fullmatch), ("sex", _SEX.fullmatch), ("rank", _is_rank)):
        at = next((at for at in range(1, width) if not found[at] and _mostly(cells[at], shape)), None)
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


def _is_rank(cell: str) -> bool:
    return _GRADE.fullmatch(cell) is not None or is_title(cell)


def _mostly(cells: Sequence[str], looks: Callable[[str], object]) -> bool:
    return sum(bool(looks(cell)) for cell in cells) * 2 > len(cells)
