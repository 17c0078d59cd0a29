"""Facts of signed decisions: equals told apart, a place taken away, matches declared void, points added or taken."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class DecisionSigned(Fact):
    """`what`: order or lot (of equals), vacate, annul or adjust. `contest` or `standing`: what it is about.

    `order`: the equals, the best first; those of one tuple stay equal. `among`: entrants or teams. `entrant`: whose
    place or matches, or the team that the points are for; `unit`: one match. `points`: exact, "-10" or "1/2".
    `protest`: the number of the protest that it follows from, or 0.
    """

    kind: ClassVar[str] = "decision.signed"
    about: ClassVar[str] = "decision:{number}"
    free: ClassVar[tuple[str, ...]] = ("reason", "jury")
    number: int
    what: str
    contest: str = ""
    standing: str = ""
    order: tuple[tuple[str, ...], ...] = ()
    among: str = ""
    entrant: str = ""
    unit: str = ""
    points: str = ""
    document: str = ""
    protest: int = 0
    reason: str = ""
    jury: str = ""


@dataclass(frozen=True, slots=True)
class DecisionLifted(Fact):
    """It holds no longer; what it said stays in the journal."""

    kind: ClassVar[str] = "decision.lifted"
    about: ClassVar[str] = "decision:{number}"
    free: ClassVar[tuple[str, ...]] = ("reason",)
    number: int
    reason: str = ""
