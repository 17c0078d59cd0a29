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

    __slots__ = ("lines", "many", "needed", "sum")

    def __init__(self, lines: Sequence[tuple[str | None, Number]], needed: int, many: int | None = None) -> None:
        self.lines, self.needed = lines, needed
        self.many = min(needed, len(lines)) if many is None else many
        self.sum: Number = sum([value for _, value in lines[: self.many]])

    @property
    def counted(self) -> tuple[Member, ...]:
        return tuple(map(Member._make, self.lines[: self.many]))

    @property
    def first(self) -> str:
        """The best member."""
        return str(self.lines[0][0])

    @property
    def others(self) -> Sequence[Number]:
        """The values beyond those that count."""
        return [value for _, value in self.lines[self.many :]]

    @property
    def wanting(self) -> int:
        return self.needed - self.many

    def completed(self, price: Number) -> "Squad":
        """With a price for each missing member."""
        missing = [(None, price)] * self.wanting
        return Squad((*self.lines[: self.many], *missing, *self.lines[self.many :]), self.needed)


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
        return Column([field.squads[key].lines[0][1] for key in tied], field.high)


@table
class LastMember:
    """The last counted member: of equal sums, the team whose weakest scorer is better."""

    def measure(self, field: TeamsField, tied: Sequence[str]) -> Column:
        return Column([field.squads[key].lines[field.squads[key].many - 1][1] for key in tied], field.high)


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
