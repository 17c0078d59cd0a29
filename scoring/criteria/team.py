"""Criteria between teams, over the members that count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scoring.numbers import Number
from scoring.order import Column, Criterion
from scoring.shape import table


class Member(NamedTuple):
    """One counted value; `entrant` is None for a member the team did not have, at the price the rule sets."""

    entrant: str | None
    value: Number


class Squad:
    """A team in a contest: its members with a value. The first `many` of them count, best first; `needed` should."""

    __slots__ = ("entrants", "many", "needed", "sum", "values")

    def __init__(
        self, entrants: Sequence[str | None], values: Sequence[Number], needed: int, many: int | None = None
    ) -> None:
        self.entrants, self.values, self.needed = entrants, values, needed
        self.many = min(needed, len(values)) if many is None else many
        self.sum: Number = sum(values[: self.many])

    @property
    def counted(self) -> tuple[Member, ...]:
        return tuple(map(Member, self.entrants[: self.many], self.values))

    @property
    def others(self) -> Sequence[Number]:
        """The values beyond those that count."""
        return self.values[self.many :]

    @property
    def wanting(self) -> int:
        return self.needed - self.many

    def completed(self, price: Number) -> "Squad":
        """With a price for each missing member."""
        missing, many = self.wanting, self.many
        entrants = (*self.entrants[:many], *[None] * missing, *self.entrants[many:])
        return Squad(entrants, (*self.values[:many], *[price] * missing, *self.values[many:]), self.needed)


@dataclass(frozen=True, slots=True)
class TeamsField:
    """The teams to be ranked; `high`: the greatest sum wins."""

    keys: Sequence[str]
    squads: Mapping[str, Squad]
    high: bool


@table
class Sum:
    """The sum over the counted members."""

    def measure(self, field: TeamsField, tied: Sequence[str]) -> Column:
        return Column([field.squads[key].sum for key in tied], field.high)


@table
class FirstMember:
    """The best counted member."""

    def measure(self, field: TeamsField, tied: Sequence[str]) -> Column:
        return Column([field.squads[key].values[0] for key in tied], field.high)


@table
class LastMember:
    """The last counted member: of equal sums, the team whose weakest scorer is better."""

    def measure(self, field: TeamsField, tied: Sequence[str]) -> Column:
        return Column([field.squads[key].values[field.squads[key].many - 1] for key in tied], field.high)


@table
class NextMember:
    """The first member beyond those that count; decides nothing unless every one of the equals has one."""

    def measure(self, field: TeamsField, tied: Sequence[str]) -> Column:
        return Column([next(iter(field.squads[key].others), None) for key in tied], field.high)


TEAM_CRITERIA: Mapping[str, Callable[..., Criterion[TeamsField]]] = {
    "sum": Sum,
    "first_member": FirstMember,
    "last_member": LastMember,
    "next_member": NextMember,
}
