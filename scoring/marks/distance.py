"""Distance. Inside: an int of millimetres. Typed: «7,58», `7.58`. Written: «7,58»; metres, two decimals if not said."""

import re
from fractions import Fraction

from scoring.marks.reading import Reading, Refusal, Warned, refuse
from scoring.marks.typed import clean
from scoring.numbers import Number
from scoring.shape import OneOf, Table, Whole, key, number, table
from scoring.spot import Spot

LONGEST_DISTANCE = 1_000_000  # a kilometre: nothing is thrown or jumped so far
PRECISIONS = {Fraction(1): 1000, Fraction(1, 10): 100, Fraction(1, 100): 10, Fraction(1, 1000): 1}


def precision(raw: object, spot: Spot) -> int:
    """The last unit that is read: "1", "0.1", "0.01" or "0.001" metres → millimetres."""
    metres = Fraction(number(raw, spot))
    if metres not in PRECISIONS:
        spot.refuse("unknown_kind", value=str(raw)[:40], nearest=None, known=["1", "0.1", "0.01", "0.001"])
    return PRECISIONS[metres]


def millimetres(raw: object, spot: Spot) -> int:
    """A distance or a height of the document, in metres: typed text, or a number."""
    metres = number(raw, spot) * 1000
    if not isinstance(metres, int) and metres.denominator != 1:
        spot.refuse("misread_mark", text=str(raw)[:60], reason="too_precise", args={"precision": "0.001"})
    if not 0 <= metres <= LONGEST_DISTANCE:
        spot.refuse("misread_mark", text=str(raw)[:60], reason="out_of_reach", args={"most": LONGEST_DISTANCE // 1000})
    return int(metres)


@table
class Reach:
    """Beyond these a distance is hardly true; it is warned of, never refused. Millimetres."""

    min: int = key(millimetres, default=0)
    max: int = key(millimetres, default=LONGEST_DISTANCE)


@table
class DistanceMark:
    """How distances are read in a stage. One finer than the precision is refused, unless rounding is declared.

    `trials`: nobody has more attempts than that (jump-offs aside).
    """

    precision: int = key(precision, default=10)
    rounding: str = key(OneOf(("none", "down")), default="none")
    limits: Reach = key(Table(Reach), default=Reach())
    trials: int | None = key(Whole(1, 99), default=None)

    criterion = "distance"

    def read(self, typed: str) -> Reading | Refusal:
        """Typed text → millimetres and perhaps a status."""
        found = clean(typed)
        if isinstance(found, Refusal):
            return found
        if not found.number:
            return Reading(None, found.status)
        value = self._value(found.number)
        return value if isinstance(value, Refusal) else Reading(value, found.status, self._doubts(value))

    def write(self, value: Number) -> str:
        metres, rest = divmod(int(value), 1000)
        decimals = 4 - len(str(self.precision))
        return f"{metres}" + (f",{rest:03}"[: 1 + decimals] if decimals else "")

    def rounded(self, value: int) -> int:
        return value // self.precision * self.precision

    def finer(self, value: int) -> bool:
        """Whether the value says more than the precision allows and no rounding is declared."""
        return self.rounding == "none" and value % self.precision != 0

    def _value(self, typed: str) -> int | Refusal:
        if not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", typed):
            return refuse("not_a_distance")
        if typed.isdigit() and len(typed) > 2 and self.precision < 1000:
            return refuse("ambiguous", readings=[f"{typed[:-2]},{typed[-2:]}", f"{typed},00"])
        value = Fraction(typed.replace(",", ".")) * 1000
        if value > LONGEST_DISTANCE:
            return refuse("out_of_reach", most=LONGEST_DISTANCE // 1000)
        if self.rounding == "none" and value % self.precision:
            return refuse("too_precise", precision=str(self.precision / Fraction(1000)))
        return int(value // self.precision) * self.precision

    def _doubts(self, value: int) -> tuple[Warned, ...]:
        if value < self.limits.min:
            return (Warned("below_limit", {"limit": self.limits.min}),)
        if value > self.limits.max:
            return (Warned("above_limit", {"limit": self.limits.max}),)
        return ()
