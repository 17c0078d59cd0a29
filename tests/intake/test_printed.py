"""A protocol in columns of a fixed width: a page of WinOrient, and the same copied from there."""

from spartakiad.intake.files import sheets_in
from spartakiad.intake.pasted import pasted
from tests.intake.programs import WINORIENT

ROWS = [
    ["№п/п", "Фамилия, имя", "Коллектив", "Квал", "Номер", "ГР", "Результат", "Отставан", "Место", "Прим"],
    ["1", "Лыжина Анна", "Вологда", "I", "1", "1990", "00:40:33,2", "", "1", ""],
    ["2", "Снегирёва Анна", "Вологда", "I", "2", "1990", "00:41:00", "+00:26,8", "2", ""],
    ["3", "Инеева Анна", "Вологда", "I", "3", "1990", "сошла", "", "", ""],
]


def test_a_page_is_read_by_its_heading_though_titles_touch() -> None:
    assert [row for row in sheets_in(WINORIENT.encode("cp1251"))[0].rows if len(row) > 1] == ROWS


def test_the_title_of_a_group_stands_alone() -> None:
    assert ["Женщины, 5.0 км"] in sheets_in(WINORIENT.encode("cp1251"))[0].rows


def test_copied_as_text_it_is_the_same() -> None:
    text = WINORIENT.partition("<pre><u><b>")[2].replace("</b></u>", "").partition("</pre>")[0]
    assert [row for row in pasted(text) if len(row) > 1] == ROWS


def test_a_rule_below_the_heading_is_nobody() -> None:
    text = WINORIENT.partition("<pre><u><b>")[2].replace("</b></u>", f"\n{'-' * 90}").partition("</pre>")[0]
    assert [row for row in pasted(text) if len(row) > 1] == ROWS
