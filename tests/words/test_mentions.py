"""A text names somebody by his surname in any of its cases."""

import pytest

from spartakiad.words.mentions import names_beside, names_him

NAMED = [
    ("Лыжина", "заменена Лыжиной по травме"),
    ("Лыжина", "ЛЫЖИНУ ждут в секретариате"),
    ("Заречная", "у Заречной нет справки"),
    ("Полярная-Северова", "вместо Полярной-Северовой"),
    ("Снегирёв", "со Снегиревым"),
    ("Соловей", "отпустили Соловья"),
    ("Немец", "замена Немца"),
    ("Ли", "Ли ушла"),
]
OTHERS = [
    ("Лыжина", "лыжная гонка на лыжах"),
    ("Морозов", "мороз −27, морозы"),
    ("Полярная-Северова", "полярная ночь"),
    ("Ли", "лимит, лица и линии"),
]


@pytest.mark.parametrize(("surname", "text"), NAMED)
def test_a_surname_is_found_in_its_cases(surname: str, text: str) -> None:
    assert names_him(text, surname)


@pytest.mark.parametrize(("surname", "text"), OTHERS)
def test_other_words_name_nobody(surname: str, text: str) -> None:
    assert not names_him(text, surname)


def test_a_name_stands_beside_it_whole_or_as_a_letter() -> None:
    texts = ("Лыжина А.", "Анну Лыжину", "Лыжина В.", "Лыжина")
    assert [names_beside(text, "Анна") for text in texts] == [True, True, False, False]
