"""Tables of a web page, which is also what Word and Excel put on the clipboard, with cells merged across and down."""

from html.parser import HTMLParser

from spartakiad.intake.table import MOST_ROWS, Rows, Sheet, Unreadable, bounded

_SILENT = ("style", "script", "head", "title")
_SPAN = 200
_DEEPEST = 20  # tables inside tables; what lies deeper is text of the last one


def tables(text: str) -> list[Sheet]:
    """Every table, those inside another before it. Raises Unreadable where there is none."""
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


class _Open:
    """A table that is being read: its rows so far, and the cell that stands open."""

    def __init__(self) -> None:
        self.grid = Grid()
        self.text: list[str] | None = None
        self.span = (1, 1)

    def end_cell(self) -> None:
        if self.text is not None:
            self.grid.cell(" ".join("".join(self.text).split()), *self.span)
        self.text = None

    def words(self) -> str:
        return " ".join(" ".join(row) for row in self.grid.rows)

    @property
    def is_list(self) -> bool:
        """Several rows of several cells: no mere box around a word."""
        return sum(len(row) > 1 for row in self.grid.rows) > 1


class _Tables(HTMLParser):
    """Collects the text of cells. A list inside a cell, as a page that is laid out by a table has it, stands by itself;
    anything smaller is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Rows] = []
        self._open: list[_Open] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            if len(self._open) < _DEEPEST:
                self._open.append(_Open())
        elif self._open:
            self._in_table(tag, dict(attrs), self._open[-1])

    def _in_table(self, tag: str, given: dict[str, str | None], here: _Open) -> None:
        if tag == "tr":
            here.end_cell()
            here.grid.row()
        elif tag in ("td", "th"):
            here.end_cell()
            here.span = (_number(given.get("colspan")), _number(given.get("rowspan")))
            here.text = []
        elif tag in ("br", "p", "div") and here.text:
            here.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "table" and self._open:
            self._end_table()
        elif tag in ("td", "th", "tr") and self._open:
            self._open[-1].end_cell()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].text is not None and not self._silent:
            self._open[-1].text.append(data)

    def close(self) -> None:
        super().close()
        while self._open:
            self._end_table()

    def _end_table(self) -> None:
        done = self._open.pop()
        done.end_cell()
        around = self._open[-1] if self._open else None
        if around and not done.is_list:
            if around.text is not None:
                around.text.append(f" {done.words()} ")
        elif any(any(row) for row in done.grid.rows):
            self.found.append(done.grid.rows)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
