"""A table as captains have it: title rows, headings in their own spelling, days of three kinds, and three mistakes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import xlsxwriter

# Two of them with a Latin letter, as keyboards have it.
HEAD = (" № п/п", "ФИО участника ", "дата рожд.", "П\u006fл (м/ж)", "спорт. разряд", "Виды программы", "Трен\u0065р")
TRAIL = "Зимний трейл"  # a team may enter six
PEOPLE = 39
TWICE, NO_DAY, ONE_TOO_MANY = 40, 12, 30  # rows of the list, from 1
_LETTERS = "абвгдежзик"


def written(path: Path) -> Path:
    """40 rows that name 39 people."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Лист1")
        sheet.merge_range(0, 0, 0, len(HEAD) - 1, "ЗАЯВКА на участие в Спартакиаде")
        sheet.write_string(1, 0, "Команда: г. Вологда")
        sheet.write_row(3, 0, HEAD)
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        at = 4
        for number, row in enumerate(people(), 1):
            if number in (1, 21):
                sheet.write_string(at, 1, "Женщины" if number == 1 else "Мужчины")
                at += 1
            for column, cell in enumerate((number, *row)):
                if isinstance(cell, date):
                    sheet.write_datetime(at, column, cell, day)
                else:
                    sheet.write(at, column, cell)
            at += 1
        sheet.write_string(at, 1, "Итого: 40 человек")
        sheet.write_string(at + 2, 1, "Представитель команды ____________")
    return path


def people() -> Iterator[tuple[object, ...]]:
    """Name, day of birth, sex, rank, contests, coach; the last row names the first person again."""
    for number in range(1, TWICE + 1):
        who = 1 if number == TWICE else number
        woman = who <= 20
        letters = "".join(_LETTERS[int(digit)] for digit in f"{who:02}")
        name = f"Позёмкин{letters}{'а' if woman else ''}  {'Анна' if woman else 'Пётр'}"
        yield (
            name.upper() if number == TWICE else name,
            "31.02.1990" if number == NO_DAY else _day(who),
            "жен." if woman else "М",
            ("", "КМС", "1")[who % 3],
            TRAIL if number in (3, 5, 8, 14, 22, 27, ONE_TOO_MANY) else "",
            "Зимин А. А." if woman else "",
        )


def _day(who: int) -> object:
    born_on = date(1980 + who % 20, 1 + who % 12, 1 + who % 28)
    return (born_on, f"{born_on:%d.%m.%Y} г.", born_on.isoformat())[who % 3]
