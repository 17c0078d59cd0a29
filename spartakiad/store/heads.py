"""How far each stream of a SQLite database has come, read without anything that has to be loaded first."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path


def heads(file: Path) -> Mapping[str, int]:
    """By name of the stream. Raises sqlite3.Error, also where there is no such database."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return dict(connection.execute("SELECT name, head FROM stream"))
