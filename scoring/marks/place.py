"""Place as the mark: what the jury or a sheet of paper says. Inside: an int from 1."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from scoring.marks.calls import RAW
from scoring.marks.reading import MarkReading, Reading, Refusal, Told, refuse
from scoring.marks.typed import clean
from scoring.numbers import Number
from scoring.shape import table

LAST_PLACE = 9999


@table
class PlaceMark:
    """Places are whole numbers; gaps and repetitions are the jury's business."""

    criterion = "place"

    def read(self, typed: str) -> Reading | Refusal:
        """Typed text → a place and perhaps a status."""
        found = clean(typed)
        if isinstance(found, Refusal):
            return found
        if not found.number:
            return Reading(None, found.status)
        if not re.fullmatch(r"[0-9]+", found.number) or int(found.number) == 0:
            return refuse("not_a_place")
        if int(found.number) > LAST_PLACE:
            return refuse("out_of_reach", most=LAST_PLACE)
        return Reading(int(found.number), found.status)

    def write(self, value: Number) -> str:
        return str(value)

    def cells(self, typed: str, asks: Collection[str] = ()) -> Mapping[str, str]:
        return {RAW: typed}

    def joined(self, cells: Mapping[str, str], asks: Collection[str] = ()) -> str:
        return cells.get(RAW, "")

    def read_mark(self, typed: str, asks: Collection[str] = ()) -> MarkReading | Refusal:
        found = self.read(typed)
        if isinstance(found, Refusal):
            return found
        return MarkReading({} if found.value is None else {"place": found.value}, found.status)

    def told(self, keys: Mapping[str, Any]) -> Told:
        return Told(str(keys.get("place", "")))
