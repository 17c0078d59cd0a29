"""Which column is which: headings as people write them, tables without any, rows that name nobody."""

import pytest

from spartakiad.errors import Refusal
from spartakiad.intake.columns import Layout, recognised
from spartakiad.intake.pasted import pasted
from spartakiad.intake.people import People, people_in

HERE = "Лыжина\tАнна\tПетровна\tж\t05.03.1990\tКМС"


def found(text: str, markup: str = "") -> People:
    rows = pasted(text, markup)
    return people_in(rows, recognised(rows))


def first(text: str, markup: str = "") -> tuple[str, ...]:
    return tuple(found(text, markup).lines[0].cells)[:6]


@pytest.mark.parametrize(
    "heading",
    [
        "Фамилия\tИмя\tОтчество\tПол\tДата рождения\tРазряд",
        " ФАМИЛИЯ :\tимя*\tОтчество \tПол (м/ж)\tДата рождения (полностью)\tСпортивный разряд",
        "Фамилия\tИмя\tОтчество\tПол\tДата рождения\tРазряд".translate(str.maketrans("аос", "aoc")),
    ],
)
def test_a_heading_is_known_however_it_is_written(heading: str) -> None:
    assert first(f"{heading}\n{HERE}") == ("Лыжина", "Анна", "Петровна", "ж", "05.03.1990", "КМС")


def test_a_heading_of_two_rows_is_read_by_its_lower_one_where_that_says_it_closer() -> None:
    heading = "№\tФ.И.О.\t\t\tДата рождения\tПол\n\tФамилия\tИмя\tОтчество\t\t"
    told = found(f"{heading}\n1\tЛыжина\tАнна\tПетровна\t05.03.1990\tж")
    assert [tuple(one.cells)[:5] for one in told.lines] == [("Лыжина", "Анна", "Петровна", "ж", "05.03.1990")]
    assert told.skipped == ()


def test_columns_may_stand_in_any_order_and_strangers_are_left_out() -> None:
    heading = "№ п/п\tДата рожд.\tГород\tФИО участника\tРазряд\tПол\tФИО тренера"
    text = f"{heading}\n1\t05.03.1990\tВологда\tЛыжина Анна\tI\tж\tЗимин"
    assert first(text) == ("Лыжина", "Анна", "", "ж", "05.03.1990", "I")
    assert found(text).lines[0].cells.coach == "Зимин"


def test_of_two_columns_that_are_headed_alike_the_first_is_taken() -> None:
    assert first("Фамилия\tИмя\tФамилия\tПол\nЛыжина\tАнна\tДругая\tж")[0] == "Лыжина"


@pytest.mark.parametrize(
    "row",
    [
        "Лыжина\tАнна\tПетровна\tж\t05.03.1990\tКМС",
        "1\tЛыжина\tАнна\tПетровна\tж\t05.03.1990\tКМС",
        "Лыжина Анна Петровна\tж\t05.03.1990\tКМС",
        "1.\tЛыжина Анна Петровна\t05.03.1990\tж\tКМС",
        "Лыжина Анна Петровна\tКМС\t05.03.1990\tж",
        "Лыжина Анна Петровна  ж  05.03.1990  КМС",
    ],
)
def test_without_a_heading_the_cells_say_what_they_are(row: str) -> None:
    assert first(row) == ("Лыжина", "Анна", "Петровна", "ж", "05.03.1990", "КМС")


def test_without_a_heading_a_title_written_out_is_the_rank() -> None:
    title = "мастер спорта России международного класса"
    assert first(f"Лыжина Анна Петровна\t{title}\t05.03.1990\tж")[5] == title


def test_a_day_that_came_as_its_number_is_written_out() -> None:
    assert first("ФИО\tПол\tДата рождения\nЛыжина Анна\tж\t32937")[4] == "05.03.1990"


def test_a_patronymic_may_stand_beside_a_name_in_one_cell() -> None:
    assert first("Фамилия, имя\tОтчество\tПол\nЛыжина Анна\tПетровна\tж")[:3] == ("Лыжина", "Анна", "Петровна")


def test_rows_that_name_nobody_are_said_and_not_lost() -> None:
    heading, signed = "ФИО\tПол\tДата рождения", "Представитель команды"
    people = found(f"{heading}\nЖенщины\nЛыжина Анна\tж\t05.03.1990\n\n{heading}\nИтого: 1\n{signed}")
    assert [one.number for one in people.lines] == [3]
    assert people.skipped == (
        (2, "Женщины"),
        (5, "ФИО Пол Дата рождения"),
        (6, "Итого: 1"),
        (7, "Представитель команды"),
    )


def test_a_line_to_sign_on_names_nobody() -> None:
    people = found("ФИО\tПол\tДата рождения\nЛыжина Анна\tж\t05.03.1990\nВрач команды\t_______\t/Снегова М. А./")
    assert [one.number for one in people.lines] == [2]
    assert people.skipped == ((3, "Врач команды _______ /Снегова М. А./"),)


def test_a_table_of_word_comes_with_its_merged_cells() -> None:
    markup = (
        "<html><body><!--StartFragment--><table><tr><th rowspan=2>ФИО</th><th colspan=2>Данные</th></tr>"
        "<tr><th>Пол</th><th>Дата рождения</th></tr>"
        "<tr><td><p>Лыжина<br>Анна</p></td><td rowspan=2>ж</td><td>05.03.1990</td></tr>"
        "<tr><td>Снегова Мария</td><td>01.02.1991</td></tr></table></body></html>"
    )
    people = found("", markup)
    assert [tuple(one.cells)[:5] for one in people.lines] == [
        ("Лыжина", "Анна", "", "ж", "05.03.1990"),
        ("Снегова", "Мария", "", "ж", "01.02.1991"),
    ]


def test_columns_can_be_named_by_hand() -> None:
    rows = pasted("Анна\tЛыжина\tж")
    layout = Layout(("name", "surname", "sex"), 0)
    assert people_in(rows, layout).lines[0].cells.surname == "Лыжина"


@pytest.mark.parametrize("text", ["", "  \n\t", "\ufeff"])
def test_nothing_is_no_table(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        found(text)
    assert (refused.value.kind, refused.value.field) == ("table_unreadable", "rows")
