"""Score: points, kilograms, pins. Inside: an exact number; most wins unless the stage says `wins = "least"`."""

import re
from fractions import Fraction

from scoring.marks.reading import Reading, Refusal, Warned, refuse
from scoring.marks.typed import clean
from scoring.numbers import Number, exact
from scoring.shape import OneOf, Table, above_nought, key, number, table

HIGHEST = 1_000_000_000


@table
class Range:
    """Beyond these a score is hardly true; it is warned of, never refused."""

    min: Number = key(number, default=0)
    max: Number = key(number, default=HIGHEST)


@table
class ScoreMark:
    """A score finer than the precision is refused; there is no precision unless one is declared."""

    wins: str = key(OneOf(("most", "least")), default="most")
    precision: Number | None = key(above_nought, default=None)
    limits: Range = key(Table(Range), default=Range())

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
