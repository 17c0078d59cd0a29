"""Who comes into a match of a bracket, as far as it is known: out of other matches, a table, or the numbers drawn."""

from collections.abc import Iterator, Mapping
from typing import Any

from scoring import Ranking
from scoring.feeds import Feed, read_feed
from spartakiad.competition.alone import scored_alone
from spartakiad.competition.matches import Match, matches_of, stage_id
from spartakiad.competition.programme import MAIN, Line
from spartakiad.competition.reading import winner_of
from spartakiad.competition.starters import list_of
from spartakiad.competition.state import State
from spartakiad.competition.walkovers import settled, walked_over

UNKNOWN = ""
Node = Mapping[str, Any]


class Feeding:
    """One contest of one state; the table of a stage is made only where somebody comes out of it."""

    def __init__(self, state: State, contest: Line) -> None:
        self.state, self.contest = state, contest
        self._matches = {(one.stage, one.unit): one for one in matches_of(state, contest.id)}
        self._tables: Mapping[tuple[str, str], Ranking] | None = None

    def nodes(self) -> Iterator[tuple[int, Node]]:
        """Every match of a bracket that says who comes into it, with the number of its stage."""
        for number, stage in enumerate(self.contest.stages):
            for node in stage.get("bracket", ()):
                if node.get("sides"):
                    yield number, node

    def sides(self, stage: int, node: Node) -> tuple[str, str]:
        """UNKNOWN where it is not decided yet, or only a person can say."""
        first, second = node["sides"]
        return self.comes(stage, first), self.comes(stage, second)

    def comes(self, stage: int, told: str) -> str:
        feed = read_feed(told)
        if feed is None:
            return UNKNOWN
        if feed.unit:
            return self._out_of(stage_id(self.contest, stage), feed)
        return self._placed(stage - 1, feed) if stage else self._numbered(feed.place)

    def result(self, match: Match) -> Mapping[str, Any] | None:
        """As it was entered, or what it is worth where a side was scratched."""
        mark = self.state.marks.get((self.contest.id, MAIN, match.stage, match.key))
        return mark.value if mark and mark.check != "rejected" else walked_over(self.state, self.contest, match)

    def _out_of(self, stage: str, feed: Feed) -> str:
        match = self._matches.get((stage, feed.unit))
        result = self.result(match) if match else None
        won = winner_of(result) if result else None
        if match is None or won is None:
            return UNKNOWN
        return match.sides[won if feed.by == "winner" else 1 - won]

    def _numbered(self, number: int) -> str:
        listed = list_of(self.state, self.contest)
        return listed.starts[number - 1][0] if listed and number <= len(listed.starts) else UNKNOWN

    def _placed(self, stage: int, feed: Feed) -> str:
        """Once everybody has met everybody; of those who share a place nobody is taken."""
        name = stage_id(self.contest, stage)
        met = [one for one in self._matches.values() if one.stage == name]
        if not met or not all(self.result(one) or settled(self.state, self.contest, one) for one in met):
            return UNKNOWN
        if self._tables is None:
            self._tables = _tables(self.state, self.contest)
        table = self._tables.get((name, feed.pool))
        rows = [row for row in table.rows if row.place == feed.place and not row.tied] if table else []
        return rows[0].key if len(rows) == 1 else UNKNOWN


def _tables(state: State, contest: Line) -> Mapping[tuple[str, str], Ranking]:
    """By stage and pool: this contest scored by itself."""
    tables = scored_alone(state, contest.id).tables
    return {(stage or MAIN, pool): ranking for stage, pool, ranking in tables}
