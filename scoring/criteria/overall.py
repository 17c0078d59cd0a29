"""Criteria of a standing, over the cells of its teams."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scoring.numbers import Number
from scoring.order import Column, Criterion
from scoring.shape import OneOf, Whole, key, table, text


@dataclass(frozen=True, slots=True)
class Line:
    """A team before it is ranked: its total; by contest its value and places (its entrants'); what counts."""

    total: Number
    values: Mapping[str, Number | None]
    places: Mapping[str, tuple[Number, ...]]
    counted: frozenset[str]


@dataclass(frozen=True, slots=True)
class StandingField:
    """The teams to be ranked, the programme in its order, and whether the most points win."""

    keys: Sequence[str]
    lines: Mapping[str, Line]
    contests: Sequence[str]
    high: bool

    def named(self, contest: str) -> str:
        """A contest of the programme by its id; "last" is the last one."""
        return self.contests[-1] if contest == "last" and contest not in self.contests else contest

    def chosen(self, key: str, over: str) -> Sequence[str]:
        return [one for one in self.contests if over == "all" or one in self.lines[key].counted]


@table
class Total:
    """The sum of what counts, with adjustments."""

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        return Column([field.lines[key].total for key in tied], field.high)


@table
class Places:
    """More first places, then more second places … down to `depth`. An absence has no place, a mean place is none."""

    depth: int = key(Whole(1, 1000), default=1000)
    over: str = key(OneOf(("counted", "all")), default="all")

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        placed = {
            team: [place for one in field.chosen(team, self.over) for place in field.lines[team].places.get(one, ())]
            for team in tied
        }
        deepest = min(self.depth, int(max((place for places in placed.values() for place in places), default=0)))
        return Column([tuple(map(placed[team].count, range(1, deepest + 1))) for team in tied], high=True)


@table
class PlaceIn:
    """The place in a named contest; decides nothing unless every one of the equals has one."""

    contest: str = key(text)

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        contest = field.named(self.contest)
        return Column([min(field.lines[team].places.get(contest, ()), default=None) for team in tied])


@table
class ValueIn:
    """The value in a named contest, that of an absence included."""

    contest: str = key(text)

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        contest = field.named(self.contest)
        return Column([field.lines[team].values.get(contest) for team in tied], field.high)


@table
class SortedValues:
    """The values one by one, the best first."""

    over: str = key(OneOf(("counted", "all")), default="counted")

    def measure(self, field: StandingField, tied: Sequence[str]) -> Column:
        values = [[field.lines[team].values.get(one) for one in field.chosen(team, self.over)] for team in tied]
        known = [tuple(sorted((one for one in row if one is not None), reverse=field.high)) for row in values]
        return Column(known, field.high)


OVERALL_CRITERIA: Mapping[str, Callable[..., Criterion[StandingField]]] = {
    "total": Total,
    "places": Places,
    "place_in": PlaceIn,
    "value_in": ValueIn,
    "sorted_values": SortedValues,
}
