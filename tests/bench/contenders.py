"""Who scores the programme: the engine through its public score(), a hand-written loop, and what one might take.

Each has `setup(programme)`, `cold()` (from what it keeps in memory to the table) and, where it can, `change(i, value)`
(one result is another one, then the new table).
"""

import bisect
import sqlite3
from collections.abc import Iterable
from typing import Any, Protocol

import scoring
from tests.bench.workload import BEST, Line, Programme, placed, points_table

Rows = Iterable[Iterable[int]]


class Contender(Protocol):
    name: str

    def setup(self, programme: Programme) -> None: ...
    def cold(self) -> Rows: ...
    def change(self, index: int, value: int) -> Rows: ...


class Engine:
    """The product: a parsed document, score(), and the rows of the table. `reasons`: every reason is asked for too."""

    def __init__(self, *, reasons: bool = False) -> None:
        self.reasons = reasons
        self.name = "engine, every reason" if reasons else "engine"

    def setup(self, programme: Programme) -> None:
        self.raw = document(programme)
        self.before: scoring.Result | None = None
        self.parsed = scoring.parse(self.raw)

    def cold(self) -> Rows:
        self.before = scoring.score(self.parsed)
        return self._rows(self.before)

    def change(self, index: int, value: int) -> Rows:
        mark = self.raw["mark"][index]
        self.parsed = self.parsed.with_mark({**mark, "score": value})
        self.before = scoring.score(self.parsed, self.before)
        return self._rows(self.before)

    def _rows(self, result: scoring.Result) -> Rows:
        table = result.standings["overall"]
        if self.reasons:
            every_reason(result)
        medals = {row.team: [0, 0, 0] for row in table.rows}
        for contest in result.contests.values():
            places = contest.teams.places
            for team in contest.teams.line:
                place = places[team]
                if place > 3:
                    break
                medals[team][place - 1] += 1
        return [(row.place, int(row.team), row.total, *medals[row.team]) for row in table.rows]


def every_reason(result: scoring.Result) -> int:
    """Asks for the reason of every line, cell and tie; how many there were."""
    lines = [row for one in result.contests.values() for ranking in (one.ranking, one.teams) for row in ranking.rows]
    rows = [row for table in result.standings.values() for row in table.rows]
    reasons = [one.because() for one in lines] + [one.tie() for one in lines]
    reasons += [one.because() for one in rows] + [one.tie() for one in rows]
    cells = [cell for row in rows for cell in row.cells]
    reasons += [one.because() for one in cells] + [one.left_out() for one in cells]
    return len(reasons) - reasons.count(None)


def document(programme: Programme) -> dict[str, Any]:
    """The programme as a document of ours."""
    table = [value for value in points_table(programme.athletes) if value > 1]
    points = {"kind": "table", "table": table, "beyond": 1}
    members = {"kind": "best", "k": BEST, "value": "points", "points": points}
    team = {"members": members, "incomplete": "as_is"}
    rules = {
        wins: {"stages": [{"format": "list", "mark": "score", "wins": wins}], "team": team}
        for wins in ("least", "most")
    }
    columns = (programme.athlete, programme.team, programme.discipline, programme.value, programme.ok)
    results = list(zip(*columns, strict=True))
    order = {"blocks": [{"by": ["total"]}, {"by": ["places"], "depth": 3}]}
    return {
        "format": 1,
        "contest": [{"id": f"d{d}", "rules": "least" if one else "most"} for d, one in enumerate(programme.least)],
        "rules": rules,
        "standing": [{"id": "overall", "value": {"kind": "raw"}, "absent": {"any": 0}, "order": order}],
        "team": [{"id": str(team)} for team in range(programme.teams)],
        "entrant": [{"id": str(a), "contest": f"d{d}", "team": str(t)} for a, t, d, _, _ in results],
        "mark": [
            {"contest": f"d{d}", "entrant": str(a), "score": value} | ({} if ok else {"status": "DNF"})
            for a, _, d, value, ok in results
        ],
    }


class ByDiscipline:
    """Plain Python that keeps each discipline's share of the totals and works out the touched one again."""

    name = "python by discipline"

    def setup(self, programme: Programme) -> None:
        self.programme = programme
        self.points = points_table(programme.athletes + 1)

    def cold(self) -> Rows:
        programme = self.programme
        self.results: list[list[tuple[int, int]]] = [[] for _ in programme.least]
        columns = (programme.team, programme.discipline, programme.value, programme.ok)
        for team, discipline, value, ok in zip(*columns, strict=True):
            if ok:
                self.results[discipline].append((value if programme.least[discipline] else -value, team))
        self.totals = [[0, 0, 0, 0] for _ in range(programme.teams)]
        self.shares = [self._share(sorted(rows)) for rows in self.results]
        for rows in self.results:
            rows.sort()
        for share in self.shares:
            self._add(share, 1)
        return self._table()

    def change(self, index: int, value: int) -> Rows:
        programme = self.programme
        discipline, team = programme.discipline[index], programme.team[index]
        sign = 1 if programme.least[discipline] else -1
        if programme.ok[index]:
            rows = self.results[discipline]
            rows.pop(bisect.bisect_left(rows, (programme.value[index] * sign, team)))
            bisect.insort(rows, (value * sign, team))
        programme.value[index] = value
        self._add(self.shares[discipline], -1)
        self.shares[discipline] = self._share(self.results[discipline])
        self._add(self.shares[discipline], 1)
        return self._table()

    def _share(self, rows: list[tuple[int, int]]) -> dict[int, list[int]]:
        """What one discipline gives: by team its sum, and a 1 at its first, second or third place."""
        sums: dict[int, int] = {}
        counted: dict[int, int] = {}
        place, before = 0, None
        for number, (value, team) in enumerate(rows):
            if value != before:
                place, before = number, value
            taken = counted.get(team, 0)
            if taken < BEST:
                counted[team] = taken + 1
                sums[team] = sums.get(team, 0) + self.points[place]
        share = {team: [total, 0, 0, 0] for team, total in sums.items()}
        place, before = 0, None
        for number, (team, total) in enumerate(sorted(sums.items(), key=lambda one: -one[1]), start=1):
            if total != before:
                place, before = number, total
            if place <= 3:
                share[team][place] = 1
        return share

    def _add(self, share: dict[int, list[int]], sign: int) -> None:
        for team, gained in share.items():
            total = self.totals[team]
            for column, value in enumerate(gained):
                total[column] += sign * value

    def _table(self) -> Rows:
        return placed((team, *total) for team, total in enumerate(self.totals))  # type: ignore[misc]


SQL = """
WITH ranked AS (
  SELECT result.discipline, result.team, RANK() OVER (
    PARTITION BY result.discipline ORDER BY CASE WHEN least THEN value ELSE -value END) AS place
  FROM result JOIN discipline ON discipline.id = result.discipline WHERE ok),
priced AS (
  SELECT discipline, team, points, ROW_NUMBER() OVER (PARTITION BY discipline, team ORDER BY points DESC) AS nth
  FROM ranked JOIN price ON price.place = ranked.place),
summed AS (SELECT discipline, team, SUM(points) AS points FROM priced WHERE nth <= 3 GROUP BY discipline, team),
of_teams AS (SELECT team, points, RANK() OVER (PARTITION BY discipline ORDER BY points DESC) AS place FROM summed)
SELECT team, SUM(points), SUM(place = 1), SUM(place = 2), SUM(place = 3) FROM of_teams GROUP BY team
"""


class Sqlite:
    """Window functions over an indexed table in memory."""

    name = f"SQLite {sqlite3.sqlite_version}"

    def setup(self, programme: Programme) -> None:
        self.base = sqlite3.connect(":memory:")
        self.base.execute("CREATE TABLE result (id INTEGER PRIMARY KEY, team INT, discipline INT, value INT, ok INT)")
        self.base.execute("CREATE TABLE discipline (id INTEGER PRIMARY KEY, least INT)")
        self.base.execute("CREATE TABLE price (place INTEGER PRIMARY KEY, points INT)")
        columns = (range(len(programme)), programme.team, programme.discipline, programme.value, programme.ok)
        self.base.executemany("INSERT INTO result VALUES (?, ?, ?, ?, ?)", zip(*columns, strict=True))
        self.base.executemany("INSERT INTO discipline VALUES (?, ?)", enumerate(map(int, programme.least)))
        prices = enumerate(points_table(programme.athletes + 1), start=1)
        self.base.executemany("INSERT INTO price VALUES (?, ?)", prices)
        self.base.execute("CREATE INDEX by_discipline ON result (discipline, value, team, ok)")
        self.base.execute("ANALYZE")

    def cold(self) -> Rows:
        return placed(self._lines())

    def change(self, index: int, value: int) -> Rows:
        self.base.execute("UPDATE result SET value = ? WHERE id = ?", (value, index))
        return self.cold()

    def _lines(self) -> Iterable[Line]:
        lines: list[Line] = self.base.execute(SQL).fetchall()
        return lines


class Polars:
    """Data frames, lazily: the fastest of the table libraries here."""

    name = "polars"

    def setup(self, programme: Programme) -> None:
        import polars

        self.polars = polars
        columns = {name: list(getattr(programme, name)) for name in ("team", "discipline", "value", "ok")}
        self.frame = polars.DataFrame(columns)
        self.least = polars.DataFrame({"discipline": range(programme.disciplines), "least": programme.least})
        prices = points_table(programme.athletes + 1)
        self.prices = polars.DataFrame({"place": range(1, len(prices) + 1), "points": prices})

    def change(self, index: int, value: int) -> Rows:
        self.frame[index, "value"] = value
        return self.cold()

    def cold(self) -> Rows:
        column, when = self.polars.col, self.polars.when
        ranked = (
            self.frame.lazy()
            .filter(column("ok") == 1)
            .join(self.least.lazy(), on="discipline")
            .with_columns(key=when("least").then("value").otherwise(-column("value")))
            .with_columns(place=column("key").rank("min").over("discipline").cast(self.polars.Int64))
            .join(self.prices.lazy(), on="place")
        )
        teams = (
            ranked.group_by("discipline", "team")
            .agg(points=column("points").top_k(BEST).sum())
            .with_columns(place=column("points").rank("min", descending=True).over("discipline"))
        )
        medals = [(column("place") == place).sum().alias(f"n{place}") for place in (1, 2, 3)]
        return placed(teams.group_by("team").agg(column("points").sum(), *medals).collect().iter_rows())
