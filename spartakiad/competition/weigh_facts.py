"""Facts of a weigh-in: somebody was weighed, his last weighing was taken back."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class AthleteWeighed(Fact):
    """`weight` in kilograms, "84.6". Weighed again, the later weight holds and the earlier one stays known."""

    kind: ClassVar[str] = "athlete.weighed"
    about: ClassVar[str] = "weight:{contest}:{athlete}"
    contest: str
    athlete: str
    weight: str


@dataclass(frozen=True, slots=True)
class WeighingUndone(Fact):
    """The last weighing that holds was a mistake: the one before it holds again, if there is one."""

    kind: ClassVar[str] = "weighing.undone"
    about: ClassVar[str] = "weight:{contest}:{athlete}"
    contest: str
    athlete: str
