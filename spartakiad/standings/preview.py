"""What another regulation, or a decision, would do to a standing as it is now, before anybody signs it."""

from dataclasses import dataclass

from scoring import Table, TableRow
from spartakiad.competition.memory import Now, scored
from spartakiad.competition.state import State
from spartakiad.standings.queries import overall_table
from spartakiad.words.numbers import number


@dataclass(frozen=True, slots=True)
class Moved:
    """A team with its place and total by the regulation in force, and by the other one; "–" where it has none."""

    team: str
    place: str
    total: str
    new_place: str
    new_total: str

    @property
    def differs(self) -> bool:
        return (self.place, self.total) != (self.new_place, self.new_total)


def what_if(now: Now, state: State, standing: str = "") -> tuple[Moved, ...]:
    """In the order that would be in this state; of the overall standing, or of the one that is named.

    Raises Refusal regulation_broken for a regulation that cannot be scored.
    """
    after = scored(now.slug, state, None)
    before = {row.team: row for row in _rows(now, standing)}
    titles = {team.slug: team.title for team in now.state.teams.values()}
    return tuple(_moved(titles.get(row.team, row.team), before.get(row.team), row) for row in _rows(after, standing))


def _rows(now: Now, standing: str) -> tuple[TableRow, ...]:
    table: Table | None = overall_table(now)
    if standing and now.result:
        table = now.result.standings.get(standing)
    return table.rows if table else ()


def _moved(title: str, before: TableRow | None, after: TableRow) -> Moved:
    return Moved(title, *(_shown(before) if before else ("–", "–")), *_shown(after))


def _shown(row: TableRow) -> tuple[str, str]:
    return "–" if row.place is None else number(row.place), number(row.total)
