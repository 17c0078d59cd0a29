"""A journal of 100,000 facts is verified: where it is kept, and as an archive by both programs that can do it."""

import gc
import importlib.util
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session

from spartakiad.competition.sheet_facts import GamesKeyMade
from spartakiad.documents.archive import archive
from spartakiad.models.journal import Fact, Stream
from spartakiad.publication.checking import checked
from spartakiad.publication.keys import kept_key, public_half
from spartakiad.store import journal, migrate
from spartakiad.store.canonical import canonical
from spartakiad.store.chain import line_hash, moment
from spartakiad.store.store import Store
from spartakiad.web.static_files import FOLDER

FACTS, ROUNDS = 100_000, 3
_BEGINS = datetime(2026, 2, 19, 8, tzinfo=UTC)
_ALONE = FOLDER / "check_archive.py"


def measure() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'spartakiad.sqlite'}"
        migrate.upgrade(url)
        store = Store(url)
        store.writer.submit(lambda session, _: _fill(session, folder)).result()
        with store.reader() as session:
            content = archive(session, "bench", folder, _BEGINS)
            (folder / "archive.zip").write_bytes(content)
            _timed("where it is kept", lambda: journal.verify(session, "games:bench") is None)
        _timed("as an archive", lambda: checked(content).faults == ())
        alone = _alone()
        _timed("by the lone program", lambda: alone.check(str(folder / "archive.zip"))[0]["number"] == FACTS)
        store.close()


def _fill(session: Session, folder: Path) -> None:
    """Marks, as most of a journal is; the first line is the key of the Games."""
    stream = Stream(name="games:bench")
    session.add(stream)
    session.flush()
    key = canonical({"public": public_half(kept_key(folder, "bench"))})
    rows: list[dict[str, Any]] = []
    previous = ""
    for number in range(1, FACTS + 1):
        row = _line(number, previous) | ({"kind": GamesKeyMade.kind, "payload": key} if number == 1 else {})
        at = _BEGINS + timedelta(seconds=number)
        previous = line_hash({**row, "at": moment(at)})
        rows.append({**row, "at": at, "hash": previous, "stream_id": stream.id})
    session.execute(insert(Fact), rows)
    stream.head, stream.head_hash = FACTS, previous
    session.add(stream)


def _line(number: int, previous: str) -> dict[str, Any]:
    mark = {"contest": "ski-women", "part": "main", "stage": "main", "entrant": str(number), "raw": "25:02,8"}
    return {
        "number": number,
        "kind": "mark.entered",
        "subject": f"mark:ski-women:main:main:{number}",
        "version": 1,
        "payload": canonical({**mark, "value": {"time": "7514/5"}, "status": "", "typed_by": ""}),
        "actor": "a12",
        "device": "s7",
        "command_key": f"{number:032x}",
        "previous_hash": previous,
        "basis": "",
    }


def _timed(what: str, holds: Callable[[], bool]) -> None:
    took, busy = [], []
    for _ in range(ROUNDS):
        gc.collect()
        begun, worked = time.perf_counter(), time.process_time()
        good = holds()
        took.append(time.perf_counter() - begun)
        busy.append(time.process_time() - worked)
        if not good:
            raise RuntimeError(f"{what}: the journal does not hold")
    print(f"  {FACTS} facts {what:20} {median(took):6.2f} s, of the processor {median(busy):.2f} s")


def _alone() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_archive", _ALONE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    measure()
