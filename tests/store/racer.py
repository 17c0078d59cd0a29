"""One of several processes that count together in one journal: read the last count, append the next.

URL LAPS [BEGIN]: says «ready», waits until its input is closed, runs, says how many laps failed.
BEGIN takes the place of the statement that the store begins a writing transaction with.
"""

import secrets
import sys
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from spartakiad.errors import Refusal
from spartakiad.store import journal
from spartakiad.store.journal import Line, Origin
from spartakiad.store.store import Store

STREAM = "games:race"


def count_one_more(session: Session, _after_commit: object) -> None:
    stream = journal.locked(session, STREAM)
    last = [fact.payload["count"] for fact in journal.read(session, STREAM, after=stream.head - 1)]
    count = int(str(last[0])) + 1 if last else 1
    origin = Origin("racer", "", "", datetime.now(UTC))
    journal.append(session, stream, [Line("counted", f"count:{secrets.token_hex(8)}", 1, {"count": count})], origin)


def begin_with(statement: str, store: Store) -> None:
    def replaced(_c: Any, _cursor: Any, sql: str, parameters: Any, _context: Any, _many: bool) -> tuple[str, Any]:
        return (statement if sql.startswith("BEGIN") else sql), parameters

    event.listen(store.writer.engine, "before_cursor_execute", replaced, retval=True)


def main(url: str, laps: int, begin: str = "") -> None:
    store = Store(url)
    if begin:
        begin_with(begin, store)
    print("ready", flush=True)  # noqa: T201
    sys.stdin.read()
    failed = 0
    for _ in range(laps):
        try:
            store.writer.run(count_one_more)
        except (Refusal, IntegrityError):
            failed += 1
    store.close()
    print(failed)  # noqa: T201


main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
