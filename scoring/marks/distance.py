"""Distance. Inside: an int of millimetres. Typed: «7,58», `7.58`. Written: «7,58»; metres, two decimals if not said."""

import re
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Any

from scoring.marks.calls import FOULS, PASSES, in_line, numbered, pieces
from scoring.marks.reading import MarkReading, Reading, Refusal, Told, Warned, in_cell, refuse
from scoring.marks.typed import clean
from scoring.numbers import Number
from scoring.shape import OneOf, Table, Whole, key, number, table
from scoring.spot import Spot

ATTEMPTS = 6  # of everybody, where the rules do not say
_WIND = ("w", "W", "\u0432", "\u0412")  # after an attempt: the wind was above the limit
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

    def cells(self, typed: str, asks: Collection[str] = ()) -> Mapping[str, str]:
        """A field for each attempt."""
        return numbered(typed, self.trials or ATTEMPTS)

    def joined(self, cells: Mapping[str, str], asks: Collection[str] = ()) -> str:
        return in_line(cells)

    def read_mark(self, typed: str, asks: Collection[str] = ()) -> MarkReading | Refusal:
        """«7,41 х – 7,60w»: attempts in turn, a status among them or alone. An empty field is an attempt to come."""
        texts = pieces(typed)
        if isinstance(texts, Refusal):
            return texts
        read = [self._attempt(text) for text in texts]
        for at, one in enumerate(read, 1):
            if isinstance(one, Refusal):
                return in_cell(one, str(at))
        called = [one for one in read if isinstance(one, str)]
        status = next((one.status for one in reversed(read) if isinstance(one, Reading)), None)
        if not any(called) and status is None:
            return refuse("empty")
        most = self.trials or ATTEMPTS
        if len(called) > most:
            return refuse("too_many_attempts", found=len(called), most=most)
        doubts = [doubt for one in called for doubt in self._doubts_of(one)]
        return MarkReading({"attempts": called} if any(called) else {}, status, tuple(doubts[:1]))

    def told(self, keys: Mapping[str, Any]) -> Told:
        """The best attempt, and all of them as they were called."""
        called = [str(one) for one in keys.get("attempts", [keys["distance"]] if "distance" in keys else ())]
        values = [_called(one) for one in called]
        best = max((value for value in values if value is not None), default=None)
        texts = [_shown(one) for one in called]
        return Told("" if best is None else self.write(best), " ".join(texts))

    def _attempt(self, typed: str) -> str | Reading | Refusal:
        """As the document has it: "7.58", "7.60w", "x", "-", or "" where nobody has jumped yet."""
        if typed in (*FOULS, "*"):
            return "x"
        if typed in PASSES:
            return "-" if typed else ""
        wind = "w" if typed.endswith(_WIND) and typed[:-1].strip()[-1:].isdigit() else ""
        found = clean(typed[:-1] if wind else typed)
        if isinstance(found, Refusal):
            return found
        if not found.number:
            return Reading(None, found.status)
        value = self._value(found.number)
        if isinstance(value, Refusal):
            return refuse("not_an_attempt") if value.kind == "not_a_distance" else value
        return self.write(value).replace(",", ".") + wind

    def _doubts_of(self, called: str) -> tuple[Warned, ...]:
        value = _called(called)
        return () if value is None else self._doubts(value)

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


def _called(one: str) -> int | None:
    """Millimetres of an attempt of the document, None where nothing was measured."""
    metres = one.rstrip("wW")
    return int(Fraction(metres) * 1000) if metres[:1].isdigit() else None


def _shown(one: str) -> str:
    """As it stands in a protocol: «7,58», «7,60w», «х», «–»."""
    return {"x": "\u0445", "-": "–", "": "·"}.get(one, one.replace(".", ","))
