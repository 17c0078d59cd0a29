"""A decision on who receives a Games: it stands in the calendar as planned, once for a season and year."""

import re
from dataclasses import dataclass

from sqlmodel import col, select

from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.games.making import Plan, plan
from spartakiad.models.games import Games
from spartakiad.models.union import City, UnionEvent
from spartakiad.store.commands import Answer
from spartakiad.union.keeping import add_event, changed, step_event
from spartakiad.union.typed_events import NewEvent, Stepped
from spartakiad.union.typed_when import LEAST, MOST, understand_when
from spartakiad.words.union import SEASONS, games_title

_ROMAN = re.compile(r"(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})", re.ASCII)
_LEFT = ("withdrawn", "cancelled")


@dataclass(frozen=True, slots=True)
class Hosting:
    """`numeral`: «XXI» or ""; `text`: of the decision."""

    city: str
    season: str
    numeral: str
    year: int
    text: str


@dataclass(frozen=True, slots=True)
class OfEvent:
    """A Games that is prepared; `event`: of the calendar, that it is."""

    plan: Plan
    event: str


def make_of_event(desk: Desk, wish: OfEvent) -> Answer:
    """The Games, and in the calendar its event leads to it."""
    made = plan(desk, wish.plan)
    row = desk.session.exec(select(UnionEvent).where(col(UnionEvent.slug) == wish.event)).one_or_none()
    if row is not None and row.kind == "spartakiad":
        row.games = str(made["games"])
        changed(desk, row)
    return made


def planned(desk: Desk, new: Hosting) -> str:
    """The Games that is decided on. Raises Refusal at the field that is wanting, or host_decided where it is decided
    otherwise and nobody said that the city withdrew."""
    title = _checked(desk, new)
    games = f"{new.season.replace('_', '-')}-{new.year}"
    known = select(UnionEvent).where(col(UnionEvent.games) == games, col(UnionEvent.kind) == "spartakiad")
    row = desk.session.exec(known).first()
    if row is None:
        _add(desk, new, title, games)
    elif row.state in _LEFT or not row.host:
        step = Stepped(row.slug, row.version, "planned", None, new.city, new.text[:500], None)
        step_event(desk, step)
    elif row.host != new.city:
        host = desk.session.exec(select(City.title).where(col(City.slug) == row.host)).first()
        raise Refusal("host_decided", "decided_city", host=host or row.host)
    if row is not None and new.numeral and row.state != "held" and row.title != title:
        row.title = title
        changed(desk, row)
    return games


def _checked(desk: Desk, new: Hosting) -> str:
    """The title of the Games."""
    for field, said in (("decided_city", new.city), ("season", new.season), ("decided_year", new.year)):
        if not said:
            raise Refusal("choice_needed" if field != "decided_year" else "required", field)
    if not LEAST <= new.year <= MOST:
        raise Refusal("out_of_bounds", "decided_year", least=LEAST, most=MOST)
    if new.numeral and not _ROMAN.fullmatch(new.numeral):
        raise Refusal("bad_numeral", "numeral")
    if desk.session.exec(select(City).where(col(City.slug) == new.city)).one_or_none() is None:
        raise Refusal("bad_choice", "decided_city")
    own = (col(Games.season) == new.season, col(Games.numeral) == new.numeral, col(Games.year) != new.year)
    held = desk.session.exec(select(Games).where(*own)).first() if new.numeral else None
    if held is not None:
        raise Refusal("numeral_taken", "numeral", numeral=new.numeral, games=f"{held.year or 'год неизвестен'}")
    return games_title(new.numeral, new.season)


def _add(desk: Desk, new: Hosting, title: str, games: str) -> None:
    when = understand_when(str(new.year), "decided_year")
    made = add_event(desk, NewEvent("spartakiad", title, "", when, new.city, "in_person", "", None, state="planned"))
    event = desk.session.exec(select(UnionEvent).where(col(UnionEvent.slug) == made["event"])).one()
    event.games, event.series = games, f"{new.season.replace('_', '-')}-spartakiad" if new.season in SEASONS else ""
