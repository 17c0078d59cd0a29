"""What of a Games' state belongs to draws: a seal that waits, and the draw that stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from spartakiad.competition.drawing.record import Record
from spartakiad.competition.drawing.ways import WAYS

# What was typed from the slips of a meeting has a way of its own, by what it was drawn into.
BY_HAND: Mapping[str, str] = {"by_hand": "list", "by_hand_heats": "heats", "by_hand_pools": "pools"}


@dataclass(frozen=True, slots=True)
class Sealed:
    """As in DrawSealed; `seed` is nobody's to see until it is drawn by."""

    way: str
    groups: int
    seal: str
    seed: str
    at: datetime
    size: int = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """`number`: the how manieth draw of its list this is; `reason`: why it was made anew."""

    record: Record
    number: int
    at: datetime
    by: str
    reason: str = ""

    @property
    def by_hand(self) -> bool:
        return self.record.way in BY_HAND

    @property
    def into(self) -> str:
        """As in Way."""
        return BY_HAND[self.record.way] if self.by_hand else WAYS[self.record.way].into

    @property
    def middle(self) -> bool:
        return not self.by_hand and WAYS[self.record.way].middle
