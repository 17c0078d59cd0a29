"""Combined event: each part is a list of its own, worth points; the points add up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scoring.columns import PartFacts, StageFacts
from scoring.criteria.combined import COMBINED_CRITERIA, CombinedField
from scoring.facts import Mark, name
from scoring.marks.score import ScoreMark
from scoring.numbers import Number, exact
from scoring.order import Block, Decision, Order, Step, status
from scoring.rank import rank
from scoring.ranking import Ranking, Unplaced
from scoring.reasons import Reason
from scoring.rules.exercise import EXERCISES, Exercise, in_units
from scoring.rules.priced import priced
from scoring.rules.value import VALUES, Size, ValueRule
from scoring.shape import ListOf, OneOf, Table, Tagged, Whole, key, table, text
from scoring.spot import Spot
from scoring.statuses import Status

WORTHS: Mapping[str, Callable[..., Exercise | ValueRule]] = {**VALUES, **EXERCISES}


@table
class PartRule:
    """A part: how it is held (`rules`), and what a mark or a place in it is worth.

    `starters`: only so many reach this part (the best of those before), which is no gap for the others.
    """

    id: str = key(name)
    title: str = key(text, default="")
    rules: str | None = key(text, default=None)
    value: Exercise | ValueRule = key(Tagged("kind", WORTHS))
    starters: int | None = key(Whole(1), default=None)


@table
class Combined:
    """`out`: with one of these statuses in any part there is no place in the whole."""

    id: str | None = key(name, default=None)
    parts: tuple[PartRule, ...] = key(ListOf(Table(PartRule), filled=True))
    wins: str = key(OneOf(("most", "least")), default="most")
    out: tuple[Status, ...] = key(ListOf(status), default=(Status.DNS,))

    criteria = COMBINED_CRITERIA
    mark = ScoreMark()
    takes = "parts"

    def default_order(self) -> Order[CombinedField]:
        return Order((Block((Step("total", COMBINED_CRITERIA["total"]()),)),))

    def check(self, mark: Mark, spot: Spot) -> None:
        """A mark of the whole is nobody's: it belongs to a part."""
        spot.note("missing_key", key="part")

    def rank(
        self,
        facts: StageFacts,
        order: Order[CombinedField],
        decisions: Sequence[Decision],
        before: Ranking | None = None,
    ) -> Ranking:
        out = self._out(facts)
        shown = [one for one in facts.keys if one not in out]
        field = self._field(facts, [one for one in shown if one not in facts.guests])
        ranked = rank(field, order, decisions, before=before)
        guests = rank(self._field(facts, [one for one in shown if one in facts.guests]), order).line
        aside = [Unplaced(one, guest=True) for one in guests]
        aside += [Unplaced(one, found, one in facts.guests) for one, found in out.items()]
        return Ranking(
            line=ranked.line,
            spans=ranked.spans,
            unplaced=tuple(aside),
            undecided=ranked.undecided,
            used=ranked.used,
            basis=_Basis(facts, field, out, order.clause),
            ties=ranked.ties,
            numbering=ranked.numbering,
            opening=ranked.opening,
        )

    def complete(self, facts: StageFacts, decisions: Sequence[Decision]) -> bool:
        """Whether everybody who is still in it has a mark in every part that he reaches."""
        wanted = len(facts.entrants) - len(self._out(facts))
        rules = {rule.id: rule.starters or wanted for rule in self.parts}
        return all(len(part.facts.keys) >= min(rules[part.id], wanted) for part in facts.parts)

    def value(self, facts: StageFacts, key: str, kind: str) -> Number | None:
        field = self._field(facts, [key])
        return exact(sum(field.worths(key))) if field.worths(key) else None

    def _out(self, facts: StageFacts) -> dict[str, Status]:
        called = {one: found for part in facts.parts for one, found in part.facts.statuses.items() if found in self.out}
        return {one: called[one] for one in facts.keys if one in called}

    def _field(self, facts: StageFacts, keys: Sequence[str]) -> CombinedField:
        rules = {rule.id: rule for rule in self.parts}
        rankings = {part.id: part.rank() for part in facts.parts}
        points = {part.id: _points(part, rules[part.id], rankings[part.id]) for part in facts.parts}
        places = {name: found.places for name, found in rankings.items()}
        return CombinedField(keys, points, places, self.wins == "most")


def _points(part: PartFacts, rule: PartRule, ranking: Ranking) -> Mapping[str, Number]:
    """What everybody with a result in the part gets for it; nothing valid to show in it is worth nothing."""
    value = rule.value
    if not hasattr(value, "of_mark"):
        many = ranking.classified
        return priced(value, ranking, Size(many, len(part.facts.keys), many))
    kind = part.facts.rule.criterion
    least = kind in ("time", "place") or getattr(part.facts.rule, "wins", "most") == "least"
    column = part.facts.column(kind)
    return {one: value.of_mark(in_units(kind, column[one] or 0), least=least) for one in part.facts.able}


@dataclass(frozen=True, slots=True)
class _Basis:
    """Says on demand what each part gave."""

    facts: StageFacts
    field: CombinedField
    out: Mapping[str, Status]
    clause: str | None

    def __call__(self, key: str) -> Reason:
        parts = [self._part(part, key) for part in self.facts.parts if key in part.facts.marks]
        if key in self.out:
            args = {"mark": "score", "shown": None, "status": self.out[key].value}
            return Reason("status", self.clause, args)
        total = exact(sum(self.field.worths(key)))
        return Reason("combined", self.clause, {"parts": parts, "total": total})

    def _part(self, part: PartFacts, key: str) -> Mapping[str, object]:
        kind = part.facts.rule.criterion
        shown = {"part": part.id, "mark": kind, "shown": part.facts.column(kind)[key]}
        return {**shown, "place": self.field.places[part.id].get(key), "points": self.field.points[part.id].get(key)}
