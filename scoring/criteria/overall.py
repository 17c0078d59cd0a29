"""Criteria of a standing, over the cells of its teams."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from scoring.lazy import record
from scoring.numbers import Number, exact
from scoring.order import Column, Criterion
from scoring.shape import OneOf, Whole, key, table, text

OVER = ("counted", "all")


class Line(Protocol):
    """A team before it is ranked; what a criterion does not ask for is not worked out."""

    @property
    def counted(self) -> Collection[str]:
        """The contests that count."""

    @property
    def papers(self) -> Number:
        """The bonuses and fines, those within contests included."""

    def value(self, contest: str) -> Number | None: ...
    def places(self, contest: str) -> tuple[Number, ...]:
        """The team's place, or those of its entrants where these are worth points; none for an absence."""

    def starters(self, contest: str) -> int:
        """How many of its entrants have a mark."""


@record
class StandingField:
    """The teams to be ranked, the programme in its order, and whether the most points win.

    `places`: every place that a team has in all contests, in no order.
    """

    keys: Sequence[str]
    totals: Mapping[str, Number]
    places: Callable[[str], Sequence[Number]]
    lines: Mapping[str, Line]
    contests: Sequence[str]
    high: bool

    def named(self, contest: str) -> str:
        """A contest of the programme by its id; "last" is the last one."""
        return self.contests[-1] if contest == "last" and contest not in self.contests else contest

    def chosen(self, key: str, over: str) -> Sequence[str]:
        return [one for one in self.contests if over == "all" or one in self.lines[key].counted]

    def placed(self, key: str, over: str) -> list[Number]:
        return [place for one in self.chosen(key, over) for place in self.lines[key].places(one)]


@table
class Total:
    """The sum of what counts, with adjustments."""

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        return Column(list(map(field.totals.__getitem__, tied)), field.high)


@table
class Places:
    """More first places, then more second places … down to `depth`. An absence has no place, a mean place is none."""

    depth: int = key(Whole(1, 1000), default=1000)
    over: str = key(OneOf(OVER), default="all")

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        rows = list(map(field.places, tied) if self.over == "all" else [field.placed(team, self.over) for team in tied])
        deepest = min(self.depth, int(max([max(row) for row in rows if row], default=0)))
        places = range(1, deepest + 1)
        return Column([tuple(map(row.count, places)) for row in rows], high=True)


@table
class SortedPlaces:
    """The places one by one, the best first; where one of the equals has fewer, it has a place below all of these."""

    over: str = key(OneOf(OVER), default="counted")

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        rows = [sorted(field.placed(team, self.over)) for team in tied]
        longest = max(map(len, rows))
        below = max((row[-1] for row in rows if row), default=0) + 1
        return Column([(*row, *[below] * (longest - len(row))) for row in rows])


@table
class PlaceIn:
    """The place in a named contest; decides nothing unless every one of the equals has one."""

    contest: str = key(text)

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        contest = field.named(self.contest)
        return Column([min(field.lines[team].places(contest), default=None) for team in tied])


@table
class ValueIn:
    """The value in a named contest, that of an absence included."""

    contest: str = key(text)

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        contest = field.named(self.contest)
        return Column([field.lines[team].value(contest) for team in tied], field.high)


@table
class SortedValues:
    """The values one by one, the best first."""

    over: str = key(OneOf(OVER), default="counted")

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        values = [[field.lines[team].value(one) for one in field.chosen(team, self.over)] for team in tied]
        known = [tuple(sorted((one for one in row if one is not None), reverse=field.high)) for row in values]
        return Column(known, field.high)


@table
class SumOfAll:
    """The sum of every value, those that do not count included."""

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        values = [[field.lines[team].value(one) for one in field.contests] for team in tied]
        return Column([exact(sum(one for one in row if one is not None)) for row in values], field.high)


@table
class HeadToHead:
    """In how many contests a team was placed above one of its equals, over all of them; where both have a place."""

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        places = {team: {one: min(field.lines[team].places(one), default=None) for one in field.contests}
                  for team in tied}  # fmt: skip
        return Column([sum(_above(places[team], places[other]) for other in tied) for team in tied], high=True)


def _above(mine: Mapping[str, Number | None], theirs: Mapping[str, Number | None]) -> int:
    pairs = ((mine[one], theirs[one]) for one in mine)
    return sum(place is not None and other is not None and place < other for place, other in pairs)


@table
class Entered:
    """In how many contests the team has a place; more is better."""

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        return Column([sum(bool(field.lines[team].places(one)) for one in field.contests) for team in tied], high=True)


@table
class Starters:
    """How many entrants of the team have a mark, over all contests; more is better."""

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        return Column([sum(field.lines[team].starters(one) for one in field.contests) for team in tied], high=True)


@table
class Papers:
    """Bonuses and fines: whoever has the better sum of them."""

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        return Column([field.lines[team].papers for team in tied], field.high)


OVERALL_CRITERIA: Mapping[str, Callable[..., Criterion[StandingField]]] = {
    "total": Total,
    "places": Places,
    "sorted_places": SortedPlaces,
    "place_in": PlaceIn,
    "value_in": ValueIn,
    "sorted_values": SortedValues,
    "sum_of_all": SumOfAll,
    "head_to_head": HeadToHead,
    "entered": Entered,
    "starters": Starters,
    "adjustments": Papers,
}
