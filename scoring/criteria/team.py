"""Criteria between teams, over the members that count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scoring.numbers import Number
from scoring.order import Column, Criterion
from scoring.shape import table


@dataclass(frozen=True, slots=True)
class Member:
    """One counted value; `entrant` is None for a member the team did not have, at the price the rule sets."""

    entrant: str | None
    value: Number


@dataclass(frozen=True, slots=True)
class Squad:
    """A team in a contest: the members that count, best first, the values of the others, and how many are wanting."""

    counted: tuple[Member, ...]
    others: tuple[Number, ...] = ()
    wanting: int = 0

    @property
    def sum(self) -> Number:
        return sum(member.value for member in self.counted)


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
        return Column([field.squads[key].counted[0].value for key in tied], field.high)


@table
class LastMember:
    """The last counted member: of equal sums, the team whose weakest scorer is better."""

    def measure(self, field: TeamsField, tied: Sequence[str]) -> Column:
        return Column([field.squads[key].counted[-1].value for key in tied], field.high)


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
