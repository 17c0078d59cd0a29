"""Reads of what is kept byte for byte: photographs of papers, published files."""

from dataclasses import dataclass

from sqlmodel import Session

from spartakiad.models.papers import Photo, SheetFile


@dataclass(frozen=True, slots=True)
class Picture:
    media_type: str
    content: bytes


def picture(session: Session, digest: str) -> Picture | None:
    """The photograph of a paper."""
    row = session.get(Photo, digest)
    return Picture(row.media_type, row.content) if row else None


def sheet_file(session: Session, digest: str) -> bytes | None:
    """A published PDF as it was; None where it was never kept or was taken away."""
    row = session.get(SheetFile, digest)
    return row.content if row else None
