"""Applications: delegations, their athletes, admission, entries into contests. Projections of facts, but for names."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from spartakiad.models.base import Moment, one_of
from spartakiad.words.officials import POSTS

DELEGATION_STATES = ("draft", "submitted", "remarks", "accepted")
ADMISSION_STATES = ("pending", "admitted", "until", "refused", "withdrawn")
ROLES = ("team", "reserve", "personal", "guest")


class Delegation(SQLModel, table=True):
    """The application of one team."""

    __tablename__ = "delegation"
    __table_args__ = (CheckConstraint(one_of("state", DELEGATION_STATES), name="state"),)
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", unique=True)
    state: str = Field(default="draft", max_length=20)
    changed_at: datetime | None = Field(default=None, sa_type=Moment)


class Athlete(SQLModel, table=True):
    """A person in a delegation. `number` is his number within the Games: what facts and start lists know.

    Rank and `coach` are those of these Games: next year the same person may have others. `city`: his own, where the
    team is of several.
    """

    __tablename__ = "athlete"
    __table_args__ = (
        UniqueConstraint("games_id", "number"),
        UniqueConstraint("games_id", "person_id"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint(one_of("admission", ADMISSION_STATES), name="admission"),
    )
    id: int | None = Field(default=None, primary_key=True)
    games_id: int = Field(foreign_key="games.id")
    team_id: int = Field(foreign_key="team.id", index=True)
    person_id: int = Field(foreign_key="person.id")
    number: int
    rank: str = Field(default="", max_length=20)
    coach: str = Field(default="", max_length=200, sa_column_kwargs={"server_default": text("''")})
    city: str = Field(default="", max_length=60, sa_column_kwargs={"server_default": text("''")})
    admission: str = Field(default="pending", max_length=20)


class Entry(SQLModel, table=True):
    """An athlete entered into a contest: for the team, personally («лично»), or as a guest («в/к»)."""

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("athlete_id", "contest_id"),
        CheckConstraint(one_of("role", ROLES), name="role"),
    )
    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = Field(foreign_key="athlete.id")
    contest_id: int = Field(foreign_key="contest.id", index=True)
    role: str = Field(max_length=10)


class OfficialPerson(SQLModel, table=True):
    """Who comes with a delegation and does not compete. No fact names him: without this row nothing of him is left."""

    __tablename__ = "official_person"
    __table_args__ = (
        UniqueConstraint("team_id", "post", "search_key"),
        CheckConstraint(one_of("post", tuple(POSTS)), name="post"),
    )
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", index=True)
    post: str = Field(max_length=20)
    surname: str = Field(max_length=200)
    name: str = Field(max_length=200)
    patronymic: str = Field(default="", max_length=200)
    search_key: str = Field(max_length=620)
