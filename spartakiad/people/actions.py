"""Verbs of people: register a person, record a consent."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from spartakiad.accounts.actions import new_token
from spartakiad.competition.decide.delegations import ShowAthlete
from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.models.entries import Athlete
from spartakiad.models.games import Games
from spartakiad.models.people import Consent, Person
from spartakiad.people.forms import Clean
from spartakiad.store.commands import Answer
from spartakiad.words.keys import sort_key

ITEMS = "surname,name,birth_year,rank,result"


@dataclass(frozen=True, slots=True)
class GiveConsent:
    """A person's own paper, signed by `signed_by` (a parent for a minor)."""

    person: int
    signed_by: str
    given_on: date


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    person: int


def register(desk: Desk, clean: Clean) -> Person:
    """The person of this name and birth date if already known, else a new one."""
    key, born_on = clean.key
    query = select(Person).where(col(Person.search_key) == key, col(Person.born_on) == born_on)
    known = desk.session.exec(query).first()
    if known is not None:
        return known
    person = Person(
        public_id=new_token(),
        surname=clean.surname,
        name=clean.name,
        patronymic=clean.patronymic,
        sex=clean.sex,
        born_on=born_on,
        sort_key=sort_key(f"{clean.surname} {clean.name} {clean.patronymic}"),
        search_key=key,
    )
    desk.session.add(person)
    desk.session.flush()
    return person


def has_consent(desk: Desk, person: int) -> bool:
    query = select(Consent).where(col(Consent.person_id) == person, col(Consent.withdrawn_at).is_(None))
    return desk.session.exec(query).first() is not None


def give_consent(desk: Desk, wish: GiveConsent) -> Answer:
    """Publication is allowed from now on; every Games of this person shows the name."""
    if desk.session.get(Person, wish.person) is None:
        raise Refusal("not_found")
    if has_consent(desk, wish.person):
        return {"shown": True}
    earlier = desk.session.exec(select(Consent).where(col(Consent.person_id) == wish.person)).all()
    desk.session.add(
        Consent(
            person_id=wish.person,
            kind="publication",
            version=len(earlier) + 1,
            items=ITEMS,
            signed_by=wish.signed_by,
            given_on=wish.given_on,
        )
    )
    _show(desk, wish.person, shown=True)
    return {"shown": True}


def withdraw_consent(desk: Desk, wish: WithdrawConsent) -> Answer:
    """The name disappears from every public page at once; results stay under the number."""
    query = select(Consent).where(col(Consent.person_id) == wish.person, col(Consent.withdrawn_at).is_(None))
    for consent in desk.session.exec(query):
        consent.withdrawn_at = desk.at
    _show(desk, wish.person, shown=False)
    return {"shown": False}


def _show(desk: Desk, person: int, shown: bool) -> None:
    query = select(Athlete, Games).join(Games, col(Games.id) == col(Athlete.games_id))
    for athlete, games in desk.session.exec(query.where(col(Athlete.person_id) == person)):
        desk.carry_out(games.slug, ShowAthlete(str(athlete.number), shown))
