"""changes(): who moved where between two results of one Games, and what moved them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scoring.engine import Result
from scoring.numbers import Number
from scoring.ranking import Ranking
from scoring.reasons import Reason
from scoring.standing import Table, TableRow


@dataclass(frozen=True, slots=True)
class Change:
    """`scope`: "entrants" or "teams" of a contest, or "standing"; `where` is its id, `key` an entrant or a team.

    `because` is what the new place stands on; `contests` are those whose cell is another one in a standing. A total is
    None outside standings, and all of a side is None for a row that is only on the other one.
    """

    scope: str
    where: str
    key: str
    place_before: Number | None
    place_after: Number | None
    total_before: Number | None = None
    total_after: Number | None = None
    contests: tuple[str, ...] = ()
    because: Reason | None = None


def changes(before: Result, after: Result) -> tuple[Change, ...]:
    """Every row whose place or total is another one, standings first. Contests taken over are skipped."""
    return tuple(_standings(before, after)) + tuple(_contests(before, after))


def _standings(before: Result, after: Result) -> Iterator[Change]:
    for key, table in after.standings.items():
        rows = before.standings[key].by_team if key in before.standings else {}
        for row in table.rows:
            change = _row(table, rows.get(row.team), row)
            if change:
                yield change


def _row(table: Table, old: TableRow | None, new: TableRow) -> Change | None:
    if old and (old.place, old.total) == (new.place, new.total):
        return None
    was = {cell.contest: (cell.place, cell.points, cell.counted) for cell in old.cells} if old else {}
    now = {cell.contest: (cell.place, cell.points, cell.counted) for cell in new.cells}
    return Change(
        scope="standing",
        where=table.id,
        key=new.team,
        place_before=old.place if old else None,
        place_after=new.place,
        total_before=old.total if old else None,
        total_after=new.total,
        contests=tuple(one for one in now if now[one] != was.get(one)),
        because=new.tie() or new.because(),
    )


def _contests(before: Result, after: Result) -> Iterator[Change]:
    for key, contest in after.contests.items():
        old = before.contests.get(key)
        if contest is old:
            continue
        for part in contest.lists:
            was = next((one for one in old.lists if one.id == part.id), None) if old else None
            yield from _ranking("entrants", key, was.ranking if was else Ranking(), part.ranking)
        yield from _ranking("teams", key, old.teams if old else Ranking(), contest.teams)


def _ranking(scope: str, where: str, before: Ranking, after: Ranking) -> Iterator[Change]:
    keys: Mapping[str, None] = dict.fromkeys([*after.by_key, *before.by_key])
    for key in keys:
        row = after.by_key.get(key)
        was, now = before.place(key), after.place(key)
        if was != now or (row is None) != (key not in before.by_key):
            yield Change(scope, where, key, was, now, because=(row.tie() or row.because()) if row else None)
