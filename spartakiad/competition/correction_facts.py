"""Facts of corrections: what was posted or official already is changed openly, and says why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class MarkCorrected(Fact):
    """A mark of a result that the public has seen as posted. `raw`, `value`, `status` as in MarkEntered."""

    kind: ClassVar[str] = "mark.corrected"
    about: ClassVar[str] = "mark:{contest}:{part}:{stage}:{entrant}"
    free: ClassVar[tuple[str, ...]] = ("reason",)
    contest: str
    part: str
    stage: str
    entrant: str
    raw: str
    value: Mapping[str, Any]
    status: str
    reason: str = ""
