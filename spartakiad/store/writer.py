"""The one writer: a thread that runs one unit of work at a time, each in one transaction that begins IMMEDIATE.

Nothing with a session leaves this thread: a unit of work returns frozen values. A number is handed out only when it is
durable: what a unit of work wants to tell the world it gives to `after_commit`.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from spartakiad.errors import Refusal

T = TypeVar("T")
AfterCommit = Callable[[Callable[[], None]], None]
Work = Callable[[Session, AfterCommit], T]


def wall_clock() -> datetime:
    return datetime.now(UTC)


class Writer:
    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")

    def submit(self, work: Work[T]) -> Future[T]:
        return self._thread.submit(self.run, work)

    def run(self, work: Work[T]) -> T:
        """One transaction around `work`; committed when it returns, rolled back when it raises."""
        told: list[Callable[[], None]] = []
        try:
            with Session(self.engine, expire_on_commit=False) as session:
                answer = work(session, told.append)
                session.commit()
        except OperationalError as error:
            if _is_busy(error):
                raise Refusal("storage_busy") from error
            raise
        for tell in told:
            tell()
        return answer

    def close(self) -> None:
        self._thread.shutdown(wait=True)
        self.engine.dispose()


def _is_busy(error: OperationalError) -> bool:
    text = str(error.orig).lower()
    return "locked" in text or "busy" in text
