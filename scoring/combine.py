"""combine(): children into one table. Values, then what counts, then the total with its papers, then ties."""

from collections.abc import Sequence
from itertools import repeat

from scoring.board import Board, Lines, board_of
from scoring.contest import ContestResult
from scoring.criteria.overall import StandingField
from scoring.facts import Adjustment, Team
from scoring.lazy import by_the_thousand
from scoring.order import Decision
from scoring.rank import rank
from scoring.ranking import Ranking
from scoring.reasons import Reason
from scoring.regulation import Standing
from scoring.standing import Table, TableRow

_new_row = by_the_thousand(TableRow)


def combine(
    children: Sequence[ContestResult],
    rule: Standing,
    teams: Sequence[Team],
    adjustments: Sequence[Adjustment] = (),
    decisions: Sequence[Decision] = (),
    before: Table | None = None,
) -> Table:
    """The standing of the teams over their results in the children, which are given in programme order.

    Of `before`, contests that are the very same are not priced again.
    """
    board = board_of(children, rule, teams, tuple(adjustments), before.board if before else None)
    bars = board.bars
    able = [team for team in board.teams if team not in bars] if bars else list(board.teams)
    lines = Lines(board)
    field = StandingField(able, board.totals, board.places, lines, tuple(board.pricings), rule.high)
    ranking = rank(field, rule.order, decisions)
    return Table(
        id=rule.id,
        rows=_rows(board, lines, ranking),
        undecided=ranking.undecided,
        reservation=_reservation(rule, board.held) if rule.count.of else None,
        contests=tuple(board.pricings),
        cancelled=(),
        used=ranking.used,
        board=board,
    )


def _rows(board: Board, lines: Lines, ranking: Ranking) -> tuple[TableRow, ...]:
    """The placed, then whoever has no place here."""
    totals, papers, bars, ties = board.totals, board.papers, board.bars, ranking.ties
    line = ranking.line
    _, sharing, places = ranking.columns
    tied, own = map((1).__lt__, sharing), map(papers.get, line, repeat(()))
    columns = (line, places, tied, own, repeat(False), map(totals.__getitem__, line))
    rows = list(map(_new_row, zip(*columns, repeat(lines), repeat(ties), strict=False)))
    for team in [one for one in board.teams if one in bars] if bars else ():
        guest = bars[team].kind == "guest"
        rows.append(TableRow(team, None, False, papers.get(team, ()), guest, totals[team], lines, ties))
    return tuple(rows)


def _reservation(rule: Standing, held: int) -> Reason | None:
    """A count meant for another number of contests than were held waits for a decision."""
    if rule.count.of == held:
        return None
    return Reason("contests_held", rule.count.clause, {"held": held, "of": rule.count.of})
