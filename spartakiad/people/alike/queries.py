"""Reads of people who look alike: who is to be compared, who was told apart, where each took part."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, or_, select

from spartakiad.models.entries import Athlete
from spartakiad.models.games import Games, Team
from spartakiad.models.people import Apart, Person
from spartakiad.people.alike.near import Face

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


def looking_like(session: Session, faces: Sequence[Face]) -> list[Person]:
    """Whoever was born on a day, has a name or a number of one of these: to be compared with them."""
    found: dict[int, Person] = {}
    for at in range(0, len(faces), _AT_ONCE):
        some = faces[at : at + _AT_ONCE]
        born = col(Person.born_on).in_({one.key[1] for one in some})
        named = col(Person.search_key).in_({one.key[0] for one in some})
        numbered = col(Person.uin_gto).in_({one.uin_gto for one in some if one.uin_gto})
        query = select(Person).where(col(Person.surname) != "", or_(born, named, numbered))
        found |= {one.id or 0: one for one in session.exec(query)}
    return list(found.values())


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
