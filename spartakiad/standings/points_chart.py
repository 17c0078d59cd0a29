"""Points of every team as a bar made of its contests: what counts in a row, what does not behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring import Cell, Number, TableRow
from spartakiad.competition.memory import Now
from spartakiad.standings.queries import Head, columns, overall_table
from spartakiad.words.numbers import number

_GAP = 2  # between two pieces
_TONES = 12  # of contests; of more of them two have the same
_LEGIBLE = 22  # pixels: a narrower piece bears no number


@dataclass(frozen=True, slots=True)
class Frame:
    """`left`: where bars begin; `row`: from bar to bar; `down`: of a bar below the top of its row."""

    width: int
    left: int
    row: int
    down: int
    bar: int


WIDE = Frame(width=1200, left=220, row=44, down=6, bar=32)
NARROW = Frame(width=328, left=0, row=60, down=24, bar=26)


@dataclass(frozen=True, slots=True)
class Piece:
    """`tone`: the name of its colour. `text`: "" where there is no room for it."""

    x: int
    width: int
    tone: str
    text: str
    told: str
    counted: bool
    provisional: bool


@dataclass(frozen=True, slots=True)
class Bar:
    slug: str
    team: str
    city: str
    total: str
    y: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    width: int
    height: int
    frame: Frame
    bars: tuple[Bar, ...]


def bars(now: Now, frame: Frame) -> Bars:
    """In the order of the standing. Points below zero have no length: the table beside says them."""
    table = overall_table(now)
    rows = table.rows if table else ()
    heads = {one.id: (at, one) for at, one in enumerate(columns(now), 1)}
    longest = max((sum(_worth(cell) for cell in row.cells) for row in rows), default=0)
    scale = (frame.width - frame.left - _GAP * len(heads)) / float(longest or 1)
    drawn = tuple(_bar(now, row, line, heads, frame, scale) for line, row in enumerate(rows))
    return Bars(frame.width, frame.row * len(drawn), frame, drawn)


def fewer(now: Now) -> bool:
    """Whether the standing is one in which the smaller total is better: a sum of places."""
    table = overall_table(now)
    rows = now.state.regulation.get("standing", ())
    return any(table is not None and row["id"] == table.id and row.get("wins") == "least" for row in rows)


def _bar(now: Now, row: TableRow, line: int, heads: Mapping[str, tuple[int, Head]], frame: Frame, scale: float) -> Bar:
    x, pieces = frame.left, []
    shown = [cell for cell in row.cells if _worth(cell) > 0 and cell.contest in heads]
    for cell in sorted(shown, key=lambda one: not one.counted):
        tone, head = heads[cell.contest]
        width = max(round(float(_worth(cell)) * scale), 1)
        pieces.append(_piece(cell, head, tone, x, width))
        x += width + _GAP
    team = now.state.teams[row.team]
    return Bar(row.team, team.title, team.city, number(row.total), line * frame.row, tuple(pieces))


def _piece(cell: Cell, head: Head, tone: int, x: int, width: int) -> Piece:
    text = number(_worth(cell))
    notes = ["не в зачёте"] * (not cell.counted) + ["предварительно"] * (head.step == "provisional")
    told = ", ".join((f"{head.title}: {text}", *notes))
    return Piece(
        x,
        width,
        f"hue-{(tone - 1) % _TONES + 1}",
        text if width >= _LEGIBLE else "",
        told,
        cell.counted,
        head.step == "provisional",
    )


def _worth(cell: Cell) -> Number:
    return max(cell.points or 0, 0)
