"""Slot: what a mark in one part of a combined event is worth by itself, before anybody is compared with anybody."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from scoring.marks.time import milliseconds
from scoring.numbers import Number, exact
from scoring.shape import ListOf, OneOf, above_nought, key, number, table
from scoring.spot import Spot

THOUSANDTHS = ("time", "distance", "height")  # kinds of mark that are kept in thousandths of a second or of a metre

_STEEPEST, _FINEST = 10, 1000  # of an exponent


class Exercise(Protocol):
    """`of_mark` gets what was shown in seconds, metres or points, and whether less of it is better."""

    def of_mark(self, shown: Number, *, least: bool) -> Number: ...


def in_units(kind: str, shown: Number) -> Number:
    """Seconds, metres or points."""
    return exact(Fraction(shown, 1000)) if kind in THOUSANDTHS else shown


def stepped(value: Number, precision: Number | None, rounding: str) -> Number:
    """To whole steps of the precision, if one is set."""
    if precision is None:
        return exact(value)
    steps = Fraction(value) / precision
    return exact((-(-steps // 1) if rounding == "up" else steps // 1) * precision)


@table
class RawPoints:
    """`scale` times the mark: seconds of 500 metres at 1/10 for five kilometres; half a point for a metre."""

    scale: Number = key(number, default=1)
    precision: Number | None = key(above_nought, default=None)
    rounding: str = key(OneOf(("down", "up")), default="down")

    def of_mark(self, shown: Number, *, least: bool) -> Number:
        return stepped(shown * self.scale, self.precision, self.rounding)


def exponent(raw: object, spot: Spot) -> Number:
    """Of a formula: at most ten, and no finer than a thousandth, so that it is reckoned exactly and at once."""
    value = number(raw, spot)
    if not 0 < value <= _STEEPEST or Fraction(value).denominator > _FINEST:
        spot.refuse("out_of_range", value=str(value)[:40], least=f"1/{_FINEST}", most=_STEEPEST)
    return value


@table
class PowerPoints:
    """a·|b − scale·mark|^c, rounded down: the formula of the all-round tables of World Athletics, reckoned exactly."""

    a: Number = key(number)
    b: Number = key(number)
    c: Number = key(exponent)
    scale: Number = key(number, default=1)
    rounding: str = key(OneOf(("down", "up")), default="down")

    def of_mark(self, shown: Number, *, least: bool) -> Number:
        better = self.b - shown * self.scale if least else shown * self.scale - self.b
        if better <= 0:
            return 0
        down, whole = _power(Fraction(self.a), Fraction(better), Fraction(self.c))
        return down if whole or self.rounding == "down" else down + 1


@lru_cache(maxsize=10_000)
def _power(a: Fraction, x: Fraction, c: Fraction) -> tuple[int, bool]:
    """The whole part of a·x^c, and whether nothing is left over: n^q ≤ a^q·x^p for c = p/q, found by halving."""
    bound = a**c.denominator * x**c.numerator

    def within(points: int) -> bool:
        return bool(points**c.denominator * bound.denominator <= bound.numerator)

    high = 1
    while within(high):
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if within(middle) else (low, middle)
    return low, low**c.denominator * bound.denominator == bound.numerator


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: the mark, in the units of the part, and its points."""

    mark: Number
    points: Number


def line(raw: object, spot: Spot) -> Line:
    """[mark, points]; a mark with a colon or a comma is a time."""
    if not isinstance(raw, list | tuple) or len(raw) != 2:
        spot.refuse("not_two", found=len(raw) if isinstance(raw, list | tuple) else 0)
    written = raw[0]
    timed = isinstance(written, str) and ":" in written
    mark = Fraction(milliseconds(written, spot), 1000) if timed else Fraction(number(written, spot))
    return Line(exact(mark), number(raw[1], spot))


@table
class MarkTable:
    """Points by a table of marks. A mark between two rows takes the worse row; one worse than all gets nothing."""

    table: tuple[Line, ...] = key(ListOf(line, filled=True))
    scale: Number = key(number, default=1)

    def of_mark(self, shown: Number, *, least: bool) -> Number:
        mark = shown * self.scale
        reached = [one.points for one in self.table if (mark <= one.mark if least else mark >= one.mark)]
        return max(reached, default=0)


EXERCISES: Mapping[str, Callable[..., Exercise]] = {"raw": RawPoints, "power": PowerPoints, "mark_table": MarkTable}
