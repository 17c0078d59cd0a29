"""A standing while it is worked out: its contests priced, the totals of its teams, a team's line where it is asked for.

Of a board before, where only a few contests are other ones, what these changed is added to what was there.
"""

from collections.abc import Iterator, Mapping, Sequence

from scoring.cells import Pricing
from scoring.contest import ContestResult
from scoring.facts import Adjustment, Team
from scoring.lazy import copied, lazy, record
from scoring.numbers import Number, exact
from scoring.reasons import Reason
from scoring.regulation import Standing
from scoring.standing import Cell
from scoring.statuses import Absence


@record
class Board:
    """Every contest priced by one standing, in programme order, and the papers about no single contest, by team.

    `placed`: every place of the teams that were asked for theirs.
    """

    rule: Standing
    listed: Sequence[Team]
    adjustments: tuple[Adjustment, ...]
    teams: Mapping[str, Team]
    papers: Mapping[str, tuple[Adjustment, ...]]
    guests: Sequence[str]
    pricings: Mapping[str, Pricing]
    totals: dict[str, Number]
    placed: dict[str, list[Number]]

    @lazy
    def plain(self) -> bool:
        """Whether every value there is counts, and the total is their sum."""
        return not self.rule.count.selects and True not in [pricing.withholds for pricing in self.pricings.values()]

    @property
    def held(self) -> int:
        return sum([pricing.contest.held for pricing in self.pricings.values()])

    @lazy
    def bars(self) -> Mapping[str, Reason]:
        """Why some teams have no place in this standing whatever their total."""
        rule, teams = self.rule, self.teams
        bars: dict[str, Reason] = {}
        if not any(pricing.contest.held for pricing in self.pricings.values()):
            bars = dict.fromkeys(teams, Reason("nothing_held", rule.order.clause))
        elif rule.count.minimum is not None:
            bars = self._not_classified(rule.count.minimum)
        return bars | dict.fromkeys(self.guests, Reason("guest", rule.order.clause)) if self.guests else bars

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

    @lazy
    def own_places(self) -> Sequence[Mapping[str, Number]]:
        """The places of teams in each contest where these are worth points, and not those of their entrants."""
        return [one.contest.teams.places for one in self.pricings.values() if not one.summed]

    def places(self, team: str) -> list[Number]:
        """Every place that the team has, in all contests; in no order."""
        if team not in self.placed:
            self.placed[team] = self._places(team)
        return self.placed[team]

    def _places(self, team: str) -> list[Number]:
        own = [places[team] for places in self.own_places if team in places]
        if len(self.own_places) == len(self.pricings):
            return own
        return own + [place for one in self.pricings.values() if one.summed for place in one.places(team)]


def board_of(
    children: Sequence[ContestResult],
    rule: Standing,
    teams: Sequence[Team],
    adjustments: tuple[Adjustment, ...],
    before: object,
) -> Board:
    """The board of a standing; of one `before`, of the same teams, contests that are the same are kept."""
    asked = rule, teams, adjustments
    same = isinstance(before, Board) and (before.rule, before.listed, before.adjustments) == asked
    old = before if isinstance(before, Board) and same else None
    earlier: Mapping[str, Pricing] = old.pricings if old else {}
    priced: dict[str, Pricing] = {}
    moved: list[tuple[Pricing, Pricing]] = []
    for child in children:
        one = earlier.get(child.id)
        if one is None or one.contest is not child:
            was, one = one, Pricing(child, rule, adjustments)
            moved += [(was, one)] if was else ()
        priced[child.id] = one
    if old is None:
        named = {team.id: team for team in teams}
        guests = [key for key, team in named.items() if not team.scores] if rule.teams is None else ()
        return _added_up(Board(rule, teams, adjustments, named, _by_team(adjustments), guests, priced, {}, {}))
    alike = earlier.keys() == priced.keys()
    board = copied(old, pricings=priced, totals={**old.totals}, placed=_unmoved(old, moved) if alike else {})
    if not (board.plain and old.plain and alike):
        return _added_up(board)
    for was, now in moved:
        _add(board.totals, now.points, was.points)
    return board


def _unmoved(old: Board, moved: Sequence[tuple[Pricing, Pricing]]) -> dict[str, list[Number]]:
    """The places of those teams that have the same ones still."""
    placed = old.placed
    for was, now in moved:
        if was.summed or now.summed:
            return {}
        before, after = was.contest.teams.places.get, now.contest.teams.places.get
        placed = {team: places for team, places in placed.items() if before(team) == after(team)}
    return placed if moved else {**placed}


def _by_team(adjustments: Sequence[Adjustment]) -> Mapping[str, tuple[Adjustment, ...]]:
    """The papers about no single contest."""
    papers: dict[str, tuple[Adjustment, ...]] = {}
    for paper in adjustments:
        if paper.team and paper.contest is None:
            papers[paper.team] = (*papers.get(paper.team, ()), paper)
    return papers


def _added_up(board: Board) -> Board:
    """With the total of every team: the sum of what counts, with the papers about no single contest."""
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
    return board


def _add(totals: dict[str, Number], given: Mapping[str, Number], was: Mapping[str, Number]) -> None:
    """To the totals what is given now, and was not before."""
    now = given if given.keys() >= was.keys() else {**dict.fromkeys(was, 0), **given}
    for team, points in now.items():
        more = points - was.get(team, 0)
        if more and team in totals:
            total = totals[team] + more
            totals[team] = total if type(total) is int else exact(total)


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
