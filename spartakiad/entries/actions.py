"""Verbs of applications. Each input names the team the door has already found to be the caller's own."""

from dataclasses import asdict, dataclass, replace

from sqlmodel import col, select

from spartakiad.competition.applicants import Applicant
from spartakiad.competition.applied import Entry
from spartakiad.competition.decide.delegations import (
    JoinAthlete,
    SubmitDelegation,
    TakeOut,
    WithdrawEntry,
)
from spartakiad.competition.decide.expiries import DatePaper
from spartakiad.competition.decide.officials import DropOfficial, JoinOfficial
from spartakiad.competition.decide.persons import CorrectAthlete
from spartakiad.competition.desk import Desk
from spartakiad.competition.papers_required import meant
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.models.entries import Athlete, OfficialPerson
from spartakiad.models.games import Games, Team
from spartakiad.models.people import Person
from spartakiad.people.alike.actions import PLAIN, Identity, identified
from spartakiad.people.applicants import Wished, applicants, entering, identifiers_had
from spartakiad.people.forms import Clean, Official
from spartakiad.people.queries import has_consent, officials_of
from spartakiad.store.commands import Answer
from spartakiad.words.keys import search_key


@dataclass(frozen=True, slots=True)
class NewAthletes:
    """Everybody or nobody. `skip_listed`: whoever is in this application already is not refused, but corrected.

    `entries`: of each of them what he enters, where it is known already.
    `identities`: of each of them, what was said of those who look like him. `cities`: of a joint team, where each is
    from.
    """

    games: str
    team: str
    people: tuple[Clean, ...]
    skip_listed: bool = False
    entries: tuple[tuple[Wished, ...], ...] = ()
    officials: tuple[Official, ...] = ()
    identities: tuple[Identity, ...] = ()
    cities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewOfficials:
    games: str
    team: str
    people: tuple[Official, ...]


@dataclass(frozen=True, slots=True)
class OneOfficial:
    games: str
    team: str
    official: int


@dataclass(frozen=True, slots=True)
class EntryChange:
    """`role` "" withdraws the entry. `entrant`: an athlete's number, or the team's slug where teams compete.

    `part`, `category` as in Enter.
    """

    entrant: str
    contest: str
    role: str
    part: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class ChangeEntries:
    games: str
    team: str
    changes: tuple[EntryChange, ...]


@dataclass(frozen=True, slots=True)
class OneTeam:
    games: str
    team: str


@dataclass(frozen=True, slots=True)
class OneAthlete:
    games: str
    team: str
    athlete: str


def add_athletes(desk: Desk, new: NewAthletes) -> Answer:
    """Register each person, give the next free number of the Games, put him into the delegation and its contests.

    Raises Refusal late_entry after the deadline, unless it was allowed («дозаявка»); who of the delegation starts in
    what may be changed until the start list (`change_entries`).
    """
    games = desk.session.exec(select(Games).where(col(Games.slug) == new.games)).one_or_none()
    if games is None:
        raise Refusal("not_found")
    state = desk.state(new.games)
    if new.team in state.teams and not state.takes_late(new.team, desk.at):
        raise Refusal("late_entry")
    mine = state.athletes_of(new.team) if new.skip_listed else []
    listed = {one.person: one.number for one in mine}
    numbers: list[str] = []
    sexes = {number: one.sex for number, one in applicants(desk.session, state, new.games).items()}
    first = _last_number(state) + 1
    for index, clean in enumerate(new.people):
        person = identified(desk, clean, new.identities[index] if new.identities else PLAIN)
        if person.id in listed:
            _correct(desk, new, listed[person.id], clean, new.cities[index] if new.cities else "")
            _date_papers(desk, new, listed[person.id], clean)
            continue
        number = str(first + len(numbers))
        _join(desk, new, number, person, clean, new.cities[index] if new.cities else "")
        _date_papers(desk, new, number, clean)
        sexes[number] = person.sex
        who = Applicant(number, new.team, person.sex, person.born_on, clean.rank)
        for wished in new.entries[index] if new.entries else ():
            desk.carry_out(new.games, entering(who, wished, sexes))
        numbers.append(number)
    add_officials(desk, NewOfficials(new.games, new.team, new.officials))
    return {"athletes": numbers}


def _join(desk: Desk, new: NewAthletes, number: str, person: Person, clean: Clean, city: str) -> None:
    assert person.id is not None, "a registered person has a number"
    shown, identifiers = has_consent(desk.session, person.id), identifiers_had(person)
    own = (number, new.team, person.id, shown, identifiers, clean.rank, clean.coach, city)
    desk.carry_out(new.games, JoinAthlete(*own))


def _date_papers(desk: Desk, new: NewAthletes, number: str, clean: Clean) -> None:
    """What the commission has read off a paper already stays; so does what an empty cell says nothing of."""
    state = desk.state(new.games)
    known = {one.paper for one in state.athletes[number].papers if one.seen}
    for kind, ends in (("medical", clean.medical_until), ("insurance", clean.insurance_until)):
        paper = meant(state.regulation, kind)
        if ends and paper and paper not in known:
            desk.carry_out(new.games, DatePaper(number, new.team, paper, ends))


def add_officials(desk: Desk, new: NewOfficials) -> Answer:
    """Whoever is there already in this post stays as he is."""
    if not new.people:
        return {}
    query = select(Team.id).join(Games, col(Games.id) == col(Team.games_id))
    team = desk.session.exec(query.where(col(Games.slug) == new.games, col(Team.slug) == new.team)).one() or 0
    known = {(row.post, row.search_key) for row in officials_of(desk.session, new.games, new.team)}
    for one in new.people:
        key = search_key(f"{one.surname} {one.name} {one.patronymic}")
        if (one.post, key) not in known:
            known.add((one.post, key))
            row = OfficialPerson(team_id=team, search_key=key, **asdict(one))
            desk.session.add(row)
            desk.session.flush()
            desk.carry_out(new.games, JoinOfficial(row.id or 0, new.team, one.post))
    return {}


def drop_official(desk: Desk, wish: OneOfficial) -> Answer:
    mine = {row.id: row for row in officials_of(desk.session, wish.games, wish.team)}
    if wish.official not in mine:
        raise Refusal("not_found")
    desk.carry_out(wish.games, DropOfficial(wish.official, wish.team))
    desk.session.delete(mine[wish.official])
    return {}


def _correct(desk: Desk, new: NewAthletes, number: str, clean: Clean, city: str) -> None:
    """A rank that was won since, another coach; an empty cell takes nothing away."""
    row = athlete_row(desk, new.games, int(number))
    corrected = (clean.rank or row.rank, clean.coach or row.coach)
    desk.carry_out(new.games, CorrectAthlete(number, new.team, *corrected, (row.rank, row.coach), city))


def take_out(desk: Desk, wish: OneAthlete) -> Answer:
    """An athlete leaves the application; the person stays known."""
    return {"facts": len(desk.carry_out(wish.games, TakeOut(wish.athlete, wish.team)))}


def change_entries(desk: Desk, wish: ChangeEntries) -> Answer:
    """The matrix athlete × contest as changes, all or none. Who goes, goes first, so that a swap fits a quota."""
    state = desk.state(wish.games)
    people = applicants(desk.session, state, wish.games)
    sexes = {number: one.sex for number, one in people.items()}
    facts = 0
    for change in wish.changes:
        if not change.role or _moves(state.entries.get((change.contest, change.entrant)), change):
            facts += len(desk.carry_out(wish.games, WithdrawEntry(change.contest, change.entrant, wish.team)))
    for change in (one for one in wish.changes if one.role):
        known = people.get(change.entrant) or Applicant(change.entrant, wish.team, "", None)
        wished = Wished(change.contest, change.role, change.part, change.category)
        command = entering(replace(known, team=wish.team), wished, sexes)
        try:
            facts += len(desk.carry_out(wish.games, command))
        except Refusal as refusal:
            raise refusal.at(_cell(refusal, change)) from None
    return {"changed": facts}


def _cell(refusal: Refusal, change: EntryChange) -> str:
    """The field of the matrix that a refusal belongs to: what he is entered as, the part, or the category."""
    of_part = refusal.kind == "part_needed" or refusal.field == "part"
    of = "c" if refusal.field == "category" else "p" if of_part else "e"
    return f"{of}-{change.contest}-{change.entrant}"


def _moves(entry: Entry | None, change: EntryChange) -> bool:
    """Into another part of the same contest, or into another role."""
    return entry is not None and (change.part not in ("", entry.part) or change.role != entry.role)


def submit(desk: Desk, wish: OneTeam) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, SubmitDelegation(wish.team)))}


def _last_number(state: State) -> int:
    """The highest number that was ever given, also to somebody who has left."""
    return max(
        (int(subject.removeprefix("athlete:")) for subject in state.versions if subject.startswith("athlete:")),
        default=0,
    )


def athlete_row(desk: Desk, games: str, number: int) -> Athlete:
    query = select(Athlete).join(Games, col(Games.id) == col(Athlete.games_id))
    return desk.session.exec(query.where(col(Games.slug) == games, col(Athlete.number) == number)).one()
