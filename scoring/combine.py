"""combine(): children into one table. Values, then what counts, then the total with its papers, then ties."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from scoring.cells import Pricing
from scoring.contest import ContestResult
from scoring.criteria.overall import StandingField
from scoring.facts import Adjustment, Team
from scoring.numbers import Number, exact
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
    before: Table | None = None,
) -> Table:
    """The standing of the teams over their results in the children, which are given in programme order.

    Of `before`, contests that are the very same are not priced again.
    """
    board = _board(children, rule, tuple(adjustments), before)
    held = sum(child.held for child in children)
    since = _since(before, board)
    board.lines.update({team.id: TeamLine(team, board, held, since) for team in teams})
    lines = board.lines
    able = [team for team in lines if lines[team].bar is None]
    ranking = rank(StandingField(able, lines, tuple(board.pricings), rule.high), rule.order, decisions)
    listed = [*ranking.equals, *(team for team in lines if lines[team].bar)]
    return Table(
        id=rule.id,
        rows=tuple([_row(team, ranking, lines[team]) for team in listed]),
        undecided=ranking.undecided,
        reservation=_reservation(rule, held),
        contests=tuple(board.pricings),
        cancelled=(),
        used=ranking.used,
        board=board,
    )


@dataclass(frozen=True)
class Board:
    """Every contest priced by one standing, in programme order, and the papers about no single contest, by team."""

    rule: Standing
    adjustments: tuple[Adjustment, ...]
    pricings: Mapping[str, Pricing]
    papers: Mapping[str, tuple[Adjustment, ...]]
    lines: dict[str, "TeamLine"]

    @cached_property
    def plain(self) -> bool:
        """Whether every value there is counts."""
        return not self.rule.count.selects and not any(pricing.withholds for pricing in self.pricings.values())

    @cached_property
    def columns(self) -> list[Mapping[str, Number]]:
        return [pricing.points for pricing in self.pricings.values()]


def _board(
    children: Sequence[ContestResult], rule: Standing, adjustments: tuple[Adjustment, ...], before: Table | None
) -> Board:
    old = before.board if before else None
    kept: Mapping[str, Pricing] = {}
    if isinstance(old, Board) and (old.rule, old.adjustments) == (rule, adjustments):
        kept = old.pricings
    pricings: dict[str, Pricing] = {}
    for child in children:
        priced = kept.get(child.id)
        same = priced is not None and priced.contest is child
        pricings[child.id] = priced if priced and same else Pricing(child, rule, adjustments)
    papers: dict[str, list[Adjustment]] = defaultdict(list)
    for paper in adjustments:
        if paper.team and paper.contest is None:
            papers[paper.team].append(paper)
    return Board(rule, adjustments, pricings, {team: tuple(those) for team, those in papers.items()}, {})


class Since(NamedTuple):
    """What was there before, where only a few contests are other ones and every value counts.

    `gained`: of whoever has other points now, how many more. `moved`: of whoever has another place, both.
    """

    lines: Mapping[str, "TeamLine"]
    gained: Mapping[str, Number]
    moved: Mapping[str, Sequence[tuple[tuple[Number, ...], tuple[Number, ...]]]]


def _since(before: Table | None, board: Board) -> Since | None:
    old = before.board if before else None
    if not isinstance(old, Board) or (old.rule, old.adjustments) != (board.rule, board.adjustments):
        return None
    if not (board.plain and old.plain) or [*old.pricings] != [*board.pricings]:
        return None
    gained: dict[str, Number] = defaultdict(int)
    moved: dict[str, list[tuple[tuple[Number, ...], tuple[Number, ...]]]] = defaultdict(list)
    for was, now in zip(old.pricings.values(), board.pricings.values(), strict=True):
        if was is now:
            continue
        for team in was.points.keys() | now.points.keys():
            gained[team] += now.points.get(team, 0) - was.points.get(team, 0)
            places = was.places(team), now.places(team)
            if places[0] != places[1]:
                moved[team].append(places)
    return Since(old.lines, gained, moved)


class TeamLine:
    """A team's way to its total."""

    def __init__(self, team: Team, board: Board, held: int, since: Since | None) -> None:
        self.team, self.board, self.held = team, board, held
        self.added = board.papers.get(team.id, ())
        self.total: Number
        old = since.lines.get(team.id) if since else None
        if since and old:
            self.total = exact(old.total + since.gained.get(team.id, 0))
            if "tally" in vars(old):
                self.tally = _moved(old.tally, since.moved.get(team.id, ()))
        else:
            self.total = self._total()
        self.bar = self._bar()

    @cached_property
    def counted(self) -> frozenset[str]:
        team, pricings = self.team.id, self.board.pricings
        if self.board.plain:
            return frozenset(contest for contest, one in pricings.items() if team in one.points)
        values = [one for pricing in pricings.values() if (one := pricing.candidate(team))]
        return frozenset(self.board.rule.count.choose(values, most=self.board.rule.high))

    def _total(self) -> Number:
        team, board = self.team.id, self.board
        if board.plain:
            values = [column[team] for column in board.columns if team in column]
        else:
            values = [one.points[team] for contest, one in board.pricings.items() if contest in self.counted]
        total = board.rule.count.total(values)
        return exact(total + sum(paper.points for paper in self.added)) if self.added else total

    @cached_property
    def tally(self) -> Mapping[Number, int]:
        return Counter([place for contest in self.board.pricings for place in self.places(contest)])

    def _bar(self) -> Reason | None:
        """Why the team has no place in this standing whatever its total."""
        rule = self.board.rule
        if not self.team.scores and rule.teams is None:
            return Reason("guest", rule.order.clause)
        if not self.held:
            return Reason("nothing_held", rule.order.clause)
        if rule.count.minimum is None:
            return None
        entered = sum(pricing.absence(self.team.id) is None for pricing in self.board.pricings.values())
        if entered >= rule.count.minimum:
            return None
        return Reason("not_classified", rule.count.clause, {"entered": entered, "minimum": rule.count.minimum})

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        return tuple([pricing.cell(self.team.id, self.counted) for pricing in self.board.pricings.values()])

    @property
    def papers(self) -> Number:
        within = (one for pricing in self.board.pricings.values() for one in pricing.papers.get(self.team.id, ()))
        return exact(sum(one.points for one in (*self.added, *within)))

    def value(self, contest: str) -> Number | None:
        pricing = self.board.pricings.get(contest)
        return pricing.points.get(self.team.id) if pricing else None

    def places(self, contest: str) -> tuple[Number, ...]:
        pricing = self.board.pricings.get(contest)
        return pricing.places(self.team.id) if pricing else ()

    def starters(self, contest: str) -> int:
        child = self.board.pricings[contest].contest
        return sum(child.entrants[key].team == self.team.id for one in child.lists for key in one.ranking.listed)

    def because(self) -> Reason:
        return self.bar or Reason("total", None, {"total": self.total, "counted": len(self.counted)})


def _moved(
    tally: Mapping[Number, int], moved: Sequence[tuple[tuple[Number, ...], tuple[Number, ...]]]
) -> Mapping[Number, int]:
    """How often each place is held, after some were given for others."""
    if not moved:
        return tally
    counts = Counter(tally)
    for before, after in moved:
        counts.subtract(before)
        counts.update(after)
    return +counts


def _row(team: str, ranking: Ranking, line: TeamLine) -> TableRow:
    placed = ranking.equals.get(team)
    return TableRow(
        team=team,
        place=placed.place if placed else None,
        tied=placed is not None and len(placed.keys) > 1,
        adjustments=line.added,
        guest=line.bar is not None and line.bar.kind == "guest",
        line=line,
        ties=ranking.ties,
    )


def _reservation(rule: Standing, held: int) -> Reason | None:
    """A count meant for another number of contests than were held waits for a decision."""
    if rule.count.of is None or rule.count.of == held:
        return None
    return Reason("contests_held", rule.count.clause, {"held": held, "of": rule.count.of})
