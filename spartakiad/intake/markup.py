"""Tables of a web page, which is also what Word and Excel put on the clipboard, with cells merged across and down."""

from html.parser import HTMLParser

from spartakiad.intake.table import MOST_ROWS, Rows, Sheet, Unreadable, bounded

_SILENT = ("style", "script", "head", "title")
_SPAN = 200


def tables(text: str) -> list[Sheet]:
    """Every table that is not inside another one. Raises Unreadable where there is none."""
    reader = _Tables()
    reader.feed(text)
    reader.close()
    if not reader.found:
        raise Unreadable("file_without_table")
    return [Sheet("", bounded(rows)) for rows in reader.found]


class Grid:
    """Rows filled from the left, where cells may reach down into the rows that follow."""

    def __init__(self) -> None:
        self.rows: Rows = []
        self._here: dict[int, tuple[int, str]] = {}  # column: how many rows, this one too, and what fills them
        self._below: dict[int, tuple[int, str]] = {}

    def row(self) -> None:
        if len(self.rows) > MOST_ROWS:
            raise Unreadable("file_too_many_rows", rows=len(self.rows), limit=MOST_ROWS)
        self.rows.append([])
        self._here, self._below = self._below, {}
        self._fill()

    def cell(self, text: str, across: int = 1, down: int = 1) -> None:
        if not self.rows:
            self.row()
        for _ in range(min(max(across, 1), _SPAN)):
            self._put(text, min(max(down, 1), _SPAN))
        self._fill()

    def _put(self, text: str, down: int) -> None:
        if down > 1:
            self._below[len(self.rows[-1])] = (down - 1, text)
        self.rows[-1].append(text)

    def _fill(self) -> None:
        """Cells from above that stand where the row has come to."""
        while (column := len(self.rows[-1])) in self._here:
            down, text = self._here.pop(column)
            self._put(text, down)


class _Tables(HTMLParser):
    """Collects the text of cells; tables inside a cell are text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Rows] = []
        self._grid: Grid | None = None
        self._depth = 0
        self._silent = 0
        self._text: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._grid = Grid()
        elif self._grid is None or self._depth > 1:
            return
        elif tag == "tr":
            self._end_cell()
            self._grid.row()
        elif tag in ("td", "th"):
            self._end_cell()
            given = dict(attrs)
            self._span = (_number(given.get("colspan")), _number(given.get("rowspan")))
            self._text = []
        elif tag in ("br", "p", "div") and self._text:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "table" and self._depth:
            self._depth -= 1
            if self._depth == 0:
                self._end_table()
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._silent:
            self._text.append(data)

    def close(self) -> None:
        super().close()
        self._end_table()

    def _end_cell(self) -> None:
        if self._text is not None and self._grid is not None:
            self._grid.cell(" ".join("".join(self._text).split()), *self._span)
        self._text = None

    def _end_table(self) -> None:
        self._end_cell()
        if self._grid is not None and any(any(row) for row in self._grid.rows):
            self.found.append(self._grid.rows)
        self._grid = None


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
