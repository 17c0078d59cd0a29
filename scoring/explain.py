"""explain(): a team's total taken apart, down to the marks; enough to add it up again by hand."""

from dataclasses import dataclass

from scoring.board import Board
from scoring.contest import ContestResult
from scoring.engine import Result
from scoring.numbers import Number
from scoring.reasons import Reason
from scoring.standing import Cell, Table


@dataclass(frozen=True, slots=True)
class Tree:
    """`label`: the id of what is explained (team, contest, entrant; "" for a paper).

    The value of a team is the sum of its children that count; the children of a contest are what its place stands on.
    """

    label: str
    reason: Reason | None
    value: Number | None
    counted: bool = True
    children: tuple["Tree", ...] = ()
    tie: Reason | None = None
    left_out: Reason | None = None


def explain(result: Result, standing: str, team: str) -> Tree:
    """Why a team has the total and the place it has. Raises KeyError for a standing or a team that is not there."""
    table = result.standings[standing]
    row = table.by_team[team]
    cells = tuple(_cell(cell, team, _scored(table, cell.contest)) for cell in row.cells)
    papers = tuple(_paper(one.points, one.reason, one.document) for one in row.adjustments)
    return Tree(team, row.because(), row.total, children=cells + papers, tie=row.tie())


def _scored(table: Table, contest: str) -> ContestResult:
    """The contest as this standing sees it: of a group of teams, of cities."""
    board = table.board
    assert isinstance(board, Board)
    return board.pricings[contest].contest


def _cell(cell: Cell, team: str, contest: ContestResult) -> Tree:
    papers = tuple(_paper(one.points, one.reason, one.document) for one in cell.adjustments)
    return Tree(
        label=cell.contest,
        reason=cell.because(),
        value=cell.points,
        counted=cell.counted,
        children=_place(cell, team, contest) + papers,
        left_out=cell.left_out(),
    )


def _place(cell: Cell, team: str, contest: ContestResult) -> tuple[Tree, ...]:
    """What the team's place stands on; where its entrants' own places are worth points, each of these."""
    if cell.shares and cell.terms.of_teams:
        return tuple(_team(one.entrant, one.points, contest) for one in cell.shares)
    if cell.shares:
        return tuple(_entrant(one.entrant, one.points * one.share, contest) for one in cell.shares)
    row = contest.teams.by_key.get(team)
    squad = contest.squads.get(team)
    if row is None or squad is None:
        return ()
    members = tuple(_entrant(one.entrant or "", one.value, contest) for one in squad.counted)
    return (Tree(team, row.because(), row.place, children=members, tie=row.tie()),)


def _team(key: str, value: Number, contest: ContestResult) -> Tree:
    row = contest.teams.by_key.get(key)
    return Tree(key, row.because() if row else None, value, tie=row.tie() if row else None)


def _entrant(key: str, value: Number, contest: ContestResult) -> Tree:
    row = contest.row(key)
    return Tree(key, row.because() if row else None, value, tie=row.tie() if row else None)


def _paper(points: Number, why: str | None, document: str | None) -> Tree:
    return Tree("", Reason("adjustment", None, {"points": points, "why": why, "document": document}), points)
