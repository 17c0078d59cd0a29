"""People: athletes and officials as persons, and what they allow to be published."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint, false, text
from sqlmodel import Field, SQLModel

from spartakiad.models.base import Moment, one_of


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
    born_on: date = Field(index=True)
    uin_gto: str | None = Field(default=None, max_length=13, unique=True)
    sort_key: str = Field(max_length=620)
    search_key: str = Field(max_length=620, index=True)
    version: int = Field(default=1)


CONSENTS = ("processing", "publication")


class Consent(SQLModel, table=True):
    """A paper of one person: consent to processing, or to publication of some items. Withdrawn, it stays a record.

    `by_parent`: a parent or another legal representative signed for a minor; `recorded_by`: who took the paper.
    """

    __tablename__ = "consent"
    __table_args__ = (
        UniqueConstraint("person_id", "kind", "version"),
        CheckConstraint(one_of("kind", CONSENTS), name="kind"),
    )
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str = Field(max_length=20)
    version: int = Field(default=1)
    items: str = Field(max_length=200)
    signed_by: str = Field(max_length=200)
    given_on: date
    by_parent: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    recorded_by: str = Field(default="", max_length=40, sa_column_kwargs={"server_default": text("''")})
    withdrawn_at: datetime | None = Field(default=None, sa_type=Moment)


class Apart(SQLModel, table=True):
    """Two persons that look alike and about whom somebody decided that they are not one; they are not asked about."""

    __tablename__ = "apart"
    __table_args__ = (
        UniqueConstraint("one_id", "other_id"),
        CheckConstraint("one_id < other_id", name="order"),
    )
    id: int | None = Field(default=None, primary_key=True)
    one_id: int = Field(foreign_key="person.id")
    other_id: int = Field(foreign_key="person.id", index=True)
    decided_by: str = Field(max_length=40)
    at: datetime = Field(sa_type=Moment)


class PersonalExport(SQLModel, table=True):
    """Somebody took personal data out as a file: who, what, of which Games and team, when."""

    __tablename__ = "personal_export"
    id: int | None = Field(default=None, primary_key=True)
    actor: str = Field(max_length=40)
    device: str = Field(max_length=40)
    games: str = Field(max_length=60, index=True)
    team: str = Field(default="", max_length=60)
    what: str = Field(max_length=60)
    at: datetime = Field(sa_type=Moment)
