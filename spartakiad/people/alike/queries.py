"""Reads of people who look alike: who is to be compared, who was told apart, where each took part."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy import select as sql_select
from sqlmodel import Session, and_, col, or_, select

from spartakiad.models.entries import Athlete
from spartakiad.models.games import Games, Team
from spartakiad.models.people import Apart, Person
from spartakiad.people.alike.near import Face, Somebody

_AT_ONCE = 1000  # people that one statement asks about


@dataclass(frozen=True, slots=True)
class Part:
    """A Games that somebody took part in, for which team, under which number."""

    games: str
    title: str
    team: str
    city: str
    number: int


def person_of(session: Session, public_id: str) -> Person | None:
    return session.exec(select(Person).where(col(Person.public_id) == public_id)).one_or_none()


def looking_like(session: Session, faces: Sequence[Face]) -> list[Somebody]:
    """Whoever was born on a day, has a name or a number of one of these: to be compared with them.

    Where these are more than a statement had better name, everybody is looked through.
    """
    columns = (getattr(Person, name) for name in Somebody._fields)
    query: Any = sql_select(*columns)  # the typed one takes four columns at most
    if len(faces) <= _AT_ONCE:
        return [Somebody._make(row) for row in session.exec(query.where(_near(faces)))]
    everybody = map(Somebody._make, session.exec(query.where(col(Person.surname) != "")))
    born, named = {one.key[1] for one in faces}, {one.key[0] for one in faces}
    numbered = {one.uin_gto for one in faces if one.uin_gto}
    return [one for one in everybody if one.born_on in born or one.search_key in named or one.uin_gto in numbered]


def near(
    session: Session, faces: Sequence[Face], also: Collection[int] = ()
) -> tuple[dict[int, Person], set[tuple[int, int]]]:
    """The same by their numbers, `also` these persons; and the pairs of theirs that were decided to be two people."""
    found: dict[int, Person] = {}
    decided: set[tuple[int, int]] = set()
    of_them = or_(col(Apart.one_id) == col(Person.id), col(Apart.other_id) == col(Person.id))
    for at in range(0, max(len(faces), 1), _AT_ONCE):
        wanted = or_(_near(faces[at : at + _AT_ONCE]), col(Person.id).in_(also))
        for person, apart in session.exec(select(Person, Apart).outerjoin(Apart, of_them).where(wanted)):
            found[person.id or 0] = person
            if apart:
                decided.add((apart.one_id, apart.other_id))
    return found, decided


def _near(faces: Sequence[Face]) -> ColumnElement[bool]:
    born = col(Person.born_on).in_({one.key[1] for one in faces})
    named = col(Person.search_key).in_({one.key[0] for one in faces})
    numbered = col(Person.uin_gto).in_({one.uin_gto for one in faces if one.uin_gto})
    return and_(col(Person.surname) != "", or_(born, named, numbered))


def apart_from(session: Session, persons: Collection[int]) -> set[tuple[int, int]]:
    """Pairs with one of these in them about which it was decided that they are two people."""
    query = select(Apart).where(or_(col(Apart.one_id).in_(persons), col(Apart.other_id).in_(persons)))
    return {(row.one_id, row.other_id) for row in session.exec(query)}


def parts_taken(session: Session, persons: Collection[int]) -> dict[int, list[Part]]:
    """In which Games each of these was, the newest first."""
    query = (
        select(Athlete, Team, Games)
        .join(Team, col(Team.id) == col(Athlete.team_id))
        .join(Games, col(Games.id) == col(Athlete.games_id))
        .where(col(Athlete.person_id).in_(persons))
        .order_by(col(Games.sort_key).desc())
    )
    found: dict[int, list[Part]] = {}
    for athlete, team, games in session.exec(query):
        part = Part(games.slug, games.title, team.title, athlete.city or team.city, athlete.number)
        found.setdefault(athlete.person_id, []).append(part)
    return found
