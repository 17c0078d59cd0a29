"""A printed plan breaks its lines at spaces, never inside a word of ordinary length."""

import pytest
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics

from spartakiad.documents.calendar_plan import plan_paper
from spartakiad.documents.pdf import PLAIN, register
from tests.doors.test_calendar_file import view

SHEET = 175


@pytest.mark.parametrize("column", ["Участвовали", "Состояние", "Где"])
def test_the_longest_usual_word_fits_its_column(column: str) -> None:
    register()
    people = "более\u00a01200\u00a0представителей муниципальных образований"
    paper = plan_paper("2031 год", [view(people=people, state="planned", form="video", place="Межмуниципальный")], {})
    at = [one.title for one in paper.columns].index(column)
    whole = sum(one.width for one in paper.columns)
    room = SHEET * mm * paper.columns[at].width / whole - 2 * mm
    assert [word for word in paper.rows[0][at].split(" ") if pdfmetrics.stringWidth(word, PLAIN, 9) > room] == []
