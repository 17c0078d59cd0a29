"""A protocol printed in columns of a fixed width, as WinOrient does it: on a page of its own or copied from there."""

import re
from html.parser import HTMLParser

from spartakiad.intake.table import MOST_ROWS, Rows, Sheet, Unreadable, bounded

_HEADING = re.compile(r"^[ \-]*№ ?п/п +Фамилия", re.MULTILINE)
_TITLE = re.compile(r"№ ?п/п|Фамилия, ?имя|\S+")
_GLUED = re.compile(r"(?<=[а-я])(?=[А-Я])")  # a long title leaves no blank before the next one
_RULE = re.compile(r"[\s\-=_]*")
_ROW = re.compile(r"\s*\d+\s")
_LOOKED_AT = 200_000
_BREAKS = ("br", "p", "div", "tr")
_TITLES = ("h1", "h2", "h3")


def is_printed(text: str) -> bool:
    return _HEADING.search(_plain(text[:_LOOKED_AT])) is not None


def protocol(text: str) -> list[Sheet]:
    """One sheet: lines below a heading by its columns, everything else, as the title of a group, in one cell."""
    rows: Rows = []
    starts: list[int] = []
    for line in _plain(text).splitlines():
        if _HEADING.match(line):
            starts = _starts(line)
            rows.append([line[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)])
        elif starts and _ROW.match(line):
            rows.append(_cells(line, starts))
        else:
            rows.append([""] if _RULE.fullmatch(line) else [line.strip()])
        if len(rows) > MOST_ROWS:
            raise Unreadable("file_too_many_rows", rows=len(rows), limit=MOST_ROWS)
    return [Sheet("", bounded(rows))]


def _starts(heading: str) -> list[int]:
    """Where each title begins."""
    found = []
    for title in _TITLE.finditer(heading):
        inside = [0, *(glued.start() for glued in _GLUED.finditer(title[0]))]
        found += [title.start() + at for at in inside]
    return found


def _cells(line: str, starts: list[int]) -> list[str]:
    """Each word belongs to the last title that begins before it ends: numbers stand to the right of their column."""
    cells: list[list[str]] = [[] for _ in starts]
    for word in re.finditer(r"\S+", line):
        cells[max(sum(start < word.end() for start in starts) - 1, 0)].append(word[0])
    return [" ".join(words) for words in cells]


def _plain(text: str) -> str:
    if "<pre" not in text.lower():
        return text
    page = _Page()
    page.feed(text)
    page.close()
    return "".join(page.text)


class _Page(HTMLParser):
    """Text of a page with its line ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script"):
            self._silent += 1
        elif tag in (*_TITLES, *_BREAKS):
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._silent = max(self._silent - 1, 0)
        elif tag in (*_TITLES, "pre"):
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text.append(data)
