"""rank(): the only sorter. It refines one set of equals by criteria until nobody is equal or the criteria end.

The order in which the field is handed in shows in one thing only: how equals are listed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from scoring.order import Block, ByDecision, Decision, Order, Step
from scoring.ranking import Basis, Ranking, Unplaced, no_reason, numbering
from scoring.reasons import Reason, ReasonKind
from scoring.sets import Group, Sets, sets_of


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
    sorting = _Sorting(field, order, decisions, before.opening if before else None)
    groups = sorting.groups()
    shared = [tuple(group) for group in groups if len(group) > 1] if len(groups) < len(field.keys) else []
    return Ranking(
        sets=groups,
        unplaced=unplaced,
        basis=basis,
        undecided=tuple(shared) if order.end == "decide" else (),
        used=tuple(sorting.used),
        ties=_Trace(shared, order, sorting.splits, sorting.missing) if shared or sorting.splits else no_reason,
        numbering=numbering(order.places, sorting.first_values(groups) if order.places == "given" else ()),
        opening=sorting.opening,
    )


@dataclass(frozen=True, slots=True)
class _Split:
    """A step that told a set of equals apart, or could not; `values` are the criterion's, by key."""

    kind: ReasonKind
    clause: str | None
    args: Mapping[str, object]
    values: Mapping[str, object] | None = None

    def reason(self, key: str) -> Reason:
        value = {} if self.values is None else {"value": self.values[key]}
        return Reason(self.kind, self.clause, {**self.args, **value})


class _Trace:
    """Says on demand how a key was told apart from its equals, or why it was not."""

    def __init__(
        self,
        shared: Sequence[tuple[str, ...]],
        order: Order[F],
        splits: Mapping[str, _Split],
        missing: Mapping[str, _Split],
    ) -> None:
        self.shared = {key: keys for keys in shared for key in keys}
        self.end, self.clause, self.splits, self.missing = order.end, order.clause, splits, missing

    def __call__(self, key: str) -> Reason | None:
        found = (self.missing if key in self.shared else self.splits).get(key)
        if found:
            return found.reason(key)
        if key not in self.shared:
            return None
        args = {"with": [other for other in self.shared[key] if other != key]}
        return Reason("undecided" if self.end == "decide" else "shared", self.clause, args)


class _Sorting(Generic[F]):
    """One run of rank(): the field, the decisions used, and for each key the last step that told it apart.

    `opening`: the sets that the very first criterion makes; until it is asked, those of the ranking before.
    """

    def __init__(self, field: F, order: Order[F], decisions: Sequence[Decision], opening: Sets | None) -> None:
        self.field = field
        self.order = order
        self.opening = opening
        self.decisions = {frozenset(one.named): one for one in decisions if one.named and one.kind != "vacate"}
        self.used: list[Decision] = []
        self.splits: dict[str, _Split] = {}
        self.missing: dict[str, _Split] = {}

    def groups(self) -> list[Group]:
        groups: list[Group] = [self.field.keys] if self.field.keys else []
        for number, block in enumerate(self.order.blocks):
            refined: list[Group] = []
            before = 0
            for group in groups:
                if len(group) == 1:
                    refined.append(group)
                else:
                    refined += self._upto(block, group, before + 1, opening=number == 0)
                before += len(group)
            groups = refined
        return [part for group in groups for part in self._decided(group)] if self.decisions else groups

    def first_values(self, groups: Sequence[Group]) -> Sequence[object]:
        """The value of the very first criterion for each group: with places "given", the place on paper."""
        return self.order.blocks[0].by[0].criterion.measure(self.field, [group[0] for group in groups]).values

    def _upto(self, block: Block[F], group: Group, place: int, *, opening: bool) -> list[Group]:
        if block.upto is not None and place > block.upto:
            return [group]
        parts = self._run(block, group, opening=opening)
        if block.upto is None:
            return parts
        parts = [*parts]
        decided: list[Group] = []
        while parts and place <= block.upto:
            place += len(parts[0])
            decided.append(parts.pop(0))
        rest = {key for part in parts for key in part}
        return [*decided, [key for key in group if key in rest]] if rest else decided

    def _run(self, block: Block[F], whole: Group, *, opening: bool = False) -> list[Group]:
        parts = [whole]
        for index, step in enumerate(block.by):
            split = self._step(step, whole, parts, block.clause, quiet=opening and index == 0)
            if block.repeat == "from_top" and len(split) > len(parts):
                return [piece for part in split for piece in self._again(block, part)]
            parts = split
        if block.repeat == "while_splits" and len(parts) > 1:
            return [piece for part in parts for piece in self._again(block, part)]
        return parts

    def _again(self, block: Block[F], part: Group) -> list[Group]:
        return self._run(block, part) if len(part) > 1 else [part]

    def _step(self, step: Step[F], whole: Group, parts: list[Group], clause: str | None, *, quiet: bool) -> list[Group]:
        """One criterion, measured on the set as it stood when its block began, over the parts it has come to."""
        if isinstance(step.criterion, ByDecision):
            return [piece for part in parts for piece in self._decided(part)]
        if len(parts) == len(whole):
            return parts
        column = step.criterion.measure(self.field, whole)
        if quiet and len(parts) == 1:
            self.opening = sets_of(whole, column, self.opening)
            return self.opening.groups if self.opening else parts
        values = dict(zip(whole, column.values, strict=True))
        pieces: list[Group] = []
        for part in parts:
            split = _by_value(part, values, high=column.high) if len(part) > 1 else [part]
            pieces += split or [part]
            if len(split) != 1 and not (quiet and split):
                self._note(step.name, part, values, clause or self.order.clause, missing=not split)
        return pieces

    def _note(self, name: str, part: Group, values: Mapping[str, object], clause: str | None, *, missing: bool) -> None:
        args = {"criterion": name, "among": [*part]}
        if missing:
            self.missing.update(dict.fromkeys(part, _Split("criterion_missing", clause, args)))
        else:
            self.splits.update(dict.fromkeys(part, _Split("tie_broken", clause, args, values)))

    def _decided(self, group: Group) -> list[Group]:
        decision = self.decisions.get(frozenset(group)) if len(group) > 1 else None
        if decision is None:
            return [group]
        self.used.append(decision)
        args = {"decision": decision.kind, "document": decision.document, "why": decision.reason, "among": [*group]}
        self.splits.update(dict.fromkeys(group, _Split("decided", self.order.clause, args)))
        return [list(part) for part in decision.groups]


def _by_value(part: Group, values: Mapping[str, object], *, high: bool) -> list[Group]:
    """The part in pieces of equal value, best first; none at all where somebody's value is missing."""
    shown = [values[key] for key in part]
    if None in shown:
        return []
    ordered = sorted(part, key=values.__getitem__, reverse=high)  # type: ignore[arg-type]  # one criterion, one type
    if len(set(shown)) == len(part):
        return [[key] for key in ordered]
    return [list(piece) for _, piece in groupby(ordered, key=values.__getitem__)]
