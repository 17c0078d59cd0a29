"""combine(): children into one table. Values, then what counts, then the sum with its papers, then ties."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from scoring.cells import Pricing, places
from scoring.contest import ContestResult
from scoring.criteria.overall import Line, StandingField
from scoring.facts import Adjustment, Team
from scoring.numbers import exact
from scoring.order import Decision
from scoring.rank import rank
from scoring.ranking import Ranking
from scoring.reasons import Reason
from scoring.regulation import Standing
from scoring.standing import Cell, Table, TableRow


def combine(
    children: Sequence[ContestResult],
    rule: Standing,
    teams: Sequence[Team],
    adjustments: Sequence[Adjustment] = (),
    decisions: Sequence[Decision] = (),
) -> Table:
    """The standing of the teams over their results in the children, which are given in programme order."""
    pricings = [Pricing(child, rule, adjustments) for child in children]
    papers: dict[str, list[Adjustment]] = defaultdict(list)
    for paper in adjustments:
        if paper.contest is None:
            papers[paper.team].append(paper)
    cells = {team.id: _counted([pricing.cell(team.id) for pricing in pricings], rule) for team in teams}
    lines = {team: _line(cells[team], papers[team]) for team in cells}
    held = sum(child.held for child in children)
    barred = {team.id: reason for team in teams if (reason := _barred(team, cells[team.id], rule, held))}
    programme = tuple(child.id for child in children)
    field = StandingField([team for team in cells if team not in barred], lines, programme, rule.high)
    ranking = rank(field, rule.order, decisions)
    listed = [*ranking.equals, *barred]
    rows = [_row(team, ranking, lines[team], cells[team], papers[team], barred.get(team)) for team in listed]
    return Table(rule.id, tuple(rows), ranking.undecided, _reservation(rule, held), programme, ranking.used)


def _counted(cells: list[Cell], rule: Standing) -> tuple[Cell, ...]:
    chosen = rule.count.choose(cells, most=rule.high)
    return tuple(
        replace(cell, counted=False) if cell.counted and index not in chosen else cell
        for index, cell in enumerate(cells)
    )


def _line(cells: Sequence[Cell], papers: Sequence[Adjustment]) -> Line:
    points = sum(cell.points for cell in cells if cell.counted and cell.points is not None)
    return Line(
        total=exact(points + sum(paper.points for paper in papers)),
        values={cell.contest: cell.points for cell in cells},
        places={cell.contest: places(cell) for cell in cells},
        counted=frozenset(cell.contest for cell in cells if cell.counted),
    )


def _barred(team: Team, cells: Sequence[Cell], rule: Standing, held: int) -> Reason | None:
    """Why a team has no place in this standing whatever its total."""
    if not team.scores:
        return Reason("guest", rule.order.clause)
    if not held:
        return Reason("nothing_held", rule.order.clause)
    entered = sum(cell.absence is None for cell in cells)
    if rule.count.minimum and entered < rule.count.minimum:
        return Reason("not_classified", rule.count.clause, {"entered": entered, "minimum": rule.count.minimum})
    return None


def _row(
    team: str, ranking: Ranking, line: Line, cells: tuple[Cell, ...], papers: Sequence[Adjustment], bar: Reason | None
) -> TableRow:
    placed = ranking.equals.get(team)
    return TableRow(
        team=team,
        place=placed.place if placed else None,
        tied=placed is not None and placed.sharing > 1,
        total=line.total,
        cells=cells,
        adjustments=tuple(papers),
        guest=bar is not None and bar.kind == "guest",
        basis=bar or Reason("total", None, {"total": line.total, "counted": sum(cell.counted for cell in cells)}),
        split=ranking.ties(team) if placed else None,
    )


def _reservation(rule: Standing, held: int) -> Reason | None:
    """A count meant for another number of contests than were held waits for a decision."""
    if rule.count.of is None or rule.count.of == held:
        return None
    return Reason("contests_held", rule.count.clause, {"held": held, "of": rule.count.of})
