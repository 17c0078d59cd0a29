"""Verbs of what belongs to an event: cities that came, people and lines, decisions of a section."""

from dataclasses import dataclass

from sqlmodel import col, delete, select
from sqlmodel.sql.expression import SelectOfScalar

from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.models.union import EventCity, EventLine, EventPerson, UnionEvent
from spartakiad.store.commands import Answer
from spartakiad.union.hosting import Hosting, planned
from spartakiad.union.keeping import changed, changing
from spartakiad.union.typed_events import LINES

DECIDED = ("decision", "intention")


@dataclass(frozen=True, slots=True)
class NamedCities:
    """`cities`: slug, one of PRESENT, whether it spoke."""

    slug: str
    version: int
    cities: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class ToldLines:
    """`lines`: kind and text; `people`: role, name, post, city. They take the place of what was told before."""

    slug: str
    version: int
    lines: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class NewDecision:
    """`city`, `season`, `numeral` and `year`: of a decision on who receives which Games; "" and 0 of any other."""

    slug: str
    version: int
    kind: str
    text: str
    city: str = ""
    season: str = ""
    numeral: str = ""
    year: int = 0


def name_cities(desk: Desk, named: NamedCities) -> Answer:
    """Those that are ticked, in the order of the alphabet; of an information exchange, those that answered."""
    row = changing(desk, named.slug, named.version)
    desk.session.exec(delete(EventCity).where(col(EventCity.event_id) == row.id))
    for position, (city, how, spoke) in enumerate(named.cities, start=1):
        told = {"online": how == "online", "outside": how == "outside", "speaking": spoke}
        desk.session.add(EventCity(event_id=row.id or 0, position=position, city=city, **told))
    return changed(desk, row)


def tell_lines(desk: Desk, told: ToldLines) -> Answer:
    """Decisions, intentions and awards of Games stay as they are."""
    row = changing(desk, told.slug, told.version)
    own = (col(EventLine.event_id) == row.id, col(EventLine.kind).in_(LINES), col(EventLine.games) == "")
    desk.session.exec(delete(EventLine).where(*own))
    desk.session.exec(delete(EventPerson).where(col(EventPerson.event_id) == row.id))
    for position, (kind, text) in enumerate(told.lines, start=1):
        desk.session.add(EventLine(event_id=row.id or 0, position=position, kind=kind, text=text))
    for position, (role, name, post, city) in enumerate(told.people, start=1):
        desk.session.add(
            EventPerson(event_id=row.id or 0, position=position, role=role, name=name, post=post, city=city)
        )
    return changed(desk, row)


@dataclass(frozen=True, slots=True)
class WrongDecision:
    """One that was written down by mistake, by its own words."""

    slug: str
    version: int
    text: str


def drop_decision(desk: Desk, wrong: WrongDecision) -> Answer:
    """What it planned stays in the calendar until somebody says what became of it."""
    row = changing(desk, wrong.slug, wrong.version)
    line = desk.session.exec(_decided(row, wrong.text)).first()
    if line is None:
        raise Refusal("not_found")
    desk.session.delete(line)
    return changed(desk, row)


def add_decision(desk: Desk, new: NewDecision) -> Answer:
    """One on who receives a Games puts that Games into the calendar as planned. Raises Refusal as it is not said."""
    row = changing(desk, new.slug, new.version)
    if desk.session.exec(_decided(row, new.text)).first() is not None:
        raise Refusal("already_so", "decision")
    hosting = bool(new.city or new.season or new.year or new.numeral)
    games = planned(desk, Hosting(new.city, new.season, new.numeral, new.year, new.text)) if hosting else ""
    many = select(EventLine).where(col(EventLine.event_id) == row.id)
    last = max((line.position for line in desk.session.exec(many)), default=0)
    desk.session.add(
        EventLine(event_id=row.id or 0, position=last + 1, kind=new.kind, text=new.text, games=games, city=new.city)
    )
    return changed(desk, row)


def _decided(row: UnionEvent, text: str) -> SelectOfScalar[EventLine]:
    own = (col(EventLine.event_id) == row.id, col(EventLine.kind).in_(DECIDED), col(EventLine.text) == text)
    return select(EventLine).where(*own).order_by(col(EventLine.position))
