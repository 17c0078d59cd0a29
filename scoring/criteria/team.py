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
    """A team in a contest: its members with a value, best first, of whom `needed` count."""

    __slots__ = ("entrants", "needed", "sum", "values")

    def __init__(self, entrants: Sequence[str | None], values: Sequence[Number], needed: int) -> None:
        self.entrants, self.values, self.needed = entrants, values, needed
        self.sum: Number = sum(values[:needed])

    @property
    def counted(self) -> tuple[Member, ...]:
        return tuple(map(Member, self.entrants[: self.needed], self.values))

    @property
    def others(self) -> Sequence[Number]:
        """The values beyond those that count."""
        return self.values[self.needed :]

    @property
    def wanting(self) -> int:
        return max(self.needed - len(self.values), 0)

    def completed(self, price: Number) -> "Squad":
        """With a price for each missing member."""
        missing = self.wanting
        return Squad((*self.entrants, *[None] * missing), (*self.values, *[price] * missing), self.needed)


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
        return Column([field.squads[key].values[: field.squads[key].needed][-1] for key in tied], field.high)


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
