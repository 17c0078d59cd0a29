"""The journal: append to a stream, read it back, verify its chain.

A stream numbers its facts itself (head + 1 under the stream's lock, never an identity column): no gap, no number twice.
UNIQUE(stream, subject, version) is the optimistic lock: of two writers with the same version one fails.
"""

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from spartakiad.models.journal import Fact, FactText, Stream
from spartakiad.store.canonical import canonical, commitment, digest


@dataclass(frozen=True, slots=True)
class Line:
    """A fact on its way into the journal. `texts` are free texts by field: only their salted hash enters the chain."""

    kind: str
    subject: str
    version: int
    payload: Mapping[str, object]
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact read back; an erased text is missing from `texts`."""

    number: int
    kind: str
    subject: str
    version: int
    payload: Mapping[str, object]
    texts: Mapping[str, str]
    actor: str
    device: str
    command_key: str
    at: datetime
    hash: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who wrote, with what, under which command, when (server time); `basis` as in Fact."""

    actor: str
    device: str
    command_key: str
    at: datetime
    basis: str = ""


def locked(session: Session, name: str) -> Stream:
    """The stream under its lock until the transaction ends; made at first use."""
    query = select(Stream).where(col(Stream.name) == name).with_for_update()
    stream = session.exec(query).one_or_none()
    if stream is None:
        stream = Stream(name=name)
        session.add(stream)
        session.flush()
    return stream


def append(session: Session, stream: Stream, lines: Sequence[Line], origin: Origin) -> list[Recorded]:
    """Add facts at the head. Raises IntegrityError when a subject's version was already taken."""
    recorded = []
    for line in lines:
        recorded.append(_append_one(session, stream, line, origin))
    session.flush()
    return recorded


def _append_one(session: Session, stream: Stream, line: Line, origin: Origin) -> Recorded:
    salts = {name: secrets.token_hex(16) for name in line.texts}
    hashes = {name: commitment(text, salts[name]) for name, text in line.texts.items()}
    payload = {**line.payload, **({"texts": hashes} if hashes else {})}
    number = stream.head + 1
    fact = Fact(
        stream_id=_id(stream),
        number=number,
        kind=line.kind,
        subject=line.subject,
        version=line.version,
        payload=canonical(payload),
        actor=origin.actor,
        device=origin.device,
        command_key=origin.command_key,
        at=origin.at,
        previous_hash=stream.head_hash,
        hash="",
        basis=origin.basis,
    )
    fact.hash = _hash(fact)
    session.add(fact)
    session.flush()
    for name, text in line.texts.items():
        session.add(FactText(fact_id=fact.id or 0, field=name, salt=salts[name], text=text))
    stream.head, stream.head_hash = number, fact.hash
    session.add(stream)
    return _recorded(fact, dict(line.texts))


def read(session: Session, name: str, after: int = 0) -> Iterator[Recorded]:
    """Facts of a stream in order of their numbers."""
    stream = session.exec(select(Stream).where(col(Stream.name) == name)).one_or_none()
    if stream is None:
        return
    texts = _texts(session, _id(stream), after)
    query = select(Fact).where(col(Fact.stream_id) == stream.id, col(Fact.number) > after).order_by(col(Fact.number))
    for fact in session.exec(query):
        yield _recorded(fact, texts.get(fact.id or 0, {}))


def about(session: Session, name: str, subject: str) -> list[Recorded]:
    """Facts of a stream about one subject, in order."""
    query = select(Fact).join(Stream, col(Stream.id) == col(Fact.stream_id))
    found = session.exec(query.where(col(Stream.name) == name, col(Fact.subject) == subject).order_by(col(Fact.number)))
    facts = list(found)
    ids = [fact.id for fact in facts]
    texts: dict[int, dict[str, str]] = {}
    for text in session.exec(select(FactText).where(col(FactText.fact_id).in_(ids))):
        texts.setdefault(text.fact_id, {})[text.field] = text.text
    return [_recorded(fact, texts.get(fact.id or 0, {})) for fact in facts]


def head(session: Session, name: str) -> int:
    found = session.exec(select(col(Stream.head)).where(col(Stream.name) == name)).one_or_none()
    return found or 0


def verify(session: Session, name: str) -> int | None:
    """The number of the first line that is missing or does not follow; None when the chain holds up to its head."""
    stream = session.exec(select(Stream).where(col(Stream.name) == name)).one_or_none()
    if stream is None:
        return None
    previous, number = "", 0
    for fact in session.exec(select(Fact).where(col(Fact.stream_id) == stream.id).order_by(col(Fact.number))):
        number += 1
        if fact.number != number or fact.previous_hash != previous or fact.hash != _hash(fact):
            return number
        if not _texts_match(session, fact):
            return number
        previous = fact.hash
    if number != stream.head:
        return min(number, stream.head) + 1
    return None if previous == stream.head_hash else number


def _texts_match(session: Session, fact: Fact) -> bool:
    hashes = json.loads(fact.payload).get("texts", {})
    rows = session.exec(select(FactText).where(col(FactText.fact_id) == fact.id))
    return all(hashes.get(row.field) == commitment(row.text, row.salt) for row in rows)


def _texts(session: Session, stream_id: int, after: int) -> dict[int, dict[str, str]]:
    query = (
        select(FactText)
        .join(Fact, col(Fact.id) == col(FactText.fact_id))
        .where(col(Fact.stream_id) == stream_id, col(Fact.number) > after)
    )
    texts: dict[int, dict[str, str]] = {}
    for row in session.exec(query):
        texts.setdefault(row.fact_id, {})[row.field] = row.text
    return texts


def _recorded(fact: Fact, texts: dict[str, str]) -> Recorded:
    payload = json.loads(fact.payload)
    payload.pop("texts", None)
    return Recorded(
        number=fact.number,
        kind=fact.kind,
        subject=fact.subject,
        version=fact.version,
        payload=payload,
        texts=texts,
        actor=fact.actor,
        device=fact.device,
        command_key=fact.command_key,
        at=fact.at,
        hash=fact.hash,
        basis=fact.basis,
    )


def _hash(fact: Fact) -> str:
    """A line without a basis hashes as every line did before there was one."""
    moment = fact.at.astimezone(UTC).isoformat(timespec="microseconds")
    line = [fact.number, fact.kind, fact.subject, fact.version, fact.payload, fact.actor, fact.device]
    basis = [fact.basis] if fact.basis else []
    return digest([*line, fact.command_key, moment, fact.previous_hash, *basis])


def _id(stream: Stream) -> int:
    assert stream.id is not None, "a stream without an id was never flushed"
    return stream.id
