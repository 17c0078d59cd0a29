"""The result as plain JSON values: the shape that `python -m scoring` prints and that archives keep."""

from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction

from scoring.contest import ContestResult
from scoring.cup import Cup
from scoring.engine import Result
from scoring.facts import Adjustment
from scoring.numbers import spell
from scoring.order import Decision
from scoring.ranking import Row
from scoring.reasons import Reason
from scoring.standing import Cell, Table, TableRow

Json = dict[str, object]


def as_json(result: Result) -> Json:
    """Numbers are ints or "n/d"; a reason is {kind, clause, args}; rows that hold no news leave their keys out."""
    return {
        "contests": {key: _contest(one) for key, one in result.contests.items()},
        "standings": {key: _standing(one) for key, one in result.standings.items()},
        "cup": _cup(result.cup) if result.cup else None,
        "unused": [_fact(decision) for decision in result.unused],
    }


def _contest(contest: ContestResult) -> Json:
    shown: Json = {
        "complete": contest.complete,
        "ranking": [_ranked(row, "entrant") for row in contest.ranking.rows],
        "teams": [_ranked(row, "team") for row in contest.teams.rows],
        "undecided": [list(group) for group in (*contest.ranking.undecided, *contest.teams.undecided)],
    }
    return shown | ({"parts": {key: _contest(part) for key, part in contest.parts.items()}} if contest.parts else {})


def _ranked(row: Row, key: str) -> Json:
    line: Json = {key: row.key, "place": plain(row.place), "tied": row.tied}
    if key == "entrant":
        line["status"] = row.status.value if row.status else None
    if row.guest:
        line["guest"] = True
    return line | _why(row.because(), row.tie())


def _standing(table: Table) -> Json:
    shown: Json = {
        "rows": [_row(row) for row in table.rows],
        "undecided": [list(group) for group in table.undecided],
    }
    shown |= {"reservation": plain(table.reservation)} if table.reservation else {}
    return shown | ({"cancelled": [_fact(one) for one in table.cancelled]} if table.cancelled else {})


def _row(row: TableRow) -> Json:
    line: Json = {"team": row.team, "place": plain(row.place), "tied": row.tied, "total": plain(row.total)}
    if row.guest:
        line["guest"] = True
    line["cells"] = [_cell(cell) for cell in row.cells]
    line["adjustments"] = [_fact(one) for one in row.adjustments]
    return line | _why(row.because(), row.tie())


def _cell(cell: Cell) -> Json:
    shown: Json = {
        "contest": cell.contest,
        "place": plain(cell.place),
        "points": plain(cell.points),
        "counted": cell.counted,
        "absence": cell.absence.value if cell.absence else None,
        "because": plain(cell.because()),
    }
    left_out = cell.left_out()
    if left_out:
        shown["left_out"] = plain(left_out)
    return shown | ({"adjustments": [_fact(one) for one in cell.adjustments]} if cell.adjustments else {})


def _cup(cup: Cup) -> Json:
    shown: Json = {"standing": cup.standing, "state": cup.state, "teams": list(cup.teams)}
    return shown | {"missing": list(cup.missing), "because": plain(cup.because)}


def _why(because: Reason | None, tie: Reason | None) -> Json:
    return {"because": plain(because)} | ({"tie": plain(tie)} if tie else {})


def _fact(fact: Decision | Adjustment) -> Json:
    """A fact as it stands in the document, without the keys it leaves out."""
    shown = {field.name: getattr(fact, field.name) for field in fields(fact)}
    return {name: plain(value) for name, value in shown.items() if value is not None and value != ()}


def plain(value: object) -> object:
    """Any value of a result as JSON has it."""
    if isinstance(value, Reason):
        return {"kind": value.kind, "clause": value.clause, "args": plain(value.args)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return spell(value) if isinstance(value, Fraction) else value
