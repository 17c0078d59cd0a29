"""The annual report as PDF: running text with headings and lists, numbered sheets."""

import io
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, KeepTogether, PageTemplate, Spacer

from spartakiad.documents.frame import numbered
from spartakiad.documents.paper import ORGANISER, Paper
from spartakiad.documents.pdf import ONE_AT_A_TIME, PLAIN, face, paragraph, register
from spartakiad.union.report import Block, Report

_TEXT, _HEADING, _TITLE = 10.5, 13, 16
_KEPT = 3  # so many first items of a list stay with what introduces it


def report_pdf(report: Report) -> bytes:
    """One file of as many A4 sheets as it takes; the same report gives the same bytes."""
    register()
    out = io.BytesIO()
    frame = Frame(25 * mm, 18 * mm, A4[0] - 45 * mm, A4[1] - 36 * mm, leftPadding=0, rightPadding=0)
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"Отчётный доклад. {report.title}",
        author=ORGANISER,
        lang="ru-RU",
        invariant=True,
        pageTemplates=[PageTemplate("sheet", frame, pagesize=A4)],
    )
    with ONE_AT_A_TIME:
        document.build(_story(report), canvasmaker=numbered(_foot(report), PLAIN))
    return out.getvalue()


def _story(report: Report) -> list[Any]:
    story: list[Any] = [
        paragraph("Отчётный доклад", face(_TITLE, bold=True, align=1)),
        Spacer(0, 2 * mm),
        paragraph(report.title, face(_HEADING, align=1)),
        Spacer(0, 5 * mm),
        paragraph(report.opening, face(_TEXT)),
    ]
    for part in report.parts:
        heading = face(_HEADING, bold=True)
        heading.keepWithNext, heading.spaceBefore, heading.spaceAfter = 1, 5 * mm, 2 * mm
        story.append(paragraph(part.heading, heading))
        for block in part.blocks:
            story += _block(block)
    return story


def _block(block: Block) -> list[Any]:
    body, item = face(_TEXT), face(_TEXT)
    body.spaceAfter = item.spaceAfter = 1.5 * mm
    item.leftIndent, item.firstLineIndent = 6 * mm, -4 * mm
    items = [paragraph(f"–\u00a0{one}", item) for one in block.items]
    return [KeepTogether([paragraph(block.text, body), *items[:_KEPT]]), *items[_KEPT:], Spacer(0, 1.5 * mm)]


def _foot(report: Report) -> Paper:
    """What stands on every sheet."""
    stamp = f"{ORGANISER} · отчёт за {report.year} год"
    return Paper(games="", kind="Отчётный доклад", place="", dates="", signatures=(), stamp=stamp)
