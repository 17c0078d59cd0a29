"""Slot: which members of a team make its result in a contest."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from scoring.criteria.team import Squad, Squads
from scoring.facts import Entrant
from scoring.numbers import Number, exact
from scoring.ranking import Ranking, Row
from scoring.rules.priced import priced, within_reach
from scoring.rules.value import VALUES, Size, ValueRule
from scoring.shape import ListOf, Named, OneOf, Table, Tagged, Whole, key, number, table, text

Worths = Mapping[str | None, Number]  # of entrants; None is nobody's, for a member whom a team lacks
Shares = Mapping[str, Sequence[tuple[str, Number]]]


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
    credits: Shares

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
    def squads(self, personal: Personal) -> Squads: ...


@table
class OwnPlace:
    """The team is itself an entrant, or stands where its best entrant stands."""

    verbatim = True
    high = False
    value = "place"

    def squads(self, personal: Personal) -> Squads:
        worths: dict[str | None, Number] = dict(personal.ranking.places.items())
        return Squads(_by_team(worths, personal.scorers, personal.squads), worths, 1)


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

    def members(self, personal: Personal) -> Iterator[tuple[str, Sequence[str], Worths]]:
        """Each team's scorers who have a value, best first (of equal values, whoever is placed higher); the values."""
        own, worths = self._own(personal)
        if not self._shares(personal):
            return ((team, keys, worths) for team, keys in own.items())
        return _shared(own, worths, personal.credits)

    def _own(self, personal: Personal) -> tuple[dict[str, list[str]], Worths]:
        """Of each team, and nothing shared."""
        worths = self._worths(personal.lists[0], personal)
        for one in personal.lists[1:]:
            worths = {**worths, **self._worths(one, personal)}
        if self.coefficients:
            entrants = personal.entrants
            worths = {one: self._weighed(value, entrants[str(one)]) for one, value in worths.items()}
        return _by_team(worths, personal.scorers, personal.squads, high=self.high), worths

    def _shares(self, personal: Personal) -> bool:
        """Whether anything is shared: of a time or a place nobody has a half."""
        return self.high and bool(personal.credits)

    def _whose(self, personal: Personal) -> Iterator[tuple[str, str]]:
        """Every scorer with his team, or with all those that share him."""
        shared = personal.credits if self._shares(personal) else {}
        yield from ((one, team) for one, team in personal.scorers.items() if one not in shared)
        yield from ((one, team) for one, shares in shared.items() for team, _ in shares)

    def _worths(self, one: PartList, personal: Personal) -> Worths:
        if self.value in ("time", "score"):
            shown = ((key, one.value(key, self.value)) for key in one.ranking.line)
            return {key: value for key, value in shown if value is not None}
        ranking = one.ranking
        if self.among == "scorers" or self.displacing:
            ranking = within_reach(ranking, personal.scorers, self.displacing)
        if self.value == "points" and self.points:
            return priced(self.points, ranking, one.size)
        return dict(ranking.places.items())

    def _weighed(self, value: Number, entrant: Entrant) -> Number:
        for tag in entrant.tags:
            value *= (self.coefficients or {}).get(tag, 1)
        return exact(value)


@table
class BestMembers(_Valued):
    """The best K members."""

    k: int = key(Whole(1))

    def squads(self, personal: Personal) -> Squads:
        if not self._shares(personal):
            return Squads(*self._own(personal), self.k)
        return Squads.of({team: Squad(keys, worths, self.k) for team, keys, worths in self.members(personal)})


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

    def squads(self, personal: Personal) -> Squads:
        members = self.members(personal)
        return Squads.of({team: self._squad(keys, worths, personal.entrants) for team, keys, worths in members})

    def _squad(self, keys: Sequence[str], worths: Worths, entrants: Mapping[str, Entrant]) -> Squad:
        weighed: dict[str | None, Number] = {}
        rest = list(keys)
        for group in self.groups:
            fitting = [one for one in rest if group.takes(entrants[one])][: group.k]
            rest = [one for one in rest if one not in fitting]
            weighed |= {one: exact(worths[one] * group.weight) for one in fitting}
        counted = sorted(weighed, key=weighed.__getitem__, reverse=self.high)
        needed = sum(group.k for group in self.groups)
        return Squad([*counted, *rest], {**{one: worths[one] for one in rest}, **weighed}, needed, len(counted))


@table
class NamedMembers(_Valued):
    """Exactly the scorers named beforehand: all who score for the team, or those with a tag; K where it is fixed."""

    k: int | None = key(Whole(1), default=None)
    tag: str | None = key(text, default=None)

    def squads(self, personal: Personal) -> Squads:
        named: dict[str, set[str]] = {}
        for one, team in self._whose(personal):
            if self.tag is None or self.tag in personal.entrants[one].tags:
                named.setdefault(team, set()).add(one)
        squads = {}
        for team, keys, worths in self.members(personal):
            own = named.get(team, set())
            counted = [one for one in keys if one in own]
            needed = self.k or len(own)
            others = [one for one in keys if one not in own]
            squads[team] = Squad([*counted, *others], worths, needed, min(len(counted), needed))
        return Squads.of(squads)


def _by_team(
    worths: Worths, scorers: Mapping[str, str], teams: Iterable[str], *, high: bool = False
) -> dict[str, list[str]]:
    """Those of each team who have a value, best first."""
    members: dict[Any, list[Any]] = {team: [] for team in teams}
    members[None] = []  # whoever scores for nobody
    team_of: Callable[[Any], str | None] = scorers.get
    for own, one in zip(map(members.__getitem__, map(team_of, worths)), worths, strict=True):
        own.append(one)
    del members[None]
    values = list(worths.values())
    if values != sorted(values, reverse=high):
        for keys in members.values():
            keys.sort(key=worths.__getitem__, reverse=high)
    return members


def _shared(
    own: Mapping[str, Sequence[str]], worths: Worths, credits: Shares
) -> Iterator[tuple[str, Sequence[str], Worths]]:
    """With each team's share of those whose points go to several, and without the whole of them."""
    of_team = {one: dict(shares) for one, shares in credits.items()}
    for team, keys in own.items():
        whole = {one: 1 for one in keys if one not in credits}
        share = whole | {one: shares[team] for one, shares in of_team.items() if team in shares}
        mine: dict[str | None, Number] = {
            one: exact(value * share[str(one)]) for one, value in worths.items() if one in share
        }
        yield team, sorted(map(str, mine), key=mine.__getitem__, reverse=True), mine


MEMBERS: Mapping[str, Callable[..., MemberRule]] = {
    "own": OwnPlace,
    "best": BestMembers,
    "quota": QuotaMembers,
    "named": NamedMembers,
}
