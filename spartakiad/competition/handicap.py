"""How much later than the first somebody started, where the rules ask for it and the start list knows."""

from collections.abc import Mapping

from scoring import TimeMark
from spartakiad.competition.programme import Line
from spartakiad.competition.reading import Read, cells, mark_kind
from spartakiad.competition.starters import list_of
from spartakiad.competition.state import State

START = "start"


def handicap(state: State, part: Line, entrant: str) -> Mapping[str, str]:
    """The field of the sheet in which a judge would type it, filled."""
    after = _after(state, part, entrant)
    return {} if after is None else {START: mark_kind(part).write(after)}


def with_handicap(state: State, part: Line, entrant: str, found: Read) -> Read:
    """A time that was typed without its start gets the one of the list."""
    after = None if START in found.value or "time" not in found.value else _after(state, part, entrant)
    if after is None:
        return found
    return Read({**found.value, START: TimeMark().write(after).replace(",", ".")}, found.status)


def _after(state: State, part: Line, entrant: str) -> int | None:
    listed = None if part.by_matches or part.mark != "time" else list_of(state, part)
    return listed.offsets.get(entrant) if listed and START in cells(part, "") else None
