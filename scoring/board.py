"""A standing while it is worked out: its contests priced, the totals of its teams, a team's line where it is asked for.

Of a board before, where only a few contests are other ones, what these changed is added to what was there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import methodcaller

from scoring.cells import Pricing
from scoring.contest import ContestResult
from scoring.facts import Adjustment, Team
from scoring.numbers import Number, exact
from scoring.reasons import Reason
from scoring.regulation import Standing
from scoring.standing import Cell

Tally = Mapping[Number, int]


@dataclass(frozen=True)
class Board:
    """Every contest priced by one standing, in programme order, and the papers about no single contest, by team.

    `tallies`: how often a team has each place, of those about whom it was asked.
    """

    rule: Standing
    teams: Mapping[str, Team]
    adjustments: tuple[Adjustment, ...]
    pricings: Mapping[str, Pricing]
    papers: Mapping[str, tuple[Adjustment, ...]]
    totals: dict[str, Number]
    tallies: dict[str, Tally]

    @cached_property
    def lines(self) -> "Lines":
        return Lines(self)

    @cached_property
    def plain(self) -> bool:
        """Whether every value there is counts, and the total is their sum."""
        return not self.rule.count.selects and not any(pricing.withholds for pricing in self.pricings.values())

    @cached_property
    def held(self) -> int:
        return sum([pricing.contest.held for pricing in self.pricings.values()])

    @cached_property
    def bars(self) -> Mapping[str, Reason]:
        """Why some teams have no place in this standing whatever their total."""
        rule, teams = self.rule, self.teams
        bars: dict[str, Reason] = {}
        if not self.held:
            bars = dict.fromkeys(teams, Reason("nothing_held", rule.order.clause))
        elif rule.count.minimum is not None:
            bars = self._not_classified(rule.count.minimum)
        if rule.teams is None:
            guest = Reason("guest", rule.order.clause)
            bars |= {key: guest for key, team in teams.items() if not team.scores}
        return bars

    def _not_classified(self, minimum: int) -> dict[str, Reason]:
        entered = {team: sum(one.absence(team) is None for one in self.pricings.values()) for team in self.teams}
        return {
            team: Reason("not_classified", self.rule.count.clause, {"entered": many, "minimum": minimum})
            for team, many in entered.items()
            if many < minimum
        }

    @cached_property
    def placed(self) -> list[Mapping[str, tuple[Number, ...]]]:
        return [pricing.placed for pricing in self.pricings.values()]

    def tally(self, team: str) -> Tally:
        """How often the team has each place, in all contests."""
        if team not in self.tallies:
            self.tallies[team] = Counter(chain.from_iterable(map(methodcaller("get", team, ()), self.placed)))
        return self.tallies[team]


def board_of(
    children: Sequence[ContestResult],
    rule: Standing,
    teams: Sequence[Team],
    adjustments: tuple[Adjustment, ...],
    before: object,
) -> Board:
    """The board of a standing; of the one `before`, contests that are the very same are not priced again."""
    alike = isinstance(before, Board) and (before.rule, before.adjustments) == (rule, adjustments)
    old = before if isinstance(before, Board) and alike else None
    priced: dict[str, Pricing] = {}
    for child in children:
        kept = old.pricings.get(child.id) if old else None
        priced[child.id] = kept if kept and kept.contest is child else Pricing(child, rule, adjustments)
    papers: dict[str, list[Adjustment]] = defaultdict(list)
    for paper in adjustments:
        if paper.team and paper.contest is None:
            papers[paper.team].append(paper)
    of_team = {team: tuple(those) for team, those in papers.items()}
    board = Board(rule, {team.id: team for team in teams}, adjustments, priced, of_team, {}, {})
    if old and board.plain and old.plain and old.teams == board.teams and [*old.pricings] == [*priced]:
        _add_changes(board, old)
    else:
        _add_up(board)
    return board


def _add_up(board: Board) -> None:
    """The total of every team: the sum of what counts, with the papers about no single contest."""
    totals = board.totals
    totals |= dict.fromkeys(board.teams, 0)
    if board.plain:
        for pricing in board.pricings.values():
            for team, points in pricing.points.items():
                if team in totals:
                    totals[team] += points
    else:
        for team in totals:
            totals[team] = board.rule.count.total(board.lines[team].values)
    for team in board.papers.keys() & totals.keys():
        totals[team] += sum(paper.points for paper in board.papers[team])
    totals |= {team: exact(total) for team, total in totals.items() if type(total) is not int}


def _add_changes(board: Board, old: Board) -> None:
    """What other contests than before give more, or less, to each team; and the places that were given for others."""
    totals, tallies = board.totals, board.tallies
    totals |= old.totals
    tallies |= old.tallies
    for was, now in zip(old.pricings.values(), board.pricings.values(), strict=True):
        if was is now:
            continue
        for team in (was.points.keys() | now.points.keys()) & totals.keys():
            more = now.points.get(team, 0) - was.points.get(team, 0)
            if more:
                totals[team] = exact(totals[team] + more)
        for team, tally in tallies.items():
            before, after = was.placed.get(team, ()), now.placed.get(team, ())
            if before != after:
                counts = Counter(tally)
                counts.subtract(before)
                counts.update(after)
                tallies[team] = +counts


class Lines(dict[str, "TeamLine"]):
    """The line of every team, made when it is asked for."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board

    def __missing__(self, team: str) -> "TeamLine":
        line = self[team] = TeamLine(team, self.board)
        return line


class TeamLine:
    """A team's way to its total."""

    def __init__(self, team: str, board: Board) -> None:
        self.team, self.board = team, board

    @property
    def total(self) -> Number:
        return self.board.totals[self.team]

    @cached_property
    def counted(self) -> frozenset[str]:
        """The contests that count."""
        team, pricings = self.team, self.board.pricings
        if self.board.plain:
            return frozenset([contest for contest, one in pricings.items() if team in one.points])
        values = [one for pricing in pricings.values() if (one := pricing.candidate(team))]
        return frozenset(self.board.rule.count.choose(values, most=self.board.rule.high))

    @property
    def values(self) -> list[Number]:
        """What the team has in each contest that counts."""
        return [one.points[self.team] for contest, one in self.board.pricings.items() if contest in self.counted]

    @property
    def tally(self) -> Tally:
        return self.board.tally(self.team)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        return tuple([pricing.cell(self.team, self.counted) for pricing in self.board.pricings.values()])

    @property
    def papers(self) -> Number:
        return exact(sum(one.points for one in self._papers()))

    def _papers(self) -> Iterator[Adjustment]:
        yield from self.board.papers.get(self.team, ())
        for pricing in self.board.pricings.values():
            yield from pricing.papers.get(self.team, ())

    def value(self, contest: str) -> Number | None:
        pricing = self.board.pricings.get(contest)
        return pricing.points.get(self.team) if pricing else None

    def places(self, contest: str) -> tuple[Number, ...]:
        pricing = self.board.pricings.get(contest)
        return pricing.places(self.team) if pricing else ()

    def starters(self, contest: str) -> int:
        child = self.board.pricings[contest].contest
        return sum(child.entrants[key].team == self.team for one in child.lists for key in one.ranking.listed)

    def because(self) -> Reason:
        bar = self.board.bars.get(self.team)
        return bar or Reason("total", None, {"total": self.total, "counted": len(self.counted)})
