"""Knock-out: each unit of the bracket sends its winner on and gives places to those it leaves behind."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scoring.columns import StageFacts
from scoring.facts import Mark, Match, label, name, sides
from scoring.marks.place import PlaceMark
from scoring.matches import MatchPoints, Walkover, halves, heeded
from scoring.numbers import Number
from scoring.order import Decision, Order
from scoring.ranking import Equals, Ranking, Unplaced, as_numbered
from scoring.reasons import Reason
from scoring.shape import ListOf, Table, Whole, key, table
from scoring.spot import Spot

_GAME = MatchPoints(win=1)
NO_CRITERIA: Mapping[str, Any] = {}  # nothing can be declared about the order of a bracket


@table
class Node:
    """A unit of the bracket: the place of its winner or loser, where it gives one.

    Several losers with the same place share it: 3 and 3 with no match for the third place, 5 for all four of the
    quarter-finals. `wins`: how many matches the winner has to win. Whoever is given a place by several units has that
    of the last one in the bracket. A guest is listed without a place; the others keep what the bracket gave them.
    `sides`: who comes into it, as a feed says it; places do not depend on that.
    """

    unit: str = key(label)
    winner: int | None = key(Whole(1), default=None)
    loser: int | None = key(Whole(1), default=None)
    wins: int = key(Whole(1, 20), default=1)
    sides: tuple[str, str] | None = key(sides, default=None)


@table
class Knockout:
    """The bracket as declared. A match that nobody won yet gives no place: it waits for a decision or a replay.

    `played_to`: the bracket is drawn when it is known how many come into it, and places are played for down to this
    one; others share theirs. `qualify`: how many of each pool of the stage before, or of its whole table, come into it.
    """

    id: str | None = key(name, default=None)
    bracket: tuple[Node, ...] = key(ListOf(Table(Node), filled=True), default=())
    played_to: int | None = key(Whole(2, 64), default=None)
    qualify: int | None = key(Whole(1, 64), default=None)
    walkover: Walkover = key(Table(Walkover), default=Walkover())

    criteria = NO_CRITERIA
    mark = PlaceMark()
    takes = "matches"

    def default_order(self) -> Order[Any]:
        return Order(())

    def check(self, mark: Mark, spot: Spot) -> None:
        spot.note("matches_only")

    def rank(
        self, facts: StageFacts, order: Order[Any], decisions: Sequence[Decision], before: Ranking | None = None
    ) -> Ranking:
        """Everybody whom a decided unit gave a place."""
        given: dict[str, tuple[int, str]] = {}
        used: list[Decision] = []
        for node in self.bracket:
            given |= {who: (place, node.unit) for who, place in self._given(node, facts, decisions, used)}
        units = {who: unit for who, (_, unit) in given.items()}
        placed: dict[int, list[str]] = {}
        for who, (place, _) in given.items():
            if who in facts.guests:
                continue
            placed.setdefault(place, []).append(who)
        listed = list(facts.entrants)
        groups = [Equals(tuple(sorted(placed[place], key=listed.index)), place, place) for place in sorted(placed)]
        out = [who for who in _annulled(facts) if who in facts.entrants and who not in units]
        gone = [Unplaced(who, guest=who in facts.guests) for who in out]
        gone += [Unplaced(who, guest=True) for who in units if who in facts.guests]
        used += heeded(facts)
        playing = () if self._given_out(facts, decisions) else facts.meetings.pools
        waiting = frozenset(playing) - units.keys() - set(out)
        basis = _Basis(units, {who: place for place, those in placed.items() for who in those}, facts.guests)
        undecided = tuple(self._open(node, facts) for node in self.bracket if self._drawn(node, facts, decisions))
        return as_numbered(Ranking((), (), tuple(gone), undecided, tuple(used), waiting, basis), groups)

    def complete(self, facts: StageFacts, decisions: Sequence[Decision]) -> bool:
        """Whether every unit that gives a place has a winner, by its matches or by a decision; and he who won a unit
        has got his place in some other one."""
        placed = {who for node in self.bracket for who, _ in self._given(node, facts, decisions, [])}
        if not self._given_out(facts, decisions):
            return False
        return {won[0] for node in self.bracket if (won := self._winner(node, facts))} <= placed

    def ahead(self, facts: StageFacts, decisions: Sequence[Decision]) -> tuple[str, ...]:
        """The units that nobody won yet, or the stage itself while it is not drawn."""
        open_ = (node for node in self.bracket if not self._winner(node, facts))
        return tuple(node.unit for node in open_ if not self._said(node, facts, decisions)) or (self.id or "",)

    def value(self, facts: StageFacts, key: str, kind: str) -> Number | None:
        return None

    def _given_out(self, facts: StageFacts, decisions: Sequence[Decision]) -> bool:
        """Whether there is a bracket, and every place of it is somebody's."""
        giving = (node for node in self.bracket if node.winner or node.loser)
        decided = all(self._winner(node, facts) or self._said(node, facts, decisions) for node in giving)
        return bool(self.bracket) and decided

    def _given(
        self, node: Node, facts: StageFacts, decisions: Sequence[Decision], used: list[Decision]
    ) -> list[tuple[str, int]]:
        result = self._winner(node, facts)
        if result is None:
            decision = self._said(node, facts, decisions)
            if decision is None:
                return []
            used.append(decision)
            result = (decision.named[0], decision.named[-1])
        return [(who, place) for who, place in zip(result, (node.winner, node.loser), strict=True) if place]

    def _matches(self, node: Node, facts: StageFacts) -> list[Match]:
        void, gone = {one.unit for one in facts.meetings.annulled}, set(_annulled(facts))
        played = (one for one in facts.meetings.matches if one.unit == node.unit and one.over and one.unit not in void)
        return [one for one in played if not gone.intersection(one.sides)]

    def _winner(self, node: Node, facts: StageFacts) -> tuple[str, str] | None:
        """(winner, loser) once one of the two has won often enough."""
        wins: dict[str, int] = {}
        for match in self._matches(node, facts):
            for half in halves(match, _GAME, self.walkover, 0):
                wins[half.who] = wins.get(half.who, 0) + (half.outcome == "win")
        best = sorted(wins, key=wins.__getitem__, reverse=True)
        return (best[0], best[1]) if len(best) == 2 and wins[best[0]] >= node.wins > wins[best[1]] else None

    def _open(self, node: Node, facts: StageFacts) -> tuple[str, ...]:
        return tuple(dict.fromkeys(side for one in self._matches(node, facts) for side in one.sides))

    def _said(self, node: Node, facts: StageFacts, decisions: Sequence[Decision]) -> Decision | None:
        """The last decision about who won here: of this unit by name, or of the two whatever they played for."""
        sides = set(self._open(node, facts))
        fitting = (one for one in reversed(decisions) if sides and set(one.named) == sides and len(one.groups) == 2)
        return next((one for one in fitting if one.unit in (None, node.unit)), None)

    def _drawn(self, node: Node, facts: StageFacts, decisions: Sequence[Decision]) -> bool:
        """Whether matches were played in the unit and somebody still has to say who won."""
        waiting = node.wins == 1 and bool(self._open(node, facts)) and self._winner(node, facts) is None
        return waiting and self._said(node, facts, decisions) is None


def _annulled(facts: StageFacts) -> list[str]:
    """Whose matches are all void."""
    return sorted({one.entrant for one in facts.meetings.annulled if one.unit is None and one.entrant})


@dataclass(frozen=True, slots=True)
class _Basis:
    units: Mapping[str, str]
    places: Mapping[str, int]
    guests: Collection[str]

    def __call__(self, key: str) -> Reason:
        if key in self.guests:
            return Reason("guest")
        if key not in self.units:
            return Reason("matches_annulled")
        return Reason("bracket", None, {"unit": self.units[key], "place": self.places[key]})
