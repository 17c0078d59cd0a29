"""Height. Inside: an int of millimetres, the last height that was cleared. A single one is typed like a distance.

A line of the sheet is «165 о 170 хо 175 ххх»: a height and what was called at it. Whole numbers are centimetres.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from scoring.marks.calls import CALL, CLEARED, FOULS, LONGEST_LINE, PASSES, RAW
from scoring.marks.distance import DistanceMark
from scoring.marks.reading import MarkReading, Refusal, Told, in_cell, refuse
from scoring.marks.typed import clean, without_blanks
from scoring.shape import table
from scoring.statuses import Status

JUMP_OFF = "jump_off"
HIGHEST = 10_000  # ten metres: nobody jumps that high
_OUT = 3  # failures in a row
_SIGNS = re.escape("".join((*FOULS, *CLEARED, *PASSES)))
_STEP = re.compile(rf"(?P<height>[0-9]+(?:[.,][0-9]+)?)\s*[:=]?\s*(?P<called>(?:[{_SIGNS}]\s*)*)[\s,]*")
_CALLED = re.compile(r"x{0,2}o|x{1,3}|x{0,2}-+")
_NAMED = re.compile(r"п[^\W\d_/]*[.:]?\s*", re.IGNORECASE)  # «перепрыжка» before its own heights
_PLAIN = str.maketrans({**dict.fromkeys(FOULS, "x"), **dict.fromkeys(CLEARED, "o"), "–": "-", "—": "-", " ": ""})
_PRINTED = str.maketrans({"x": "\u0445", "o": "\u043e", "-": "–"})


class Jumped(NamedTuple):
    """`steps`: millimetres and what was called there: "o", "xo", "xxx", "-"."""

    steps: Sequence[tuple[int, str]]
    status: Status | None = None


@table
class HeightMark(DistanceMark):
    """How heights are read in a stage."""

    criterion = "height"

    def cells(self, typed: str, asks: Collection[str] = ()) -> Mapping[str, str]:
        """A field for all heights, and one for the jump-off where the rules know it."""
        jumped, _, off = typed.partition(";")
        return {RAW: jumped.strip(), JUMP_OFF: off.strip()} if JUMP_OFF in asks else {RAW: typed}

    def joined(self, cells: Mapping[str, str], asks: Collection[str] = ()) -> str:
        jumped, off = cells.get(RAW, "").strip(), cells.get(JUMP_OFF, "").strip()
        jumped = self._called_now(jumped, cells[CALL]) if cells.get(CALL) else jumped
        return f"{jumped}; {off}" if off else jumped

    def read_mark(self, typed: str, asks: Collection[str] = ()) -> MarkReading | Refusal:
        """Heights in turn, a status behind them or alone; after a semicolon the jump-off."""
        if len(typed) > LONGEST_LINE:
            return refuse("too_long", length=len(typed), most=LONGEST_LINE)
        first, _, second = typed.partition(";")
        jumped = self._jumped(without_blanks(first))
        if isinstance(jumped, Refusal):
            return jumped
        off = self._jumped(_NAMED.sub("", without_blanks(second), count=1))
        if isinstance(off, Refusal):
            return in_cell(off, JUMP_OFF)
        if not jumped.steps and jumped.status is None:
            return refuse("empty")
        keys = {"attempts": self._pairs(jumped), JUMP_OFF: self._pairs(off)}
        best = _best(jumped.steps)
        doubts = () if best is None else self._doubts(best)
        return _wrong_order(jumped.steps) or MarkReading(
            {name: one for name, one in keys.items() if one}, jumped.status, doubts
        )

    def told(self, keys: Mapping[str, Any]) -> Told:
        """The height that was cleared, and what was called at each."""
        steps = [(_height(one[0]), one[1]) for one in keys.get("attempts", ()) if not isinstance(one, str)]
        best = _best(steps) if steps else _height(keys["height"]) if "height" in keys else None
        off = _printed([(_height(height), called) for height, called in keys.get(JUMP_OFF, ())])
        made_of = _printed(steps) + (f"; перепрыжка {off}" if off else "")
        return Told("" if best is None else self.write(best), made_of)

    def _jumped(self, text: str) -> Jumped | Refusal:
        steps: list[tuple[int, str]] = []
        at = 0
        while found := _STEP.match(text, at):
            height, called = self._millimetres(found["height"]), found["called"].translate(_PLAIN)
            if isinstance(height, Refusal):
                return height
            if not _CALLED.fullmatch(called):
                wrong = found["called"].strip()
                return refuse("bad_calls", height=found["height"], called=wrong[:20])
            steps.append((height, called))
            at = found.end()
        ending = clean(text[at:]) if text[at:] else None
        if isinstance(ending, Refusal) or (ending and ending.number):
            return refuse("not_heights", text=text[at:][:40])
        return Jumped(steps, ending.status if ending else None)

    def _millimetres(self, typed: str) -> int | Refusal:
        """Whole numbers are centimetres; two of them at least, for «2» may be two metres."""
        value = int(typed) * 10 if typed.isdigit() and len(typed) < 6 else self._value(typed)
        if isinstance(value, Refusal):
            return value
        if typed.isdigit() and len(typed) < 2:
            return refuse("not_heights", text=typed)
        if value > HIGHEST:
            return refuse("out_of_reach", most="10 м")
        return refuse("too_precise", precision=f"{self.precision // 10} см") if self.finer(value) else value

    def _pairs(self, jumped: Jumped) -> list[list[str]]:
        return [[self.write(self.rounded(height)).replace(",", "."), called] for height, called in jumped.steps]

    def _called_now(self, jumped: str, call: str) -> str:
        """With «170 х» behind, or beside what was called at this height already."""
        last = [found["height"] for found in _STEP.finditer(jumped)][-1:]
        height, _, sign = call.partition(" ")
        same = bool(last) and self._millimetres(last[0]) == self._millimetres(height)
        return f"{jumped}{sign}" if same else f"{jumped} {call}".strip()


def _wrong_order(steps: Sequence[tuple[int, str]]) -> Refusal | None:
    """The bar only rises, and after three failures in a row nobody jumps."""
    before = failed = 0
    for height, called in steps:
        if height <= before:
            return refuse("heights_down", height=_centimetres(height))
        if failed >= _OUT and called != "-":
            return refuse("already_out", height=_centimetres(height))
        before, failed = height, 0 if called.endswith("o") else failed + called.count("x")
    return None


def _best(steps: Sequence[tuple[int, str]]) -> int | None:
    return max((height for height, called in steps if called.endswith("o")), default=None)


def _height(metres: object) -> int:
    return int(Fraction(str(metres)) * 1000)


def _centimetres(height: int) -> str:
    return f"{height // 10}" + (f",{height % 10}" if height % 10 else "")


def _printed(steps: Sequence[tuple[int, str]]) -> str:
    return " ".join(f"{_centimetres(height)} {called.translate(_PRINTED)}" for height, called in steps)
