"""What a reader is shown of the matches of a side that was scratched, as the regulation has them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from spartakiad.competition.matches import Match
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.state import State
from spartakiad.competition.walkovers import in_bracket, settled, sides_away, unplayed, walked_over


@dataclass(frozen=True, slots=True)
class Off:
    """`placed`: (stage, entrant) of everybody who has a line in a table: the matches of others do not count."""

    state: State
    line: Line
    placed: Collection[tuple[str, str]]

    def value(self, match: Match) -> Mapping[str, Any] | None:
        """As it was entered, else what it is worth without having been played."""
        mark = self.state.marks.get((self.line.id, MAIN, match.stage, match.key))
        return mark.value if mark and mark.check != "rejected" else self._given(match)

    def words(self, match: Match) -> str:
        """«не состоится», or that a score stands for nothing."""
        away = sides_away(self.state, self.line.id, match)
        if not away or in_bracket(self.line, match):
            return ""
        if not unplayed(self.state, self.line.id, match):
            return "" if self._stays(match, away) else "не засчитана"
        return "" if self._given(match) or not settled(self.state, self.line, match) else "не состоится"

    def _given(self, match: Match) -> Mapping[str, Any] | None:
        """A bracket gives it to whoever is there; a table where the team that left keeps its line."""
        away = sides_away(self.state, self.line.id, match)
        if not away or in_bracket(self.line, match):
            return walked_over(self.state, self.line, match)
        credited = settled(self.state, self.line, match) and self._stays(match, away)
        return {"forfeit": away} if credited else None

    def _stays(self, match: Match, away: list[int]) -> bool:
        return all((match.stage, match.sides[at]) in self.placed for at in away)
