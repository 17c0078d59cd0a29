"""Facts of start lists: how those of a list start, and the list of a unit as it was released."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class StartsPlanned(Fact):
    """How a list will start and which numbers its starters wear. `plan`: what of a Plan is not as usual."""

    kind: ClassVar[str] = "starts.planned"
    about: ClassVar[str] = "plan:{contest}:{part}"
    contest: str
    part: str
    plan: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StartsListed(Fact):
    """The start list of a unit, whole: pairs (entrant, bib) in starting order; `reason`: why it is another one now.

    `delay`: minutes from the hour of the timetable to its first start; `offsets`: pairs (entrant, milliseconds after
    that), none where all start together; `heats`: triples (entrant, heat, lane), lane 0 where there are none.
    Of a match: `turn`, its round, 0 where nobody said, and `court`; with a court `delay` is its hour. `fed`: its sides
    came out of the bracket, nobody set them. Of a final: `without`, who had come into it and does not run.
    """

    kind: ClassVar[str] = "starts.listed"
    about: ClassVar[str] = "starts:{contest}:{part}:{stage}:{unit}"
    free: ClassVar[tuple[str, ...]] = ("reason",)
    contest: str
    part: str
    stage: str
    unit: str
    starts: tuple[tuple[str, str], ...]
    delay: int = 0
    offsets: tuple[tuple[str, int], ...] = ()
    heats: tuple[tuple[str, int, int], ...] = ()
    turn: int = 0
    court: str = ""
    fed: bool = False
    without: tuple[str, ...] = ()
    reason: str = ""
