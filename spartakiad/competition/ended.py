"""Which contests of the engine's document are over because people accepted what there is."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from spartakiad.competition.state import State


def with_ended(state: State, rows: Iterable[Mapping[str, Any]], meeting: Collection[str]) -> list[Mapping[str, Any]]:
    """The contests of a regulation; `meeting`: those of matches."""
    return [{**row, "ended": True} if _ended(state, row["id"], meeting) else row for row in rows]


def _ended(state: State, contest: str, meeting: Collection[str]) -> bool:
    """Heats that were posted are the result, final or not; a bracket waits for its final until somebody accepts it."""
    known = state.contests.get(contest)
    return known is not None and known.state in (("official",) if contest in meeting else ("posted", "official"))
