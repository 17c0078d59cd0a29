"""The journal: append to a stream, read it back, verify its chain.

A stream numbers its facts itself (head + 1 under the stream's lock, never an identity column): no gap, no number twice.
UNIQUE(stream, subject, version) is the optimistic lock: of two writers with the same version one fails.
"""

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, select

from spartakiad.models.journal import Fact, FactText, Stream
from spartakiad.store.canonical import canonical, commitment
from spartakiad.store.chain import HASHED, Exported, exported, line_hash, moment


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
    fact.hash = line_hash({**{one: getattr(fact, one) for one in (*HASHED, "basis")}, "at": moment(origin.at)})
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


def since(session: Session, name: str, after: int, most: int) -> list[Recorded]:
    """The next facts of a stream, `most` of them at the most, without their free texts."""
    query = select(Fact).join(Stream, col(Stream.id) == col(Fact.stream_id)).where(col(Stream.name) == name)
    found = session.exec(query.where(col(Fact.number) > after).order_by(col(Fact.number)).limit(most))
    return [_recorded(fact, {}) for fact in found]


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


def hash_at(session: Session, name: str, number: int) -> str:
    """Of one line; "" where the stream has none of that number."""
    query = select(col(Fact.hash)).join(Stream, col(Stream.id) == col(Fact.stream_id))
    return session.exec(query.where(col(Stream.name) == name, col(Fact.number) == number)).one_or_none() or ""


def verify(session: Session, name: str) -> int | None:
    """The number of the first line that is missing or does not follow; None when the chain holds up to its head."""
    stream = session.exec(select(Stream).where(col(Stream.name) == name)).one_or_none()
    if stream is None:
        return None
    previous, number = "", 0
    texts = _salted(session, _id(stream))
    for row, line in exported(session, _id(stream)):
        number += 1
        if (line["number"], line["previous_hash"], line["hash"]) != (number, previous, line_hash(line)):
            return number
        if row in texts and not _texts_match(str(line["payload"]), texts[row]):
            return number
        previous = str(line["hash"])
    if number != stream.head:
        return min(number, stream.head) + 1
    return None if previous == stream.head_hash else number


def lines(session: Session, name: str) -> Iterator[Exported]:
    """A stream as it is exported: whoever has it checks the chain by himself."""
    stream = session.exec(select(Stream).where(col(Stream.name) == name)).one_or_none()
    return (line for _, line in exported(session, _id(stream))) if stream else iter(())


def _texts_match(payload: str, texts: Sequence[tuple[str, str, str]]) -> bool:
    hashes = json.loads(payload).get("texts", {})
    return all(hashes.get(field) == commitment(text, salt) for field, text, salt in texts)


def _salted(session: Session, stream_id: int) -> dict[int, list[tuple[str, str, str]]]:
    """Field, text and salt of every free text by the row of its fact."""
    columns = (col(FactText.fact_id), col(FactText.field), col(FactText.text), col(FactText.salt))
    query = select(*columns).join(Fact, col(Fact.id) == col(FactText.fact_id)).where(col(Fact.stream_id) == stream_id)
    found: dict[int, list[tuple[str, str, str]]] = {}
    for row, *told in session.exec(query):
        found.setdefault(row, []).append((told[0], told[1], told[2]))
    return found


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


def _id(stream: Stream) -> int:
    assert stream.id is not None, "a stream without an id was never flushed"
    return stream.id
