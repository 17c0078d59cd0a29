"""Tables of Word off the clipboard: every person in them, and nothing that is none."""

from spartakiad.intake.columns import Cells, recognised
from spartakiad.intake.markup import tables
from spartakiad.intake.pasted import pasted
from spartakiad.intake.people import People, people_in
from tests.intake.clipboard import LAID_OUT, MERGED_DOWN, TWO_ROWS_OF_HEADING


def found(markup: str) -> People:
    rows = pasted("", markup)
    return people_in(rows, recognised(rows))


def cells(markup: str) -> list[Cells]:
    return [one.cells for one in found(markup).lines]


def test_a_heading_of_two_rows_and_a_title_above_it() -> None:
    first, second = cells(TWO_ROWS_OF_HEADING)
    assert first[:5] == ("Снегова", "Анна", "Петровна", "жен.", "05.03.1990 г.")
    assert second[:5] == ("Ветров", "Пётр", "", "муж.", "06.04.1988 г.")


def test_what_is_merged_down_is_everybodys_and_a_line_across_is_nobody() -> None:
    told = [(one.surname, one.born_on, one.rank, one.coach) for one in cells(MERGED_DOWN)]
    assert told == [
        ("Снегова", "05.03.1990", "I", "Вьюгин И. П."),
        ("Ветрова", "06.04.1988", "I", "Вьюгин И. П."),
        ("Метелева", "07.05.1991", "КМС", "Вьюгин И. П."),
    ]
    assert [text for _, text in found(MERGED_DOWN).skipped] == ["Лыжная команда", "Представитель ______________"]


def test_lists_inside_a_table_that_lays_out_the_page_are_read_one_after_the_other() -> None:
    told = [(one.surname, one.name, one.sex, one.born_on) for one in cells(LAID_OUT)]
    assert told == [("Снегова", "Анна", "Ж", "5 марта 1990 г."), ("Ветров", "Пётр", "М", "06/04/1988")]


def test_a_box_around_a_word_is_text_of_its_cell() -> None:
    boxed = "<table><tr><td>Фамилия<td>Имя<tr><td>Снегова <table><tr><td>(к)</table><td>Анна</table>"
    assert [one.rows for one in tables(boxed)] == [[["Фамилия", "Имя"], ["Снегова (к)", "Анна"]]]


def test_tables_without_end_inside_each_other_are_read_in_good_time() -> None:
    deep = "<table><tr><td>а<td>б" * 5000
    assert tables(deep)
