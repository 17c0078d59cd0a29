"""Time. Inside: an int of milliseconds. Typed: «40:33,2», `40.33.2`, `1:02:32`, `62.5`. Written: «40:33,2»."""

import re
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

from scoring.marks.calls import RAW
from scoring.marks.extras import PENALTY, START, Extra, count, cut, extras, line_of
from scoring.marks.legs import leg_cells, leg_line, read_legs
from scoring.marks.reading import MarkReading, Reading, Refusal, Told, Warned, in_cell, refuse
from scoring.marks.typed import Typed, clean
from scoring.numbers import Number
from scoring.shape import Named, OneOf, Table, Whole, key, number, table
from scoring.spot import Spot

LONGEST_TIME = 100 * 3_600_000  # no start of any sport lasts a hundred hours
PRECISIONS = {Fraction(1): 1000, Fraction(1, 10): 100, Fraction(1, 100): 10, Fraction(1, 1000): 1}


def milliseconds(raw: object, spot: Spot) -> int:
    """A time of the document: typed text, or a number of seconds."""
    if not isinstance(raw, str):
        raw = _decimal(number(raw, spot), spot)
    found = _known(raw)
    if isinstance(found, Refusal):
        spot.refuse("misread_mark", text=raw[:60], reason=found.kind, args=found.args)
    if not isinstance(found.value, int) or found.status:
        spot.refuse("misread_mark", text=raw[:60], reason="not_a_time", args={})
    return found.value


@lru_cache(maxsize=8192)
def _known(text: str) -> Reading | Refusal:
    """Read once: a Games is read again after each of its results, and the others are as they were."""
    return TimeMark().read(text)


def _decimal(seconds: Number, spot: Spot) -> str:
    thousandths = seconds * 1000
    if not isinstance(thousandths, int) and thousandths.denominator != 1:
        spot.refuse("misread_mark", text=str(seconds)[:60], reason="too_precise", args={"precision": "0.001"})
    whole, rest = divmod(abs(int(thousandths)), 1000)
    return f"{'-' if thousandths < 0 else ''}{whole}.{rest:03}"


def precision(raw: object, spot: Spot) -> int:
    """The last unit that is read: "1", "0.1", "0.01" or "0.001" seconds → milliseconds."""
    seconds = Fraction(number(raw, spot))
    if seconds not in PRECISIONS:
        spot.refuse("unknown_kind", value=str(raw)[:40], nearest=None, known=["1", "0.1", "0.01", "0.001"])
    return PRECISIONS[seconds]


@table
class Limits:
    """Beyond these a time is hardly true; it is warned of, never refused. Milliseconds."""

    min: int = key(milliseconds, default=0)
    max: int = key(milliseconds, default=LONGEST_TIME)


@table
class TimeMark:
    """How times are read in a stage. A time finer than the precision is refused, unless rounding is declared.

    `relay_legs`: of a relay, how many there are.
    """

    precision: int = key(precision, default=1)
    rounding: str = key(OneOf(("none", "up", "down")), default="none")
    penalty: Mapping[str, int] | None = key(Named(milliseconds), default=None)
    limits: Limits = key(Table(Limits), default=Limits())
    relay_legs: int | None = key(Whole(2, 20), default=None)

    criterion = "time"

    def read(self, typed: str) -> Reading | Refusal:
        """Typed text → milliseconds and perhaps a status; see READING_KINDS for what may be refused."""
        found = clean(typed)
        if isinstance(found, Refusal):
            return found
        if not found.number:
            return Reading(None, found.status)
        value = self._value(found)
        return value if isinstance(value, Refusal) else Reading(value, found.status, self.doubts(value))

    def write(self, value: Number) -> str:
        """Milliseconds → «1:02:32», «40:33,2», «42,5»; as many decimals as the precision has."""
        seconds, rest = divmod(int(value), 1000)
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        decimals = f",{rest:03}"[: 1 + self._decimals()] if self._decimals() else ""
        if hours:
            return f"{hours}:{minutes:02}:{seconds:02}{decimals}"
        return (f"{minutes}:{seconds:02}" if minutes else f"{seconds}") + decimals

    def cells(self, typed: str, asks: Collection[str] = ()) -> Mapping[str, str]:
        """A field for the time, and one for each thing beside it that the rules ask for."""
        return leg_cells(typed, self.relay_legs) if self.relay_legs else cut(typed, self._extras(asks))

    def joined(self, cells: Mapping[str, str], asks: Collection[str] = ()) -> str:
        return leg_line(cells, self.relay_legs) if self.relay_legs else line_of(cells, self._extras(asks))

    def read_mark(self, typed: str, asks: Collection[str] = ()) -> MarkReading | Refusal:
        """«12:33,4 ш2»: the time or a status, and beside it penalties, laps, the place at the finish, the start."""
        by_legs = read_legs(self, typed, self.relay_legs) if self.relay_legs else None
        if by_legs is not None:
            return by_legs
        known = self._extras(asks)
        cells = cut(typed, known)
        found = self.read(cells[RAW])
        if isinstance(found, Refusal):
            return found
        keys: dict[str, Any] = {"time": self.write(found.value).replace(",", ".")} if found.value is not None else {}
        penalties = {}
        for extra in (one for one in known if cells[one.cell]):
            read = _start(cells[START]) if extra.cell == START else count(extra, cells[extra.cell])
            if isinstance(read, Refusal):
                return read
            if extra.penalty:
                penalties[extra.penalty] = read
            else:
                keys[extra.cell] = read
        return MarkReading({**keys, **({"penalties": penalties} if penalties else {})}, found.status, found.warnings)

    def told(self, keys: Mapping[str, Any]) -> Told:
        """The time with its penalties, and what stood beside it."""
        legs = [_read_back(one) or 0 for one in keys.get("legs", ())]
        if legs:
            return Told(self.write(sum(legs)), " ".join(map(self.write, legs)))
        time = _read_back(keys.get("time"))
        if time is None:
            return Told("")
        known = extras(self.penalty or (), ("laps", "finish", "net_time"))
        given = {PENALTY + name: str(times) for name, times in keys.get("penalties", {}).items()}
        given |= {name: str(keys[name]) for name in ("laps", "finish") if name in keys}
        start = _read_back(keys.get(START))
        given |= {} if start is None else {START: self.write(start)}
        extra = sum((self.penalty or {}).get(name, 0) * times for name, times in keys.get("penalties", {}).items())
        made_of = line_of({RAW: self.write(time), **given}, known)
        return Told(self.write(time + extra), made_of if given else "")

    def rounded(self, value: int) -> int:
        """To the precision; the caller has made sure that nothing is lost where rounding is "none"."""
        step = self.precision
        return -(-value // step) * step if self.rounding == "up" else value // step * step

    def finer(self, value: int) -> bool:
        """Whether the value says more than the precision allows and no rounding is declared."""
        return self.rounding == "none" and value % self.precision != 0

    def _extras(self, asks: Collection[str]) -> Sequence[Extra]:
        return extras(self.penalty or (), asks)

    def _decimals(self) -> int:
        return 4 - len(str(self.precision))

    def _value(self, typed: Typed) -> int | Refusal:
        parts = _split(typed.number, self._decimals())
        if isinstance(parts, Refusal):
            return parts
        fields, decimals = parts
        if len(fields) == 1 and 2 < len(fields[0]) <= 6 and not decimals:
            return self._run_together(fields[0])
        for later in fields[1:]:
            if len(later) != 2:
                return refuse("two_digits", field=later)
            if int(later) >= 60:
                return refuse("sixty", field=later)
        whole = sum(int(field) * 60**power for power, field in enumerate(reversed(fields)))
        if whole * 1000 >= LONGEST_TIME:
            return refuse("out_of_reach", most="100:00:00")
        exact = whole * 1000 + Fraction(int(decimals or "0") * 1000, 10 ** len(decimals))
        return self._fit(exact)

    def _run_together(self, digits: str) -> Refusal:
        """«4512»: seconds, or minutes and seconds typed without the colon? Nothing is guessed."""
        return refuse("ambiguous", readings=[f"{digits[:-2]}:{digits[-2:]}", self.write(int(digits) * 1000)])

    def _fit(self, value: Fraction) -> int | Refusal:
        if self.rounding == "none" and value % self.precision:
            return refuse("too_precise", precision=str(self.precision / Fraction(1000)))
        steps = value / self.precision
        return int(-(-steps // 1) if self.rounding == "up" else steps // 1) * self.precision

    def doubts(self, value: int) -> tuple[Warned, ...]:
        """What is hardly true."""
        if value < self.limits.min:
            return (Warned("below_limit", {"limit": self.limits.min}),)
        if value > self.limits.max:
            return (Warned("above_limit", {"limit": self.limits.max}),)
        return ()


def _start(typed: str) -> str | Refusal:
    """How much later than the first somebody started."""
    found = TimeMark().read(typed)
    if isinstance(found, Refusal):
        return in_cell(found, START)
    if found.value is None:
        return in_cell(refuse("not_a_time"), START)
    return TimeMark().write(found.value).replace(",", ".")


def _read_back(typed: object) -> int | None:
    """Milliseconds of a time of the document."""
    found = None if typed is None else TimeMark().read(str(typed))
    return found.value if isinstance(found, Reading) and isinstance(found.value, int) else None


def _split(typed: str, decimals: int) -> tuple[list[str], str] | Refusal:
    """The fields of hours, minutes, seconds and the decimals. The dot may stand for the colon: `40.33.2`, `40.33,2`."""
    if not re.fullmatch(r"\d+(?:[:.]\d+){0,3}(?:[.,]\d+)?", typed):
        return refuse("not_a_time")
    head, comma, tail = typed.partition(",")
    fields = re.split(r"[:.]", head)
    if comma and decimals == 0 and len(tail) == 2 and len(fields) <= 2:
        return [*fields, tail], ""
    if not comma and "." in head:
        return _dotted(head, fields, decimals)
    return (fields, tail) if len(fields) <= 3 else refuse("not_a_time")


def _dotted(typed: str, fields: list[str], decimals: int) -> tuple[list[str], str] | Refusal:
    """A time with a dot and no comma: the last dot begins the decimals, unless only a minute separator fits there."""
    *whole, last = fields
    if typed.rfind(":") > typed.rfind("."):
        return (fields, "") if len(fields) <= 3 else refuse("not_a_time")
    if decimals == 0 and ":" not in typed and len(last) == 2 and len(fields) <= 3:
        return fields, ""  # where whole seconds are kept, a dot can only part minutes from them
    if len(fields) == 3 and ":" not in typed and len(last) == 2 and decimals < 2:
        return refuse("ambiguous", readings=[f"{fields[0]}:{fields[1]},{last}", ":".join(fields)])
    return (whole, last) if len(whole) <= 3 else refuse("not_a_time")
