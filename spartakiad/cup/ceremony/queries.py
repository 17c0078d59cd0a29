"""Reads of special prizes and of what was written for the chief panel's report."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from spartakiad.models.ceremony import ReportLine, SpecialPrize


@dataclass(frozen=True, slots=True)
class PrizeView:
    number: int
    who: str
    what_for: str
    prize: str


def prizes(session: Session, games: str) -> tuple[PrizeView, ...]:
    """In the order they were typed."""
    rows = session.exec(select(SpecialPrize).where(col(SpecialPrize.games) == games).order_by(col(SpecialPrize.id)))
    return tuple(PrizeView(row.id or 0, row.who, row.what_for, row.prize) for row in rows)


def report_texts(session: Session, games: str) -> dict[str, str]:
    """By topic; what nobody wrote about is missing."""
    rows = session.exec(select(ReportLine).where(col(ReportLine.games) == games))
    return {row.topic: row.text for row in rows if row.text}
