"""What a stage is given and what every format declares."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from scoring.columns import StageFacts
from scoring.facts import Mark
from scoring.marks import MarkKind
from scoring.numbers import Number
from scoring.order import Criterion, Decision, Order
from scoring.ranking import Ranking
from scoring.spot import Spot


class Format(Protocol):
    """A way to hold a stage: which criteria its order may use, and how its facts become a ranking."""

    @property
    def id(self) -> str | None: ...
    @property
    def mark(self) -> MarkKind: ...
    @property
    def criteria(self) -> Mapping[str, Callable[..., Criterion[Any]]]: ...
    @property
    def takes(self) -> str:
        """What is entered here: marks, or matches."""

    def default_order(self) -> Order[Any]: ...
    def check(self, mark: Mark, spot: Spot) -> None:
        """Notes what is wrong with a mark for this stage."""

    def rank(
        self, facts: StageFacts, order: Order[Any], decisions: Sequence[Decision], before: Ranking | None = None
    ) -> Ranking:
        """`before`: the ranking of much the same facts, which may save work and changes nothing else."""

    def complete(self, facts: StageFacts, decisions: Sequence[Decision]) -> bool:
        """Whether nothing of this stage is wanting, as far as its own facts can tell."""

    def value(self, facts: StageFacts, key: str, kind: str) -> Number | None:
        """What an entrant showed, for the team's sum: `kind` is time, score …"""
