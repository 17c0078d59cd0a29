"""Which column of a table of results is which, and which rows have somebody in them."""

import pytest

from spartakiad.intake.files import sheets_in
from spartakiad.intake.results import ResultLines, lines_in, recognised
from tests.intake.files import xlsx
from tests.intake.programs import SWISS_MANAGER, families


def read(text: str, kind: str = "time") -> ResultLines:
    rows = [line.split(";") for line in text.splitlines()]
    return lines_in(rows, recognised(rows, kind))


def columns(text: str, kind: str = "time") -> dict[str, int]:
    rows = [line.split(";") for line in text.splitlines()]
    return {field: at for at, field in enumerate(recognised(rows, kind).columns) if field}


@pytest.mark.parametrize("program", families())
def test_each_program_says_who_and_what(program: str) -> None:
    rows = sheets_in(families()[program][1])[0].rows
    lines = lines_in(rows, recognised(rows, "time")).lines
    assert [line["bib"] for line in lines] == ["1", "2", "3"]
    assert all(line["result"] for line in lines[:2])


def test_a_chess_table_gives_teams_and_places_and_its_notes_are_nobody() -> None:
    rows = sheets_in(xlsx(*SWISS_MANAGER))[0].rows
    found = lines_in(rows, recognised(rows, "place"))
    assert [(line["place"], line["team"]) for line in found.lines] == [
        ("1", "Псков"),
        ("2", "Вологда"),
        ("3", "Великий Новгород"),
    ]
    assert [number for number, _ in found.skipped] == [8, 9]


def test_of_several_times_the_one_that_is_the_result_is_taken() -> None:
    assert columns("Bib;Name;Gun Time;Chip Time;Gap")["result"] == 3
    assert columns("Номер;ФИО;Время;Результат;Отставание")["result"] == 3


def test_points_are_the_result_of_points_only() -> None:
    table = "Номер;ФИО;Результат;Очки"
    assert (columns(table)["result"], "result" in columns("Номер;ФИО;Очки")) == (2, False)
    assert columns("Номер;ФИО;Очки", "score")["result"] == 2


def test_a_number_sign_that_only_counts_the_rows_is_no_bib() -> None:
    counted = "№;Фамилия Имя;Время\n1;Лыжина Анна;40:33\n2;Снегова Мария;41:00"
    assert "bib" not in columns(counted)
    assert columns(counted.replace("2;Снегова", "17;Снегова"))["bib"] == 0


def test_a_heading_of_two_lines_is_one_heading() -> None:
    table = "Место;Ст. №;Фамилия, имя;Попытки;;;Лучший\n;;;1;2;3;\n1;17;Лыжина Анна;4,12;х;4,35;4,35"
    assert columns(table, "distance") == {"place": 0, "bib": 1, "full": 2, "1": 3, "2": 4, "3": 5, "result": 6}
    assert dict(read(table, "distance").lines[0].cells)["3"] == "4,35"


def test_laps_of_a_race_are_no_attempts() -> None:
    assert "1" not in columns("Bib;Name;1;2;3;Time")


def test_heights_are_columns_of_their_own() -> None:
    assert {"bar-165", "bar-1,70"} <= set(columns("Номер;ФИО;165;1,70;Результат", "height"))


def test_the_title_above_rows_is_their_group_unless_a_column_says_it() -> None:
    found = read("Номер;ФИО;Время\nЖенщины\n1;Лыжина Анна;40:33\nМужчины\n2;Лыжин Олег;35:12")
    assert [line.group for line in found.lines] == ["Женщины", "Мужчины"]
    assert read("Номер;ФИО;Группа;Время\nИтог\n1;Лыжина Анна;Ж40;40:33").lines[0].group == "Ж40"


def test_a_heading_that_comes_again_is_nobody() -> None:
    found = read("Номер;ФИО;Время\n1;Лыжина Анна;40:33\nНомер;ФИО;Время\n2;Снегова Мария;41:00")
    assert [line.number for line in found.lines] == [2, 4]


@pytest.mark.parametrize(
    ("row", "kind", "expected"),
    [
        ("17;1:02:40", "time", {"bib": "17", "result": "1:02:40"}),
        ("17;Лыжина Анна;40:33,2", "time", {"bib": "17", "full": "Лыжина Анна", "result": "40:33,2"}),
        ("Вологда;2", "place", {"full": "Вологда", "place": "2"}),
        ("Вологда;Псков;3:2", "match", {"first": "Вологда", "second": "Псков", "result": "3:2"}),
        ("17;187", "score", {"bib": "17", "result": "187"}),
    ],
)
def test_without_a_heading_the_cells_say_what_they_are(row: str, kind: str, expected: dict[str, str]) -> None:
    assert dict(read(row, kind).lines[0].cells) == expected


@pytest.mark.parametrize(
    "heading",
    [
        "Тур;Команда 1;Команда 2;Счёт",
        "№ тура;Хозяева;Гости;Счет",
        "№;Первая команда;Вторая команда;Результат",
    ],
)
def test_a_match_has_two_sides(heading: str) -> None:
    line = read(f"{heading}\n1;Вологда;Псков;3:2", "match").lines[0]
    assert (line["first"], line["second"], line["result"]) == ("Вологда", "Псков", "3:2")


def test_of_two_columns_headed_alike_each_is_a_side() -> None:
    line = read("№;Команда;Рез.;:;Рез.;Команда\n1;Вологда;3;:;2;Псков", "match").lines[0]
    assert [line[field] for field in ("first", "score_first", "score_second", "second")] == [
        "Вологда",
        "3",
        "2",
        "Псков",
    ]


@pytest.mark.parametrize(
    ("heading", "understood"),
    [
        ("Номер;Фамилия;Финиш", {"bib": 0, "surname": 1, "result": 2}),
        ("Номер;Старт;Финиш", {"bib": 0, "start": 1, "finish": 2}),
        ("Номер;Финиш;Результат", {"bib": 0, "finish": 1, "result": 2}),
    ],
)
def test_a_finish_with_no_start_and_no_other_time_is_the_result(heading: str, understood: dict[str, int]) -> None:
    assert columns(f"{heading}\n1;20:00,0;21:00,0") == understood
