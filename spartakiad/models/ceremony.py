"""What people type around the end of a Games and no engine reads: special prizes, lines of the panel's report."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from spartakiad.models.base import Moment


class SpecialPrize(SQLModel, table=True):
    """A prize that no place brings: who gets it, for what, what it is."""

    __tablename__ = "special_prize"
    id: int | None = Field(default=None, primary_key=True)
    games: str = Field(max_length=60, index=True)
    who: str = Field(max_length=200)
    what_for: str = Field(max_length=500)
    prize: str = Field(default="", max_length=200)
    typed_by: str = Field(max_length=40)
    at: datetime = Field(sa_type=Moment)


class ReportLine(SQLModel, table=True):
    """What the chief judges wrote about one topic of their report; the last word of each."""

    __tablename__ = "report_line"
    __table_args__ = (UniqueConstraint("games", "topic"),)
    id: int | None = Field(default=None, primary_key=True)
    games: str = Field(max_length=60)
    topic: str = Field(max_length=30)
    text: str = Field(default="", max_length=2000)
    typed_by: str = Field(max_length=40)
    at: datetime = Field(sa_type=Moment)
