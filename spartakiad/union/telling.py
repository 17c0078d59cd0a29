"""Verbs of what belongs to an event: cities that came, people and lines, decisions of a section."""

from dataclasses import dataclass

from sqlmodel import col, delete, select

from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.models.union import City, EventCity, EventLine, EventPerson, UnionEvent
from spartakiad.store.commands import Answer
from spartakiad.union.keeping import add_event, changed, changing
from spartakiad.union.typed_events import LINES, NewEvent
from spartakiad.union.typed_when import LEAST, MOST, understand_when
from spartakiad.words.union import SEASONS, games_title

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


def add_decision(desk: Desk, new: NewDecision) -> Answer:
    """One on who receives a Games puts that Games into the calendar as planned. Raises Refusal as it is not said."""
    row = changing(desk, new.slug, new.version)
    hosting = bool(new.city or new.season or new.year or new.numeral)
    games = _planned(desk, new) if hosting else ""
    many = select(EventLine).where(col(EventLine.event_id) == row.id)
    last = max((line.position for line in desk.session.exec(many)), default=0)
    desk.session.add(
        EventLine(event_id=row.id or 0, position=last + 1, kind=new.kind, text=new.text, games=games, city=new.city)
    )
    return changed(desk, row)


def _planned(desk: Desk, new: NewDecision) -> str:
    """The Games that is decided on; a planned one of that season and year is there once."""
    for field, said in (("decided_city", new.city), ("season", new.season), ("decided_year", new.year)):
        if not said:
            raise Refusal("choice_needed" if field != "decided_year" else "required", field)
    if not LEAST <= new.year <= MOST:
        raise Refusal("out_of_bounds", "decided_year", least=LEAST, most=MOST)
    games = f"{new.season.replace('_', '-')}-{new.year}"
    known = select(UnionEvent).where(col(UnionEvent.games) == games, col(UnionEvent.kind) == "spartakiad")
    if desk.session.exec(known).first():
        return games
    if desk.session.exec(select(City).where(col(City.slug) == new.city)).one_or_none() is None:
        raise Refusal("bad_choice", "decided_city")
    title = games_title(new.numeral, new.season)
    when = understand_when(str(new.year), "decided_year")
    made = add_event(desk, NewEvent("spartakiad", title, "", when, new.city, "in_person", "", None))
    event = desk.session.exec(select(UnionEvent).where(col(UnionEvent.slug) == made["event"])).one()
    event.games, event.series = games, f"{new.season.replace('_', '-')}-spartakiad" if new.season in SEASONS else ""
    return games
