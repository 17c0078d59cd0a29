"""Cells are cleaned alike, however many are looked at together."""

from hypothesis import example, given
from hypothesis import strategies as st

from spartakiad.intake.table import MOST_SIGNS, cleaned, rows_of, written

CELLS = st.text() | st.text("аб №ё\u0301\u00a0\u200b\t\n\r ", max_size=6) | st.sampled_from(["Лыжина", "", "5 км"])


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=30))
@example([["Лыжина "], ["Анна"]])
@example([[" Лыжина", "Анна"]])
@example([["Лыжина", "Анна  Петровна"]])
@example([["я" * (MOST_SIGNS + 1)]])
@example([["и\u0306"]])
@example([["a\tb"]])
@example([["a\nb"], []])
def test_a_table_is_written_as_each_of_its_cells_is_cleaned(rows: list[list[str]]) -> None:
    assert written(rows).decode() == "\n".join("\t".join(map(cleaned, row)) for row in rows)


def test_what_was_written_is_read() -> None:
    rows = [["Лыжина", "", "05.03.1990"]] * 1000 + [["№", "«Снег»", ""]]
    assert rows_of(written(rows)) == rows


def test_a_broken_half_of_a_sign_is_a_question_mark() -> None:
    assert rows_of(written([["Лыж\ud800на"], ["\udc00 \u200b"]])) == [["Лыж?на"], ["?"]]
