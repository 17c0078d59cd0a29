"""Applications as frozen views for the captain and the commission."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sqlmodel import Session, col, select

from spartakiad.competition.decide.delegations import takes_entries
from spartakiad.competition.programme import lines
from spartakiad.competition.state import Admission, Entry, State, Team
from spartakiad.competition.state import Athlete as Joined
from spartakiad.models.entries import Athlete
from spartakiad.models.games import Games
from spartakiad.models.people import Person
from spartakiad.words.states import by_whom


@dataclass(frozen=True, slots=True)
class RosterRow:
    """`roles`: contest → role of this athlete's entries; `leaves`: no start list has him yet, he may be taken out.

    `told`, `roles_told`: who brought him in and who entered him, where it was done for the captain, and how he knew.
    """

    number: str
    name: str
    sex: str
    born_on: date
    rank: str
    shown: bool
    admission: Admission
    roles: dict[str, str]
    leaves: bool
    told: str
    roles_told: dict[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A contest of the matrix with its quota counter; `told` of the entry of the whole team, as in RosterRow."""

    id: str
    title: str
    by_teams: bool
    sex: str
    quota: int | None
    entered: int
    team_enters: bool
    open: bool
    told: str


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """A line of the commission's list."""

    team: str
    title: str
    state: str
    athletes: int
    waiting: int
    admitted: int
    refused: int


def roster(
    session: Session, state: State, games: str, team: str, actors: Mapping[str, str] = MappingProxyType({})
) -> list[RosterRow]:
    """Athletes of a team by number. `actors`: their names, for whoever is told who wrote for the captain."""
    query = (
        select(Athlete, Person)
        .join(Person, col(Person.id) == col(Athlete.person_id))
        .join(Games, col(Games.id) == col(Athlete.games_id))
        .where(col(Games.slug) == games, col(Athlete.number).in_([int(n) for n in _numbers(state, team)]))
        .order_by(col(Athlete.number))
    )
    return [_row(state, athlete, person, actors) for athlete, person in session.exec(query)]


def listed(session: Session, state: State, games: str, team: str) -> frozenset[tuple[str, date]]:
    """Whom the application has already: folded name and day of birth, as `Clean.key` has them."""
    query = (
        select(Person)
        .join(Athlete, col(Athlete.person_id) == col(Person.id))
        .join(Games, col(Games.id) == col(Athlete.games_id))
        .where(col(Games.slug) == games, col(Athlete.number).in_([int(n) for n in _numbers(state, team)]))
    )
    return frozenset((person.search_key, person.born_on) for person in session.exec(query))


def columns(state: State, team: str, actors: Mapping[str, str] = MappingProxyType({})) -> list[Column]:
    return [
        Column(
            id=line.id,
            title=line.title,
            by_teams=line.by_teams,
            sex=line.sex,
            quota=line.quota,
            entered=sum(entry.team == team and entry.role == "team" for entry in state.entries_of(line.id)),
            team_enters=(line.id, team) in state.entries,
            open=takes_entries(state, line.id),
            told=told_by(state.entries.get((line.id, team)), actors),
        )
        for line in lines(state)
    ]


def delegations(state: State) -> list[DelegationRow]:
    rows = []
    for team in state.teams.values():
        verdicts = [state.admission(number).state for number in _numbers(state, team.slug)]
        rows.append(
            DelegationRow(
                team=team.slug,
                title=team.title,
                state=team.delegation,
                athletes=len(verdicts),
                waiting=verdicts.count("pending"),
                admitted=verdicts.count("admitted") + verdicts.count("until"),
                refused=verdicts.count("refused") + verdicts.count("withdrawn"),
            )
        )
    return rows


def told_by(what: Team | Entry | Joined | None, actors: Mapping[str, str]) -> str:
    """«Иванова, по бумаге», where it was done for the captain; "" where he or his coach did it himself."""
    return by_whom(actors.get(what.by, "секретариат"), what.basis) if what and what.basis else ""


def _numbers(state: State, team: str) -> list[str]:
    return [athlete.number for athlete in state.athletes.values() if athlete.team == team]


def _row(state: State, athlete: Athlete, person: Person, actors: Mapping[str, str]) -> RosterRow:
    number = str(athlete.number)
    name = " ".join(word for word in (person.surname, person.name, person.patronymic) if word) or "данные удалены"
    entries = [entry for entry in state.entries.values() if entry.entrant == number]
    roles = {entry.contest: entry.role for entry in entries}
    return RosterRow(
        number=number,
        name=name,
        sex=person.sex,
        born_on=person.born_on,
        rank=athlete.rank,
        shown=state.athletes[number].shown,
        admission=state.admission(number),
        roles=roles,
        leaves=all(takes_entries(state, contest) for contest in roles),
        told=told_by(state.athletes[number], actors),
        roles_told={entry.contest: told_by(entry, actors) for entry in entries},
    )
