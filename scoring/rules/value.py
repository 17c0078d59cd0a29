"""Slot: what a place is worth. The kinds are at the foot, one registry line each."""

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, Protocol

from scoring.numbers import Number, exact
from scoring.rules.exercise import stepped
from scoring.shape import ListOf, Named, OneOf, Table, Whole, above_nought, key, number, table, text
from scoring.spot import Spot

SIZES = ("teams", "present", "classified")


class Size(NamedTuple):
    """How many there are: of the whole Games, with anything to show in this contest, with a place in it."""

    teams: int
    present: int
    classified: int


def how_many(raw: object, spot: Spot) -> str | int:
    """N of a rule: one of the three sizes, or a number."""
    return OneOf(SIZES)(raw, spot) if isinstance(raw, str) else Whole(1)(raw, spot)


SPAN = "^([1-9][0-9]{0,3})-([1-9][0-9]{0,3})$"


def by_span(raw: object, spot: Spot) -> Mapping[str, Number]:
    """Numbers for places taken up together: "3-4" is the third and the fourth."""
    read = Named(number)(raw, spot)
    for name in read:
        span = re.fullmatch(SPAN, name)
        if span is None or int(span[1]) >= int(span[2]):
            spot.at(name[:100]).refuse("unknown_kind", value=name[:100], nearest=None, known=["3-4", "5-8"])
    return read


class ValueRule(Protocol):
    """What every kind declares. `of`: the team's place is worth something, or each of its entrants' places."""

    @property
    def name(self) -> str: ...
    @property
    def n(self) -> str | int: ...
    @property
    def shared(self) -> str | None: ...
    @property
    def clause(self) -> str | None: ...
    @property
    def of(self) -> str: ...
    @property
    def scorers(self) -> int | None: ...
    @property
    def beyond_quota(self) -> str: ...
    @property
    def when_shared(self) -> Mapping[str, Number] | None: ...
    def worth(self, place: int, size: Size) -> Number: ...
    def column(self, last: int, size: Size) -> Sequence[Number]:
        """What each place down to the last one is worth if nobody shares it."""

    def of_place(self, place: int, size: Size) -> Number:
        """What a place that was taken is worth: its worth, not below the floor, and what is added to any place."""


def size_of(rule: ValueRule, size: Size) -> int:
    return rule.n if isinstance(rule.n, int) else int(getattr(size, rule.n))


def points(rule: ValueRule, first: int, sharing: int, size: Size, *, midway: bool = False) -> Number:
    """The value of a place that `sharing` equals take up together: the upper one's, the mean, or the lowest one's.

    Where the rule says nothing, the upper one's; of a place that itself lies `midway` (2½), the mean.
    """
    if sharing == 1:
        return rule.of_place(first, size)
    last = first + sharing - 1
    if rule.when_shared and f"{first}-{last}" in rule.when_shared:
        return rule.when_shared[f"{first}-{last}"]
    shared = rule.shared or ("mean" if midway else "upper")
    if shared == "mean":
        return exact(Fraction(sum(rule.of_place(place, size) for place in range(first, last + 1))) / sharing)
    return rule.of_place(last if shared == "lower" else first, size)


@table
class _Common:
    """`floor`: no place is worth less. `plus`: added to every place, for taking part. `when_shared`: the value of
    places taken up together, where the paper names one of its own ("3-4" with no match for the third place)."""

    n: str | int = key(how_many, default="teams")
    shared: str | None = key(OneOf(("upper", "mean", "lower")), default=None)
    floor: Number | None = key(number, default=None)
    plus: Number = key(number, default=0)
    when_shared: Mapping[str, Number] | None = key(by_span, default=None)
    clause: str | None = key(text, default=None)
    of: str = key(OneOf(("team", "entrants")), default="team")
    scorers: int | None = key(Whole(1), default=None)
    beyond_quota: str = key(OneOf(("keep", "skip")), default="keep")

    def of_place(self, place: int, size: Size) -> Number:
        worth = self.worth(place, size)
        if self.floor is not None and worth < self.floor:
            worth = self.floor
        return exact(worth + self.plus) if self.plus else worth

    def column(self, last: int, size: Size) -> Sequence[Number]:
        return [self.of_place(place, size) for place in range(1, last + 1)]

    def worth(self, place: int, size: Size) -> Number:
        raise NotImplementedError


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
    """As the table says; `beyond` is the value of every later place.

    `align = "bottom"`: with N fewer than the rows of the table, its last N rows are used.
    """

    table: tuple[Number, ...] = key(ListOf(number, filled=True))
    beyond: Number | None = key(number, default=None)
    align: str = key(OneOf(("top", "bottom")), default="top")

    name = "table"

    def column(self, last: int, size: Size) -> Sequence[Number]:
        if self.align == "top" and self.floor is None and not self.plus:
            return self.table + (self.beyond or 0,) * (last - len(self.table))
        return _Common.column(self, last, size)

    def worth(self, place: int, size: Size) -> Number:
        skipped = max(len(self.table) - size_of(self, size), 0) if self.align == "bottom" else 0
        row = skipped + place
        return self.table[row - 1] if row <= len(self.table) else self.beyond or 0


@table
class SizedTable:
    """One of several tables: for at most `upto` competitors, or for any number."""

    upto: int | None = key(Whole(1), default=None)
    table: tuple[Number, ...] = key(ListOf(number, filled=True))


@table
class TablesValue(_Common):
    """A table chosen by N: the first whose `upto` is not below it, the last one for more."""

    tables: tuple[SizedTable, ...] = key(ListOf(Table(SizedTable), filled=True))
    beyond: Number | None = key(number, default=None)

    name = "tables"

    def worth(self, place: int, size: Size) -> Number:
        many = size_of(self, size)
        fitting = (one.table for one in self.tables if one.upto is None or many <= one.upto)
        rows = next(fitting, self.tables[-1].table)
        return rows[place - 1] if place <= len(rows) else self.beyond or 0


@table
class RawValue(_Common):
    """What the team has in the contest goes straight through: its members' sum, or its own score.

    `scale` times it, rounded to the `precision` if one is set.
    """

    scale: Number = key(number, default=1)
    precision: Number | None = key(above_nought, default=None)
    rounding: str = key(OneOf(("down", "up")), default="down")

    name = "raw"

    def worth(self, place: int, size: Size) -> Number:
        """A place as such is worth nothing: of an absence nothing is known that could go through."""
        return 0

    def of_results(self, shown: Mapping[str, Number]) -> dict[str, Number]:
        if self.scale == 1 and self.precision is None:
            return {**shown}
        return {team: stepped(one * self.scale, self.precision, self.rounding) for team, one in shown.items()}


VALUES: Mapping[str, Callable[..., ValueRule]] = {
    "place": PlaceValue,
    "n_down": NDown,
    "table": TableValue,
    "tables": TablesValue,
    "raw": RawValue,
}
