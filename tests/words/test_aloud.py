"""What is read aloud: ordinals as words, times as units in the right number, shared places, cities in the genitive."""

import pytest

from spartakiad.words.aloud import joined, metres_aloud, place_aloud, taken, time_aloud


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("14:00,0", "14 минут"),
        ("14:04,3", "14 минут 4,3 секунды"),
        ("1:02:40", "1 час 2 минуты 40 секунд"),
        ("2:21:01,50", "2 часа 21 минута 1,5 секунды"),
        ("5:11:21", "5 часов 11 минут 21 секунда"),
        ("0:59,9", "59,9 секунды"),
        ("0:00,0", "0 секунд"),
        ("12,18", "12,18 секунды"),
        ("9", "9 секунд"),
        ("270", "270"),
        ("3:1", "3:1"),
    ],
)
def test_a_time_is_said_in_hours_minutes_and_seconds(written: str, said: str) -> None:
    assert time_aloud(written).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [("7,58", "7,58 метра"), ("1,80", "1,8 метра"), ("12,00", "12 метров"), ("2", "2 метра"), ("", "")],
)
def test_a_height_and_a_distance_are_said_in_metres(written: str, said: str) -> None:
    assert metres_aloud(written).replace("\u00a0", " ") == said


@pytest.mark.parametrize(("place", "said"), [("1", "первое место"), ("20", "двадцатое место"), ("21", "21-е место")])
def test_a_place_is_an_ordinal(place: str, said: str) -> None:
    assert place_aloud(place) == said


def test_a_shared_place_is_shared() -> None:
    assert taken("2", ["команда Пскова", "команда Вологды"]) == "Второе место делят команда Пскова и команда Вологды."
    assert taken("1", ["Лыжина Анна из Пскова"], "результат 3") == "Первое место – Лыжина Анна из Пскова, результат 3."


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["А"], "А"), (["А", "Б"], "А и Б"), (["А", "Б", "В"], "А, Б и В")]
)
def test_names_are_joined_as_one_speaks(names: list[str], said: str) -> None:
    assert joined(names) == said
