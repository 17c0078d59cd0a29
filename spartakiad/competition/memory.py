"""The Games kept in memory: each at its last number with state, result and what the last fact changed.

Readers take a frozen `Now`; only the writer, after its commit, puts the next one in its place.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import scoring
from spartakiad.competition.document import parsed
from spartakiad.competition.freezing import Freeze, Reveal
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

Listener = Callable[[str, int], None]
log = logging.getLogger("spartakiad")
UNION = "union"
FRONT = "front"  # moves on with every Games that everybody may see: what pages of them all follow


def stream_of(slug: str) -> str:
    """The journal stream of a Games; under this name everybody hears of what he may see of it."""
    return f"games:{slug}"


def desk_of(slug: str) -> str:
    """Under this name those who work at the Games hear of every fact, also while results are held."""
    return f"desk:{slug}"


@dataclass(frozen=True, slots=True)
class Now:
    """A Games at one number of its stream. `result` is None until there is a regulation to score by.

    `broken`: why this version of the program cannot score by the regulation it was adopted with; `result` is None then.
    `public`: it is what everybody may see. `hold`: results are held, and `state` is the one of then; `reveal`: how far
    the places have been announced.
    """

    slug: str
    state: State
    result: scoring.Result | None
    changes: tuple[scoring.Change, ...] = ()
    public: bool = False
    hold: Freeze | None = None
    reveal: Reveal | None = None
    broken: Refusal | None = None

    @property
    def stream(self) -> str:
        return stream_of(self.slug) if self.public else desk_of(self.slug)

    @property
    def number(self) -> int:
        """Of the last fact that whoever sees this could tell."""
        return self.hold.moved if self.hold else self.state.number

    @property
    def reads(self) -> Mapping[str, int]:
        """What a page made of this depends on: a stream and its number."""
        return {self.stream: self.number}


@dataclass(slots=True)
class Memory:
    """`games`: as they stand, for those who work at them; `shown`: as everybody may see them.

    These two are replaced, never changed: whoever walks them on another thread walks the ones of his moment.
    """

    games: dict[str, Now] = field(default_factory=dict)
    shown: dict[str, Now] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    listeners: list[Listener] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def publish(self, now: Now, shown: Now) -> None:
        """A Games moved on; a later number is never overwritten by an earlier one.

        Nobody is told of what is held, nor that somebody prepares a Games.
        """
        with self._lock:
            standing, seen = self.games.get(now.slug), self.shown.get(now.slug)
            if standing is None or standing.state.number <= now.state.number:
                self.games, self.shown = {**self.games, now.slug: now}, {**self.shown, now.slug: shown}
        self.raise_number(now.stream, now.number)
        if shown.state.state != "draft" and (seen is None or seen.number < shown.number):
            self.raise_number(shown.stream, shown.number)
            self.raise_number(FRONT, self._together())

    def _together(self) -> int:
        """Never less than before, also after a restart."""
        with self._lock:
            return sum(one.number for one in self.shown.values() if one.state.state != "draft")

    def raise_number(self, stream: str, number: int) -> None:
        with self._lock:
            self.numbers[stream] = max(number, self.numbers.get(stream, 0))
        for listener in self.listeners:
            listener(stream, number)


def as_loaded(slug: str, state: State) -> Now:
    """Scored, as far as this version takes what earlier ones took: one Games that it refuses stops no others, and its
    secretariat can adopt a regulation that is read."""
    try:
        return scored(slug, state, None)
    except Refusal as refusal:
        log.error("%s cannot be scored: %s %s", slug, refusal.kind, refusal.args_for_words)
        return Now(slug, state, None, broken=refusal)


def scored(slug: str, state: State, before: Now | None) -> Now:
    """Score what changed since `before` and say who moved."""
    if not state.regulation:
        return Now(slug, state, None)
    previous = before.result if before else None
    result = scoring.score(parsed(state, upto=state.public_from), before=previous)
    return Now(slug, state, result, tuple(scoring.changes(previous, result)) if previous else ())
