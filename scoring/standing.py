"""A standing as it comes out: a table of teams, a cell for each contest, and why each number is what it is."""

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple, Protocol

from scoring.facts import Adjustment
from scoring.lazy import lazy, record
from scoring.numbers import Number
from scoring.order import Decision
from scoring.ranking import Basis
from scoring.reasons import Reason, new_reason
from scoring.rules.absent import AbsentValue
from scoring.rules.count import CountRule
from scoring.rules.value import RawValue, Size, ValueRule, size_of
from scoring.statuses import Absence


@record
class Share:
    """What one entrant's place is worth to a team: `share` of `points`. In a standing of cities, what a team's is."""

    entrant: str
    place: Number
    points: Number
    share: Number = 1


@record
class Terms:
    """What a contest's values were reckoned by in one standing."""

    value: ValueRule
    weight: Number
    size: Size
    absence_clause: str | None
    of_teams: bool
    count: CountRule


class Cell(NamedTuple):
    """A team in a contest. `points` is None where nothing is given: not held yet, or an absence without a value.

    `base` are the points before adjustments; `shares` are filled where entrants' places are worth points.
    """

    contest: str
    place: Number | None
    points: Number | None
    counted: bool
    absence: Absence | None
    held: bool
    base: Number | None
    first: int | None
    sharing: int
    shares: tuple[Share, ...]
    absent: AbsentValue | None
    adjustments: tuple[Adjustment, ...]
    terms: Terms
    among: frozenset[str]

    def because(self) -> Reason:
        """Where the points come from, before adjustments, which stand in `adjustments` one by one."""
        if not self.held:
            return Reason("not_held")
        if self.absence:
            rule = None if self.absent is None else self.absent.value
            shown = rule if isinstance(rule, int) or rule is None else str(rule)
            args = {"absence": str(self.absence), "rule": shown, "points": self.base}
            return new_reason(("absence", self.terms.absence_clause, args))
        value, terms = self.terms.value, self.terms
        if self.shares:
            return self._because_of_shares()
        priced: dict[str, object] = {
            "points": self.base,
            "weight": terms.weight,
            "rule": value.name,
            "shared": value.shared or ("upper" if self.place == self.first else "mean"),
            "place": self.place,
            "sharing": self.sharing,
            "n": size_of(value, terms.size),
            "worths": self._worths(),
        }
        return new_reason(("place_points", value.clause, priced))

    def _because_of_shares(self) -> Reason:
        value, weight = self.terms.value, self.terms.weight
        args: dict[str, object] = {"points": self.base, "weight": weight, "rule": value.name}
        if self.terms.of_teams:
            args["teams"] = [{"team": one.entrant, "place": one.place, "points": one.points} for one in self.shares]
            return Reason("teams_points", value.clause, args)
        args["entrants"] = [
            {"entrant": one.entrant, "place": one.place, "points": one.points, "share": one.share}
            for one in self.shares
        ]
        return Reason("entrants_points", value.clause, args)

    def _worths(self) -> list[Number]:
        """What each of the places that are taken up together is worth; nothing where no place is priced."""
        if isinstance(self.terms.value, RawValue) or self.first is None:
            return []
        if self.sharing == 1 and self.terms.weight == 1 and self.base is not None:
            return [self.base]
        last = self.first + self.sharing - 1
        given = self.terms.value.when_shared or {}
        if f"{self.first}-{last}" in given:
            return [given[f"{self.first}-{last}"]]
        return [self.terms.value.of_place(place, self.terms.size) for place in range(self.first, last + 1)]

    def left_out(self) -> Reason | None:
        """Why points that are there do not count; None for those that do."""
        if self.counted or self.points is None:
            return None
        if self.absence and self.counts == "never":
            return Reason("never_counts", self.terms.absence_clause, {"absence": self.absence.value})
        return self.terms.count.left_out(self.contest, self.among)

    @property
    def counts(self) -> str:
        """Whether the value competes for the best K: if_best, or as the rule of its absence says."""
        return self.absent.counts if self.absent else "if_best"


class Line(Protocol):
    """What a row stands on, worked out when it is asked for."""

    @property
    def cells(self) -> tuple[Cell, ...]: ...
    def because(self) -> Reason: ...


class TableRow(NamedTuple):
    """A team in a standing. `place` is None for a guest, an unclassified team, and before anything was held."""

    team: str
    place: Number | None
    tied: bool
    adjustments: tuple[Adjustment, ...]
    guest: bool
    total: Number
    lines: Mapping[str, Line]
    ties: Basis

    @property
    def cells(self) -> tuple[Cell, ...]:
        """One for each contest, in programme order."""
        return self.lines[self.team].cells

    def because(self) -> Reason:
        """What the row stands on: the total, or why there is no place."""
        return self.lines[self.team].because()

    def tie(self) -> Reason | None:
        """How it was told apart from teams with the same total, or why it was not; None where there were none."""
        return self.ties(self.team) if self.place is not None else None


@record
class Table:
    """A standing. `reservation` says why it cannot be called decided yet, whatever the places are.

    `contests` are those it adds up; `cancelled` were in its programme and are not held, each with its decision.
    """

    id: str
    rows: tuple[TableRow, ...]
    undecided: tuple[tuple[str, ...], ...]
    reservation: Reason | None
    contests: tuple[str, ...]
    cancelled: tuple[Decision, ...]
    used: tuple[Decision, ...] = field(repr=False)
    board: object = field(repr=False, compare=False)  # what it was made of, for the next table

    @lazy
    def by_team(self) -> Mapping[str, TableRow]:
        return {row.team: row for row in self.rows}
