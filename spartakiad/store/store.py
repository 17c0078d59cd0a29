"""The store of one installation: its engines, its writer, and the lock that keeps a second server out."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlmodel import Session

from spartakiad.store import engines
from spartakiad.store.writer import Writer


class AlreadyServed(RuntimeError):
    """Another process serves this data folder."""


class Store:
    """`serves`: False beside the process that serves, which alone checkpoints."""

    def __init__(self, url: str, *, serves: bool = True) -> None:
        self.url = url
        self.writer = Writer(engines.writing(url, checkpoints=serves))
        self._readers = engines.reading(url)

    @contextmanager
    def reader(self) -> Iterator[Session]:
        """A session that sees one committed moment and cannot write."""
        with Session(self._readers) as session:
            yield session

    def close(self) -> None:
        self.writer.close()
        self._readers.dispose()


@contextmanager
def serving(data: Path) -> Iterator[None]:
    """Hold the data folder for one serving process. Raises AlreadyServed when another holds it."""
    handle = os.open(data / "serving.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise AlreadyServed(str(data)) from error
    try:
        yield
    finally:
        os.close(handle)
