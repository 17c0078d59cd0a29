"""An installation as it stands after its first start: newest schema, shipped facts, the demo played."""

import sqlite3
from typing import Any

from sqlalchemy import event

from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.play import demo
from spartakiad.settings import data_folder
from spartakiad.store import migrate
from spartakiad.store.store import Store
from spartakiad.union.actions import LoadFacts, load_facts


def install(url: str) -> None:
    """Fill an empty database and leave it closed, so that it may be copied."""
    migrate.upgrade(url)
    shell = Shell(unsynced(Store(url)))
    shell.load()
    shell.write_now(load_facts, LoadFacts(str(data_folder("fixtures") / "union")), SYSTEM)
    demo.play(shell, data_folder("fixtures"))
    shell.store.close()


def unsynced(store: Store) -> Store:
    """Its writer waits for no disk: no test of a copy cuts the power, and a third of a writing test was that wait."""

    def connected(connection: Any, _record: Any) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.execute("PRAGMA synchronous=OFF")

    event.listen(store.writer.engine, "connect", connected)
    return store
