"""One list of marks: everybody is compared with everybody."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from scoring.columns import StageFacts
from scoring.criteria.marks import MARK_CRITERIA, MarksField
from scoring.facts import Mark, name
from scoring.marks import MARKS, MarkKind
from scoring.marks.distance import DistanceMark
from scoring.marks.time import TimeMark
from scoring.numbers import Number
from scoring.order import Block, ByDecision, Decision, Order, Step
from scoring.rank import rank
from scoring.ranking import Basis, Ranking, Unplaced
from scoring.reasons import Reason, new_reason
from scoring.shape import Tagged, Whole, key, table
from scoring.spot import Spot


@table
class MarkList:
    """A stage in which each entrant has one mark; how marks are read stands beside `mark`.

    Of a final: `qualify` of each heat and the `next_best` of all come into it; places do not depend on that.
    """

    id: str | None = key(name, default=None)
    qualify: int | None = key(Whole(1, 64), default=None)
    next_best: int | None = key(Whole(1, 64), default=None)
    mark: MarkKind = key(Tagged("mark", MARKS, default="place"), inline=True)

    criteria = MARK_CRITERIA
    takes = "marks"

    def default_order(self) -> Order[MarksField]:
        name = self.mark.criterion
        return Order((Block((Step(name, MARK_CRITERIA[name]()),)),))

    def check(self, mark: Mark, spot: Spot) -> None:
        """The mark is of this stage's kind, and no finer than its precision. A place may stand beside any mark."""
        kind = self.mark
        for other in MARKS:
            if other not in (kind.criterion, "place") and mark.shown(other) is not None:
                spot.at(other).note("wrong_mark", expected=kind.criterion)
        for limit, many, where in (("trials", mark.attempts, "attempts"), ("series", mark.series, "series")):
            most = getattr(kind, limit, None)
            if most is not None and len(many) > most:
                spot.at(where).note("too_many", found=len(many), most=most)
        if isinstance(kind, TimeMark | DistanceMark):
            _check_finer(mark, kind, spot)

    def rank(
        self, facts: StageFacts, order: Order[MarksField], decisions: Sequence[Decision], before: Ranking | None = None
    ) -> Ranking:
        """The protocol: the placed, then guests in the order they would have, then statuses in the declared order."""
        said = {one.entrant: one for one in decisions if one.kind == "vacate"} if decisions else {}
        leading = self._leading(order)
        able = _able(facts, leading, said)
        vacated = {one: said[one] for one in able if one in said} if said else {}
        guests = [one for one in able if one in facts.guests] if facts.guests else []
        competing = [one for one in able if one not in facts.guests] if guests else able
        out = sorted([one for one in facts.statuses if one not in vacated], key=_after(facts, order))
        aside = [Unplaced(one, facts.statuses[one], one in facts.guests) for one in out]
        if guests:
            line = rank(MarksField(guests, facts), order).line
            aside = [*(Unplaced(key, guest=True) for key in line), *aside]
        basis = _basis(facts, leading, order.clause, vacated)
        field = MarksField(competing, facts)
        ranking = rank(field, order, decisions, unplaced=tuple(aside), basis=basis, before=before)
        if not vacated:
            return ranking
        return replace(ranking.vacated(vacated), used=(*ranking.used, *vacated.values()))

    def complete(self, facts: StageFacts, decisions: Sequence[Decision]) -> bool:
        """A list cannot tell who should be in it; whoever was entered is compared by the contest."""
        return True

    def value(self, facts: StageFacts, key: str, kind: str) -> Number | None:
        return facts.column(kind)[key]

    def _leading(self, order: Order[MarksField]) -> Step[MarksField]:
        for block in order.blocks:
            for step in block.by:
                if not isinstance(step.criterion, ByDecision):
                    return step
        return self.default_order().blocks[0].by[0]


def _check_finer(mark: Mark, kind: TimeMark | DistanceMark, spot: Spot) -> None:
    shown = mark.shown(kind.criterion)
    if shown is not None and kind.finer(int(shown)):
        text = TimeMark().write(shown) if isinstance(kind, TimeMark) else DistanceMark(precision=1).write(shown)
        args = {"precision": kind.precision}
        spot.at(kind.criterion).note("misread_mark", text=text, reason="too_precise", args=args)


def _able(facts: StageFacts, leading: Step[MarksField], vacated: Collection[str | None]) -> Sequence[str]:
    """Those who show what the order asks first; a mark that says less is not a result yet."""
    if leading.name == facts.rule.criterion and not vacated:
        return facts.able
    values = leading.criterion.measure(MarksField(facts.keys, facts), facts.keys).values
    return [
        one
        for one, value in zip(facts.keys, values, strict=True)
        if value is not None and (one not in facts.statuses or one in vacated)
    ]


def _basis(facts: StageFacts, leading: Step[MarksField], clause: str | None, vacated: Mapping[str, Decision]) -> Basis:
    """Says on demand what a line of the list stands on."""
    kind, name = facts.rule.criterion, leading.name
    guests, statuses = facts.guests, facts.statuses
    shown = facts.columns[kind]
    values: Mapping[str, object] = shown if name == kind else {}  # by the criterion that leads, once they are asked for

    def reason(key: str) -> Reason:
        nonlocal values
        if key in statuses or key in guests or key in vacated:
            return _special(key, {"mark": kind, "shown": shown[key]})
        values = values or _measured(facts, leading)
        mark = shown[key]
        value = mark if values is shown else values[key]
        return new_reason(("mark", clause, {"mark": kind, "shown": mark, "criterion": name, "value": value}))

    def _special(key: str, shown: dict[str, object]) -> Reason:
        if key in vacated:
            decision = vacated[key]
            return Reason("vacated", clause, {**shown, "document": decision.document, "why": decision.reason})
        if key in statuses:
            return Reason("status", clause, {**shown, "status": statuses[key].value})
        return Reason("guest", clause, shown)

    return reason


def _measured(facts: StageFacts, leading: Step[MarksField]) -> Mapping[str, object]:
    """Of everybody with a mark, the value of the criterion that leads."""
    keys = facts.keys
    return dict(zip(keys, leading.criterion.measure(MarksField(keys, facts), keys).values, strict=True))


def _after(facts: StageFacts, order: Order[MarksField]) -> Callable[[str], int]:
    """Where in the declared order of statuses somebody without a place is listed."""
    places = {status: place for place, status in enumerate(order.statuses)}
    return lambda one: places.get(facts.statuses[one], len(places))
