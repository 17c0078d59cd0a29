"""Slot: what a place is worth. The kinds are at the foot, one registry line each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from scoring.numbers import Number, exact
from scoring.shape import ListOf, OneOf, Spot, Whole, key, number, table, text

SIZES = ("teams", "present", "classified")


@dataclass(frozen=True, slots=True)
class Size:
    """How many there are: of the whole Games, with anything to show in this contest, with a place in it."""

    teams: int
    present: int
    classified: int


def how_many(raw: object, spot: Spot) -> str | int:
    """N of a rule: one of the three sizes, or a number."""
    return OneOf(SIZES)(raw, spot) if isinstance(raw, str) else Whole(1)(raw, spot)


class ValueRule(Protocol):
    """What every kind declares. `of`: the team's place is worth something, or each of its entrants' places."""

    @property
    def name(self) -> str: ...
    @property
    def n(self) -> str | int: ...
    @property
    def shared(self) -> str: ...
    @property
    def clause(self) -> str | None: ...
    @property
    def of(self) -> str: ...
    @property
    def scorers(self) -> int | None: ...
    @property
    def beyond_quota(self) -> str: ...
    def worth(self, place: int, size: Size) -> Number: ...


def size_of(rule: ValueRule, size: Size) -> int:
    return rule.n if isinstance(rule.n, int) else int(getattr(size, rule.n))


def points(rule: ValueRule, first: int, sharing: int, size: Size) -> Number:
    """The value of a place that `sharing` equals take up together: the upper one's, the mean, or the lowest one's."""
    if rule.shared == "mean" and sharing > 1:
        return exact(Fraction(sum(rule.worth(first + step, size) for step in range(sharing))) / sharing)
    return rule.worth(first + sharing - 1 if rule.shared == "lower" else first, size)


@table
class _Common:
    n: str | int = key(how_many, default="teams")
    shared: str = key(OneOf(("upper", "mean", "lower")), default="upper")
    clause: str | None = key(text, default=None)
    of: str = key(OneOf(("team", "entrants")), default="team")
    scorers: int | None = key(Whole(1), default=None)
    beyond_quota: str = key(OneOf(("keep", "skip")), default="keep")


@table
class PlaceValue(_Common):
    """The place itself: the sum of places, least wins."""

    name = "place"

    def worth(self, place: int, size: Size) -> Number:
        return place


@table
class NDown(_Common):
    """N for the first place, N−1 for the second … 1, and nothing below that."""

    name = "n_down"

    def worth(self, place: int, size: Size) -> Number:
        return max(size_of(self, size) + 1 - place, 0)


@table
class TableValue(_Common):
    """As the table says; `beyond` is the value of every later place."""

    table: tuple[Number, ...] = key(ListOf(number, filled=True))
    beyond: Number | None = key(number, default=None)

    name = "table"

    def worth(self, place: int, size: Size) -> Number:
        return self.table[place - 1] if place <= len(self.table) else self.beyond or 0


VALUES: Mapping[str, Callable[..., ValueRule]] = {"place": PlaceValue, "n_down": NDown, "table": TableValue}
