"""Place as the mark: what the jury or a sheet of paper says. Inside: an int from 1."""

import re

from scoring.marks.reading import Reading, Refusal, refuse
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
