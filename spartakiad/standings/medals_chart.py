"""Medals of every team as a bar: gold, silver, bronze, each as long as there are of it."""

from collections.abc import Iterator, Sequence

from spartakiad.standings.medals import METALS, MedalRow
from spartakiad.standings.points_chart import Bar, Bars, Frame, Piece

_GAP = 2
_WORDS = {"1": "золото", "2": "серебро", "3": "бронза"}


def medal_bars(rows: Sequence[MedalRow], frame: Frame) -> Bars:
    """Of the teams that have any, in the order of the table; what is provisional follows what is official."""
    won = [row for row in rows if row.place]
    most = max((sum(row.sums) for row in won), default=1)
    scale = (frame.width - frame.left - 2 * _GAP * len(METALS)) / most
    bars = (
        Bar(row.slug, row.team, row.city, _whole(row), line * frame.row, tuple(_pieces(row, frame, scale)))
        for line, row in enumerate(won)
    )
    return Bars(frame.width, frame.row * len(won), frame, tuple(bars))


def _whole(row: MedalRow) -> str:
    """«2», with provisional ones «2 +1»."""
    official, more = row.whole.official, row.whole.more
    return " ".join([str(official)] * bool(official or not more) + [f"+{more}"] * bool(more))


def _pieces(row: MedalRow, frame: Frame, scale: float) -> Iterator[Piece]:
    x = frame.left
    for metal, one in zip(METALS, row.metals, strict=True):
        for many, provisional in ((one.official, False), (one.more, True)):
            if many:
                width = max(round(many * scale), 1)
                told = f"{_WORDS[metal]}: {many}" + (", предварительно" if provisional else "")
                yield Piece(x, width, f"metal-{metal}", str(many), told, True, provisional)
                x += width + _GAP
