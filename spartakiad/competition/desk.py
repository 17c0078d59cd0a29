"""The desk a verb works at: one transaction, the journal, the Games it may change, the clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from spartakiad.competition.apply import apply, fold
from spartakiad.competition.decide import decide
from spartakiad.competition.decide.brackets import FeedBracket, following
from spartakiad.competition.facts import Fact
from spartakiad.competition.held import shown
from spartakiad.competition.memory import UNION, Memory, Now, as_loaded, scored, stream_of
from spartakiad.competition.person_facts import AthleteErased
from spartakiad.competition.projection import project
from spartakiad.competition.state import State
from spartakiad.store import journal
from spartakiad.store.journal import Line, Origin


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts and with what: an account's number ("a12") or the system itself, and the device of the session.

    `basis`: how he knows what he writes for somebody else, "paper" or "word"; "" where he writes for himself.
    `brings`: whose record he brings from a device that could not send it itself; `device` is that one's session then.
    """

    id: str
    device: str = ""
    basis: str = ""
    brings: str = ""


SYSTEM = Actor("system", "console")


@dataclass(slots=True)
class Desk:
    session: Session
    by: Actor
    at: datetime
    command_key: str
    memory: Memory
    after_commit: Callable[[Callable[[], None]], None]
    _open: dict[str, State] = field(default_factory=dict)

    def state(self, slug: str) -> State:
        """The Games under its stream's lock; what another process appended meanwhile is folded in."""
        if slug not in self._open:
            stream = journal.locked(self.session, stream_of(slug))
            kept = self.memory.games.get(slug)
            state = kept.state if kept and kept.state.number <= stream.head else State()
            newer = list(journal.read(self.session, stream.name, after=state.number))
            if any(one.kind == AthleteErased.kind for one in newer):
                self.reread(slug)
            else:
                self._open[slug] = fold(newer, state)
        return self._open[slug]

    def reread(self, slug: str) -> None:
        """Texts beside its facts were taken away: whatever they said is in the state no longer."""
        self._open[slug] = fold(journal.read(self.session, stream_of(slug)))

    def carry_out(self, slug: str, command: object) -> list[Fact]:
        """Decide, append the facts, apply and project them, and what follows. Raises Refusal and changes nothing."""
        state = self.state(slug)
        facts = decide(state, command, self.by.id)
        for fact in facts:
            state = self._record(slug, state, fact)
        self._open[slug] = state
        for follows in following(facts) if not isinstance(command, FeedBracket) else ():
            self.carry_out(slug, follows)
        return facts

    def _record(self, slug: str, state: State, fact: Fact) -> State:
        stream = journal.locked(self.session, stream_of(slug))
        line = fact.line(state.next_version(fact.subject))
        (recorded,) = journal.append(self.session, stream, [line], self._origin())
        project(self.session, slug, fact)
        return apply(state, recorded)

    def note_union(self, what: str) -> int:
        """A page of the union can look different from now on: its stream moves by one. Returns the new number."""
        stream = journal.locked(self.session, UNION)
        line = Line("union.changed", f"union:{what}", stream.head + 1, {"what": what})
        journal.append(self.session, stream, [line], self._origin())
        number = stream.head
        self.after_commit(lambda: self.memory.raise_number(UNION, number))
        return number

    def settle(self) -> None:
        """Score every Games that moved; they become visible once the transaction is committed."""
        for slug, state in self._open.items():
            before = self.memory.games.get(slug)
            if before is None or before.state.number != state.number:
                now = as_loaded(slug, state) if before and before.broken else scored(slug, state, before)
                public = shown(self.session, now, self.memory.shown.get(slug))
                self.after_commit(_publish(self.memory, now, public))

    def _origin(self) -> Origin:
        return Origin(self.by.id, self.by.device, self.command_key, self.at, self.by.basis)


def _publish(memory: Memory, now: Now, public: Now) -> Callable[[], None]:
    return lambda: memory.publish(now, public)
