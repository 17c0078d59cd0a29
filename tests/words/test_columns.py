"""What stands over a column says which contest it is."""

import pytest

from spartakiad.words.columns import column_title


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
