"""Athletes of a Games as its decisions know them: what stands about them in rows, beside the journal."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from spartakiad.competition.applicants import Applicant
from spartakiad.competition.decide.delegations import Enter
from spartakiad.competition.state import State
from spartakiad.models.entries import Athlete
from spartakiad.models.people import Person
from spartakiad.people.queries import athletes_in


def applicants(session: Session, state: State, games: str) -> dict[str, Applicant]:
    """By number."""
    rows = session.exec(athletes_in(games)).all()
    found = [applicant(state, athlete, person) for athlete, person in rows if str(athlete.number) in state.athletes]
    return {one.entrant: one for one in found}


def applicant(state: State, athlete: Athlete, person: Person) -> Applicant:
    number = str(athlete.number)
    known = (person.sex, person.born_on, athlete.rank, identifiers_had(person))
    return Applicant(number, state.athletes[number].team, *known)


@dataclass(frozen=True, slots=True)
class Wished:
    """What somebody is to be entered for: `part`, `category` as in Enter."""

    contest: str
    role: str
    part: str = ""
    category: str = ""


def entering(who: Applicant, wish: Wished, sexes: Mapping[str, str]) -> Enter:
    """`sexes` of everybody, by number."""
    own = (who.sex, wish.part, who.born_on, sexes, who.rank, wish.category)
    return Enter(wish.contest, who.entrant, who.team, wish.role, *own)


def identifiers_had(person: Person) -> tuple[str, ...]:
    """Which of the numbers that a regulation may ask for this person has."""
    return ("uin_gto",) if person.uin_gto else ()
