"""Reads of what became official."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from spartakiad.models.journal import Official, Stream
from spartakiad.models.papers import Photo


@dataclass(frozen=True, slots=True)
class Revision:
    revision: int
    at: datetime


def revisions(session: Session, stream: str, contest: str) -> list[Revision]:
    """Every official revision of a contest, the first one first."""
    query = (
        select(Official)
        .join(Stream, col(Stream.id) == col(Official.stream_id))
        .where(col(Stream.name) == stream, col(Official.contest) == contest)
        .order_by(col(Official.revision))
    )
    return [Revision(row.revision, row.at) for row in session.exec(query)]


@dataclass(frozen=True, slots=True)
class Picture:
    media_type: str
    content: bytes


def picture(session: Session, digest: str) -> Picture | None:
    """The photograph of a paper."""
    row = session.get(Photo, digest)
    return Picture(row.media_type, row.content) if row else None
