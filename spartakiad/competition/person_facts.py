"""Facts about what stands beside the journal of an athlete: it was corrected, it was erased."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class AthleteErased(Fact):
    """A person behind this number was taken out of the records; what the commission wrote about him too.

    `person`: who, where it is not whoever has the number now; 0 where it is.
    """

    kind: ClassVar[str] = "athlete.erased"
    about: ClassVar[str] = "athlete:{athlete}"
    athlete: str
    person: int = 0


@dataclass(frozen=True, slots=True)
class AthleteCorrected(Fact):
    """His rank is another one now, or his coach, or his city in a joint team ("": it stays).

    `coached`: the coach is told here too, be it that he has none.
    """

    kind: ClassVar[str] = "athlete.corrected"
    about: ClassVar[str] = "athlete:{athlete}"
    free: ClassVar[tuple[str, ...]] = ("coach",)
    athlete: str
    rank: str
    coached: bool = False
    coach: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class AthleteRenamed(Fact):
    """The name or the birth date of his person was corrected: who shows it shows another one from now on."""

    kind: ClassVar[str] = "athlete.renamed"
    about: ClassVar[str] = "athlete:{athlete}"
    athlete: str


@dataclass(frozen=True, slots=True)
class PersonsMerged(Fact):
    """Somebody decided that two are one human being: whatever was `person`'s is `into`'s."""

    kind: ClassVar[str] = "persons.merged"
    about: ClassVar[str] = "person:{person}"
    person: int
    into: int
