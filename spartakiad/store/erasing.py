"""Free texts beside facts are taken away; what the chain holds of them is a salted hash that nobody can guess from."""

from collections.abc import Callable, Collection

from sqlmodel import Session, col, delete, select

from spartakiad.models.journal import Fact, FactText, Stream


def erase_texts(session: Session, stream: str, subject: str, first: int = 0, last: int | None = None) -> None:
    """Every free text of every fact about this subject, or only from one number to another; the facts stay."""
    facts = (
        select(col(Fact.id))
        .join(Stream, col(Stream.id) == col(Fact.stream_id))
        .where(col(Stream.name) == stream, col(Fact.subject) == subject, col(Fact.number) >= first)
    )
    facts = facts if last is None else facts.where(col(Fact.number) <= last)
    session.exec(delete(FactText).where(col(FactText.fact_id).in_(facts)))


def erase_where(session: Session, stream: str, fields: Collection[str], says: Callable[[str], bool]) -> None:
    """Every free text of these fields that `says` it."""
    texts = (
        select(FactText)
        .join(Fact, col(Fact.id) == col(FactText.fact_id))
        .join(Stream, col(Stream.id) == col(Fact.stream_id))
        .where(col(Stream.name) == stream, col(FactText.field).in_(fields))
    )
    for row in session.exec(texts).all():
        if says(row.text):
            session.delete(row)
    session.flush()
