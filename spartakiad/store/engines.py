"""Two views of one database: an engine that writes and an engine that can only read.

SQLite: WAL with synchronous=FULL (an acknowledged row survives a power cut), every writing transaction begins IMMEDIATE
(otherwise updates are lost or refused at once), only the writer checkpoints.
"""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

BUSY_MS = 5000
_NO_CHECKPOINTS = "PRAGMA wal_autocheckpoint=0"
_FIXED = ((3, 44, 6), (3, 50, 7), (3, 51, 3))  # sqlite.org/wal.html#walresetbug: fixed in these lines of versions


def writing(url: str, *, checkpoints: bool = True) -> Engine:
    """Engine of the one writer; a second process may have its own, they wait for each other up to BUSY_MS."""
    if not _is_sqlite(url):
        return create_engine(_driver(url), pool_pre_ping=True, pool_size=1, max_overflow=0)
    engine = create_engine(url, pool_size=1, max_overflow=0)
    # Without recursive triggers REPLACE would remove a recorded line past the trigger that forbids it.
    pragmas = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA recursive_triggers=ON")
    left = () if checkpoints else (_NO_CHECKPOINTS,)
    _prepare(engine, (*pragmas, *left), begin="BEGIN IMMEDIATE")
    return engine


def reading(url: str) -> Engine:
    """Engine of all readers: it refuses to write and never checkpoints."""
    if not _is_sqlite(url):
        engine = create_engine(_driver(url), pool_pre_ping=True)
        return engine.execution_options(postgresql_readonly=True)
    engine = create_engine(url)
    _prepare(engine, ("PRAGMA query_only=ON", _NO_CHECKPOINTS), begin="BEGIN")
    return engine


def is_there(url: str) -> bool:
    """False for a SQLite file that nobody has made yet: opened to be read it would come to be, but not in WAL."""
    file = make_url(url).database if _is_sqlite(url) else None
    return file is None or Path(file).exists()


def wal_reset_bug() -> str | None:
    """The SQLite version, if it is one that can lose commits of two connections at a checkpoint."""
    version = sqlite3.sqlite_version_info
    fixed = version >= (3, 51, 3) or any(version[:2] == line[:2] and version >= line for line in _FIXED)
    return None if fixed else sqlite3.sqlite_version


def _is_sqlite(url: str) -> bool:
    return url.startswith("sqlite")


def _driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def _prepare(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    def connected(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin transactions of its own
        for pragma in (
            f"PRAGMA busy_timeout={BUSY_MS}",
            "PRAGMA foreign_keys=ON",
            "PRAGMA trusted_schema=OFF",
            *pragmas,
        ):
            connection.execute(pragma)

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
