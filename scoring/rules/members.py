"""Slot: which members of a team make its result in a contest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from scoring.criteria.team import Squad
from scoring.facts import Entrant
from scoring.numbers import Number
from scoring.ranking import Ranking
from scoring.rules.priced import priced
from scoring.rules.value import VALUES, Size, ValueRule
from scoring.shape import OneOf, Tagged, Whole, key, table


@dataclass(frozen=True, slots=True)
class Personal:
    """The personal ranking of a contest, and its size; `value` gives what an entrant showed, by kind of mark.

    `scorers`: whoever may score for a team, and for which.
    """

    ranking: Ranking
    entrants: Mapping[str, Entrant]
    scorers: Mapping[str, str]
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
    def squads(self, personal: Personal) -> dict[str, Squad]: ...


@table
class OwnPlace:
    """The team is itself an entrant, or stands where its best entrant stands."""

    verbatim = True
    high = False
    needed = 1
    value = "place"

    def squads(self, personal: Personal) -> dict[str, Squad]:
        return _squads(personal, _places(personal), 1, high=False)


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

    def squads(self, personal: Personal) -> dict[str, Squad]:
        return _squads(personal, self._worths(personal), self.k, high=self.high)

    def _worths(self, personal: Personal) -> Mapping[str, Number]:
        if self.value == "place":
            return _places(personal)
        if self.value == "points" and self.points:
            return priced(self.points, personal.ranking, personal.size)
        shown = ((key, personal.value(key, self.value)) for key in personal.ranking.equals)
        return {key: value for key, value in shown if value is not None}


def _places(personal: Personal) -> Mapping[str, Number]:
    return {key: group.place for group in personal.ranking.placed for key in group.keys}


def _squads(personal: Personal, worths: Mapping[str, Number], k: int, *, high: bool) -> dict[str, Squad]:
    """Each team's scorers who have a value, best first; of equal values, whoever is placed higher."""
    members: dict[str, list[str]] = {team: [] for team in sorted(set(personal.scorers.values()))}
    team_of = personal.scorers.get
    for one in worths:
        team = team_of(one)
        if team is not None:
            members[team].append(one)
    squads = {}
    for team, keys in members.items():
        keys.sort(key=worths.__getitem__, reverse=high)
        squads[team] = Squad(keys, [worths[one] for one in keys], k)
    return squads


MEMBERS: Mapping[str, Callable[..., MemberRule]] = {"own": OwnPlace, "best": BestMembers}
