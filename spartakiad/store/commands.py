"""Commands: one wish under one key, its answer kept for ever; asked again, it is answered again and done once."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from spartakiad.errors import Refusal
from spartakiad.models.journal import Command
from spartakiad.store.canonical import body_hash, canonical

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Answer = dict[str, object]
SINCE: Mapping[str, bool] = {"later": True}  # metadata of a field that a wish got after there were keys of it


@dataclass(frozen=True, slots=True)
class Wish:
    """What came in: the verb's name, its idempotency key and the hash of what was sent."""

    key: str
    verb: str
    body_hash: str
    actor: str
    device: str


def hash_of(verb: str, value: "DataclassInstance") -> str:
    """A later field that says nothing is left out: whoever does not know it yet is answered under his old key."""
    later = {one.name for one in fields(value) if one.metadata == SINCE}
    return body_hash(verb, {name: told for name, told in asdict(value).items() if told or name not in later})


def answered(session: Session, wish: Wish) -> Answer | Refusal | None:
    """The answer this key already got; the same key with another body is refused; None when the key is new."""
    row = session.exec(select(Command).where(col(Command.key) == wish.key)).one_or_none()
    if row is None:
        return None
    if (row.body_hash, row.actor) != (wish.body_hash, wish.actor):
        return Refusal("key_reused")
    answer = json.loads(row.answer)
    return answer if row.status == "done" else Refusal(answer["kind"], answer["field"], **answer["args"])


def is_known(session: Session, key: str) -> bool:
    """Whether a wish of this key was answered."""
    return session.exec(select(Command.id).where(col(Command.key) == key)).one_or_none() is not None


def record(session: Session, wish: Wish, at: datetime, answer: Answer | Refusal) -> None:
    refused = isinstance(answer, Refusal)
    body = _refusal_body(answer) if isinstance(answer, Refusal) else answer
    session.add(
        Command(
            key=wish.key,
            body_hash=wish.body_hash,
            verb=wish.verb,
            actor=wish.actor,
            device=wish.device,
            at=at,
            status="refused" if refused else "done",
            answer=canonical(body),
        )
    )


def record_refusal(session: Session, wish: Wish, at: datetime, refusal: Refusal) -> None:
    """In a transaction of its own: everything else of this wish was rolled back."""
    if answered(session, wish) is None:
        record(session, wish, at, refusal)
        session.commit()


def _refusal_body(refusal: Refusal) -> Answer:
    return {"kind": refusal.kind, "field": refusal.field, "args": dict(refusal.args_for_words)}
