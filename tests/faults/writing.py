"""A process that writes marks one by one and says each number once it is committed.

URL COUNT [SYNCHRONOUS]: SYNCHRONOUS takes the place of what the store sets. It ends abruptly: nothing is closed.
"""

import os
import sys
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event
from sqlmodel import Session

from spartakiad.store import journal
from spartakiad.store.journal import Line, Origin
from spartakiad.store.store import Store

STREAM = "games:cut"


def one_more(session: Session, _after_commit: object) -> int:
    stream = journal.locked(session, STREAM)
    line = Line("mark.entered", f"mark:{stream.head + 1}", 1, {"raw": "40:33.2" * 20}, {"reason": "x" * 200})
    return journal.append(session, stream, [line], Origin("judge", "", "", datetime.now(UTC)))[0].number


def set_each_connection(store: Store, synchronous: str) -> None:
    """Checkpoints come twenty times as often as in service, so that many cuts fall into one."""

    def connected(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA wal_autocheckpoint=50")
        if synchronous:
            connection.execute(f"PRAGMA synchronous={synchronous}")

    event.listen(store.writer.engine, "connect", connected)


def main(url: str, count: int, synchronous: str = "") -> None:
    store = Store(url)
    set_each_connection(store, synchronous)
    for _ in range(count):
        number = store.writer.run(one_more)
        os.write(1, f"committed {number}\n".encode())
    os._exit(0)


main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
