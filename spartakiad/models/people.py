"""People: athletes and officials as persons, and what they allow to be published."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from spartakiad.models.base import Moment


class Person(SQLModel, table=True):
    """One human being across years and teams. Facts know only the number `id`; the outside world only `public_id`."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint("sex IN ('f', 'm')", name="sex"),)
    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(max_length=22, unique=True)
    surname: str = Field(max_length=200)
    name: str = Field(max_length=200)
    patronymic: str = Field(default="", max_length=200)
    sex: str = Field(max_length=1)
    born_on: date
    sort_key: str = Field(max_length=620)
    search_key: str = Field(max_length=620, index=True)
    version: int = Field(default=1)


class Consent(SQLModel, table=True):
    """A person's own consent to publication: which items, since when, on whose paper; withdrawn, it stays a record."""

    __tablename__ = "consent"
    __table_args__ = (
        UniqueConstraint("person_id", "kind", "version"),
        CheckConstraint("kind IN ('publication')", name="kind"),
    )
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str = Field(max_length=20)
    version: int = Field(default=1)
    items: str = Field(max_length=200)
    signed_by: str = Field(max_length=200)
    given_on: date
    withdrawn_at: datetime | None = Field(default=None, sa_type=Moment)
