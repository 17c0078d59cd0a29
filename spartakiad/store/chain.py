"""The chain of a journal line by line: what each line is hashed from, and the lines as they are exported."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from spartakiad.models.journal import Fact
from spartakiad.store.canonical import digest

HASHED = (
    "number",
    "kind",
    "subject",
    "version",
    "payload",
    "actor",
    "device",
    "command_key",
    "at",
    "previous_hash",
)
Exported = dict[str, object]  # HASHED, and `basis`, `hash`


def line_hash(line: Mapping[str, object]) -> str:
    """A line without a basis hashes as every line did before there was one."""
    basis = [line["basis"]] if line["basis"] else []
    return digest([*(line[name] for name in HASHED), *basis])


def moment(at: datetime) -> str:
    """As it is hashed."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def exported(session: Session, stream_id: int) -> Iterator[tuple[int, Exported]]:
    """Every line in its order, each after the number of its row. Free texts stay behind, their salted hashes come."""
    names = (*HASHED, "basis", "hash")
    columns = [getattr(Fact, name) for name in ("id", *names)]
    query = select(*columns).where(col(Fact.stream_id) == stream_id).order_by(col(Fact.number))
    for row, *values in session.exec(query):
        line = dict(zip(names, values, strict=True))
        line["at"] = moment(line["at"])
        yield row, line
