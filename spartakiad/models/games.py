"""Games and their programme: Contest → Part → Stage → Unit → Start, teams and venues."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from spartakiad.models.base import Moment, one_of

GAMES_STATES = ("draft", "entries_open", "entries_closed", "under_way", "closed", "moved", "cancelled", "host_withdrew")


class Games(SQLModel, table=True):
    """One Spartakiad. Past ones known from sources have records beside them instead of a journal."""

    __tablename__ = "games"
    __table_args__ = (
        CheckConstraint("season IN ('winter', 'summer', 'winter_sports')", name="season"),
        CheckConstraint(one_of("state", GAMES_STATES), name="state"),
        CheckConstraint("ends_on IS NULL OR starts_on <= ends_on", name="dates"),
    )
    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=60, unique=True)
    title: str = Field(max_length=200)
    season: str = Field(max_length=20)
    numeral: str = Field(default="", max_length=10)
    numeral_inferred: bool = Field(default=False)
    year: int | None = Field(default=None)
    year_inferred: bool = Field(default=False)
    host: str = Field(default="", max_length=60)
    starts_on: date | None = Field(default=None)
    ends_on: date | None = Field(default=None)
    dates_note: str = Field(default="", max_length=200)
    state: str = Field(max_length=20)
    state_reason: str = Field(default="", max_length=1000)
    demo: bool = Field(default=False)
    sort_key: str = Field(max_length=40)


class GamesRecord(SQLModel, table=True):
    """One recorded fact of a past Games with its sources (slugs parted by spaces); `kind` says how the rest is read.

    sources, dates, other_dates, co_host, inferred, note · team (label: which account) · figure (label: of what, value:
    exact, about, more) · overall (value: the total) · place (label: the contest) · medals (label: gold, silver,
    bronze) · programme (label: complete, partial, outside) · venue (label: the town, where it is another) · withdrawal
    (label: the reason, value: the quotation).
    """

    __tablename__ = "games_record"
    id: int | None = Field(default=None, primary_key=True)
    games_id: int = Field(foreign_key="games.id", index=True)
    kind: str = Field(max_length=30)
    position: int
    city: str = Field(default="", max_length=60)
    label: str = Field(default="", max_length=300)
    number: int | None = Field(default=None)
    value: str = Field(default="", max_length=1000)
    sources: str = Field(default="", max_length=500)


class Team(SQLModel, table=True):
    """A team of a Games: usually one of a city; a city may send two, and guests come from outside the union."""

    __tablename__ = "team"
    __table_args__ = (UniqueConstraint("games_id", "slug"),)
    id: int | None = Field(default=None, primary_key=True)
    games_id: int = Field(foreign_key="games.id")
    slug: str = Field(max_length=60)
    title: str = Field(max_length=200)
    city: str = Field(max_length=60)
    sort_key: str = Field(max_length=200)


class Venue(SQLModel, table=True):
    """Where a contest is held, perhaps in another town."""

    __tablename__ = "venue"
    __table_args__ = (UniqueConstraint("games_id", "slug"),)
    id: int | None = Field(default=None, primary_key=True)
    games_id: int = Field(foreign_key="games.id")
    slug: str = Field(max_length=60)
    title: str = Field(max_length=200)
    town: str = Field(default="", max_length=60)
    address: str = Field(default="", max_length=300)


class Contest(SQLModel, table=True):
    """A scoring line of the programme (вид программы)."""

    __tablename__ = "contest"
    __table_args__ = (UniqueConstraint("games_id", "slug"),)
    id: int | None = Field(default=None, primary_key=True)
    games_id: int = Field(foreign_key="games.id")
    slug: str = Field(max_length=60)
    title: str = Field(max_length=200)
    position: int
    outside: bool = Field(default=False)


class Part(SQLModel, table=True):
    """A distance or group inside a contest; every contest has at least one."""

    __tablename__ = "part"
    __table_args__ = (UniqueConstraint("contest_id", "slug"),)
    id: int | None = Field(default=None, primary_key=True)
    contest_id: int = Field(foreign_key="contest.id")
    slug: str = Field(max_length=60)
    title: str = Field(max_length=200)
    position: int


class Stage(SQLModel, table=True):
    """A preliminary round, a final."""

    __tablename__ = "stage"
    __table_args__ = (UniqueConstraint("part_id", "slug"),)
    id: int | None = Field(default=None, primary_key=True)
    part_id: int = Field(foreign_key="part.id")
    slug: str = Field(max_length=60)
    format: str = Field(max_length=30)
    position: int


class Unit(SQLModel, table=True):
    """A start, a heat, a match: what stands in the timetable."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("stage_id", "slug"),)
    id: int | None = Field(default=None, primary_key=True)
    stage_id: int = Field(foreign_key="stage.id")
    slug: str = Field(max_length=60)
    title: str = Field(default="", max_length=200)
    venue_id: int | None = Field(default=None, foreign_key="venue.id")
    starts_at: datetime | None = Field(default=None, sa_type=Moment)
    position: int


class Start(SQLModel, table=True):
    """A line of a start list: who, with which bib, in which order. `entrant`: an athlete's number or a team's slug."""

    __tablename__ = "start"
    __table_args__ = (UniqueConstraint("unit_id", "entrant"), UniqueConstraint("unit_id", "position"))
    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id")
    entrant: str = Field(max_length=60)
    bib: str = Field(max_length=10)
    position: int
