"""Facts of the ceremony: results held, the standing announced from the last place, results given to everybody."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class ResultsHeld(Fact):
    """From now on the public sees the Games as they stood at this `number` of the journal."""

    kind: ClassVar[str] = "results.held"
    about: ClassVar[str] = "freeze"
    number: int


@dataclass(frozen=True, slots=True)
class RevealBegun(Fact):
    """`rows`: place, team and total of the standing that will be announced, the best first."""

    kind: ClassVar[str] = "reveal.begun"
    about: ClassVar[str] = "freeze"
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class PlaceRevealed(Fact):
    """One more place was announced; `shown`: how many there are now, from the last one."""

    kind: ClassVar[str] = "place.revealed"
    about: ClassVar[str] = "freeze"
    shown: int


@dataclass(frozen=True, slots=True)
class ResultsReleased(Fact):
    """Everybody sees the Games as they stand again."""

    kind: ClassVar[str] = "results.released"
    about: ClassVar[str] = "freeze"
