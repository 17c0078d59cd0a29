"""Criteria of combined events, over what each part was worth."""

from collections.abc import Callable, Mapping, Sequence

from scoring.lazy import record
from scoring.numbers import Number, exact
from scoring.order import Column, Criterion
from scoring.shape import key, table, text


@record
class CombinedField:
    """Those to be ranked; `points` by part and entrant, `places` of each part's own ranking. `high`: most wins."""

    keys: Sequence[str]
    points: Mapping[str, Mapping[str, Number]]
    places: Mapping[str, Mapping[str, Number]]
    high: bool

    def worths(self, one: str) -> list[Number]:
        return [column[one] for column in self.points.values() if one in column]


@table
class CombinedTotal:
    """The sum over the parts."""

    def measure(self, field: CombinedField, tied: Sequence[str]) -> Column:
        return Column([exact(sum(field.worths(one))) for one in tied], field.high)


@table
class Completed:
    """How many parts were done; more are better."""

    def measure(self, field: CombinedField, tied: Sequence[str]) -> Column:
        return Column([len(field.worths(one)) for one in tied], high=True)


@table
class PartPoints:
    """What one part was worth."""

    part: str = key(text)

    def measure(self, field: CombinedField, tied: Sequence[str]) -> Column:
        return Column([field.points[self.part].get(one) for one in tied], field.high)


@table
class PartPlace:
    """The place in one part."""

    part: str = key(text)

    def measure(self, field: CombinedField, tied: Sequence[str]) -> Column:
        return Column([field.places[self.part].get(one) for one in tied])


@table
class PartsWon:
    """In how many parts the others among the equals were beaten by the mark itself (rules of polyathlon)."""

    def measure(self, field: CombinedField, tied: Sequence[str]) -> Column:
        return Column([sum(_beaten(places, one, tied) for places in field.places.values()) for one in tied], high=True)


def _beaten(places: Mapping[str, Number], one: str, tied: Sequence[str]) -> int:
    last = max(places.values(), default=0) + 1
    return sum(places.get(one, last) < places.get(other, last) for other in tied)


COMBINED_CRITERIA: Mapping[str, Callable[..., Criterion[CombinedField]]] = {
    "total": CombinedTotal,
    "completed": Completed,
    "part_points": PartPoints,
    "part_place": PartPlace,
    "parts_won": PartsWon,
}
