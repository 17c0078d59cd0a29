"""A year of two digits: one century for a birth date, a question for any other day."""

from datetime import date

import pytest

from spartakiad.competition.texts import a_day
from spartakiad.errors import Refusal
from spartakiad.people.forms import birth_date
from spartakiad.words.refusals import sentence

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("05.03.90", date(1990, 3, 5)),
        ("5/3/90 г.", date(1990, 3, 5)),
        ("05.03.15", date(2015, 3, 5)),
        ("05.03.27", date(1927, 3, 5)),
        ("05-03-00", date(2000, 3, 5)),
    ],
)
def test_a_birth_date_has_but_one_century(typed: str, born: date) -> None:
    assert birth_date(typed, TODAY) == born


@pytest.mark.parametrize("typed", ["7 марта 1992", "07 марта 1992 г.", "7 Марта 1992 года"])
def test_a_month_in_words_is_understood(typed: str) -> None:
    assert birth_date(typed, TODAY) == date(1992, 3, 7)


def test_a_day_that_its_month_has_not_is_refused_in_words_too() -> None:
    with pytest.raises(Refusal) as caught:
        birth_date("31 апреля 1992 г.", TODAY)
    assert caught.value.kind == "no_such_day"


def test_a_birth_date_later_this_year_is_in_the_future_as_ever() -> None:
    with pytest.raises(Refusal) as caught:
        birth_date("05.12.26", TODAY)
    assert caught.value.kind == "future_birth"


def test_any_other_day_asks_for_its_century_by_name() -> None:
    with pytest.raises(Refusal) as caught:
        a_day("10.02.27", "starts_on")
    told = sentence(caught.value)
    assert (caught.value.kind, caught.value.field) == ("short_year", "starts_on")
    assert told == "Первый день: год двумя цифрами. Какой это век? Напишите четырьмя, например 10.02.2027."
