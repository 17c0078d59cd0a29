"""The network of one phone: it fails as the plan says, in the ways in which networks fail."""

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random

from spartakiad.play.rehearsal.browser import Answer, Browser

DOWN, LOST, CUT, HALF, TWICE, AGAIN = "down", "lost", "cut", "half", "twice", "again"
_KINDS = (DOWN, DOWN, LOST, LOST, CUT, HALF, TWICE, TWICE, AGAIN)
_SHARE = 0.3  # of the records


@dataclass(frozen=True, slots=True)
class Trouble:
    """`lasts`: of a network that is down, for how many records more.

    Down; the answer is lost on its way back; cut off when everything was sent, or half of it; the request goes twice at
    once; the phone has forgotten what it was told and sends everything again.
    """

    kind: str
    lasts: int = 0


def troubles(records: int, chance: Random) -> Mapping[int, Trouble]:
    """By the number of the record typed just before."""
    hit = [n for n in range(1, records + 1) if chance.random() < _SHARE]
    return {n: Trouble(chance.choice(_KINDS), chance.randrange(1, 6)) for n in hit}


class NoNetwork(OSError):
    """Nothing is known of what was sent."""


@dataclass(slots=True)
class Network:
    """`waits`: seconds from sending to each answer that came."""

    browser: Browser
    down: int = 0
    next: str = ""
    sent: int = 0
    lost: int = 0
    waits: list[float] = field(default_factory=list)

    def meet(self, trouble: Trouble | None) -> None:
        """A record was typed, and this happens now."""
        self.down = max(0, self.down - 1)
        if trouble and trouble.kind == DOWN:
            self.down = trouble.lasts
        elif trouble and trouble.kind != AGAIN:
            self.next = trouble.kind

    def restored(self) -> None:
        self.down, self.next = 0, ""

    def post(self, path: str, body: bytes, token: str) -> Answer:
        """Raises NoNetwork where no answer came, OSError where the server is away."""
        if self.down:
            raise NoNetwork("no network")
        how, self.next = self.next, ""
        self.sent += 2 if how == TWICE else 1
        if how in (CUT, HALF):
            self.lost += 1
            self.browser.drop(path, body, token, body if how == CUT else body[: len(body) // 2])
            raise NoNetwork("cut off")
        begun = time.perf_counter()
        answer = self._twice(path, body, token) if how == TWICE else self.browser.record(path, body, token)
        if how == LOST:
            self.lost += 1
            raise NoNetwork("the answer is lost")
        self.waits.append(time.perf_counter() - begun)
        return answer

    def _twice(self, path: str, body: bytes, token: str) -> Answer:
        """Two tabs, two taps: on two connections at the same moment; the answer of the first is believed."""
        with ThreadPoolExecutor(2) as both, self.browser.beside() as other:
            first = both.submit(self.browser.record, path, body, token)
            both.submit(other.record, path, body, token).result()
            return first.result()
