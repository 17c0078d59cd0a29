"""The Games kept in memory: each at its last number with state, result and what the last fact changed.

Readers take a frozen `Now`; only the writer, after its commit, puts the next one in its place.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import scoring
from spartakiad.competition.document import parsed
from spartakiad.competition.state import State

Listener = Callable[[str, int], None]
UNION = "union"


def stream_of(slug: str) -> str:
    """The journal stream of a Games."""
    return f"games:{slug}"


@dataclass(frozen=True, slots=True)
class Now:
    """A Games at one number of its stream. `result` is None until there is a regulation to score by."""

    slug: str
    state: State
    result: scoring.Result | None
    changes: tuple[scoring.Change, ...] = ()

    @property
    def stream(self) -> str:
        return stream_of(self.slug)

    @property
    def reads(self) -> Mapping[str, int]:
        """What a page made of this depends on: a stream and its number."""
        return {self.stream: self.state.number}


@dataclass(slots=True)
class Memory:
    games: dict[str, Now] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    listeners: list[Listener] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def publish(self, now: Now) -> None:
        """A Games moved on; a later number is never overwritten by an earlier one."""
        with self._lock:
            standing = self.games.get(now.slug)
            if standing is None or standing.state.number <= now.state.number:
                self.games[now.slug] = now
        self.raise_number(now.stream, now.state.number)

    def raise_number(self, stream: str, number: int) -> None:
        with self._lock:
            self.numbers[stream] = max(number, self.numbers.get(stream, 0))
        for listener in self.listeners:
            listener(stream, number)


def scored(slug: str, state: State, before: Now | None) -> Now:
    """Score what changed since `before` and say who moved."""
    if not state.regulation:
        return Now(slug, state, None)
    previous = before.result if before else None
    result = scoring.score(parsed(state, upto=state.public_from), before=previous)
    return Now(slug, state, result, tuple(scoring.changes(previous, result)) if previous else ())
