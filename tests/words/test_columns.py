"""What stands over a column says which contest it is."""

import pytest

from spartakiad.words.columns import column_title, column_titles


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Хоккей", "Хоккей"),
        ("Зимний трейл", "Зимн. трейл"),
        ("Фигурное катание", "Фиг. катание"),
        ("Лыжные гонки, женщины", "Лыжн. гонки ж"),
        ("Плавание, 50 м, мужчины", "Плавание м"),
        ("Многоборьеспортсменов", "Многоборьеспо…"),
    ],
)
def test_a_column_is_named_by_its_sport(title: str, short: str) -> None:
    assert column_title(title) == short


def test_contests_of_one_sport_and_sex_are_told_apart() -> None:
    swimming = ("Плавание, 50 м, мужчины", "Плавание, 100 м, мужчины", "Плавание, 50 м, женщины", "Хоккей")
    assert column_titles(swimming) == ("Плавание 50\u00a0м, м", "Плавание 100\u00a0м, м", "Плавание ж", "Хоккей")
    jumps = ("Прыжок в высоту, женщины", "Прыжок в длину, женщины")
    assert column_titles(jumps) == ("Прыжок в\u00a0высоту, ж", "Прыжок в\u00a0длину, ж")
    styles = ("Плавание 50 м вольный стиль, мужчины", "Плавание 50 м брасс, мужчины")
    assert column_titles(styles) == ("Плавание вольн. стиль, м", "Плавание брасс, м")
    assert column_titles(("Бег, мужчины", "Бег, мальчики")) == ("Бег, мужчины", "Бег, мальчики")
    assert column_titles(("Дартс", "Дартс")) == ("Дартс", "Дартс")
