"""One list of marks: everybody is compared with everybody."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.criteria.marks import MARK_CRITERIA, MarksField
from scoring.facts import Mark
from scoring.formats.stage import StageFacts
from scoring.marks import MARKS, MarkKind
from scoring.marks.time import TimeMark
from scoring.numbers import Number
from scoring.order import Block, ByDecision, Decision, Order, Step
from scoring.rank import rank
from scoring.ranking import Ranking, Unplaced
from scoring.reasons import Reason
from scoring.shape import Spot, Tagged, key, table, text


@table
class MarkList:
    """A stage in which each entrant has one mark; how marks are read stands beside `mark`."""

    id: str | None = key(text, default=None)
    mark: MarkKind = key(Tagged("mark", MARKS, default="place"), inline=True)

    criteria = MARK_CRITERIA

    def default_order(self) -> Order[MarksField]:
        name = self.mark.criterion
        return Order((Block((Step(name, MARK_CRITERIA[name]()),)),))

    def check(self, mark: Mark, spot: Spot) -> None:
        """The mark is of this stage's kind, and no finer than its precision. A place may stand beside any mark."""
        for other in MARKS.keys() - {self.mark.criterion, "place"}:
            if mark.shown(other) is not None:
                spot.at(other).note("wrong_mark", expected=self.mark.criterion)
        time = mark.shown("time")
        if isinstance(self.mark, TimeMark) and time is not None and self.mark.finer(int(time)):
            args = {"precision": self.mark.precision}
            spot.at("time").note("misread_mark", text=TimeMark().write(time), reason="too_precise", args=args)

    def rank(self, facts: StageFacts, order: Order[MarksField], decisions: Sequence[Decision]) -> Ranking:
        """The protocol: the placed, then guests in the order they would have, then statuses in the declared order."""
        field = self._field(facts)
        vacated = {one.entrant: one for one in decisions if one.kind == "vacate"}
        able = self._able(field, order, vacated)
        guests = [one for one in able if not field.entrants[one].displaces]
        placed = rank(field.only([one for one in able if field.entrants[one].displaces]), order, decisions)
        out = [one for one in field.keys if field.marks[one].status and one not in vacated]
        out.sort(key=lambda one: _after(field.marks[one], order))
        aside = [Unplaced(key, guest=True) for group in rank(field.only(guests), order).placed for key in group.keys]
        aside += [Unplaced(one, field.marks[one].status, not field.entrants[one].displaces) for one in out]
        used = tuple(one for one in vacated.values() if one.entrant in field.marks)
        placed = placed.vacated(vacated) if vacated else placed
        return replace(
            placed,
            unplaced=(*placed.unplaced, *aside),
            used=(*placed.used, *used),
            basis=_Basis(field, self._leading(order), order.clause, vacated),
        )

    def value(self, facts: StageFacts, key: str, kind: str) -> Number | None:
        return self._field(facts).value(key, kind)

    def _field(self, facts: StageFacts) -> MarksField:
        return MarksField([one for one in facts.entrants if one in facts.marks], facts.marks, facts.entrants, self.mark)

    def _able(self, field: MarksField, order: Order[MarksField], vacated: Collection[str | None]) -> list[str]:
        """Those who show what the order asks first; a mark that says less is not a result yet."""
        values = self._leading(order).criterion.measure(field, field.keys).values
        shown = [one for one, value in zip(field.keys, values, strict=True) if value is not None]
        return [one for one in shown if field.marks[one].status is None or one in vacated]

    def _leading(self, order: Order[MarksField]) -> Step[MarksField]:
        steps = (step for block in order.blocks for step in block.by if not isinstance(step.criterion, ByDecision))
        return next(steps, self.default_order().blocks[0].by[0])


@dataclass(frozen=True, slots=True)
class _Basis:
    """Says on demand what a line of the list stands on."""

    field: MarksField
    leading: Step[MarksField]
    clause: str | None
    vacated: Mapping[str | None, Decision]

    def __call__(self, key: str) -> Reason:
        mark, kind, clause = self.field.marks[key], self.field.rule.criterion, self.clause
        shown = {"mark": kind, "shown": self.field.value(key, kind)}
        if key in self.vacated:
            decision = self.vacated[key]
            return Reason("vacated", clause, {**shown, "document": decision.document, "why": decision.reason})
        if mark.status:
            return Reason("status", clause, {**shown, "status": mark.status.value})
        if not self.field.entrants[key].displaces:
            return Reason("guest", clause, shown)
        value = self.leading.criterion.measure(self.field, [key]).values[0]
        return Reason("mark", clause, {**shown, "criterion": self.leading.name, "value": value})


def _after(mark: Mark, order: Order[MarksField]) -> int:
    return order.statuses.index(mark.status) if mark.status in order.statuses else len(order.statuses)
