"""Slot: which members of a team make its result in a contest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from scoring.criteria.team import Member, Squad
from scoring.facts import Entrant
from scoring.numbers import Number
from scoring.ranking import Ranking
from scoring.rules.value import VALUES, Size, ValueRule, points
from scoring.shape import OneOf, Tagged, Whole, key, table


@dataclass(frozen=True, slots=True)
class Personal:
    """The personal ranking of a contest, and its size; `value` gives what an entrant showed, by kind of mark."""

    ranking: Ranking
    entrants: Mapping[str, Entrant]
    size: Size
    value: Callable[[str, str], Number | None]


class MemberRule(Protocol):
    """`verbatim`: with no order declared, a team stands on the very place of its entry. `high`: the most wins."""

    @property
    def verbatim(self) -> bool: ...
    @property
    def high(self) -> bool: ...
    @property
    def needed(self) -> int: ...
    @property
    def value(self) -> str: ...
    def squad(self, members: Sequence[str], personal: Personal) -> Squad: ...


@table
class OwnPlace:
    """The team is itself an entrant, or stands where its best entrant stands."""

    verbatim = True
    high = False
    needed = 1
    value = "place"

    def squad(self, members: Sequence[str], personal: Personal) -> Squad:
        return _squad(_valued(members, personal, _place), 1, high=False)


@table
class BestMembers:
    """The best K members by their times, scores, places, or by points for their places."""

    k: int = key(Whole(1))
    value: str = key(OneOf(("time", "score", "place", "points")), default="place")
    points: ValueRule | None = key(Tagged("kind", VALUES), default=None)

    verbatim = False

    @property
    def needed(self) -> int:
        return self.k

    @property
    def high(self) -> bool:
        return self.value == "points" or self.value == "score"

    def squad(self, members: Sequence[str], personal: Personal) -> Squad:
        return _squad(_valued(members, personal, self._worth), self.k, high=self.high)

    def _worth(self, key: str, personal: Personal) -> Number | None:
        if self.value == "place":
            return _place(key, personal)
        if self.value == "points" and self.points:
            equals = personal.ranking.equals[key]
            return points(self.points, equals.first, equals.sharing, personal.size)
        return personal.value(key, self.value)


def _place(key: str, personal: Personal) -> Number | None:
    return personal.ranking.place(key)


def _valued(
    members: Sequence[str], personal: Personal, worth: Callable[[str, Personal], Number | None]
) -> list[Member]:
    """The members who have a place, each with his value; those without the value the rule wants do not count."""
    placed = [key for key in members if personal.ranking.place(key) is not None]
    values = [(key, worth(key, personal)) for key in placed]
    return [Member(key, value) for key, value in values if value is not None]


def _squad(members: list[Member], k: int, *, high: bool) -> Squad:
    ordered = sorted(members, key=lambda member: member.value, reverse=high)
    others = tuple(member.value for member in ordered[k:])
    return Squad(tuple(ordered[:k]), others, max(k - len(ordered), 0))


MEMBERS: Mapping[str, Callable[..., MemberRule]] = {"own": OwnPlace, "best": BestMembers}
