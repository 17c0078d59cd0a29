"""Reads of people: names by their numbers in a Games."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from spartakiad.models.entries import Athlete
from spartakiad.models.games import Games
from spartakiad.models.people import Person
from spartakiad.people.names import PersonName


def names_of(session: Session, games: str, numbers: Iterable[str] | None = None) -> dict[str, PersonName]:
    """Names by athletes' numbers: of a whole Games, or only of these numbers. An erased person is missing."""
    query = (
        select(Athlete, Person)
        .join(Person, col(Person.id) == col(Athlete.person_id))
        .join(Games, col(Games.id) == col(Athlete.games_id))
        .where(col(Games.slug) == games)
    )
    if numbers is not None:
        query = query.where(col(Athlete.number).in_([int(number) for number in numbers]))
    return {str(athlete.number): _name(athlete, person) for athlete, person in session.exec(query)}


def _name(athlete: Athlete, person: Person) -> PersonName:
    return PersonName(person.surname, person.name, person.patronymic, person.born_on.year, athlete.rank)
