"""Reads of people: names by their numbers in a Games, consents in force, who took personal data out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select as columns
from sqlmodel import Session, and_, col, or_, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from spartakiad.intake.columns import Cells
from spartakiad.models.entries import Athlete, OfficialPerson
from spartakiad.models.games import Games, Team
from spartakiad.models.people import Consent, Person, PersonalExport
from spartakiad.people.forms import Key
from spartakiad.people.names import PersonName, is_minor
from spartakiad.words.officials import POSTS, post_words


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """`post_words`: what he comes as."""

    id: int
    full: str
    post_words: str


_AT_ONCE = 1000  # people that one statement asks about


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A person with the consents in force, by kind, and whether a parent has to sign for him on that day.

    `number`: an athlete's, or «27.1» of whoever had № 27 and is in the application no longer.
    """

    number: str
    name: str
    minor: bool
    given: Mapping[str, Consent]


@dataclass(frozen=True, slots=True)
class ExportRow:
    actor: str
    team: str
    what: str
    at: datetime


def athletes_in(games: str, numbers: Iterable[str] | None = None) -> Select[Athlete, Person]:
    """Who takes part in a Games, or only those of these numbers."""
    query = (
        select(Athlete, Person)
        .join(Person, col(Person.id) == col(Athlete.person_id))
        .join(Games, col(Games.id) == col(Athlete.games_id))
        .where(col(Games.slug) == games)
    )
    return query if numbers is None else query.where(col(Athlete.number).in_([int(number) for number in numbers]))


def names_of(session: Session, games: str, numbers: Iterable[str] | None = None) -> dict[str, PersonName]:
    """Names by athletes' numbers: of a whole Games, or only of these numbers. An erased person is missing."""
    found = session.exec(athletes_in(games, numbers))
    return {str(athlete.number): _name(athlete, person) for athlete, person in found if person.surname}


def names_of_persons(session: Session, persons: Mapping[str, tuple[int, str]]) -> dict[str, PersonName]:
    """Names by athletes' numbers, where it is said which person had the number, of which rank; as in names_of."""
    wanted = {person for person, _ in persons.values()}
    named = columns(  # not persons: each page of a contest asks, and as objects they take most of its time
        col(Person.id), col(Person.surname), col(Person.name), col(Person.patronymic), col(Person.born_on)
    )
    found = session.connection().execute(named.where(col(Person.id).in_(wanted), col(Person.surname) != ""))
    rows = {person: (surname, name, patronymic, born.year) for person, surname, name, patronymic, born in found}
    return {number: PersonName(*rows[person], rank) for number, (person, rank) in persons.items() if person in rows}


def _name(athlete: Athlete, person: Person) -> PersonName:
    return _called(person, athlete.rank)


def _called(person: Person, rank: str) -> PersonName:
    return PersonName(person.surname, person.name, person.patronymic, person.born_on.year, rank)


def consents_of(session: Session, holders: Mapping[str, int], on: date) -> list[ConsentRow]:
    """Persons by their numbers, with what each has given; whoever was erased is missing."""
    wanted = list(holders.values())
    known = {one.id: one for one in session.exec(select(Person).where(col(Person.id).in_(wanted))) if one.surname}
    people = {number: known[person] for number, person in holders.items() if person in known}
    rows = session.exec(select(Consent).where(col(Consent.person_id).in_(wanted), col(Consent.withdrawn_at).is_(None)))
    given: dict[int, dict[str, Consent]] = {}
    for row in rows:
        given.setdefault(row.person_id, {})[row.kind] = row
    return [
        ConsentRow(number, f"{one.surname} {one.name}", is_minor(one.born_on, on), given.get(one.id or 0, {}))
        for number, one in sorted(people.items(), key=lambda found: [int(part) for part in found[0].split(".")])
    ]


def people_of(session: Session, games: str) -> dict[str, Person]:
    """By athletes' numbers."""
    return {str(athlete.number): person for athlete, person in session.exec(athletes_in(games))}


def has_consent(session: Session, person: int, kind: str = "publication") -> bool:
    return session.exec(in_force(person, kind)).first() is not None


def in_force(person: int, kind: str) -> SelectOfScalar[Consent]:
    mine = (col(Consent.person_id) == person, col(Consent.kind) == kind)
    return select(Consent).where(*mine, col(Consent.withdrawn_at).is_(None))


def agreed(session: Session, numbers: Collection[int]) -> set[int]:
    """Whose names may be published now, of these persons."""
    mine = (col(Consent.person_id).in_(numbers), col(Consent.kind) == "publication")
    return set(session.exec(select(col(Consent.person_id)).where(*mine, col(Consent.withdrawn_at).is_(None))))


def numbers_of(session: Session, person: int) -> list[tuple[str, int]]:
    """Every Games that the person takes part in, with the number there."""
    query = select(Athlete, Games).join(Games, col(Games.id) == col(Athlete.games_id))
    found = session.exec(query.where(col(Athlete.person_id) == person))
    return [(games.slug, athlete.number) for athlete, games in found]


def athlete_rows(session: Session, person: int) -> list[Athlete]:
    """Of a person in every Games."""
    return list(session.exec(select(Athlete).where(col(Athlete.person_id) == person)))


def papers_of(session: Session, person: int) -> list[Consent]:
    """Every consent there ever was, also those that were withdrawn."""
    return list(session.exec(select(Consent).where(col(Consent.person_id) == person)))


def surnames_of(session: Session, persons: Collection[int]) -> set[str]:
    return set(session.exec(select(col(Person.surname)).where(col(Person.id).in_(persons)))) - {""}


def person_at(session: Session, key: Key) -> Person | None:
    """Of this name and birth date."""
    query = select(Person).where(col(Person.search_key) == key[0], col(Person.born_on) == key[1])
    return session.exec(query).first()


def exports_of(session: Session, games: str, most: int = 500) -> list[ExportRow]:
    """The newest first."""
    query = select(PersonalExport).where(col(PersonalExport.games) == games)
    rows = session.exec(query.order_by(col(PersonalExport.id).desc()).limit(most))
    return [ExportRow(row.actor, row.team, row.what, row.at) for row in rows]


def uins_of(session: Session, keys: Sequence[Key], uins: Sequence[str]) -> dict[Key, str]:
    """УИН ГТО by `Clean.key`: of these people, and of whoever has one of these numbers.

    Of everybody who has one, where these are more than a statement had better name.
    """
    query = select(col(Person.search_key), col(Person.born_on), col(Person.uin_gto)).where(
        col(Person.uin_gto).is_not(None)
    )
    if len(keys) <= _AT_ONCE:
        theirs = col(Person.search_key).in_([key for key, _ in keys])
        query = query.where(or_(theirs, col(Person.uin_gto).in_(uins)))
    return {(key, born_on): uin for key, born_on, uin in session.exec(query) if uin}


def officials_of(session: Session, games: str, team: str) -> list[OfficialPerson]:
    """Of a delegation, by posts in their order, then by names."""
    query = (
        select(OfficialPerson)
        .join(Team, col(Team.id) == col(OfficialPerson.team_id))
        .join(Games, col(Games.id) == col(Team.games_id))
        .where(col(Games.slug) == games, col(Team.slug) == team)
    )
    return _by_posts(session.exec(query))


def _by_posts(officials: Iterable[OfficialPerson]) -> list[OfficialPerson]:
    order = list(POSTS)
    return sorted(officials, key=lambda one: (order.index(one.post), one.search_key))


def official_rows(session: Session, games: str, team: str) -> list[OfficialRow]:
    found = officials_of(session, games, team)
    return [
        OfficialRow(one.id or 0, " ".join(filter(None, (one.surname, one.name, one.patronymic))), post_words(one.post))
        for one in found
    ]


def former_people(session: Session, games: str, city: str) -> list[Cells]:
    """Whoever was in a delegation of this city at the latest other Games that had one, as he was typed then.

    Officials who came along follow the athletes; those of a joint team are of no known city, so no city is offered
    them. Invented people are offered to invented Games only.
    """
    invented = select(col(Games.demo)).where(col(Games.slug) == games).scalar_subquery()
    query = (
        select(Athlete, Person, Games)
        .join(Person, col(Person.id) == col(Athlete.person_id))
        .join(Team, col(Team.id) == col(Athlete.team_id))
        .join(Games, col(Games.id) == col(Athlete.games_id))
        .where(col(Games.slug) != games, col(Games.demo) == invented)
        .where(or_(col(Athlete.city) == city, and_(col(Athlete.city) == "", col(Team.city) == city)))
        .where(col(Person.surname) != "")
        .order_by(col(Games.starts_on).desc(), col(Games.id).desc(), col(Person.sort_key))
    )
    found = list(session.exec(query))
    latest = [one for one in found if one[2].id == found[0][2].id]
    teams = {athlete.team_id for athlete, _, _ in latest if not athlete.city}
    officials = session.exec(select(OfficialPerson).where(col(OfficialPerson.team_id).in_(teams)))
    athletes = [_typed(athlete, person) for athlete, person, _ in latest]
    return [*athletes, *(_typed_official(one) for one in _by_posts(officials))]


def _typed_official(one: OfficialPerson) -> Cells:
    return Cells(one.surname, one.name, one.patronymic, "", "", "", post=post_words(one.post))


def _typed(athlete: Athlete, person: Person) -> Cells:
    sex, born = {"f": "ж", "m": "м"}[person.sex], f"{person.born_on:%d.%m.%Y}"
    name = (person.surname, person.name, person.patronymic)
    return Cells(*name, sex, born, athlete.rank, athlete.coach, person.uin_gto or "")


def full_names(session: Session, persons: Iterable[int]) -> dict[int, str]:
    """Of persons by their numbers; whoever was erased has none."""
    rows = session.exec(select(Person).where(col(Person.id).in_(list(persons))))
    named = {row.id or 0: full_name(row) for row in rows}
    return {number: name for number, name in named.items() if name}


def full_name(person: Person) -> str:
    """ "" of whoever was erased."""
    return " ".join(filter(None, (person.surname, person.name, person.patronymic)))
