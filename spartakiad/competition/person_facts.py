"""Facts about what stands beside the journal of an athlete: it was corrected, it was erased."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class AthleteErased(Fact):
    """The person behind this number was taken out of the records; what the commission wrote about him too."""

    kind: ClassVar[str] = "athlete.erased"
    about: ClassVar[str] = "athlete:{athlete}"
    athlete: str


@dataclass(frozen=True, slots=True)
class AthleteCorrected(Fact):
    """The rank in his row is another one now."""

    kind: ClassVar[str] = "athlete.corrected"
    about: ClassVar[str] = "athlete:{athlete}"
    athlete: str
    rank: str
