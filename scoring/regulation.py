"""The regulation part of a document: contests, the rules they are held by, standings, the cup."""

import re
from dataclasses import dataclass
from typing import Any

from scoring.criteria.overall import OVERALL_CRITERIA, StandingField
from scoring.criteria.team import TEAM_CRITERIA, TeamsField
from scoring.facts import name
from scoring.formats import FORMATS
from scoring.formats.list import MarkList
from scoring.formats.stage import Format
from scoring.marks import MARKS
from scoring.numbers import Number
from scoring.order import Block, Order, OrderOf, Step
from scoring.rules.absent import AbsentRule
from scoring.rules.count import COUNTS, CountAll, CountRule
from scoring.rules.members import MEMBERS, MemberRule, OwnPlace
from scoring.rules.value import VALUES, NDown, ValueRule
from scoring.shape import ListOf, OneOf, Table, Tagged, anything, flag, key, mapping, number, table, text
from scoring.spot import Spot


@table
class Contest:
    """A line of the programme. `outside`: «вне зачёта», in no standing.

    `ended`: nothing more will be held, so that the places stand as they are although a final is wanting.
    """

    id: str = key(name)
    title: str = key(text, default="")
    rules: str = key(text)
    weight: Number = key(number, default=1)
    outside: bool = key(flag, default=False)
    ended: bool = key(flag, default=False)


def incomplete(raw: object, spot: Spot) -> str | int:
    """No place, after the complete teams, as it is (with what it has), or "last+n" for each missing member."""
    price = re.fullmatch(r"last\+([0-9]{1,3})", raw) if isinstance(raw, str) else None
    return int(price[1]) if price else OneOf(("no_place", "after_complete", "as_is"))(raw, spot)


TEAM_SUM: Order[TeamsField] = Order((Block((Step("sum", TEAM_CRITERIA["sum"]()),)),))


@table
class TeamRule:
    """How the members of a team make its place in a contest."""

    members: MemberRule = key(Tagged("kind", MEMBERS), default=OwnPlace())
    wins: str | None = key(OneOf(("most", "least")), default=None)
    incomplete: str | int = key(incomplete, default="no_place")
    order: Order[TeamsField] | None = key(OrderOf(TEAM_CRITERIA), default=None)
    clause: str | None = key(text, default=None)

    @property
    def high(self) -> bool:
        return self.wins == "most" if self.wins else self.members.high


@dataclass(frozen=True, slots=True)
class Rules:
    """How a contest is held and ranked. The order's criteria belong to the format of the last stage."""

    stages: tuple[Format, ...]
    order: Order[Any]
    team: TeamRule


PLACES: Format = MarkList(mark=MARKS["place"]())


@table
class _RulesKeys:
    stages: tuple[Format, ...] = key(ListOf(Tagged("format", FORMATS), filled=True), default=(PLACES,))
    order: object = key(anything, default=None)
    team: TeamRule = key(Table(TeamRule), default=TeamRule())


PLAIN = Rules((PLACES,), PLACES.default_order(), TeamRule())


def rules(raw: object, spot: Spot) -> Rules:
    """`parts` (with `wins` and `out`) in the place of stages is short for one stage, a combined event."""
    rows = dict(mapping(raw, spot))
    if "parts" in rows:
        stage = {name: rows.pop(name) for name in ("parts", "wins", "out") if name in rows}
        rows["stages"] = [{"format": "combined", **stage}]
    keys = Table(_RulesKeys)(rows, spot)
    last = keys.stages[-1]
    order = last.default_order() if keys.order is None else OrderOf(last.criteria)(keys.order, spot.at("order"))
    return Rules(keys.stages, order, keys.team)


@table
class Per:
    """Another weight, value or absence for some contests of one standing."""

    contests: tuple[str, ...] = key(ListOf(text, filled=True))
    weight: Number | None = key(number, default=None)
    value: ValueRule | None = key(Tagged("kind", VALUES), default=None)
    absent: AbsentRule | None = key(Table(AbsentRule), default=None)
    clause: str | None = key(text, default=None)


def contests(raw: object, spot: Spot) -> tuple[str, ...] | None:
    """Contests by id, or "all" (here None): everything that is not outside."""
    return None if raw == "all" else ListOf(text, filled=True)(raw, spot)


TOTAL: Order[StandingField] = Order((Block((Step("total", OVERALL_CRITERIA["total"]()),)),))


@table
class Standing:
    """A standing of teams: what each contest is worth to them, what counts, and how equals are told apart.

    Only of `teams`, where these are named: with the `places` of all who competed together, or with places of their
    `own`, as if the others had not been there. `cities`: of cities in the place of teams, by the best team of each in
    every contest, or by all of them. `adjustments = false`: no bonus and no fine goes in (a count of medals).
    """

    id: str = key(name)
    title: str = key(text, default="")
    contests: tuple[str, ...] | None = key(contests, default=None)
    teams: tuple[str, ...] | None = key(ListOf(text, filled=True), default=None)
    places: str = key(OneOf(("joint", "own")), default="joint")
    cities: str | None = key(OneOf(("best", "all")), default=None)
    wins: str = key(OneOf(("most", "least")), default="most")
    value: ValueRule = key(Tagged("kind", VALUES), default=NDown())
    absent: AbsentRule = key(Table(AbsentRule), default=AbsentRule())
    count: CountRule = key(Tagged("kind", COUNTS), default=CountAll())
    order: Order[StandingField] = key(OrderOf(OVERALL_CRITERIA), default=TOTAL)
    per: tuple[Per, ...] = key(ListOf(Table(Per)), default=())
    adjustments: bool = key(flag, default=True)

    @property
    def high(self) -> bool:
        return self.wins == "most"

    def value_in(self, contest: str) -> ValueRule:
        return next((per.value for per in self._per(contest) if per.value), self.value) if self.per else self.value

    def absent_in(self, contest: str) -> AbsentRule:
        return next((per.absent for per in self._per(contest) if per.absent), self.absent) if self.per else self.absent

    def weight_of(self, contest: Contest) -> Number:
        if not self.per:
            return contest.weight
        return next((per.weight for per in self._per(contest.id) if per.weight is not None), contest.weight)

    def _per(self, contest: str) -> list[Per]:
        return [per for per in self.per if contest in per.contests]


@table
class CupRule:
    """Which standing's winner gets the cup; with several first, they share it or somebody has to decide."""

    standing: str = key(text)
    tie: str = key(OneOf(("decide", "share")), default="decide")
    clause: str | None = key(text, default=None)
