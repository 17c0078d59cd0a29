"""How many rows a hall can read: 16 minutes of arc for a capital, from the last row of seats."""

from fractions import Fraction

import pytest

from spartakiad.words.hall import MOST, rows_for, signs

TV_65, TV_75, TV_98 = Fraction("1.43"), Fraction("1.66"), Fraction("2.17")  # metres across


HALLS = [
    (10, TV_65, 7),
    (15, TV_65, 4),
    (10, TV_75, 8),
    (15, TV_75, 5),
    (10, TV_98, 10),
    (15, TV_98, 7),
    (10, 3, 15),
    (15, 3, 10),
    (10, 4, 20),
    (15, 4, 13),
    (15, 5, 16),
]


@pytest.mark.parametrize(("metres", "width", "rows"), HALLS)
def test_rows_of_the_screens_that_halls_have(metres: int, width: Fraction, rows: int) -> None:
    assert rows_for(Fraction(metres), Fraction(width)) == rows


@pytest.mark.parametrize(("metres", "width", "rows"), [(200, 1, 0), (1, 60, int(MOST))])
def test_nothing_is_read_from_too_far_and_there_is_a_bound_from_near(metres: int, width: int, rows: int) -> None:
    assert rows_for(Fraction(metres), Fraction(width)) == rows


def test_a_wide_row_has_place_for_more_letters_and_a_narrow_one_for_a_city() -> None:
    assert (signs(10, 2, 3) > signs(4, 2, 3) >= 8, signs(3, 3, 5)) == (True, 8)
