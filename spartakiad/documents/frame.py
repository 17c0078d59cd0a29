"""What stands on every sheet: «стр. 2 из 3», the revision, a word across what is not official, the code to check it."""

from typing import Any

import segno
from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from spartakiad.documents.paper import Paper

CODE = 20 * mm  # the side of the code at the foot of the first sheet


def numbered(paper: Paper, font: str) -> type[Canvas]:
    """A canvas that knows how many sheets there are before it closes the first of them."""

    class Numbered(Canvas):  # type: ignore[misc]  # reportlab has no types
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs | {"initialFontName": font})  # no other face gets into the file
            self.sheets: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self.sheets.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, sheet in enumerate(self.sheets, 1):
                self.__dict__.update(sheet)
                _frame(self, paper, font, number, len(self.sheets))
                super().showPage()
            super().save()

    return Numbered


def _frame(canvas: Any, paper: Paper, font: str, number: int, sheets: int) -> None:
    width, height = canvas._pagesize
    canvas.saveState()
    canvas.setFont(font, 8)
    canvas.setFillColor(colors.HexColor("#444444"))
    for above, line in enumerate(reversed(paper.stamp.split("\n"))):
        canvas.drawString(20 * mm, (9 + 3.5 * above) * mm, line)
    right = width - 15 * mm - (CODE if paper.address and number == 1 else 0)
    canvas.drawRightString(right - 2 * mm, 9 * mm, f"стр. {number} из {sheets}")
    if paper.draft:
        canvas.setFont(font, 9)
        canvas.setFillColor(colors.HexColor("#a33a00"))
        canvas.drawRightString(width - 15 * mm, height - 9 * mm, paper.draft)
    if paper.address and number == 1:
        draw_code(canvas, paper.address, width - 15 * mm - CODE, 5 * mm, CODE)
    canvas.restoreState()


def draw_code(canvas: Any, address: str, left: float, foot: float, whole: float) -> None:
    """`whole`: its side."""
    rows = list(segno.make(address, error="m", micro=False).matrix)
    side = whole / len(rows)
    path = canvas.beginPath()
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                path.rect(left + across * side, foot + (len(rows) - 1 - down) * side, side, side)
    canvas.setFillColor(colors.black)
    canvas.drawPath(path, stroke=0, fill=1)
