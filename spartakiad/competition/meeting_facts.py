"""The fact of a meeting of judges and captains."""

from dataclasses import dataclass
from typing import ClassVar

from spartakiad.competition.facts import Fact


@dataclass(frozen=True, slots=True)
class MeetingKept(Fact):
    """A meeting, whole, as in Meeting. `attended`: a line a team, «vologda Зимина Анна»; `decisions`: one a line."""

    kind: ClassVar[str] = "meeting.kept"
    about: ClassVar[str] = "meeting:{number}"
    free: ClassVar[tuple[str, ...]] = ("place", "chair", "secretary", "attended", "decisions")
    number: int
    held_at: str
    day: str
    place: str = ""
    chair: str = ""
    secretary: str = ""
    attended: str = ""
    decisions: str = ""
