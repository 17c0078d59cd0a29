"""Free texts beside facts are taken away; what the chain holds of them is a salted hash that nobody can guess from."""

from collections.abc import Callable, Collection

from sqlmodel import Session, col, delete, select

from spartakiad.models.ceremony import ReportLine, SpecialPrize
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


def erase_around(session: Session, games: str, says: Callable[[str], bool], called: str) -> None:
    """What was typed beside the journal: a prize goes to `called`, a paragraph that names him is taken away."""
    for prize in session.exec(select(SpecialPrize).where(col(SpecialPrize.games) == games)):
        prize.who = called if says(prize.who) else prize.who
        prize.what_for = "" if says(prize.what_for) else prize.what_for
        prize.prize = "" if says(prize.prize) else prize.prize
    for line in session.exec(select(ReportLine).where(col(ReportLine.games) == games)):
        line.text = "" if says(line.text) else line.text
    session.flush()
