"""The union: its cities, the year's events, the ledger of the challenge cup, and where each fact is taken from."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint, false, text
from sqlmodel import Field, SQLModel

from spartakiad.models.base import Moment

# Columns called `sources` hold slugs of Source, parted by spaces; `quote` holds paragraphs of a source, one a line.

_EMPTY = {"server_default": text("''")}


class Source(SQLModel, table=True):
    """Where facts are taken from; `url` is empty for what is not on the web."""

    __tablename__ = "source"
    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=60, unique=True)
    title: str = Field(max_length=300)
    url: str = Field(default="", max_length=500)


class City(SQLModel, table=True):
    """A city with the cases that Russian sentences need: «команда города Вологды», «в Вологде»."""

    __tablename__ = "city"
    __table_args__ = (CheckConstraint("membership IN ('member', 'unknown')", name="membership"),)
    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=60, unique=True)
    title: str = Field(max_length=100)
    of_form: str = Field(max_length=100)
    in_form: str = Field(max_length=100)
    region: str = Field(default="", max_length=100)
    latitude: str = Field(default="", max_length=10)
    longitude: str = Field(default="", max_length=10)
    membership: str = Field(default="unknown", max_length=10)
    sort_key: str = Field(max_length=100)


class UnionFact(SQLModel, table=True):
    """A line about the union itself: its name, a person and the post (`note`), a section, a partner."""

    __tablename__ = "union_fact"
    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=60, unique=True)
    kind: str = Field(max_length=30)
    position: int
    value: str = Field(max_length=300)
    note: str = Field(default="", max_length=300)
    sources: str = Field(max_length=500)


class UnionEvent(SQLModel, table=True):
    """An event of the union's year. What is not known to its days has the span it lies in and says so.

    `precision`: its days are known, only its first day is, or all that is known are days, a month or a year around it;
    unknown: not even the year, and it stands in the calendar of the one it was written down in. `edition`: its number
    in the `series`. `mistaken`: written down by mistake, it stands in no list until a step says otherwise.
    `answers_by`, `summary_by`: of an information exchange. `found_by`: folded words that a search looks through.
    """

    __tablename__ = "union_event"
    __table_args__ = (
        CheckConstraint("precision IN ('days', 'first_day', 'within', 'month', 'year', 'unknown')", name="precision"),
        CheckConstraint("starts_on <= ends_on", name="dates"),
        CheckConstraint("state IN ('planned', 'held', 'moved', 'withdrawn', 'cancelled')", name="state"),
        CheckConstraint("people_precision IN ('exact', 'about', 'more')", name="people_precision"),
        CheckConstraint("cities_precision IN ('exact', 'about', 'more')", name="cities_precision"),
    )
    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=80, unique=True)
    title: str = Field(max_length=400)
    kind: str = Field(max_length=30)
    state: str = Field(default="held", max_length=20)
    starts_on: date = Field(index=True)
    ends_on: date
    precision: str = Field(max_length=10)
    host: str = Field(default="", max_length=60)
    host_inferred: bool = Field(default=False)
    form: str = Field(default="", max_length=20)
    section: str = Field(default="", max_length=60)
    games: str = Field(default="", max_length=60)
    occasion: str = Field(default="", max_length=300)
    theme: str = Field(default="", max_length=1000)
    audience: str = Field(default="", max_length=300)
    people: int | None = Field(default=None)
    people_precision: str = Field(default="exact", max_length=10)
    people_who: str = Field(default="", max_length=200)
    cities: int | None = Field(default=None)
    cities_precision: str = Field(default="exact", max_length=10)
    cities_who: str = Field(default="", max_length=200)
    note: str = Field(default="", max_length=1000)
    quote: str = Field(default="")
    sources: str = Field(default="", max_length=500)
    position: int = Field(default=0)
    version: int = Field(default=1)
    series: str = Field(default="", max_length=80, sa_column_kwargs=_EMPTY)
    edition: int | None = Field(default=None)
    place: str = Field(default="", max_length=200, sa_column_kwargs=_EMPTY)
    answers_by: date | None = Field(default=None)
    summary_by: date | None = Field(default=None)
    mistaken: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    found_by: str = Field(default="", sa_column_kwargs=_EMPTY)
    changed_at: datetime | None = Field(default=None, sa_type=Moment)


class EventSeries(SQLModel, table=True):
    """What is held again and again under one name; its editions are events."""

    __tablename__ = "event_series"
    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=80, unique=True)
    title: str = Field(max_length=400)


class EventStep(SQLModel, table=True):
    """What became of an event: planned, moved, left by its host, held or cancelled. Added to, never changed.

    `host`, `starts_on`, `ends_on` and `precision` are as they stood from this step on; `at` is None for what sources
    tell, `said_on` the day they name.
    """

    __tablename__ = "event_step"
    __table_args__ = (UniqueConstraint("event_id", "position"),)
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="union_event.id", index=True)
    position: int
    state: str = Field(max_length=20)
    host: str = Field(default="", max_length=60)
    starts_on: date | None = Field(default=None)
    ends_on: date | None = Field(default=None)
    precision: str = Field(default="", max_length=10)
    reason: str = Field(default="", max_length=500)
    said_on: date | None = Field(default=None)
    at: datetime | None = Field(default=None, sa_type=Moment)
    by: str = Field(default="", max_length=40)
    sources: str = Field(default="", max_length=500)


class EventCity(SQLModel, table=True):
    """A city named as taking part in an event, perhaps by video, perhaps with a report of its own.

    `outside`: it is said not to belong to the union. At an information exchange it is a city that answered.
    """

    __tablename__ = "event_city"
    __table_args__ = (UniqueConstraint("event_id", "city"),)
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="union_event.id", index=True)
    position: int
    city: str = Field(max_length=60)
    online: bool = Field(default=False)
    speaking: bool = Field(default=False)
    outside: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class EventPerson(SQLModel, table=True):
    """A person named in the account of an event; `post` in the words of the source."""

    __tablename__ = "event_person"
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="union_event.id", index=True)
    position: int
    name: str = Field(max_length=200)
    role: str = Field(max_length=30)
    post: str = Field(default="", max_length=300)
    city: str = Field(default="", max_length=60)


class EventLine(SQLModel, table=True):
    """A line of an event: a topic, an organiser, a district, an expert, or what came out of it.

    `city` and `games`: of a decision on who receives which Games.
    """

    __tablename__ = "event_line"
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="union_event.id", index=True)
    position: int
    kind: str = Field(max_length=30)
    text: str = Field(max_length=1000)
    games: str = Field(default="", max_length=60)
    city: str = Field(default="", max_length=60, sa_column_kwargs=_EMPTY)


class CupHolding(SQLModel, table=True):
    """A line of the cup's ledger, keyed by Games: who received it, by which document, on whose word.

    `number`: where the journal of the Games stood when the line was written; 0 for what sources tell.
    """

    __tablename__ = "cup_holding"
    __table_args__ = (
        UniqueConstraint("games", "revision"),
        CheckConstraint("state IN ('confirmed', 'handed_over', 'unknown', 'revised')", name="state"),
    )
    id: int | None = Field(default=None, primary_key=True)
    games: str = Field(max_length=60)
    revision: int = Field(default=1)
    number: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    city: str = Field(default="", max_length=60)
    state: str = Field(max_length=20)
    chair: str = Field(default="", max_length=200)
    document: str = Field(default="", max_length=300)
    at: datetime | None = Field(default=None, sa_type=Moment)
    quote: str = Field(default="")
    sources: str = Field(default="", max_length=500)
