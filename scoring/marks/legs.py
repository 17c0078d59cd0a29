"""A time made of legs: «12:33,4; 12:40,1; ; » are two of four so far; a time alone is that of the finish."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from scoring.marks.calls import RAW, pieces
from scoring.marks.reading import MarkReading, Reading, Refusal, Warned, in_cell, refuse
from scoring.numbers import Number


class Clock(Protocol):
    def read(self, typed: str) -> Reading | Refusal: ...
    def write(self, value: Number) -> str: ...
    def doubts(self, value: int) -> tuple[Warned, ...]: ...


def leg_cells(typed: str, legs: int) -> Mapping[str, str]:
    """A field for each leg, and one for the time of the finish where the legs were not taken."""
    found = pieces(typed) if ";" in typed else typed
    if isinstance(found, str | Refusal):
        return {**dict.fromkeys(_names(legs), ""), RAW: typed}
    texts = [*found, *[""] * (legs - len(found))]
    return {**{str(number): text for number, text in enumerate(texts, 1)}, RAW: ""}


def leg_line(cells: Mapping[str, str], legs: int) -> str:
    """The legs with empty ones between and behind them; without any the time of the finish."""
    texts = [cells.get(name, "").strip() for name in _names(legs)]
    return "; ".join(texts) + (";" if legs == 1 else "") if any(texts) else cells.get(RAW, "")


def read_legs(clock: Clock, typed: str, legs: int) -> MarkReading | Refusal | None:
    """What the legs say; None where the time of the finish was typed. Until all are there, nothing is ranked."""
    if ";" not in typed:
        return None
    found = pieces(typed)
    if isinstance(found, Refusal):
        return found
    if len(found) > legs:
        return refuse("too_many_series", found=len(found), most=legs)
    read: list[Reading] = []
    for number, text in enumerate(found, 1):
        one = clock.read(text) if text else Reading(None, None)
        if isinstance(one, Refusal):
            return in_cell(one, str(number))
        read.append(one)
    return _told(clock, read, legs) if any(found) else refuse("empty")


def _told(clock: Clock, read: Sequence[Reading], legs: int) -> MarkReading:
    status = next((one.status for one in read if one.status), None)
    times = [one.value for one in read if isinstance(one.value, int)]
    if len(times) < legs:
        return MarkReading({}, status)
    keys: dict[str, Any] = {"legs": [clock.write(time).replace(",", ".") for time in times]}
    return MarkReading(keys, status, clock.doubts(sum(times)))


def _names(legs: int) -> list[str]:
    return [str(number) for number in range(1, legs + 1)]
