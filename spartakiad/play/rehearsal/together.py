"""What everybody of a rehearsal knows of the others: who has been answered, what is settled, that somebody stumbled."""

import threading
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from spartakiad.play.rehearsal.browser import Stumbled

Key = tuple[str, int]  # device and number of a record


@dataclass(slots=True)
class Together:
    """`settled`: keys of records that the secretariat has decided; `posted`: contests that wait to be official."""

    acknowledged: set[Key] = field(default_factory=set)
    settled: set[str] = field(default_factory=set)
    posted: list[str] = field(default_factory=list)
    stopped: bool = False
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def note(self, answered: Key) -> None:
        with self._changed:
            self.acknowledged.add(answered)
            self._changed.notify_all()

    def settle(self, records: Collection[str]) -> None:
        with self._changed:
            self.settled.update(records)
            self._changed.notify_all()

    def post(self, contest: str) -> None:
        with self._changed:
            self.posted.append(contest)
            self._changed.notify_all()

    def wait(self, seconds: float) -> None:
        """For anything to happen. Raises Stumbled when somebody else did."""
        with self._changed:
            self._check()
            self._changed.wait(seconds)

    def until(self, happened: Callable[[], bool], seconds: float | None = None) -> None:
        """`seconds`: not longer than that."""
        with self._changed:
            self._changed.wait_for(lambda: self.stopped or happened(), seconds)
            self._check()

    def all(self, jobs: Iterable[Callable[[], None]]) -> None:
        """At the same time; raises what the first of them to fail has raised, when the others have stopped."""
        jobs = list(jobs)
        with ThreadPoolExecutor(len(jobs)) as hands:
            done = [hands.submit(self._or_stop, job) for job in jobs]
        failed = [error for one in done if (error := one.exception())]
        for error in sorted(failed, key=lambda one: isinstance(one, Stopped)):
            raise error

    def _or_stop(self, job: Callable[[], None]) -> None:
        try:
            job()
        except BaseException:
            with self._changed:
                self.stopped = True
                self._changed.notify_all()
            raise

    def _check(self) -> None:
        if self.stopped:
            raise Stopped("остановлено: споткнулся другой")


class Stopped(Stumbled):
    """Somebody else stumbled first."""
