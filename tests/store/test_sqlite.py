"""SQLite as it must be set for an acknowledged row to outlive a power cut, on every connection that is ever opened."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.pool import Pool
from sqlmodel import Session

from spartakiad.accounts.actions import NewAccount, make_account
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.errors import Refusal
from spartakiad.store import engines, migrate
from spartakiad.store.store import AlreadyServed, Store, serving

ASKED = ("query_only", "synchronous", "journal_mode", "foreign_keys", "wal_autocheckpoint", "busy_timeout")
FULL = 2  # sqlite.org/pragma.html#pragma_synchronous
WRITING = (0, FULL, "wal", 1, 1000, engines.BUSY_MS)
BESIDE = (0, FULL, "wal", 1, 0, engines.BUSY_MS)
READING = (1, FULL, "wal", 1, 0, engines.BUSY_MS)
JUDGE = NewAccount("Судья", "judge", "demo", "", "trail")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spartakiad.sqlite"


@pytest.fixture
def opened() -> Iterator[list[tuple[object, ...]]]:
    """What each connection reads back when it is handed out, whoever opened it."""
    seen: list[tuple[object, ...]] = []

    def handed_out(connection: Any, _record: object, _proxy: object) -> None:
        seen.append(tuple(connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ASKED))

    event.listen(Pool, "checkout", handed_out)
    yield seen
    event.remove(Pool, "checkout", handed_out)


@pytest.fixture
def small(path: Path) -> Iterator[Shell]:
    migrate.upgrade(f"sqlite:///{path}")
    shell = Shell(Store(f"sqlite:///{path}"))
    yield shell
    shell.store.close()


def test_the_connection_that_migrates_writes_as_durably_as_the_writer(
    path: Path, opened: list[tuple[object, ...]]
) -> None:
    migrate.upgrade(f"sqlite:///{path}")
    assert set(opened) == {WRITING}


def test_every_connection_either_writes_durably_or_only_reads(small: Shell, opened: list[tuple[object, ...]]) -> None:
    small.load()
    small.write_now(make_account, JUDGE, SYSTEM)
    migrate.is_current(small.store.url)
    assert set(opened) == {WRITING, READING}


def test_a_second_connection_of_the_writer_is_set_like_the_first(
    small: Shell, opened: list[tuple[object, ...]]
) -> None:
    small.store.writer.engine.dispose()
    small.write_now(make_account, JUDGE, SYSTEM)
    assert set(opened) == {WRITING}


def test_beside_the_process_that_serves_nobody_checkpoints(
    small: Shell, path: Path, opened: list[tuple[object, ...]]
) -> None:
    beside = Shell(Store(f"sqlite:///{path}", serves=False))
    beside.write_now(make_account, JUDGE, SYSTEM)
    beside.store.close()
    assert set(opened) == {BESIDE}


def test_a_wish_refused_because_another_process_writes_may_be_repeated(small: Shell, path: Path) -> None:
    impatient(small)
    other = Store(f"sqlite:///{path}")
    with Session(other.writer.engine) as writing:
        writing.execute(text("SELECT 1"))
        with pytest.raises(Refusal, match="storage_busy"):
            small.write_now(make_account, JUDGE, SYSTEM, "k1")
    other.close()
    assert small.write_now(make_account, JUDGE, SYSTEM, "k1") == {"account": 1}


def test_a_reader_does_not_wait_for_the_writer(small: Shell, path: Path) -> None:
    with Session(small.store.writer.engine) as writing, small.store.reader() as reading:
        writing.execute(text("INSERT INTO stream (name, head, head_hash) VALUES ('a', 0, '')"))
        assert reading.execute(text("SELECT count(*) FROM stream")).scalar_one() == 0


def test_a_closed_store_leaves_one_file_that_can_be_copied(small: Shell, path: Path) -> None:
    small.load()
    small.write_now(make_account, JUDGE, SYSTEM)
    small.store.close()
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name]


def test_a_folder_that_is_served_is_not_served_twice(tmp_path: Path) -> None:
    with serving(tmp_path), pytest.raises(AlreadyServed), serving(tmp_path):
        pass


def test_a_folder_may_be_served_again_when_its_server_has_gone(tmp_path: Path) -> None:
    with serving(tmp_path):
        pass
    with serving(tmp_path):
        assert (tmp_path / "serving.lock").exists()


@pytest.mark.parametrize(
    ("version", "hit"),
    [((3, 40, 1), True), ((3, 44, 6), False), ((3, 50, 6), True), ((3, 51, 2), True), ((3, 51, 3), False)],
)
def test_versions_of_sqlite_with_the_wal_reset_bug_are_known(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], hit: bool
) -> None:
    """sqlite.org/wal.html#walresetbug"""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    assert (engines.wal_reset_bug() is not None) == hit


def test_all_writing_is_done_on_one_thread(small: Shell) -> None:
    names = {small.store.writer.submit(lambda _s, _a: threading.current_thread().name).result() for _ in range(3)}
    assert names == {"writer_0"}


def impatient(shell: Shell) -> None:
    """Wait 50 ms for another writer, not five seconds."""
    engine = shell.store.writer.engine
    event.listen(engine, "connect", lambda connection, _record: connection.execute("PRAGMA busy_timeout=50"))
