"""An installation as it stands at one moment, put back after each attempt, and what an attempt did to it."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from spartakiad.models.tables import metadata
from tests.doors.visiting import Site

Row = tuple[Any, ...]
Rows = dict[tuple[str, int], Row]
_BY_CHANCE = re.compile(r"public_id|salt|.*hash|.*key|at|.*_at|last_contact|expires_at")
_SALTED = re.compile(r'"texts":\{[^}]*\}')
JOURNAL = ("stream", "fact", "fact_text", "command")  # only ever added to


class Kept:
    def __init__(self, site: Site, folder: Path) -> None:
        self._memory = site.shell.memory
        self._copy = folder / "kept.sqlite"
        self._live = sqlite3.connect(site.shell.store.url.removeprefix("sqlite:///"), check_same_thread=False)
        self._live.execute("PRAGMA synchronous=OFF")
        with closing(sqlite3.connect(self._copy)) as copy:
            self._live.backup(copy)
        self._live.execute("ATTACH ? AS kept", (str(self._copy),))
        self._games, self._numbers = dict(self._memory.games), dict(self._memory.numbers)
        self._shown = dict(self._memory.shown)
        self._version = self._seen()

    def written(self) -> bool:
        """Whether anybody has committed anything since."""
        return self._seen() != self._version

    def put_back(self) -> None:
        with closing(sqlite3.connect(self._copy)) as copy:
            copy.backup(self._live)
        self._memory.games.clear()
        self._memory.games.update(self._games)
        self._memory.shown.clear()
        self._memory.shown.update(self._shown)
        self._memory.numbers.clear()
        self._memory.numbers.update(self._numbers)
        self._version = self._seen()

    def moved(self) -> tuple[Rows, Rows]:
        """Plain rows that are here no more as they were, and those that were not here: by table and number."""
        was: Rows = {}
        now: Rows = {}
        for table in metadata.sorted_tables:
            if table.name not in JOURNAL:
                was |= self._only(table, "kept", "main")
                now |= self._only(table, "main", "kept")
        return was, now

    def _only(self, table: Table, here: str, there: str) -> Rows:
        """Compared by SQLite: most attempts that write leave nearly every row as it was."""
        key = next(iter(table.primary_key.columns)).name
        columns = ", ".join([key, *(column.name for column in table.columns)])
        name = table.name
        found = self._live.execute(f"SELECT {columns} FROM {here}.{name} EXCEPT SELECT {columns} FROM {there}.{name}")
        return {(name, number): tuple(values) for number, *values in found}

    def content(self) -> list[str]:
        """Everything but what is drawn by lot or read from the clock: the same wish leaves the same."""
        found = []
        for table in metadata.sorted_tables:
            columns = [one.name for one in table.columns if not _BY_CHANCE.fullmatch(one.name)]
            if table.name not in ("stream", "command"):
                rows = self._live.execute(f"SELECT {', '.join(columns)} FROM {table.name}")
                found += [f"{table.name} {_SALTED.sub('', repr(row))}" for row in rows]
        return found

    def lines(self, after: int) -> list[dict[str, Any]]:
        """Facts of every journal that were added after this one."""
        found = self._live.execute("SELECT id, subject, payload FROM fact WHERE id > ? ORDER BY id", (after,))
        return [{"id": number, "subject": subject, "payload": payload} for number, subject, payload in found]

    def close(self) -> None:
        self._live.close()

    def _seen(self) -> int:
        """SQLite's own count of what other connections have committed."""
        return int(self._live.execute("PRAGMA data_version").fetchone()[0])
