"""Score: points, kilograms, pins. Inside: an exact number; most wins unless the stage says `wins = "least"`."""

import re
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Any

from scoring.marks.calls import RAW, in_line, numbered, pieces
from scoring.marks.reading import MarkReading, Reading, Refusal, Told, Warned, in_cell, refuse
from scoring.marks.typed import clean
from scoring.numbers import Number, exact
from scoring.shape import OneOf, Table, Whole, above_nought, key, number, table

HIGHEST = 1_000_000_000


@table
class Range:
    """Beyond these a score is hardly true; it is warned of, never refused."""

    min: Number = key(number, default=0)
    max: Number = key(number, default=HIGHEST)


@table
class ScoreMark:
    """A score finer than the precision is refused; there is no precision unless one is declared.

    `series`: the score is shown in so many series or parts at most, and is their sum.
    """

    wins: str = key(OneOf(("most", "least")), default="most")
    precision: Number | None = key(above_nought, default=None)
    limits: Range = key(Table(Range), default=Range())
    series: int | None = key(Whole(1, 99), default=None)

    criterion = "score"

    def read(self, typed: str) -> Reading | Refusal:
        """Typed text → an exact score and perhaps a status."""
        found = clean(typed)
        if isinstance(found, Refusal):
            return found
        if not found.number:
            return Reading(None, found.status)
        if not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", found.number):
            return refuse("not_a_score")
        value = exact(Fraction(found.number.replace(",", ".")))
        if value > HIGHEST:
            return refuse("out_of_reach", most=HIGHEST)
        if self.precision and value % self.precision:
            return refuse("too_precise", precision=str(self.precision))
        return Reading(value, found.status, self._doubts(value))

    def _doubts(self, value: Number) -> tuple[Warned, ...]:
        if value < self.limits.min:
            return (Warned("below_limit", {"limit": self.limits.min}),)
        return (Warned("above_limit", {"limit": self.limits.max}),) if value > self.limits.max else ()

    def write(self, value: Number) -> str:
        """«12», «12,5»; what has no finite decimal form is written as a fraction, «1/7»."""
        decimals = next((places for places in range(10) if (value * 10**places) % 1 == 0), None)
        if decimals is None:
            return str(value)
        whole, rest = divmod(abs(int(value * 10**decimals)), 10**decimals)
        return ("-" if value < 0 else "") + f"{whole}" + (f",{rest:0{decimals}}" if decimals else "")

    def cells(self, typed: str, asks: Collection[str] = ()) -> Mapping[str, str]:
        """A field for each series, where they are declared."""
        return numbered(typed, self.series) if self.series else {RAW: typed}

    def joined(self, cells: Mapping[str, str], asks: Collection[str] = ()) -> str:
        return in_line(cells) if self.series else cells.get(RAW, "")

    def read_mark(self, typed: str, asks: Collection[str] = ()) -> MarkReading | Refusal:
        """«95 97 98»: series in turn, a status among them or alone; without series one score."""
        texts = pieces(typed) if self.series else [typed]
        if isinstance(texts, Refusal):
            return texts
        read = [self.read(text) if text else None for text in texts]
        for at, one in enumerate(read, 1):
            if isinstance(one, Refusal):
                return in_cell(one, str(at)) if self.series else one
        shown = [one for one in read if isinstance(one, Reading)]
        return self._reading(shown, [one is None for one in read]) if any(texts) else refuse("empty")

    def told(self, keys: Mapping[str, Any]) -> Told:
        """The score; of series their sum, and each of them."""
        series = [Fraction(str(one)) for one in keys.get("series", ())]
        if series:
            return Told(self.write(sum(series)), " ".join(self.write(one) for one in series))
        return Told(self.write(Fraction(str(keys["score"]))) if "score" in keys else "")

    def _reading(self, shown: Sequence[Reading], empty: Sequence[bool]) -> MarkReading | Refusal:
        values = [one.value for one in shown if one.value is not None]
        status = next((one.status for one in reversed(shown) if one.status), None)
        if not self.series:
            return MarkReading({"score": _written(values[0])} if values else {}, status, shown[0].warnings)
        if len(values) > self.series:
            return refuse("too_many_series", found=len(values), most=self.series)
        if any(empty[: len(values)]):
            return refuse("series_left_out", number=empty.index(True) + 1)
        keys = {"series": [_written(one) for one in values]} if values else {}
        return MarkReading(keys, status, self._doubts(exact(sum(values))) if values else ())


def _written(value: Number) -> str:
    """As the document has it: "9.85", "187"."""
    return ScoreMark().write(value).replace(",", ".")
