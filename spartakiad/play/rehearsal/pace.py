"""The clock of a rehearsal: its minutes pass so many times faster than ours, or nobody waits."""

import time
from dataclasses import dataclass, field

BEGINS = 8 * 60  # the minute of the day at which a rehearsal begins


@dataclass(slots=True)
class Pace:
    """`speed`: how many times faster than the clock on the wall; 0: nobody waits."""

    speed: float
    begun: float = field(default_factory=time.monotonic)

    def until(self, minute: float) -> None:
        if self.speed:
            time.sleep(max(0.0, self.begun + minute * 60 / self.speed - time.monotonic()))

    def now(self) -> str:
        """«10:40» of the rehearsal; where nobody waits, how long it has taken: «12,3 с»."""
        passed = time.monotonic() - self.begun
        if not self.speed:
            return f"{passed:.1f} с".replace(".", ",")
        at = BEGINS + int(passed * self.speed / 60)
        return f"{at // 60:02}:{at % 60:02}"
