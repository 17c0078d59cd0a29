"""Tables that a captain takes away: an empty one to be filled in, and his own with what is wrong said at the cells."""

import io

import xlsxwriter

from spartakiad.entries.forms import Preview
from spartakiad.intake.columns import FIELDS
from spartakiad.words.fields import TITLES
from spartakiad.words.ranks import RANKS

_WIDTHS = {"surname": 22, "name": 16, "patronymic": 20, "sex": 7, "born_on": 15, "rank": 10}
_WIDTHS |= {
    "coach": 24,
    "uin_gto": 16,
    "post": 22,
    "contests": 40,
    "city": 20,
    "medical_until": 16,
    "insurance_until": 16,
}
_ROWS = 200  # that the lists of choices reach


def template_table() -> bytes:
    """Headings that are understood, lists to choose from, days as days; no row is filled in."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Заявка")
        _heading(book, sheet)
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        at = {name: number for number, name in enumerate(FIELDS)}
        for name in ("born_on", "medical_until", "insurance_until"):
            sheet.set_column(at[name], at[name], _WIDTHS[name], day)
        sheet.set_column(at["uin_gto"], at["uin_gto"], _WIDTHS["uin_gto"], book.add_format({"num_format": "@"}))
        for name, choices in (("sex", ["ж", "м"]), ("rank", list(RANKS))):
            sheet.data_validation(1, at[name], _ROWS, at[name], {"validate": "list", "source": choices})
    return out.getvalue()


def marked_table(seen: Preview) -> bytes:
    """Every cell as text, so that no cell is a formula; a wrong one is red and says why."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Заявка")
        _heading(book, sheet)
        wrong = book.add_format({"bg_color": "#FFD9D9", "num_format": "@"})
        text = book.add_format({"num_format": "@"})
        for number, row in enumerate(seen.rows, start=1):
            for name, value, says in row.cells:
                at = FIELDS.index(name)
                sheet.write_string(number, at, value, wrong if says else text)
                if says:
                    sheet.write_comment(number, at, says, {"x_scale": 2})
    return out.getvalue()


def _heading(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    bold = book.add_format({"bold": True, "bottom": 1})
    for at, name in enumerate(FIELDS):
        sheet.write_string(0, at, TITLES[name], bold)
        sheet.set_column(at, at, _WIDTHS[name])
    sheet.freeze_panes(1, 0)
