"""The journal: streams, commands, facts, and the free texts that may be erased."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from spartakiad.models.base import Moment


class Stream(SQLModel, table=True):
    """One chain of facts: a Games (`games:<slug>`) or the union (`union`). A writer locks, reads and raises `head`."""

    __tablename__ = "stream"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=80, unique=True)
    head: int = Field(default=0)
    head_hash: str = Field(default="", max_length=64)


class Command(SQLModel, table=True):
    """One wish of one person under its idempotency key, with the answer it got; a refusal is an answer too."""

    __tablename__ = "command"
    __table_args__ = (CheckConstraint("status IN ('done', 'refused')", name="status"),)
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(max_length=80, unique=True)
    body_hash: str = Field(max_length=64)
    verb: str = Field(max_length=80)
    actor: str = Field(max_length=40)
    device: str = Field(max_length=40)
    at: datetime = Field(sa_type=Moment)
    status: str = Field(max_length=10)
    answer: str


class Fact(SQLModel, table=True):
    """One line of a stream. Nothing is ever changed or removed here: triggers refuse it.

    `basis`: how an actor who wrote for somebody else knows it, from a paper or by word of mouth; "" for his own.
    """

    __tablename__ = "fact"
    __table_args__ = (
        UniqueConstraint("stream_id", "number"),
        UniqueConstraint("stream_id", "subject", "version"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("version > 0", name="version"),
        CheckConstraint("basis IN ('', 'paper', 'word')", name="basis"),
    )
    id: int | None = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id")
    number: int
    kind: str = Field(max_length=40)
    subject: str = Field(max_length=120)
    version: int
    payload: str
    actor: str = Field(max_length=40)
    device: str = Field(max_length=40)
    command_key: str = Field(max_length=80, index=True)
    at: datetime = Field(sa_type=Moment)
    previous_hash: str = Field(max_length=64)
    hash: str = Field(max_length=64)
    basis: str = Field(default="", max_length=10, sa_column_kwargs={"server_default": text("''")})


class FactText(SQLModel, table=True):
    """Free text of a fact, outside the hash chain: the fact holds only its salted hash, so a person can be erased."""

    __tablename__ = "fact_text"
    __table_args__ = (UniqueConstraint("fact_id", "field"),)
    id: int | None = Field(default=None, primary_key=True)
    fact_id: int = Field(foreign_key="fact.id")
    field: str = Field(max_length=40)
    salt: str = Field(max_length=32)
    text: str


class Official(SQLModel, table=True):
    """The rows of a contest as they were made official: stored as they were, never recomputed in place."""

    __tablename__ = "official"
    __table_args__ = (UniqueConstraint("stream_id", "contest", "revision"), Index("ix_official_stream", "stream_id"))
    id: int | None = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id")
    contest: str = Field(max_length=60)
    revision: int
    number: int
    rows: str
    standings_hash: str = Field(max_length=64)
    engine_version: str = Field(max_length=20)
    at: datetime = Field(sa_type=Moment)
