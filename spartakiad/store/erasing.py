"""Free texts beside facts are taken away; what the chain holds of them is a salted hash that nobody can guess from."""

from sqlmodel import Session, col, delete, select

from spartakiad.models.journal import Fact, FactText, Stream


def erase_texts(session: Session, stream: str, subject: str) -> None:
    """Every free text of every fact about this subject; the facts themselves stay."""
    facts = (
        select(col(Fact.id))
        .join(Stream, col(Stream.id) == col(Fact.stream_id))
        .where(col(Stream.name) == stream, col(Fact.subject) == subject)
    )
    session.exec(delete(FactText).where(col(FactText.fact_id).in_(facts)))
