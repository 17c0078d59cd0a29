"""Pictures of numbers, made on the server: bars one below another, each with its name and its number."""

from collections.abc import Sequence
from dataclasses import dataclass

_ROW, _BAR, _NAMES, _WIDE, _NUMBER = 28, 18, 150, 130, 45  # all of it fits the narrowest phone


@dataclass(frozen=True, slots=True)
class Bar:
    """In pixels of the picture; `base`: where its words stand."""

    name: str
    value: int
    top: int
    base: int
    width: int


@dataclass(frozen=True, slots=True)
class Chart:
    """`left`: where bars begin; `words`: what the picture says, for whoever does not see it."""

    words: str
    width: int
    height: int
    left: int
    thick: int
    bars: tuple[Bar, ...]


def chart(words: str, values: Sequence[tuple[str, int]]) -> Chart:
    """As many rows as there are values; the longest bar takes all the width."""
    most = max((value for _, value in values), default=0) or 1
    bars = tuple(
        Bar(name, value, at * _ROW, at * _ROW + _BAR - 4, max(1, value * _WIDE // most))
        for at, (name, value) in enumerate(values)
    )
    return Chart(words, _NAMES + _WIDE + _NUMBER, _ROW * max(1, len(values)), _NAMES, _BAR, bars)
