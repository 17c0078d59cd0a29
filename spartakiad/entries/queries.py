"""Applications as frozen views for the captain and the commission."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from sqlmodel import Session, col

from spartakiad.competition.applied import Admission, Entry, Team
from spartakiad.competition.applied import Athlete as Joined
from spartakiad.competition.decide.delegations import takes_entries
from spartakiad.competition.misfits import Misfit, misfits_of, over
from spartakiad.competition.programme import MAIN
from spartakiad.competition.state import State
from spartakiad.entries.papers import paper_words
from spartakiad.models.entries import Athlete
from spartakiad.models.people import Person
from spartakiad.people.alike.near import Face, Somebody
from spartakiad.people.alike.queries import looking_like, parts_taken
from spartakiad.people.applicants import applicant
from spartakiad.people.forms import Key
from spartakiad.people.queries import athletes_in, uins_of
from spartakiad.words.refusals import sentence
from spartakiad.words.states import by_whom


@dataclass(frozen=True, slots=True)
class RosterRow:
    """`roles`: contest → role of this athlete's entries; `parts`: contest → the part he starts in; so `categories`.

    `unfit`: by contest, and under "" of him as such, what is not as the regulation wants it, in sentences.
    `leaves`: no start list has him yet, he may be taken out. `told`, `roles_told`: who brought him in and who entered
    him, where it was done for the captain, and how he knew. `city`: his own, where the team is of several.
    `early`: by paper, that it ends too early; `otherwise`: what else is not as the regulation wants it.
    """

    number: str
    name: str
    sex: str
    born_on: date
    rank: str
    coach: str
    uin_gto: str
    unfit: dict[str, str]
    shown: bool
    admission: Admission
    roles: dict[str, str]
    parts: dict[str, str]
    categories: dict[str, str]
    leaves: bool
    told: str
    roles_told: dict[str, str]
    city: str = ""
    early: Mapping[str, str] = field(default_factory=dict)
    otherwise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """People by `Clean.key`: who is in the application already, which numbers of ГТО are known and whose they are.

    `sexes` of whoever is in the application, by number. `people`: who is a person of these records already; `ours`:
    whom whoever is typed may look like, of the team's own city: of others nothing is told to it.
    """

    listed: frozenset[Key]
    uins: Mapping[Key, str]
    sexes: Mapping[str, str]
    people: frozenset[Key] = frozenset()
    ours: tuple[Somebody, ...] = ()


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """A line of the commission's list. `admitted`: `conditional` ones too, whose hour may have `lapsed`.

    `paper`: what is to be said of its original.
    """

    team: str
    title: str
    state: str
    athletes: int
    waiting: int
    admitted: int
    conditional: int
    lapsed: int
    refused: int
    paper: str


def roster(
    session: Session, state: State, games: str, team: str, actors: Mapping[str, str] = MappingProxyType({})
) -> list[RosterRow]:
    """Athletes of a team by number. `actors`: their names, for whoever is told who wrote for the captain."""
    return roster_of(state, members(session, state, games, team), actors)


def members(session: Session, state: State, games: str, team: str) -> list[tuple[Athlete, Person]]:
    """Rows of the athletes of a team by number, each with his person."""
    return list(session.exec(athletes_in(games, _numbers(state, team)).order_by(col(Athlete.number))))


def roster_of(
    state: State, rows: Sequence[tuple[Athlete, Person]], actors: Mapping[str, str] = MappingProxyType({})
) -> list[RosterRow]:
    """The same, of rows that were asked for already."""
    return [_row(state, athlete, person, actors) for athlete, person in rows]


def known(session: Session, state: State, games: str, team: str, faces: Sequence[Face]) -> Known:
    """What is known of these people, and of their numbers, before they are taken into the application."""
    found = session.exec(athletes_in(games, _numbers(state, team))).all()
    listed = frozenset((person.search_key, person.born_on) for _, person in found)
    sexes = {str(athlete.number): person.sex for athlete, person in found}
    near = {(one.search_key, one.born_on): one for one in looking_like(session, faces)}
    uins = uins_of(session, [one.key for one in faces], [one.uin_gto for one in faces if one.uin_gto])
    uins |= {key: one.uin_gto for key, one in near.items() if one.uin_gto}
    mine = {state.teams[team].city, *dict(state.teams[team].cities)}
    parts = parts_taken(session, [one.id or 0 for one in near.values()])
    ours = [one for one in near.values() if any(part.city in mine for part in parts.get(one.id or 0, ()))]
    return Known(listed, uins, sexes, frozenset(near), tuple(ours))


def delegations(state: State, at: datetime) -> list[DelegationRow]:
    rows = []
    for team in state.teams.values():
        found = [state.admission(number) for number in _numbers(state, team.slug)]
        verdicts = [one.state for one in found]
        rows.append(
            DelegationRow(
                team=team.slug,
                title=team.title,
                state=team.delegation,
                athletes=len(verdicts),
                waiting=verdicts.count("pending"),
                admitted=verdicts.count("admitted") + verdicts.count("until"),
                conditional=verdicts.count("until"),
                lapsed=sum(one.lapsed(at) for one in found),
                refused=verdicts.count("refused") + verdicts.count("withdrawn"),
                paper=paper_words(state, team.slug),
            )
        )
    return rows


def told_by(what: Team | Entry | Joined | None, actors: Mapping[str, str]) -> str:
    """«Иванова, по бумаге», where it was done for the captain; "" where he or his coach did it himself."""
    return by_whom(actors.get(what.by, "секретариат"), what.basis) if what and what.basis else ""


def _numbers(state: State, team: str) -> list[str]:
    return [athlete.number for athlete in state.athletes_of(team)]


def _row(state: State, athlete: Athlete, person: Person, actors: Mapping[str, str]) -> RosterRow:
    number = str(athlete.number)
    name = " ".join(word for word in (person.surname, person.name, person.patronymic) if word) or "данные удалены"
    entries = [entry for entry in state.entries.values() if entry.entrant == number]
    found = list(misfits_of(state, applicant(state, athlete, person)))
    return RosterRow(
        number=number,
        name=name,
        sex=person.sex,
        born_on=person.born_on,
        rank=athlete.rank,
        coach=athlete.coach,
        uin_gto=person.uin_gto or "",
        unfit=_by(found, lambda one: one.contest),
        shown=state.athletes[number].shown,
        admission=state.admission(number),
        roles={entry.contest: entry.role for entry in entries},
        parts={entry.contest: entry.part for entry in entries if entry.part != MAIN},
        categories={entry.contest: entry.category for entry in entries if entry.category},
        leaves=all(takes_entries(state, entry.contest, entry.part) for entry in entries),
        told=told_by(state.athletes[number], actors),
        roles_told={entry.contest: told_by(entry, actors) for entry in entries},
        city=dict(state.teams[state.athletes[number].team].cities).get(state.athletes[number].city, ""),
        early=_by([one for one in found if one.paper], lambda one: one.paper),
        otherwise=tuple(sentence(one.why) for one in found if not one.paper),
    )


def over_words(state: State, team: str, rows: Sequence[RosterRow]) -> list[str]:
    """What there is too much of in an application whose athletes these are, in sentences."""
    return [sentence(one.why) for one in over(state, team, {row.number: row.sex for row in rows})]


def _by(found: Sequence[Misfit], key: Callable[[Misfit], str]) -> dict[str, str]:
    told: dict[str, list[str]] = {}
    for one in found:
        told.setdefault(key(one), []).append(sentence(one.why))
    return {name: " ".join(said) for name, said in told.items()}
