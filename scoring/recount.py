"""How many contests count in a standing where a signed decision says another number than the regulation."""

from collections.abc import Collection
from dataclasses import fields, replace

from scoring.order import Decision
from scoring.reasons import Reason
from scoring.regulation import Standing
from scoring.rules.count import CountBest
from scoring.shape import table


@table
class CountDecided(CountBest):
    """The best K, as a signed decision says: that is the reason, not the clause which it departs from."""

    document: str | None = None

    def left_out(self, contest: str, counted: Collection[str]) -> Reason:
        found = CountBest.left_out(self, contest, counted)
        if found.kind != "beyond_best":
            return found
        return Reason(found.kind, None, {**found.args, "decided": True, "document": self.document})


def recounted(rule: Standing, decision: Decision) -> Standing:
    """The standing with the K, and the number of contests it is meant for, that a decision says."""
    of = rule.count.of if decision.of is None else decision.of
    if decision.k is None or not isinstance(rule.count, CountBest):
        return replace(rule, count=replace(rule.count, of=of))  # type: ignore[type-var]  # every count rule is a table
    said = {one.name: getattr(rule.count, one.name) for one in fields(rule.count)}
    return replace(rule, count=CountDecided(**{**said, "k": decision.k, "of": of, "document": decision.document}))
