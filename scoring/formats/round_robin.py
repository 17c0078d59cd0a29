"""Round robin: everybody meets everybody of the pool; places by the table of matches."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from scoring.columns import StageFacts
from scoring.criteria.matches import MATCH_CRITERIA, MatchesField
from scoring.facts import Mark, Match, name
from scoring.marks.place import PlaceMark
from scoring.matches import Half, MatchPoints, Walkover, halves, heeded
from scoring.numbers import Number
from scoring.order import Block, Decision, Order, OrderOf, Step
from scoring.rank import rank
from scoring.ranking import Ranking, Unplaced, in_line, numbering
from scoring.reasons import Reason
from scoring.shape import OneOf, Table, Whole, flag, key, table
from scoring.spot import Spot


@table
class RoundRobin:
    """`points` for a match; `walkover`: the score written for one that a side did not come to.

    `legs`: how often each two meet, no more and no less; not said, at least once. `best_of`: a match of so many sets
    was decided in a tie-break. `per_game`: sums are divided by the matches played. `cap`: no match counts for a greater
    difference. `across`: how those with the same place in different pools are told apart. `carry`: matches of earlier
    stages between the same two count here too. `withdrawn`: what becomes of the matches of a team that withdrew (or
    never came) – annulled, or the rest lost by not coming; "half": annulled if it played fewer than half of them.
    `pools`: into how many the entrants are divided; whose pool is which, the entrants say. `order`: how equals are told
    apart, where the order of the rules is that of a bracket after it.
    """

    id: str | None = key(name, default=None)
    points: MatchPoints = key(Table(MatchPoints))
    walkover: Walkover = key(Table(Walkover), default=Walkover())
    legs: int | None = key(Whole(1, 20), default=None)
    best_of: int = key(Whole(1, 99), default=5)
    per_game: bool = key(flag, default=False)
    cap: int | None = key(Whole(1), default=None)
    across: Order[MatchesField] | None = key(OrderOf(MATCH_CRITERIA), default=None)
    carry: bool = key(flag, default=False)
    withdrawn: str | None = key(OneOf(("annul", "walkover", "half")), default=None)
    pools: int | None = key(Whole(2, 26), default=None)
    order: Order[MatchesField] | None = key(OrderOf(MATCH_CRITERIA), default=None)

    criteria = MATCH_CRITERIA
    mark = PlaceMark()
    takes = "matches"

    @property
    def rounds(self) -> int:
        """How often each two meet at least."""
        return self.legs or 1

    def default_order(self) -> Order[MatchesField]:
        return self.order or Order((Block((Step("points", MATCH_CRITERIA["points"]()),)),))

    def check(self, mark: Mark, spot: Spot) -> None:
        spot.note("matches_only")

    def rank(
        self,
        facts: StageFacts,
        order: Order[MatchesField],
        decisions: Sequence[Decision],
        before: Ranking | None = None,
    ) -> Ranking:
        """Each pool by itself; those of several pools by their places, then by `across`, then side by side."""
        sheet = self.sheet(facts)
        field = self._field(facts, sheet)
        out = tuple(Unplaced(one, guest=one in facts.guests) for one in sheet.out)
        basis = _Basis(field, sheet, facts.guests, order.clause)
        if not sheet.matches:
            return Ranking(unplaced=out, used=sheet.used, basis=basis)
        pools = list(self._ranked(sheet, field, order, decisions).values())
        ranking = pools[0] if len(pools) == 1 else self._across(pools, field, decisions, order.places)
        return replace(ranking, unplaced=out, used=(*ranking.used, *sheet.used), basis=basis, opening=None)

    def tables(
        self, facts: StageFacts, order: Order[MatchesField], decisions: Sequence[Decision]
    ) -> Mapping[str, Ranking]:
        """The table of each pool by its name, "" where there are none: everybody who plays, whatever came later.

        There is none before the first match.
        """
        sheet = self.sheet(facts)
        if not sheet.matches:
            return {}
        field = self._field(facts, sheet)
        basis = _Basis(field, sheet, facts.guests, order.clause)
        ranked = self._ranked(sheet, field, order, decisions)
        return {pool: replace(one, basis=basis) for pool, one in ranked.items()}

    def complete(self, facts: StageFacts, decisions: Sequence[Decision]) -> bool:
        """Whether everybody has met everybody of the pool as often as declared."""
        sheet = self.sheet(facts)
        return bool(sheet.matches) and not self._wanting(sheet)

    def value(self, facts: StageFacts, key: str, kind: str) -> Number | None:
        """What the matches gave, for a contest whose points go straight through."""
        found = self._field(facts, self.sheet(facts)).tallies.get(key)
        return found.points if found else None

    def sheet(self, facts: StageFacts) -> "Sheet":
        """The matches that count, as this stage's rule about withdrawals leaves them."""
        void = {one.unit: one for one in facts.meetings.annulled if one.unit is not None}
        played = [one for one in facts.meetings.matches if one.over and one.unit not in void]
        played = [one for one in played if not facts.guests.intersection(one.sides)]
        gone = self._gone(facts, played)
        credited = self._credited(facts, gone, played)
        counted = [one for one in played if not gone.intersection(one.sides)]
        out = [one for one in facts.entrants if one in gone or one in facts.guests]
        lying = {one: pool for one, pool in facts.meetings.pools.items() if one not in out}
        pools: dict[str, list[str]] = {}
        for one, pool in lying.items():
            pools.setdefault(pool, []).append(one)
        used = tuple(heeded(facts))
        return Sheet(tuple(counted + credited), {name: pools[name] for name in sorted(pools)}, tuple(out), used)

    def _ranked(
        self, sheet: "Sheet", field: MatchesField, order: Order[MatchesField], decisions: Sequence[Decision]
    ) -> dict[str, Ranking]:
        return {pool: rank(field.only(keys), order, decisions) for pool, keys in sheet.pools.items() if keys}

    def _gone(self, facts: StageFacts, played: Sequence[Match]) -> set[str]:
        """Whose matches are annulled: by a decision, or because they withdrew."""
        gone = {str(one.entrant) for one in facts.meetings.annulled if one.unit is None}
        return gone.union(
            quitter
            for quitter in facts.meetings.withdrew
            if quitter in facts.meetings.pools
            and self._annuls(quitter, len(self._mates(quitter, facts, set())), played)
        )

    def _credited(self, facts: StageFacts, gone: set[str], played: Sequence[Match]) -> list[Match]:
        """The matches that others win because somebody withdrew; of two who both did, nobody wins."""
        quitters = [one for one in facts.meetings.withdrew if one not in gone] if self.withdrawn else []
        credited: list[Match] = []
        for index, quitter in enumerate(quitters):
            for mate in self._mates(quitter, facts, gone):
                if mate not in quitters[:index]:
                    credited += self._forfeited(quitter, mate, played, both=mate in quitters)
        return credited

    def _mates(self, one: str, facts: StageFacts, gone: set[str]) -> list[str]:
        """Whom somebody has to meet."""
        pools, others = facts.meetings.pools, gone | facts.guests | {one}
        return [mate for mate in pools if pools[mate] == pools.get(one) and mate not in others]

    def _annuls(self, quitter: str, mates: int, played: Sequence[Match]) -> bool:
        met = [one for one in played if quitter in one.sides]
        came = sum(quitter not in one.forfeit for one in met)
        few = self.withdrawn == "half" and 2 * came < mates * self.rounds
        return self.withdrawn == "annul" or few or not met

    def _forfeited(self, quitter: str, mate: str, played: Sequence[Match], *, both: bool) -> list[Match]:
        left = self.rounds - sum({quitter, mate} == set(one.sides) for one in played)
        lost = (quitter, mate) if both else (quitter,)
        return [Match(contest="", sides=(quitter, mate), forfeit=lost)] * left

    def _wanting(self, sheet: "Sheet") -> bool:
        met: dict[frozenset[str], int] = {}
        for match in sheet.matches:
            pair = frozenset(match.sides)
            met[pair] = met.get(pair, 0) + 1
        pairs = (frozenset(two) for keys in sheet.pools.values() for two in combinations(keys, 2))
        return any(met.get(pair, 0) < self.rounds for pair in pairs)

    def _field(self, facts: StageFacts, sheet: "Sheet") -> MatchesField:
        sides: dict[str, list[Half]] = {one: [] for keys in sheet.pools.values() for one in keys}
        for match in sheet.matches:
            for half in halves(match, self.points, self.walkover, self.best_of):
                sides.setdefault(half.who, []).append(half)
        return MatchesField(
            list(sides),
            sides,
            per_game=self.per_game,
            cap=self.cap,
            fair_play=facts.meetings.fair_play,
            seeds=facts.meetings.seeds,
        )

    def _across(
        self, pools: Sequence[Ranking], field: MatchesField, decisions: Sequence[Decision], places: str
    ) -> Ranking:
        first_of: dict[int, list[str]] = {}
        for pool in pools:
            for group in pool.placed:
                first_of.setdefault(group.first, []).extend(group.keys)
        together = [first_of[first] for first in sorted(first_of)]
        inner = {one: pool.ties for pool in pools for one in pool.line}
        ranked = [rank(field.only(keys), self.across, decisions) for keys in together] if self.across else []
        made = {one: ranking.ties for ranking in ranked for one in ranking.line}
        line, spans = in_line([keys for ranking in ranked for keys in ranking.sets] or together)
        return Ranking(
            line=line,
            spans=spans,
            undecided=tuple(group for one in (*pools, *ranked) for group in one.undecided),
            used=tuple(decision for one in (*pools, *ranked) for decision in one.used),
            ties=lambda who: (made[who](who) if made else None) or inner[who](who),
            numbering=numbering(places),
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """The matches that count, the pools in order, those without a place, and the decisions that made it so."""

    matches: tuple[Match, ...]
    pools: Mapping[str, Sequence[str]]
    out: tuple[str, ...]
    used: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class _Basis:
    """Says on demand what a line of the table stands on."""

    field: MatchesField
    sheet: Sheet
    guests: Collection[str]
    clause: str | None

    def __call__(self, key: str) -> Reason:
        if key in self.guests:
            return Reason("guest", self.clause)
        found = self.field.tallies.get(key)
        if found is None:
            return Reason("matches_annulled", self.clause)
        args: dict[str, object] = {
            "played": found.played,
            "won": found.won,
            "drawn": found.drawn,
            "lost": found.lost,
            "points": found.points,
        }
        pairs = {"score": found.score, "sets": found.sets, "balls": found.balls}
        args |= {name: list(pair) for name, pair in pairs.items() if any(pair)}
        pools = [name for name, keys in self.sheet.pools.items() if key in keys]
        named = {"pool": pools[0]} if pools and len(self.sheet.pools) > 1 else {}
        return Reason("matches", self.clause, args | named)
