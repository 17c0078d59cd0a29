"""A paper as PDF. reportlab is slow to import, so it is imported with the first document that is asked for.

The same paper gives the same bytes. Text is escaped before it may wrap; a short cell is drawn as it is, which is
several times faster.
"""

import io
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    KeepTogether,
    LongTable,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from spartakiad.documents.frame import CODE, numbered
from spartakiad.documents.paper import ORGANISER, Column, Paper, Section, Signature

ONE_AT_A_TIME = threading.Lock()  # a face notes the letters it met in the document being made, for all documents alike
_FONTS = Path(__file__).with_name("fonts")
PLAIN, _BOLD = "PT Sans", "PT Sans Bold"
_SIZE = 9
_WITH_SIGNATURES = 3  # so many last rows stay on the sheet of the signatures
_SIDES = 35 * mm  # both margins
_INK, _RULE = colors.HexColor("#1a1a1a"), colors.HexColor("#8a8a8a")


def pdf(paper: Paper) -> bytes:
    """One PDF file of as many A4 sheets as it takes."""
    register()
    sheet = landscape(A4) if paper.landscape else A4
    out = io.BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=sheet,
        title=paper.title,
        author=ORGANISER,
        lang="ru-RU",
        invariant=True,
        pageTemplates=_sheets(sheet),
    )
    story = [NextPageTemplate("next"), *_story(paper, sheet[0] - _SIDES)]
    with ONE_AT_A_TIME:
        document.build(story, canvasmaker=numbered(paper, PLAIN))
    return out.getvalue()


def _sheets(sheet: tuple[float, float]) -> list[PageTemplate]:
    """The first sheet has room for the code at its foot; each has a margin for binding on the left."""
    return [
        PageTemplate(
            name,
            Frame(20 * mm, foot, sheet[0] - _SIDES, sheet[1] - foot - 14 * mm, leftPadding=0, rightPadding=0),
            pagesize=sheet,
        )
        for name, foot in (("first", CODE + 6 * mm), ("next", 16 * mm))
    ]


@cache
def register() -> None:
    for name, file in ((PLAIN, "PTSans_400Regular.ttf"), (_BOLD, "PTSans_700Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, _FONTS / file))
    pdfmetrics.registerFontFamily(PLAIN, normal=PLAIN, bold=_BOLD, italic=PLAIN, boldItalic=_BOLD)


def face(size: float = _SIZE, bold: bool = False, align: int = 0) -> ParagraphStyle:
    return ParagraphStyle(
        f"{size}{bold}{align}",
        fontName=_BOLD if bold else PLAIN,
        fontSize=size,
        leading=size * 1.25,
        alignment=align,
        textColor=_INK,
        splitLongWords=1,
    )


def paragraph(words: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(words), style)


def _story(paper: Paper, width: float) -> list[Any]:
    *before, last = paper.lists
    story = _head(paper, width)
    for section in before:
        widths, cells = _laid_out(section, width)
        table = _table(section.columns, widths, cells, headed=True)
        story += [*_heading(section), table, Spacer(0, 4 * mm)]
    return story + _last(paper, last, width)


def _last(paper: Paper, section: Section, width: float) -> list[Any]:
    """The last list, and what stands below it together with its last rows."""
    widths, cells = _laid_out(section, width)
    body, tail = cells[:-_WITH_SIGNATURES], cells[-_WITH_SIGNATURES:]
    if len(cells) <= 2 * _WITH_SIGNATURES:
        body, tail = [], cells
    end: list[Any] = [_table(section.columns, widths, tail, headed=not body)] if tail or not body else []
    end += [Spacer(0, 3 * mm), *(paragraph(note, face(8)) for note in paper.notes)]
    end += [Spacer(0, 8 * mm), _signatures(paper.signatures, width)]
    if not body:
        return [KeepTogether([*_heading(section), *end])]
    return [*_heading(section), _table(section.columns, widths, body, headed=True), KeepTogether(end)]


def _heading(section: Section) -> list[Any]:
    """It stays with the first rows of its list."""
    style = face(11, bold=True)
    style.keepWithNext, style.spaceAfter = 1, 1.5 * mm
    return [paragraph(section.title, style)] if section.title else []


def _laid_out(section: Section, width: float) -> tuple[list[float], list[list[Any]]]:
    widths = _widths(section.columns, width)
    return widths, [_row(row, section.columns, widths) for row in section.rows]


def _head(paper: Paper, width: float) -> list[Any]:
    where = Table(
        [[paragraph(paper.place, face(_SIZE)), paragraph(paper.dates, face(_SIZE, align=2))]], [width / 2] * 2
    )
    where.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), PLAIN),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    head = [
        paragraph(ORGANISER, face(_SIZE, align=1)),
        paragraph(paper.games, face(11, bold=True, align=1)),
        Spacer(0, 2 * mm),
        paragraph(paper.kind, face(14, bold=True, align=1)),
        *([paragraph(paper.subject, face(12, bold=True, align=1))] if paper.subject else []),
        where,
    ]
    about = " ".join(f"{name}: {value.rstrip('.')}." for name, value in paper.about if value)
    return [*head, *([paragraph(about, face(8.5))] if about else []), Spacer(0, 3 * mm)]


def _widths(columns: Sequence[Column], width: float) -> list[float]:
    whole = sum(column.width for column in columns)
    return [width * column.width / whole for column in columns]


def _row(row: Sequence[str], columns: Sequence[Column], widths: Sequence[float]) -> list[Any]:
    return [
        text
        if pdfmetrics.stringWidth(text, PLAIN, _SIZE) <= width - 2 * mm
        else paragraph(text, _ALIGNED[column.align])
        for text, column, width in zip(row, columns, widths, strict=True)
    ]


_ALIGNED = {"left": face(), "centre": face(align=1), "right": face(align=2)}
_ALIGN = {"left": "LEFT", "centre": "CENTER", "right": "RIGHT"}


def _table(columns: Sequence[Column], widths: Sequence[float], cells: list[list[Any]], *, headed: bool) -> LongTable:
    """The head is repeated on every sheet."""
    head = [[paragraph(column.title, face(8, bold=True, align=1)) for column in columns]] if headed else []
    table = LongTable(head + cells, widths, repeatRows=len(head))
    style: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), PLAIN, _SIZE, _SIZE * 1.25),
        ("TEXTCOLOR", (0, 0), (-1, -1), _INK),
        ("GRID", (0, 0), (-1, -1), 0.4, _RULE),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), mm),
        ("RIGHTPADDING", (0, 0), (-1, -1), mm),
        ("TOPPADDING", (0, 0), (-1, -1), 1.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
    ]
    if headed:
        style.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#eeeeee")))
    style += [("ALIGN", (at, len(head)), (at, -1), _ALIGN[one.align]) for at, one in enumerate(columns)]
    table.setStyle(style)
    return table


def _signatures(signatures: Sequence[Signature], width: float) -> Table:
    """Post, a line to sign on, and who; where nobody is known, a line to write on."""
    rows = []
    for one in signatures:
        who = one.who.name or "_" * 22
        known = ", ".join(part for part in (one.who.category, one.who.city) if part)
        rows.append([paragraph(one.post, face()), "_" * 24, paragraph(who + (f" ({known})" if known else ""), face())])
    table = Table(rows or [[""]], [width * 0.36, width * 0.27, width * 0.37], rowHeights=None, hAlign="LEFT")
    table.setStyle([("FONT", (0, 0), (-1, -1), PLAIN, _SIZE), ("BOTTOMPADDING", (0, 0), (-1, -1), 9)])
    return table
