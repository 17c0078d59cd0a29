"""Results as other programs write them, a small table of each: their own headings, signs and letters, invented people.

Three women of Vologda: № 1 has 40:33,2, № 2 has 41:00,0, № 3 did not finish.
"""

import io
from collections.abc import Mapping, Sequence

import xlsxwriter

from tests.intake.files import ods, xlsx

SPORTORG = """\
Группа;Имя;Фамилия;Год рождения;Квалификация;Команда;Номер команды;Номер участника;Чип;Результат;Место;Баллы;Старт;Время
Ж21;Анна;Лыжина;1990;I;Вологда;;1;8001;00:40:33.2;1;0;10:01:00;10:41:33
Ж21;Анна;Снегирёва;1990;I;Вологда;;2;8002;00:41:00;2;0;10:02:00;10:43:00
Ж21;Анна;Инеева;1990;I;Вологда;;3;8003;DNF;;0;10:03:00;
"""
WINORIENT = """\
<html><head><style>H2 {color: #FF0000}</style></head><body><h1>Лыжные гонки<br><br>ПРОТОКОЛ РЕЗУЛЬТАТОВ</h1>
<h2>Женщины, 5.0 км</h2>
<pre><u><b>№п/п Фамилия, имя              Коллектив            Квал Номер ГР   РезультатОтставан    Место Прим </b></u>
   1 Лыжина Анна               Вологда              I       1 1990 00:40:33,2                1
   2 Снегирёва Анна            Вологда              I       2 1990 00:41:00  +00:26,8        2
   3 Инеева Анна               Вологда              I       3 1990 сошла
</pre><pre>Главный судья                                   Лыжин К. С.</pre></body></html>
"""
MYLAPS = """\
"Pos","No.","Name","Club","Laps","Total Tm","Diff","Status"
"1","1","Anna Lyzhina","Vologda","2","40:33.200","",""
"2","2","Anna Snegireva","Vologda","2","41:00.000","26.800",""
"","3","Anna Ineeva","Vologda","1","","1 Lap","DNF"
"""
RACE_RESULT = (
    ("Rank", "Bib", "Lastname", "Firstname", "Club", "Category", "Chip Time", "Time Behind", "Status"),
    ("1", "1", "ЛЫЖИНА", "Анна", "Вологда", "Ж", "0:40:33,20", "", ""),
    ("2", "2", "СНЕГИРЁВА", "Анна", "Вологда", "Ж", "0:41:00,00", "+0:26,80", ""),
    ("DNF", "3", "ИНЕЕВА", "Анна", "Вологда", "Ж", "", "", "Did not finish"),
)
PAPER = (
    ("Чемпионат по лыжным гонкам", "", "", "", "", "", ""),
    ("Место", "Ст. №", "Фамилия Имя Отчество", "Год", "Город", "Результат", "Отставание"),
    ("Женщины 5 км", "", "", "", "", "", ""),
    ("1", "1", "Лыжина Анна", "1990", "г. Вологда", "40:33,2", "0,0"),
    ("2", "2", "Снегирева Анна", "1990", "г. Вологда", "41:00,0", "+26,8"),
    ("", "3", "Инеева Анна", "1990", "г. Вологда", "н/ф", ""),
    ("Главный судья соревнований", "", "", "", "", "Лыжин К. С.", ""),
)
SWISS_MANAGER = (
    ("Из базы турниров Chess-results http://chess-results.com",),
    ("Шахматы, командный турнир",),
    ("Итоговое положение после 7 туров",),
    ("Место", "Ст.ном.", "Команда", "Партии", "  +", "  =", "  -", " Доп1 ", " Доп2 "),
    (1, 4, "Псков", 7, 6, 1, 0, 13, 22.5),
    (2, 1, "Вологда", 7, 5, 1, 1, 11, 20),
    (3, 2, "Великий Новгород", 7, 4, 1, 2, 9, 18.5),
    ("Примечание:",),
    ("Доп1: Matchpoints (2 за победу, 1 за ничью)",),
)


def families() -> Mapping[str, tuple[str, bytes]]:
    """What the program is → the file as it comes from it."""
    return {
        "sportorg": ("result.csv", SPORTORG.encode("utf-8-sig")),
        "winorient": ("result.htm", WINORIENT.encode("cp1251")),
        "mylaps": ("orbits.csv", MYLAPS.encode()),
        "race result": ("list.xlsx", xlsx(*RACE_RESULT)),
        "a paper typed into a table": ("протокол.ods", ods(*PAPER)),
        "times that are times": ("time.xlsx", of_times()),
    }


def of_times() -> bytes:
    """Times in cells of a spreadsheet: parts of a day, each shown in its own way."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Лист1")
        sheet.write_row(0, 0, ("Номер", "Участник", "Время", "Прим."))
        for at, (number, name, seconds, shown) in enumerate(
            ((1, "Лыжина А.", 2433.2, "mm:ss.0"), (2, "Снегирёва А.", 2460, "[h]:mm:ss")), 1
        ):
            sheet.write_row(at, 0, (number, name))
            sheet.write_number(at, 2, seconds / 86400, book.add_format({"num_format": shown}))
        sheet.write_row(3, 0, (3, "Инеева А.", "", "сошла с дистанции"))
    return out.getvalue()


def book(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """Rows by the title of their sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        for title, rows in sheets.items():
            sheet = made.add_worksheet(title)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return out.getvalue()
