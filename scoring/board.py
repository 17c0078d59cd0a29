"""A standing while it is worked out: its contests priced, the totals of its teams, a team's line where it is asked for.

Of a board before, where only a few contests are other ones, what these changed is added to what was there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scoring.cells import Pricing
from scoring.contest import ContestResult
from scoring.facts import Adjustment, Team
from scoring.lazy import lazy, record
from scoring.numbers import Number, exact
from scoring.reasons import Reason
from scoring.regulation import Standing
from scoring.standing import Cell
from scoring.statuses import Absence

Tally = Mapping[Number, int]


@record
class Board:
    """Every contest priced by one standing, in programme order, and the papers about no single contest, by team.

    `tallies`: how often a team has each place, of those about whom it was asked; `earlier`: as they were before other
    places were given in some contests, `moved`.
    """

    rule: Standing
    teams: Mapping[str, Team]
    adjustments: tuple[Adjustment, ...]
    pricings: Mapping[str, Pricing]
    papers: Mapping[str, tuple[Adjustment, ...]]
    totals: dict[str, Number]
    tallies: dict[str, Tally]
    earlier: Mapping[str, Tally]
    moved: Sequence[tuple[Pricing, Pricing]]

    @lazy
    def plain(self) -> bool:
        """Whether every value there is counts, and the total is their sum."""
        return not self.rule.count.selects and True not in [pricing.withholds for pricing in self.pricings.values()]

    @lazy
    def held(self) -> int:
        return sum([pricing.contest.held for pricing in self.pricings.values()])

    @lazy
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
        entered = {
            team: sum(one.absence(team) in (None, Absence.PLAYING) for one in self.pricings.values())
            for team in self.teams
        }
        return {
            team: Reason("not_classified", self.rule.count.clause, {"entered": many, "minimum": minimum})
            for team, many in entered.items()
            if many < minimum
        }

    def tally(self, team: str) -> Tally:
        """How often the team has each place, in all contests."""
        if team not in self.tallies:
            self.tallies[team] = self._tally(team)
        return self.tallies[team]

    def _tally(self, team: str) -> Tally:
        if team not in self.earlier:
            places = [place for one in self.pricings.values() for place in one.places(team)]
            return _recounted({}, (), places)
        tally = self.earlier[team]
        for was, now in self.moved:
            before, after = was.places(team), now.places(team)
            if before != after:
                tally = _recounted(tally, before, after)
        return tally


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
    named = {team.id: team for team in teams}
    moved: list[tuple[Pricing, Pricing]] = []
    if old and old.teams == named and [*old.pricings] == [*priced]:
        moved = [(was, now) for was, now in zip(old.pricings.values(), priced.values(), strict=True) if was is not now]
    else:
        old = None
    earlier = old.tallies if old else {}
    board = Board(rule, named, adjustments, priced, _by_team(adjustments), {}, {}, earlier, moved)
    if old and board.plain and old.plain:
        board.totals.update(old.totals)
        for was, now in moved:
            _add(board.totals, now.points, was.points)
    else:
        _add_up(board)
    return board


def _by_team(adjustments: Sequence[Adjustment]) -> Mapping[str, tuple[Adjustment, ...]]:
    """The papers about no single contest."""
    papers: dict[str, tuple[Adjustment, ...]] = {}
    for paper in adjustments:
        if paper.team and paper.contest is None:
            papers[paper.team] = (*papers.get(paper.team, ()), paper)
    return papers


def _add_up(board: Board) -> None:
    """The total of every team: the sum of what counts, with the papers about no single contest."""
    totals = board.totals
    totals |= dict.fromkeys(board.teams, 0)
    if board.plain:
        for pricing in board.pricings.values():
            _add(totals, pricing.points, {})
    else:
        for team in totals:
            totals[team] = board.rule.count.total(TeamLine(team, board).values)
    for team in board.papers.keys() & totals.keys():
        totals[team] += sum(paper.points for paper in board.papers[team])
    totals |= {team: exact(total) for team, total in totals.items() if type(total) is not int}


def _add(totals: dict[str, Number], given: Mapping[str, Number], was: Mapping[str, Number]) -> None:
    """To the totals what is given now, and was not before."""
    gained = {team: points - was.get(team, 0) for team, points in given.items()}
    gained |= {team: -was[team] for team in was.keys() - given.keys()}
    for team, more in gained.items():
        if more and team in totals:
            total = totals[team] + more
            totals[team] = total if type(total) is int else exact(total)


def _recounted(tally: Tally, before: Iterable[Number], after: Iterable[Number]) -> Tally:
    """Without these places, and with those."""
    counts = dict(tally)
    for place in before:
        counts[place] -= 1
    for place in after:
        counts[place] = counts.get(place, 0) + 1
    return {place: many for place, many in counts.items() if many}


class Lines(dict[str, "TeamLine"]):
    """The line of every team, made when it is asked for. The board knows nothing of them: together they go at once."""

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

    @lazy
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

    @lazy
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
