"""Files as people send them, and as people who mean harm do: one builder for each kind."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

HEAD = ("№", "Фамилия", "Имя", "Отчество", "Пол", "Дата рождения", "Разряд")
PERSON = (1, "Лыжина", "Анна", "Петровна", "ж", date(1990, 3, 5), "КМС")
FOLDER = Path(__file__).parent


def xlsx(*rows: Sequence[object], hidden: Sequence[object] = (), merged: Mapping[str, str] | None = None) -> bytes:
    """`hidden`: a row of a second sheet that is not shown; `merged`: ranges with what they say."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "dd.mm.yyyy"}) as book:
        sheet = book.add_worksheet("Заявка")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        for span, text in (merged or {}).items():
            sheet.merge_range(span, text)
        if hidden:
            other = book.add_worksheet("Скрытый")
            other.write_row(0, 0, hidden)
            other.hide()
    return out.getvalue()


def archive(entries: Mapping[str, bytes], *, stored: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return out.getvalue()


def with_entry(content: bytes, name: str, entry: bytes) -> bytes:
    """An archive with one entry more, or another one in the place of its own."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        kept = {one.filename: old.read(one) for one in old.infolist() if one.filename != name}
    return archive({**kept, name: entry})


def entry_of(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        return made.read(name)


def ods(*rows: Sequence[str]) -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Заявка">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind.decode()}"/></manifest:manifest>'
    )
    return archive({"mimetype": kind, "content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()})


def docx(*rows: Sequence[str]) -> bytes:
    """A cell «|» goes on from the one above it; «>» is covered by the one before it."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    table = "".join(f"<w:tr>{''.join(_word_cells(row, rows, at))}</w:tr>" for at, row in enumerate(rows))
    document = f'<w:document xmlns:w="{space}"><w:body><w:tbl>{table}</w:tbl></w:body></w:document>'
    return archive({"word/document.xml": document.encode(), "[Content_Types].xml": b"<Types/>"})


def _word_cells(row: Sequence[str], rows: Sequence[Sequence[str]], at: int) -> list[str]:
    cells = []
    for column, text in enumerate(row):
        if text == ">":
            continue
        span = 1 + sum(1 for _ in _covered(row, column))
        own = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        below = at + 1 < len(rows) and rows[at + 1][column] == "|"
        own += "<w:vMerge/>" if text == "|" else '<w:vMerge w:val="restart"/>' if below else ""
        said = "" if text == "|" else text
        cells.append(f"<w:tc><w:tcPr>{own}</w:tcPr><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:tc>")
    return cells


def _covered(row: Sequence[str], column: int) -> list[str]:
    after = list(row[column + 1 :])
    return after[: next((index for index, text in enumerate(after) if text != ">"), len(after))]
