"""Which column of a table of results holds what, and its rows: by headings of timing companies, protocols and chess."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spartakiad.intake.columns import Layout
from spartakiad.intake.result_headings import HEADINGS, NUMBERED, RESULTS
from spartakiad.intake.table import Rows
from spartakiad.words.keys import plain_words

FULL = "full"
BAR = "bar-"  # before a height, in the name of the column that has what was called at it
NUMBERS = tuple(str(number) for number in range(1, 21))  # attempts, series; of a cross table the opponents
WHO = ("bib", FULL, "surname", "name", "team", "first", "second")
_SHOWN = ("result", "place", "gap", "start", "finish", "penalties", "laps", "arrival", "status")
OF_PEOPLE = ("bib", FULL, "surname", "name", "team", "group", *_SHOWN)
OF_MATCHES = ("team", "first", "second", "result", "score_first", "score_second", "round")
_LOOKED_AT = 30  # rows in which a heading is looked for
_LONGEST = 80  # signs of a heading
_EXPLAINED = re.compile(r"\(.*?\)")
_HEIGHT = re.compile(r"[1-6]\d\d|[1-6][.,]\d\d")
_TIME = re.compile(r"\+?\d{1,3}([:.]\d\d){1,2}([.,]\d+)?")
_WHOLE = re.compile(r"\d{1,4}")
_SHAPES: Mapping[str, re.Pattern[str]] = {
    "time": _TIME,
    "distance": re.compile(r"\d{1,3}[.,]\d{1,2}"),
    "height": re.compile(r"[12][.,]\d\d|[12]\d\d"),
    "score": re.compile(r"\d{1,4}([.,]\d{1,3})?"),
    "place": re.compile(r"\d{1,3}"),
    "match": re.compile(r"\d{1,3} ?[:\-–] ?\d{1,3}.*"),
}


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A row with somebody in it. `number`: of the row in its sheet, from 1; `group`: the title that stands above it."""

    number: int
    cells: Mapping[str, str]
    group: str = ""

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")


@dataclass(frozen=True, slots=True)
class ResultLines:
    """`skipped`: rows that say something and name nobody, each with its number."""

    lines: tuple[ResultLine, ...]
    skipped: tuple[tuple[int, str], ...]


def fields_of(kind: str) -> tuple[str, ...]:
    """What a column may hold, where it is named by hand; `kind`: of the contest's mark, or "match"."""
    if kind == "match":
        return (*OF_MATCHES, *NUMBERS)
    return (*OF_PEOPLE, *NUMBERS[:12]) if kind in ("distance", "score") else OF_PEOPLE


def recognised(rows: Rows, kind: str) -> Layout:
    """By the best heading near the top, else by what stands below."""
    best: tuple[str, ...] = ()
    begins = 0
    for at, row in enumerate(rows[:_LOOKED_AT]):
        below = rows[at + 1] if at + 1 < len(rows) else []
        for lines, found in ((1, _headed(row, [], kind)), (2, _headed(row, below, kind))):
            if sum(map(bool, found)) > sum(map(bool, best)):
                best, begins = found, at + lines
    if set(best) & set(WHO) and len(set(best) - {""}) > 1:
        return _without_order(rows, Layout(_finish_alone(best), begins))
    return Layout(_guessed(rows, kind), 0)


def lines_in(rows: Rows, layout: Layout) -> ResultLines:
    """A lone text is the title of the group that follows; headings that come again and empty rows are nothing."""
    lines: list[ResultLine] = []
    skipped: list[tuple[int, str]] = []
    group = ""
    for number, row in enumerate(rows[layout.begins :], start=layout.begins + 1):
        cells = {field: cell for field, cell in zip(layout.columns, row, strict=False) if field and cell}
        alone = set(filter(None, row))
        if len(alone) == 1 and not any(map(str.isdigit, row)):
            group = alone.pop()
            skipped.append((number, group[:_LONGEST]))
        elif set(cells) & set(WHO) and len(cells) > 1 and not _again(row, layout):
            lines.append(ResultLine(number, cells, cells.get("group", group)))
        elif alone:
            skipped.append((number, " ".join(" ".join(row).split())[:_LONGEST]))
    return ResultLines(tuple(lines), tuple(skipped))


def _headed(row: Sequence[str], below: Sequence[str], kind: str) -> tuple[str, ...]:
    """Each field once, in the column whose heading says it best; `below`: a second line of the same heading."""
    if below and any(text and not list(_meant(text, kind)) for text in below):
        return ()
    texts = [_both(row, below, at) for at in range(max(len(row), len(below)))]
    ranked: dict[str, tuple[int, int]] = {}
    for at, text in enumerate(texts):
        for field, rank in _meant(text, kind):
            ranked[field] = min((rank, at), ranked.get(field, (rank, at)))
    columns = [""] * len(texts)
    for field, (_, at) in sorted(ranked.items(), key=lambda one: one[1], reverse=True):
        columns[at] = field
    return _both_sides(texts, _whole_names(columns)) if kind == "match" else _whole_names(columns)


def _both_sides(texts: Sequence[str], columns: tuple[str, ...]) -> tuple[str, ...]:
    """A pairing may be headed «Команда … Рез : Рез … Команда»: the second of two that are alike is the other side's."""
    found = list(columns)
    for known, sides in (("team", ("first", "second")), ("score_first", ("score_first", "score_second"))):
        same = [at for at, text in enumerate(texts) if _words(text) in HEADINGS[known]]
        if len(same) == len(sides) and not {"second", sides[1]} & set(columns):
            for at, side in zip(same, sides, strict=True):
                found[at] = side
    return tuple(found)


def _without_order(rows: Rows, layout: Layout) -> Layout:
    """A column headed «№» that only counts the rows says nothing of who stands in them."""
    if "bib" not in layout.columns or not {FULL, "surname", "team"} & set(layout.columns):
        return layout
    at = layout.columns.index("bib")
    numbers = [row[at] for row in rows[layout.begins :] if at < len(row) and row[at]]
    heading = [_words(row[at]) for row in rows[max(layout.begins - 2, 0) : layout.begins] if at < len(row)]
    counts = [str(number) for number in range(1, len(numbers) + 1)]
    if "№" not in heading or [one.rstrip(".") for one in numbers] != counts:
        return layout
    return Layout((*layout.columns[:at], "", *layout.columns[at + 1 :]), layout.begins)


def _finish_alone(columns: tuple[str, ...]) -> tuple[str, ...]:
    """«Финиш» with nothing else that says a time, no start to count it from, is the time that was shown."""
    if "finish" not in columns or {"result", "start", "gap"} & set(columns):
        return columns
    return tuple("result" if one == "finish" else one for one in columns)


def _both(row: Sequence[str], below: Sequence[str], at: int) -> str:
    first, second = (one[at] if at < len(one) else "" for one in (row, below))
    return second or first


def _whole_names(columns: list[str]) -> tuple[str, ...]:
    """«Имя» alone, without a column of surnames, holds both."""
    if "name" in columns and "surname" not in columns:
        columns[columns.index("name")] = "" if FULL in columns else FULL
    return tuple(columns)


def _meant(cell: str, kind: str) -> Iterator[tuple[str, int]]:
    """Fields that a heading may mean, each with how well it says so: less is better."""
    if not cell or len(cell) > _LONGEST:
        return
    if kind in ("distance", "score", "match") and (number := _number(cell)):
        yield number, 0
    if kind == "height" and _HEIGHT.fullmatch(cell):
        yield f"{BAR}{cell}", 0
    known = {field: HEADINGS.get(field, ()) for field in fields_of(kind)} | {"result": RESULTS.get(kind, ())}
    plain = "" if any(map(str.isdigit, cell)) else plain_words(_EXPLAINED.sub(" ", cell))
    for words in dict.fromkeys((_words(cell), plain)):
        for field, headings in known.items():
            if words in headings:
                yield field, headings.index(words)


def _number(cell: str) -> str:
    """Which attempt, series or opponent a column is for; "" where it is for none."""
    found = NUMBERED.fullmatch(_words(cell))
    number = found[1] if found else ""
    return number if number in NUMBERS else ""


def _words(cell: str) -> str:
    """Small letters and figures, one blank between them; the sign № is a word."""
    folded = unicodedata.normalize("NFC", _EXPLAINED.sub(" ", cell)).casefold().replace("ё", "е")
    return " ".join(re.findall(r"[а-я]+|[a-z]+|\d+|[№#]", folded.replace("#", "№")))


def _again(row: Sequence[str], layout: Layout) -> bool:
    """The heading again, as printed tables have it on every page."""
    meant = [{field for field, _ in _meant(cell, "match")} | {field for field, _ in _meant(cell, "")} for cell in row]
    said = [at for at, field in enumerate(layout.columns) if field and at < len(row) and field in meant[at]]
    return len(said) >= 2


def _guessed(rows: Rows, kind: str) -> tuple[str, ...]:
    """Without a heading: numbers that differ are bibs, letters are names or teams, the last that fits is the result."""
    width = max((len(row) for row in rows), default=0)
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(width)]
    found = [""] * width
    for at in reversed(range(width)):
        if "result" not in found and "place" not in found and _mostly(columns[at], _SHAPES[kind]):
            found[at] = "place" if kind == "place" else "result"
    for at, cells in enumerate(columns):
        letters = bool(cells) and sum(cell[:1].isalpha() for cell in cells) * 2 > len(cells)
        free = [one for one in (("first", "second") if kind == "match" else (FULL,)) if one not in found]
        if not found[at] and letters and free:
            found[at] = free[0]
        elif not found[at] and "bib" not in found and _mostly(cells, _WHOLE) and len(set(cells)) == len(cells):
            found[at] = "bib"
    return tuple(found)


def _mostly(cells: Sequence[str], shape: re.Pattern[str]) -> bool:
    return sum(bool(shape.fullmatch(cell)) for cell in cells) * 2 > len(cells)
