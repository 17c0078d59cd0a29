"""Meetings of judges and captains: when, who came for which team, what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Meeting:
    """`held_at`: a moment of Moscow, "2027-02-18T17:00". `about`: the day it was held about, "" of all of them.

    `attended`: who came, by team; a team for which nobody did is not in it.
    """

    number: int
    held_at: str
    about: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    attended: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[str, ...] = ()
