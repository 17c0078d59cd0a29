"""The cup: proposed out of one standing, never handed over by a computation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.contest import ContestResult
from scoring.order import Decision
from scoring.reasons import Reason
from scoring.regulation import CupRule
from scoring.standing import Table


@dataclass(frozen=True, slots=True)
class Cup:
    """`state`: not_computable (`missing` says which contests are not complete), proposed, or tied."""

    standing: str
    state: str
    teams: tuple[str, ...]
    missing: tuple[str, ...]
    because: Reason
    used: tuple[Decision, ...] = ()


def propose(rule: CupRule, table: Table, contests: Mapping[str, ContestResult], decisions: Sequence[Decision]) -> Cup:
    """The first of the standing, once every contest in it is complete and its count is settled."""
    missing = tuple(one for one in table.contests if not contests[one].complete)
    top = table.rows[0].place if table.rows else None
    if missing or top is None:
        reason = Reason("cup_missing", rule.clause, {"contests": list(missing)})
        return Cup(table.id, "not_computable", (), missing, reason)
    if table.reservation:
        return Cup(table.id, "not_computable", (), (), table.reservation)
    first = tuple(row.team for row in table.rows if row.place == top)
    if len(first) == 1 or rule.tie == "share":
        return Cup(table.id, "proposed", first, (), Reason("cup_first_place", rule.clause, {"teams": list(first)}))
    return _decided(rule, table, first, decisions)


def _decided(rule: CupRule, table: Table, first: tuple[str, ...], decisions: Sequence[Decision]) -> Cup:
    """Several are first: a signed decision names exactly them, the holder first; without one they wait."""
    for decision in reversed(decisions):
        here = decision.kind == "cup" and decision.standing in (None, rule.standing)
        if here and set(decision.named) == set(first):
            args = {"document": decision.document, "why": decision.reason, "among": list(first)}
            reason = Reason("cup_decided", rule.clause, args)
            return Cup(table.id, "proposed", decision.named[:1], (), reason, (decision,))
    return Cup(table.id, "tied", first, (), Reason("cup_tied", rule.clause, {"teams": list(first)}))
