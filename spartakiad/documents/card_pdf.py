"""A venue card as PDF, A5. reportlab is imported with the first one that is asked for."""

import io
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A5
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Spacer

from spartakiad.documents.frame import draw_code
from spartakiad.documents.paper import ORGANISER
from spartakiad.documents.pdf import ONE_AT_A_TIME, PLAIN, face, paragraph, register
from spartakiad.documents.venue_card import CardPaper

_MARGIN = 11 * mm
_FOOT = 13 * mm
_WIDTH = A5[0] - 2 * _MARGIN
_LONG = 50  # letters of a title that is printed smaller
_CODE = 78 * mm  # read from an arm's length, in the dusk of a hall
_QUIET = 6 * mm  # white around it, without which a telephone does not find it


def card_pdf(card: CardPaper) -> bytes:
    """The code is as large as the words around it leave room for."""
    register()
    out = io.BytesIO()
    width, height = A5
    with ONE_AT_A_TIME:
        canvas = Canvas(out, pagesize=A5, invariant=True, initialFontName=PLAIN, lang="ru-RU")
        canvas.setTitle(card.title)
        canvas.setAuthor(ORGANISER)
        above, below = _head(card), _rest(card)
        top, foot = height - _MARGIN - _high(above), _FOOT + _high(below)
        side = min(_CODE, top - foot - 2 * _QUIET)
        _put(canvas, above, height - _MARGIN)
        draw_code(canvas, card.address, (width - side) / 2, top - _QUIET - side, side)
        _put(canvas, below, top - side - 2 * _QUIET)
        _stamp(canvas, card, width)
        canvas.save()
    return out.getvalue()


def _head(card: CardPaper) -> list[Any]:
    demo = [paragraph("ДЕМОНСТРАЦИЯ: участники и результаты вымышлены", face(8, align=1))] if card.demo else []
    return [
        *demo,
        paragraph(card.games, face(9, align=1)),
        paragraph("Вход для судей", face(11, align=1)),
        paragraph(card.venue.title, face(17 if len(card.venue.title) <= _LONG else 12, bold=True, align=1)),
        *([paragraph(card.place, face(9, align=1))] if card.place else []),
        paragraph(card.when, face(15, bold=True, align=1)),
    ]


def _rest(card: CardPaper) -> list[Any]:
    address, digits = card.typed
    half = (len(digits) - 1) // 2
    return [
        paragraph(f"Слово карточки: {card.sign.upper()}", face(18, bold=True, align=1)),
        Spacer(0, 2.5 * mm),
        *(paragraph(step, face(11)) for step in card.steps),
        Spacer(0, 2 * mm),
        paragraph(card.warning, face(9)),
        Spacer(0, 2 * mm),
        paragraph(f"Код не читается? Откройте {address} и наберите:", face(9)),
        *(paragraph(line, face(12, bold=True, align=1)) for line in (digits[:half], digits[half + 1 :])),
    ]


def _high(story: list[Any]) -> float:
    return float(sum(one.wrap(_WIDTH, A5[1])[1] for one in story))


def _put(canvas: Any, story: list[Any], top: float) -> None:
    """One below the other."""
    for one in story:
        top -= one.wrap(_WIDTH, A5[1])[1]
        one.drawOn(canvas, _MARGIN, top)


def _stamp(canvas: Any, card: CardPaper, width: float) -> None:
    canvas.setFont(PLAIN, 7)
    canvas.setFillColor(colors.HexColor("#444444"))
    canvas.drawCentredString(width / 2, 6 * mm, card.stamp)
