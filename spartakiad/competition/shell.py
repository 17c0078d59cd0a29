"""The shell around the pure middle: `write(verb, input, by)` for every change, `now(slug)` for every look."""

import asyncio
import secrets
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from spartakiad.competition.apply import fold
from spartakiad.competition.desk import Actor, Desk
from spartakiad.competition.held import shown
from spartakiad.competition.memory import UNION, Memory, Now, as_loaded, stream_of
from spartakiad.errors import Refusal
from spartakiad.models.games import Games
from spartakiad.store import commands, journal
from spartakiad.store.commands import Answer, Wish
from spartakiad.store.store import Store
from spartakiad.store.writer import AfterCommit, wall_clock

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_PASSING = ("storage_busy", "key_reused", "stale")  # the same wish may succeed a moment later
Verb = Callable[[Desk, Any], Answer]


class Shell:
    """One installation at work: its store, its Games in memory, its clock (UTC)."""

    def __init__(self, store: Store, clock: Callable[[], datetime] = wall_clock, memory: Memory | None = None) -> None:
        self.store = store
        self.clock = clock
        self.memory = memory or Memory()

    def load(self) -> None:
        """Fold every journal once, at the start of serving."""
        with self.store.reader() as session:
            for slug in session.exec(select(col(Games.slug))):
                state = fold(journal.read(session, stream_of(slug)))
                if state.number:
                    now = as_loaded(slug, state)
                    self.memory.publish(now, shown(session, now, None))
            self.memory.raise_number(UNION, journal.head(session, UNION))

    def now(self, slug: str) -> Now:
        """The Games as they stand, for whoever works at them.

        Raises Refusal not_found when no journal of that name is kept.
        """
        try:
            return self.memory.games[slug]
        except KeyError:
            raise Refusal("not_found") from None

    def shown(self, slug: str) -> Now:
        """The Games as everybody may see them. Raises Refusal not_found also while they are only being prepared."""
        now = self.memory.shown.get(slug)
        if now is None or now.state.state == "draft":
            raise Refusal("not_found")
        return now

    async def write(self, verb: Verb, value: "DataclassInstance", by: Actor, key: str = "") -> Answer:
        """Run a verb on the writer's thread; the same key and body are answered again without being done again."""
        return await asyncio.wrap_future(self.store.writer.submit(self._work(verb, value, by, key)))

    def write_now(self, verb: Verb, value: "DataclassInstance", by: Actor, key: str = "") -> Answer:
        """The same, waiting: for the console, the demo's script and tests."""
        return self.store.writer.submit(self._work(verb, value, by, key)).result()

    def _work(
        self, verb: Verb, value: "DataclassInstance", by: Actor, key: str
    ) -> Callable[[Session, AfterCommit], Answer]:
        name = f"{verb.__module__.removeprefix('spartakiad.')}.{verb.__name__}"
        wish = Wish(key or secrets.token_hex(16), name, commands.hash_of(name, value), by.brings or by.id, by.device)

        def work(session: Session, after_commit: AfterCommit) -> Answer:
            answer = commands.answered(session, wish)
            if answer is None:
                answer = self._carry_out(session, after_commit, verb, value, by, wish)
            if isinstance(answer, Refusal):
                raise answer
            return answer

        return self._keeping_refusals(work, wish, kept=bool(key))

    def _carry_out(
        self, session: Session, after_commit: AfterCommit, verb: Verb, value: object, by: Actor, wish: Wish
    ) -> Answer:
        at = self.clock()
        desk = Desk(session, by, at, wish.key, self.memory, after_commit)
        try:
            answer = verb(desk, value)
            commands.record(session, wish, at, answer)
            session.flush()
        except IntegrityError as error:
            raise Refusal("stale") from error
        desk.settle()
        return answer

    def _keeping_refusals(
        self, work: Callable[[Session, AfterCommit], Answer], wish: Wish, kept: bool
    ) -> Callable[[Session, AfterCommit], Answer]:
        """A refusal is an answer too: it is recorded under its key after everything else was rolled back."""

        def keeping(session: Session, after_commit: AfterCommit) -> Answer:
            try:
                return work(session, after_commit)
            except Refusal as refusal:
                session.rollback()
                if kept and refusal.kind not in _PASSING:
                    commands.record_refusal(session, wish, self.clock(), refusal)
                raise

        return keeping
