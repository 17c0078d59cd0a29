"""Criteria between teams, over the members that count."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scoring.lazy import record
from scoring.numbers import Number
from scoring.order import Column, Criterion
from scoring.shape import table


class Member(NamedTuple):
    """One counted value; `entrant` is None for a member the team did not have, at the price the rule sets."""

    entrant: str | None
    value: Number


class Squad:
    """A team in a contest: its members who have a value among `worths`. The first `many` count, best first.

    `needed`: how many should.
    """

    __slots__ = ("keys", "many", "needed", "worths")

    def __init__(
        self, keys: Sequence[str | None], worths: Mapping[str | None, Number], needed: int, many: int | None = None
    ) -> None:
        self.keys, self.worths, self.needed = keys, worths, needed
        self.many = min(needed, len(keys)) if many is None else many

    @property
    def sum(self) -> Number:
        """What those who count have together."""
        return sum(map(self.worths.__getitem__, self.keys[: self.many]))

    def value(self, number: int) -> Number:
        """Of one of the members, by its position."""
        return self.worths[self.keys[number]]

    @property
    def counted(self) -> tuple[Member, ...]:
        return tuple(Member(key, self.worths[key]) for key in self.keys[: self.many])

    @property
    def first(self) -> str:
        """The best member."""
        return str(self.keys[0])

    @property
    def next(self) -> Number | None:
        """The value of the best member beyond those that count."""
        return self.value(self.many) if len(self.keys) > self.many else None

    @property
    def wanting(self) -> int:
        return self.needed - self.many

    def completed(self, price: Number) -> "Squad":
        """With a price for each missing member."""
        many, keys = self.many, (*self.keys[: self.many], *[None] * self.wanting, *self.keys[self.many :])
        own = {key: self.worths[key] for key in self.keys}
        return Squad(keys, {**own, None: price}, self.needed, many + self.wanting)


class Squads(Mapping[str, Squad]):
    """The squads of a contest, each made when somebody looks at it: the best `needed` of these members count.

    `sums`: what those who count have together, of every team that has any.
    """

    __slots__ = ("_made", "_members", "_needed", "_worths", "sums")

    def __init__(
        self, members: Mapping[str, Sequence[str | None]], worths: Mapping[str | None, Number], needed: int
    ) -> None:
        self._members, self._worths, self._needed = members, worths, needed
        self._made: dict[str, Squad] = {}
        worth = worths.__getitem__
        self.sums: Mapping[str, Number] = {team: sum(map(worth, own[:needed])) for team, own in members.items() if own}

    @classmethod
    def of(cls, made: dict[str, Squad]) -> "Squads":
        """Of those that are made one by one."""
        squads = cls({team: () for team in made}, {}, 0)
        squads._made, squads.sums = made, {team: squad.sum for team, squad in made.items() if squad.many}
        return squads

    def __getitem__(self, team: str) -> Squad:
        if team not in self._made:
            self._made[team] = Squad(self._members[team], self._worths, self._needed)
        return self._made[team]

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)


@record
class TeamsField:
    """The teams to be ranked; `high`: the greatest sum wins."""

    keys: Sequence[str]
    squads: Squads
    high: bool


@table
class Sum:
    """The sum over the counted members."""

    def measure(self, field: TeamsField, tied: Sequence[str]) -> Column:
        return Column(list(map(field.squads.sums.__getitem__, tied)), field.high)


@table
class FirstMember:
    """The best counted member."""

    def measure(self, field: TeamsField, tied: Sequence[str]) -> Column:
        return Column([field.squads[key].value(0) for key in tied], field.high)


@table
class LastMember:
    """The last counted member: of equal sums, the team whose weakest scorer is better."""

    def measure(self, field: TeamsField, tied: Sequence[str]) -> Column:
        return Column([field.squads[key].value(field.squads[key].many - 1) for key in tied], field.high)


@table
class NextMember:
    """The first member beyond those that count; decides nothing unless every one of the equals has one."""

    def measure(self, field: TeamsField, tied: Sequence[str]) -> Column:
        return Column([field.squads[key].next for key in tied], field.high)


TEAM_CRITERIA: Mapping[str, Callable[..., Criterion[TeamsField]]] = {
    "sum": Sum,
    "first_member": FirstMember,
    "last_member": LastMember,
    "next_member": NextMember,
}
