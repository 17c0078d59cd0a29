"""The annual report as a document of a word processor: headings, paragraphs and lists that can be worked on further."""

import io
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Sheets
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from spartakiad.documents.paper import ORGANISER
from spartakiad.union.report import Block, Report

_FACE, _SIZE = "Times New Roman", 13
_MADE = datetime(2025, 1, 1, tzinfo=UTC)  # of every file: who made it when is written nowhere
_STYLES = ("Normal", "Title", "Subtitle", "Heading 1", "List Bullet")


def report_docx(report: Report) -> bytes:
    """A4, Russian for the spelling checker, no formatting but that of the styles."""
    document = Document()
    _sheet(document)
    document.add_heading("Отчётный доклад", 0)
    document.add_paragraph(report.title, style="Subtitle")
    document.add_paragraph(report.opening)
    for part in report.parts:
        document.add_heading(part.heading, 1)
        for block in part.blocks:
            _add(document, block)
    own = document.core_properties
    own.title, own.author, own.language = f"Отчётный доклад. {report.title}", ORGANISER, "ru-RU"
    own.created, own.modified, own.last_modified_by, own.comments = _MADE, _MADE, ORGANISER, ""
    out = io.BytesIO()
    document.save(out)
    return _without_clock(out)


def _without_clock(file: io.BytesIO) -> bytes:
    """The same report gives the same bytes: the archive does not tell when it was packed."""
    out = io.BytesIO()
    with ZipFile(file) as packed, ZipFile(out, "w", ZIP_DEFLATED) as again:
        for name in packed.namelist():
            again.writestr(ZipInfo(name), packed.read(name), ZIP_DEFLATED)
    return out.getvalue()


def _add(document: Sheets, block: Block) -> None:
    paragraph = document.add_paragraph(block.text)
    paragraph.paragraph_format.keep_with_next = bool(block.items)
    for item in block.items:
        document.add_paragraph(item, style="List Bullet")


def _sheet(document: Sheets) -> None:
    """The margins of an office paper, one face that every office has, the language in every style."""
    sheet = document.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin, sheet.right_margin, sheet.top_margin, sheet.bottom_margin = Mm(30), Mm(15), Mm(20), Mm(20)
    for name in _STYLES:
        style = document.styles[name]
        style.font.name, style.font.color.rgb = _FACE, RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), _FACE)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
    document.styles["Normal"].font.size = Pt(_SIZE)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "ru-RU")
