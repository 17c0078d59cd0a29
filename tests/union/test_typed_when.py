"""When an event is, as people write it, and back into the form."""

from datetime import date

import pytest

from spartakiad.union.typed_when import understand_when, written_when


@pytest.mark.parametrize(
    ("typed", "first", "last", "precision"),
    [
        ("12.03.2027", date(2027, 3, 12), date(2027, 3, 12), "days"),
        ("12–14.03.2027", date(2027, 3, 12), date(2027, 3, 14), "days"),
        ("12-14 марта 2027", date(2027, 3, 12), date(2027, 3, 14), "days"),
        ("28 февраля – 2 марта 2027 г.", date(2027, 2, 28), date(2027, 3, 2), "days"),
        ("28.02 – 02.03.2027", date(2027, 2, 28), date(2027, 3, 2), "days"),
        ("с 12.03.2027 по 14.03.2027", date(2027, 3, 12), date(2027, 3, 14), "days"),
        ("с 12.03.2027", date(2027, 3, 12), date(2027, 3, 12), "first_day"),
        ("2027-03-12", date(2027, 3, 12), date(2027, 3, 12), "days"),
        ("март 2027", date(2027, 3, 1), date(2027, 3, 31), "month"),
        ("в мае 2027 года", date(2027, 5, 1), date(2027, 5, 31), "month"),
        ("02.2028", date(2028, 2, 1), date(2028, 2, 29), "month"),
        ("II квартал 2027", date(2027, 4, 1), date(2027, 6, 30), "within"),
        ("в один из дней 1–4 февраля 2027 г.", date(2027, 2, 1), date(2027, 2, 4), "within"),
        ("ноябрь-декабрь 2027", date(2027, 11, 1), date(2027, 12, 31), "within"),
        ("II полугодие 2027 г.", date(2027, 7, 1), date(2027, 12, 31), "within"),
        ("весна 2027", date(2027, 3, 1), date(2027, 5, 31), "within"),
        ("конец июля 2027", date(2027, 7, 1), date(2027, 7, 31), "month"),
        ("в течение 2027 года", date(2027, 1, 1), date(2027, 12, 31), "year"),
        ("2027 год", date(2027, 1, 1), date(2027, 12, 31), "year"),
        ("неизвестно, 2027", date(2027, 1, 1), date(2027, 12, 31), "unknown"),
        ("Дата неизвестна (2027 г.)", date(2027, 1, 1), date(2027, 12, 31), "unknown"),
    ],
)
def test_a_date_is_understood_as_people_write_it(typed: str, first: date, last: date, precision: str) -> None:
    term = understand_when(typed, "when")
    assert (term.first, term.last, term.precision) == (first, last, precision)
    again = understand_when(written_when(first, last, precision), "when")
    assert (again.first, again.last, again.precision) == (first, last, precision)
