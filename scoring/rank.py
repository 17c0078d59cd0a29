"""rank(): the only sorter. It refines one set of equals by criteria until nobody is equal or the criteria end.

The order in which the field is handed in shows in one thing only: how equals are listed.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

from scoring.lazy import record
from scoring.order import Block, ByDecision, Column, Decision, Order, Step
from scoring.ranking import Basis, Ranking, Unplaced, no_reason, numbering
from scoring.reasons import Reason, ReasonKind
from scoring.sets import Sorted, Span, sorted_by, spans_of


class Field(Protocol):
    """Whatever is ranked: its keys, in the order in which equals are to be listed."""

    @property
    def keys(self) -> Sequence[str]: ...


F = TypeVar("F", bound=Field)


def rank(
    field: F,
    order: Order[F],
    decisions: Sequence[Decision] = (),
    *,
    unplaced: tuple[Unplaced, ...] = (),
    basis: Basis = no_reason,
    before: Ranking | None = None,
) -> Ranking:
    """Ranks every key of the field. A decision applies to exactly the set of equals that it names.

    `unplaced` are listed below; `basis` says what a line stands on. A ranking of much the same field `before` saves
    sorting, and changes nothing else.
    """
    opening = _opening(field, order, before)
    equal = spans_of(opening.values) if opening else []
    if opening and not (equal or decisions) and order.places == "skip" and order.blocks[0].upto is None:
        return Ranking(opening.line, equal, unplaced, basis=basis, opening=opening)
    sorting = _Sorting(field, order, decisions, opening, equal)
    spans = sorting.spans()
    line, splits = sorting.line, sorting.splits
    shared = [tuple(line[start:end]) for start, end in spans]
    return Ranking(
        line,
        spans,
        unplaced,
        tuple(shared) if order.end == "decide" else (),
        tuple(sorting.used),
        basis=basis,
        ties=_traced(shared, order, splits, sorting.missing) if shared or splits else no_reason,
        numbering=numbering(order.places, sorting.first_values(spans) if order.places == "given" else ()),
        opening=opening,
    )


def _opening(field: F, order: Order[F], before: Ranking | None) -> Sorted | None:
    """Everybody by the very first criterion; None where somebody's value is missing, or there is nothing to sort."""
    first = order.blocks[0].by[0].criterion if order.blocks else None
    if first is None or isinstance(first, ByDecision) or len(field.keys) < 2:
        return None
    return sorted_by(field.keys, first.measure(field, field.keys), before.opening if before else None)


@record
class _Split:
    """A step that told a set of equals apart, or could not; `values` are the criterion's, by key."""

    kind: ReasonKind
    clause: str | None
    args: Mapping[str, object]
    values: Mapping[str, object] | None = None

    def reason(self, key: str) -> Reason:
        value = {} if self.values is None else {"value": self.values[key]}
        return Reason(self.kind, self.clause, {**self.args, **value})


def _traced(
    shared: Sequence[tuple[str, ...]], order: Order[F], splits: Mapping[str, _Split], missing: Mapping[str, _Split]
) -> Basis:
    """Says on demand how a key was told apart from its equals, or why it was not."""
    equals = {key: keys for keys in shared for key in keys}

    def trace(key: str) -> Reason | None:
        if key not in equals:
            return splits[key].reason(key) if key in splits else None
        if key in missing:
            return missing[key].reason(key)
        args = {"with": [other for other in equals[key] if other != key]}
        return Reason("undecided" if order.end == "decide" else "shared", order.clause, args)

    return trace


def _by_set(decisions: Sequence[Decision]) -> dict[frozenset[str], Decision]:
    return {frozenset(one.named): one for one in decisions if one.named and one.kind != "vacate"}


class _Sorting(Generic[F]):
    """One run of rank(): the field, the decisions used, and for each key the last step that told it apart.

    `line`: everybody, the best first as far as it is known. `opening`: the line by the very first criterion, and who
    is `equal` by it.
    """

    def __init__(
        self, field: F, order: Order[F], decisions: Sequence[Decision], opening: Sorted | None, equal: list[Span]
    ) -> None:
        self.field, self.order = field, order
        self.opening, self.equal = opening, equal
        self.line = [*field.keys]
        self.decisions = _by_set(decisions) if decisions else {}
        self.used: list[Decision] = []
        self.splits: dict[str, _Split] = {}
        self.missing: dict[str, _Split] = {}

    def spans(self) -> list[Span]:
        """Puts the line in order; where those stand in it who are equal to the end."""
        opening, spans = True, [(0, len(self.line))] if len(self.line) > 1 else []
        for block in self.order.blocks:
            if not spans:
                break
            run = self._run if block.upto is None else self._upto
            if opening:
                opening, spans = False, run(block, spans[0], opening=True)
            else:
                spans = [piece for span in spans for piece in run(block, span)]
        return [piece for span in spans for piece in self._decided(span)] if self.decisions else spans

    def first_values(self, spans: Sequence[Span]) -> Sequence[object]:
        """The value of the very first criterion for each set of equals: with places "given", the place on paper."""
        within = {at for start, end in spans for at in range(start + 1, end)}
        firsts = [key for at, key in enumerate(self.line) if at not in within]
        return self.order.blocks[0].by[0].criterion.measure(self.field, firsts).values

    def _upto(self, block: Block[F], span: Span, *, opening: bool = False) -> list[Span]:
        """Only equality for the first places is decided."""
        (at, end), upto = span, block.upto or 0
        if at >= upto:
            return [span]
        whole = self.line[at:end]
        ends = dict(self._run(block, span, opening=opening))
        decided: list[Span] = []
        while at < min(upto, end):
            decided += [(at, ends[at])] if at in ends else []
            at = ends.get(at, at + 1)
        rest = {*self.line[at:end]}
        self.line[at:end] = [key for key in whole if key in rest]
        return [*decided, (at, end)] if end - at > 1 else decided

    def _run(self, block: Block[F], span: Span, *, opening: bool = False) -> list[Span]:
        whole, spans = self.field.keys if opening else self.line[span[0] : span[1]], [span]
        for index, step in enumerate(block.by):
            if not spans:
                break
            split = self._step(step, whole, spans, block.clause, quiet=opening and index == 0)
            if block.repeat == "from_top" and split != spans:
                return [piece for part in split for piece in self._run(block, part)]
            spans = split
        if block.repeat == "while_splits" and spans != [span]:
            return [piece for part in spans for piece in self._run(block, part)]
        return spans

    def _step(
        self, step: Step[F], whole: Sequence[str], spans: list[Span], clause: str | None, *, quiet: bool
    ) -> list[Span]:
        """One criterion, measured on the set as it stood when its block began, over those who are equal by now."""
        if isinstance(step.criterion, ByDecision):
            return [piece for span in spans for piece in self._decided(span)]
        if quiet:
            self.line = [*self.opening.line] if self.opening else self.line
            return self.equal if self.opening else spans
        column = step.criterion.measure(self.field, whole)
        values = dict(zip(whole, column.values, strict=True))
        return [piece for span in spans for piece in self._split(span, step.name, values, column, clause)]

    def _split(
        self, span: Span, name: str, values: Mapping[str, object], column: Column, clause: str | None
    ) -> list[Span]:
        """Those who were equal in the order of their values; as they were where somebody's value is missing."""
        part = self.line[span[0] : span[1]]
        args = {"criterion": name, "among": part}
        if None in map(values.__getitem__, part):
            self.missing.update(dict.fromkeys(part, _Split("criterion_missing", clause or self.order.clause, args)))
            return [span]
        line = sorted(part, key=values.__getitem__, reverse=column.high)  # type: ignore[arg-type]  # one type
        spans = spans_of([values[key] for key in line], span[0])
        if spans != [span]:
            self.line[span[0] : span[1]] = line
            self.splits.update(dict.fromkeys(part, _Split("tie_broken", clause or self.order.clause, args, values)))
        return spans

    def _decided(self, span: Span) -> list[Span]:
        group = self.line[span[0] : span[1]]
        decision = self.decisions.get(frozenset(group))
        if decision is None:
            return [span]
        self.used.append(decision)
        args = {"decision": decision.kind, "document": decision.document, "why": decision.reason, "among": group}
        self.splits.update(dict.fromkeys(group, _Split("decided", self.order.clause, args)))
        self.line[span[0] : span[1]] = decision.named
        starts = accumulate(map(len, decision.groups), initial=span[0])
        pieces = [(at, at + len(those)) for at, those in zip(starts, decision.groups, strict=False)]
        return [piece for piece in pieces if piece[1] - piece[0] > 1]
