"""Kilograms and weight categories: how they are typed, how they are printed."""

import pytest

from spartakiad.errors import Refusal
from spartakiad.words.weights import category_word, category_words, weight_word, weight_words, weights_rules


@pytest.mark.parametrize(
    ("typed", "weight"),
    [
        ("84,6", "84.6"),
        ("84.60", "84.6"),
        ("084,6", "84.6"),
        ("84,6 кг", "84.6"),
        (" 90 ", "90"),
        ("90,0", "90"),
        ("120,55", "120.55"),
        ("8", "8"),
    ],
)
def test_a_weight_is_read_as_it_is_written(typed: str, weight: str) -> None:
    assert weight_word(typed) == weight


@pytest.mark.parametrize(("typed", "kind"), [("", "required"), ("84,", "weight_unread"), ("сто", "weight_unread")])
def test_what_is_no_weight_is_asked_about(typed: str, kind: str) -> None:
    with pytest.raises(Refusal) as asked:
        weight_word(typed)
    assert (asked.value.kind, asked.value.field) == (kind, "weight")


@pytest.mark.parametrize(
    ("typed", "category"),
    [
        ("85", "85"),
        ("до 85 кг", "85"),
        ("-85", "85"),
        ("+85", "+85"),
        ("85+", "+85"),
        ("свыше 85 кг", "+85"),
        ("52,5", "52.5"),
        ("85,0", "85"),
        ("лёгкая", ""),
    ],
)
def test_a_category_is_read_as_it_is_written(typed: str, category: str) -> None:
    assert category_word(typed) == category


def test_they_are_printed_with_a_comma() -> None:
    assert (weight_words("84.6"), category_words("52.5"), category_words("+85")) == (
        "84,6",
        "до 52,5 кг",
        "свыше 85 кг",
    )


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ((False, {}, ""), ""),
        ((True, {}, ""), "Взвешивание обязательно"),
        (
            (True, {"f": ("63", "+63"), "m": ("85",)}, ""),
            "Взвешивание обязательно; весовые категории: женщины до 63 кг, свыше 63 кг; мужчины до 85 кг",
        ),
        ((True, {"f": ("63", "+63")}, "+63"), "Весовая категория свыше 63 кг"),
    ],
)
def test_a_regulation_is_read_back(rule: tuple[bool, dict[str, tuple[str, ...]], str], words: str) -> None:
    assert weights_rules(*rule) == words
