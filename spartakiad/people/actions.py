"""Verbs of people: register one, take and withdraw consents, note that personal data went out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from spartakiad.accounts.actions import new_token
from spartakiad.competition.decide.persons import ShowAthlete
from spartakiad.competition.desk import Desk
from spartakiad.competition.holders import holder
from spartakiad.competition.texts import PHRASE, free_text
from spartakiad.errors import Refusal
from spartakiad.models.people import CONSENTS, Consent, Person, PersonalExport
from spartakiad.people.forms import Clean
from spartakiad.people.names import is_minor
from spartakiad.people.published import close_files
from spartakiad.people.queries import has_consent, in_force, numbers_of, people_of, person_at
from spartakiad.store.commands import Answer
from spartakiad.words.dates import MOSCOW
from spartakiad.words.keys import sort_key

ITEMS: Mapping[str, str] = {
    "processing": "surname,name,patronymic,sex,birth_date,rank,coach,uin_gto,result",
    "publication": "surname,name,birth_year,rank,result",
}
OWN_HAND = "собственноручно"


@dataclass(frozen=True, slots=True)
class Paper:
    """What one athlete's paper allows; `signed_by`: who signed for a minor, "" where the person did."""

    athlete: str
    kinds: tuple[str, ...]
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class TakePapers:
    """All papers of a delegation in one act."""

    games: str
    team: str
    given_on: date
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Withdraw:
    """`athlete`: whoever has the number or, «27.1», had it; `kind`: which consent he took back."""

    games: str
    team: str
    athlete: str
    kind: str


@dataclass(frozen=True, slots=True)
class GiveConsent:
    """A person's own paper for publication, signed by `signed_by` (a parent for a minor)."""

    person: int
    signed_by: str
    given_on: date


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    person: int
    kind: str = "publication"


@dataclass(frozen=True, slots=True)
class NewExport:
    """`what`: the document, in the words of the person who will read the list."""

    games: str
    team: str
    what: str


def register(desk: Desk, clean: Clean) -> Person:
    """The person of this name and birth date if already known, else a new one; a number that was typed is kept."""
    person = person_at(desk.session, clean.key) or _new_person(desk, clean)
    keep_uin(desk, person, clean.uin_gto)
    return person


def keep_uin(desk: Desk, person: Person, uin: str) -> None:
    """Nothing typed takes nothing away. Raises Refusal uin_of_other."""
    if uin and uin != person.uin_gto:
        if desk.session.exec(select(Person).where(col(Person.uin_gto) == uin)).first() is not None:
            raise Refusal("uin_of_other", "uin_gto")
        person.uin_gto = uin
        desk.session.flush()


def _new_person(desk: Desk, clean: Clean) -> Person:
    key, born_on = clean.key
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


def take_papers(desk: Desk, wish: TakePapers) -> Answer:
    """Everybody's or nobody's; what was given already stays as it is. Raises Refusal parent_needed for a minor."""
    if wish.given_on > desk.at.astimezone(MOSCOW).date():
        raise Refusal("day_ahead", "given_on")
    people = people_of(desk.session, wish.games)
    given = 0
    for paper in wish.papers:
        person = people.get(paper.athlete)
        known = desk.state(wish.games).athletes.get(paper.athlete)
        if person is None or known is None or known.team != wish.team:
            raise Refusal("not_found")
        if known.erased:
            continue
        minor = is_minor(person.born_on, wish.given_on)
        signer = free_text(paper.signed_by, f"signer-{paper.athlete}", PHRASE)
        if minor and paper.kinds and not signer:
            raise Refusal("parent_needed", f"signer-{paper.athlete}", who=paper.athlete)
        for kind in paper.kinds:
            given += _give(desk, person, kind, signer if minor else OWN_HAND, wish.given_on, by_parent=minor)
    return {"given": given}


def withdraw(desk: Desk, wish: Withdraw) -> Answer:
    person = holder(desk.state(wish.games), wish.team, wish.athlete)
    if person is None:
        raise Refusal("not_found")
    if wish.kind not in CONSENTS:
        raise Refusal("bad_choice", "kind")
    return withdraw_consent(desk, WithdrawConsent(person, wish.kind))


def give_consent(desk: Desk, wish: GiveConsent) -> Answer:
    """Publication is allowed from now on; every Games of this person shows the name."""
    person = desk.session.get(Person, wish.person)
    if person is None:
        raise Refusal("not_found")
    _give(desk, person, "publication", wish.signed_by, wish.given_on)
    return {"shown": True}


def withdraw_consent(desk: Desk, wish: WithdrawConsent) -> Answer:
    """The name disappears from every public page and every published file at once; results stay under the number."""
    for consent in desk.session.exec(in_force(wish.person, wish.kind)):
        consent.withdrawn_at = desk.at
    if wish.kind == "publication":
        desk.session.flush()
        _show(desk, wish.person, shown=False)
        close_files(desk, wish.person)
    return {"shown": False}


def note_export(desk: Desk, wish: NewExport) -> Answer:
    desk.session.add(
        PersonalExport(
            actor=desk.by.id, device=desk.by.device, games=wish.games, team=wish.team, what=wish.what, at=desk.at
        )
    )
    return {}


def _give(desk: Desk, person: Person, kind: str, signed_by: str, on: date, *, by_parent: bool = False) -> int:
    """The next version of this consent, where none is in force; 1 if it was written."""
    if kind not in CONSENTS:
        raise Refusal("bad_choice", "kind")
    number = person.id or 0
    if has_consent(desk.session, number, kind):
        return 0
    mine = (col(Consent.person_id) == number, col(Consent.kind) == kind)
    earlier = desk.session.exec(select(Consent).where(*mine)).all()
    desk.session.add(
        Consent(
            person_id=number,
            kind=kind,
            version=len(earlier) + 1,
            items=ITEMS[kind],
            signed_by=signed_by,
            given_on=on,
            by_parent=by_parent,
            recorded_by=desk.by.id,
        )
    )
    desk.session.flush()
    if kind == "publication":
        _show(desk, number, shown=True)
    return 1


def _show(desk: Desk, person: int, shown: bool) -> None:
    for slug, number in numbers_of(desk.session, person):
        desk.carry_out(slug, ShowAthlete(str(number), shown))
