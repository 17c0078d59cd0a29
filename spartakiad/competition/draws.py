"""What of a Games' state belongs to draws: a seal that waits, and the draw that stands."""

from dataclasses import dataclass
from datetime import datetime

from spartakiad.competition.drawing.record import Record

BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Sealed:
    """As in DrawSealed; `seed` is nobody's to see until it is drawn by."""

    way: str
    groups: int
    seal: str
    seed: str
    at: datetime


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
        return self.record.way == BY_HAND
