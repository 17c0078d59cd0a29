"""Slot: which members of a team make its result in a contest."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple, Protocol

from scoring.criteria.team import Squad
from scoring.facts import Entrant
from scoring.numbers import Number, exact
from scoring.ranking import Ranking, Row
from scoring.rules.priced import priced, within_reach
from scoring.rules.value import VALUES, Size, ValueRule
from scoring.shape import ListOf, Named, OneOf, Table, Tagged, Whole, key, number, table, text

Worths = Mapping[str, Number]
Valued = tuple[str, Number]
_value = itemgetter(1)


class PartList(NamedTuple):
    """The list of one part of a contest, or its only one; `value` gives what an entrant showed, by kind of mark."""

    ranking: Ranking
    size: Size
    value: Callable[[str, str], Number | None]


class Personal(NamedTuple):
    """Everything personal in a contest. `scorers`: whoever may score for a team, and for which; `squads`: these teams.

    `credits`: of those whose points are shared by several teams, these and their shares.
    """

    lists: Sequence[PartList]
    entrants: Mapping[str, Entrant]
    scorers: Mapping[str, str]
    squads: Sequence[str]
    credits: Mapping[str, Sequence[tuple[str, Number]]]

    @property
    def ranking(self) -> Ranking:
        """Of a contest in one part, its list."""
        return self.lists[0].ranking

    def row(self, key: str) -> Row | None:
        rows = (one.ranking.by_key.get(key) for one in self.lists)
        return next((row for row in rows if row), None)

    @property
    def last(self) -> int:
        return max(one.ranking.last for one in self.lists)


class MemberRule(Protocol):
    """`verbatim`: with no order declared, a team stands on the very place of its entry. `high`: the most wins."""

    @property
    def verbatim(self) -> bool: ...
    @property
    def high(self) -> bool: ...
    @property
    def value(self) -> str: ...
    def squads(self, personal: Personal) -> dict[str, Squad]: ...


@table
class OwnPlace:
    """The team is itself an entrant, or stands where its best entrant stands."""

    verbatim = True
    high = False
    value = "place"

    def squads(self, personal: Personal) -> dict[str, Squad]:
        return {
            team: Squad(lines, 1) for team, lines in _by_team(_places(personal.ranking), personal, high=False).items()
        }


@table
class _Valued:
    """What each member is worth: a time, a score, a place, or points for a place.

    `among = "scorers"`: places are counted among those who score for a team; `displacing`: and of these, among the
    first so many of each team. `coefficients` times the value of entrants who have such a tag.
    """

    value: str = key(OneOf(("time", "score", "place", "points")), default="place")
    points: ValueRule | None = key(Tagged("kind", VALUES), default=None)
    among: str = key(OneOf(("all", "scorers")), default="all")
    displacing: int | None = key(Whole(1), default=None)
    coefficients: Mapping[str, Number] | None = key(Named(number), default=None)

    verbatim = False

    @property
    def high(self) -> bool:
        return self.value == "points" or self.value == "score"

    def lines(self, personal: Personal) -> dict[str, list[Valued]]:
        """Each team's scorers who have a value, best first; of equal values, whoever is placed higher."""
        worths = self._worths(personal.lists[0], personal)
        for one in personal.lists[1:]:
            worths = {**worths, **self._worths(one, personal)}
        if self.coefficients:
            worths = {one: self._weighed(value, personal.entrants[one]) for one, value in worths.items()}
        shared = personal.credits if self.high else {}
        return _by_team(worths, personal, shared, high=self.high)

    def _worths(self, one: PartList, personal: Personal) -> Worths:
        if self.value in ("time", "score"):
            shown = ((key, one.value(key, self.value)) for key in one.ranking.equals)
            return {key: value for key, value in shown if value is not None}
        ranking = one.ranking
        if self.among == "scorers" or self.displacing:
            ranking = within_reach(ranking, personal.scorers, self.displacing)
        if self.value == "points" and self.points:
            return priced(self.points, ranking, one.size)
        return _places(ranking)

    def _weighed(self, value: Number, entrant: Entrant) -> Number:
        for tag in entrant.tags:
            value *= (self.coefficients or {}).get(tag, 1)
        return exact(value)


@table
class BestMembers(_Valued):
    """The best K members."""

    k: int = key(Whole(1))

    def squads(self, personal: Personal) -> dict[str, Squad]:
        k = self.k
        return {team: Squad(lines, k) for team, lines in self.lines(personal).items()}


@table
class Group:
    """The best K of those in one of these parts and with all of these tags, whose values are weighed by `weight`."""

    k: int = key(Whole(1))
    parts: tuple[str, ...] = key(ListOf(text), default=())
    tags: tuple[str, ...] = key(ListOf(text), default=())
    weight: Number = key(number, default=1)

    def takes(self, entrant: Entrant) -> bool:
        return (not self.parts or entrant.part in self.parts) and all(tag in entrant.tags for tag in self.tags)


@table
class QuotaMembers(_Valued):
    """The best K of each group: men and women, distances, a relay. Whoever counts for one group is out of the next."""

    groups: tuple[Group, ...] = key(ListOf(Table(Group), filled=True))

    def squads(self, personal: Personal) -> dict[str, Squad]:
        return {team: self._squad(lines, personal.entrants) for team, lines in self.lines(personal).items()}

    def _squad(self, lines: list[Valued], entrants: Mapping[str, Entrant]) -> Squad:
        counted: list[Valued] = []
        rest = lines
        for group in self.groups:
            fitting = [line for line in rest if group.takes(entrants[line[0]])][: group.k]
            rest = [line for line in rest if line not in fitting]
            counted += [(one, exact(value * group.weight)) for one, value in fitting]
        counted.sort(key=_value, reverse=self.high)
        needed = sum(group.k for group in self.groups)
        return Squad(counted + rest, needed, len(counted))


@table
class NamedMembers(_Valued):
    """Exactly the scorers named beforehand: all who score for the team, or those with a tag; K where it is fixed."""

    k: int | None = key(Whole(1), default=None)
    tag: str | None = key(text, default=None)

    def squads(self, personal: Personal) -> dict[str, Squad]:
        named: dict[str, set[str]] = {}
        for one, team in personal.scorers.items():
            if self.tag is None or self.tag in personal.entrants[one].tags:
                named.setdefault(team, set()).add(one)
        squads = {}
        for team, lines in self.lines(personal).items():
            own = named.get(team, set())
            counted = [line for line in lines if line[0] in own]
            every = counted + [line for line in lines if line[0] not in own]
            needed = self.k or len(own)
            squads[team] = Squad(every, needed, min(len(counted), needed))
        return squads


def _places(ranking: Ranking) -> Worths:
    return {key: group.place for group in ranking.placed for key in group.keys}


def _by_team(
    worths: Worths, personal: Personal, shared: Mapping[str, Iterable[tuple[str, Number]]] | None = None, *, high: bool
) -> dict[str, list[Valued]]:
    """The values of each team, best first; of those that several teams share, to each its share."""
    members: dict[str, list[Valued]] = {team: [] for team in personal.squads}
    team_of = personal.scorers.get
    if shared:
        worths = {**worths}
        for one in shared.keys() & worths.keys():
            value = worths.pop(one)
            for name, share in shared[one]:
                members[name].append((one, exact(value * share)))
    for line in worths.items():
        team = team_of(line[0])
        if team is not None:
            members[team].append(line)
    values = list(worths.values())
    if shared or values != sorted(values, reverse=high):
        for lines in members.values():
            lines.sort(key=_value, reverse=high)
    return members


MEMBERS: Mapping[str, Callable[..., MemberRule]] = {
    "own": OwnPlace,
    "best": BestMembers,
    "quota": QuotaMembers,
    "named": NamedMembers,
}
