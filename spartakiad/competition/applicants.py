"""Whoever is to be taken into an application, or entered into a contest: may he, by what the regulation says."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from spartakiad.competition.ages import is_within
from spartakiad.competition.applied import Entry
from spartakiad.competition.eligibility import identifiers_of, limits
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.quotas import check_room, tally, ways
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.words.ranks import is_within_ranks

FITTING = ("team", "reserve")  # roles of those who start for the team, or may have to


@dataclass(frozen=True, slots=True)
class Applicant:
    """Whoever is to be entered: an athlete by number, or a team by its slug with sex "" and no day of birth.

    `rank`: "" where nobody said it; `identifiers`: which of the numbers that a regulation may ask for he has.
    """

    entrant: str
    team: str
    sex: str
    born_on: date | None
    rank: str = ""
    identifiers: tuple[str, ...] = ()

    @property
    def is_team(self) -> bool:
        return self.entrant == self.team


def check_person(state: State, team: str, person: int) -> None:
    """Nobody is in a Games twice. Raises Refusal already_in_delegation or person_in_other_team."""
    for athlete in state.athletes.values():
        if athlete.person == person:
            kind = "already_in_delegation" if athlete.team == team else "person_in_other_team"
            raise Refusal(kind, "surname", team=state.teams[athlete.team].title)


def check_joining(state: State, team: str) -> None:
    """Room for one more athlete in a delegation. Raises Refusal delegation_full."""
    found = limits(state.regulation)
    if found.athletes is not None and len(state.athletes_of(team)) >= found.athletes:
        raise Refusal("delegation_full", "surname", quota=found.athletes, clause=found.clause)


def check_identified(regulation: Mapping[str, Any], has: Container[str]) -> None:
    """Raises Refusal identifier_needed at the field of the first number that somebody `has` not."""
    needed, clause = identifiers_of(regulation)
    for one in needed:
        if one not in has:
            raise Refusal("identifier_needed", one, clause=clause)


def check_entry(state: State, contest: Line, part: Line, who: Applicant, role: str, sexes: Mapping[str, str]) -> None:
    """One more athlete of a team, in a role: he fits, and there is room in the part and in the contest.

    Rank is asked of those who score; by sex and age everybody is where the matrix has a cell for him.
    `sexes` of the athletes of these Games, by number. Raises Refusal.
    """
    if role in FITTING:
        check_fits(part, who)
    else:
        for why in _wrong_sex_or_age(part, who):
            raise why
    _check_room(state, (part, contest), who, ways(role, who.sex), sexes)
    if role == "team":
        _check_contests(state, contest, who)


def check_holder(state: State, entry: Entry, who: Applicant, sexes: Mapping[str, str]) -> None:
    """Somebody else comes in for whoever has this entry: he fits; if he is of the other sex there is room for him."""
    if entry.role not in FITTING:
        return
    contest = line(state, entry.contest)
    part = contest.list_of(entry.part)
    check_fits(part, who)
    if entry.role == "team" and sexes.get(entry.entrant) != who.sex:
        _check_room(state, (part, contest), who, (who.sex,), sexes)


def _check_room(
    state: State, lists: Sequence[Line], who: Applicant, counted: Sequence[str], sexes: Mapping[str, str]
) -> None:
    """Beside the others of his team in these lists of a contest."""
    for one in lists:
        mine = [other for other in state.entries_of(one.id) if other.team == who.team]
        others = [other for other in mine if other.entrant not in (who.entrant, who.team)]
        entered = [other for other in others if one.part in (MAIN, other.part)]
        where = {"contest": one.title, "team": state.teams[who.team].title, "clause": one.clause}
        check_room(one.quotas, counted, tally(entered, sexes), **where)


def _check_contests(state: State, contest: Line, who: Applicant) -> None:
    found = limits(state.regulation)
    held = {key for key, one in state.entries.items() if one.entrant == who.entrant and one.role == "team"}
    if found.contests is not None and len(held - {(contest.id, who.entrant)}) >= found.contests:
        raise Refusal("too_many_contests", who=f"№ {who.entrant}", quota=found.contests, clause=found.clause)


def check_fits(part: Line, who: Applicant, field: str | None = None) -> None:
    """Right sex, age and rank. Raises Refusal wrong_sex, wrong_age, wrong_rank, or rank_needed where nobody said it."""
    for why in unfit_for(part, who, field):
        raise why


def unfit_for(part: Line, who: Applicant, field: str | None = None) -> Iterator[Refusal]:
    """Everything by which he does not fit: sex, age, rank."""
    yield from _wrong_sex_or_age(part, who, field)
    if is_within_ranks(who.rank, *part.ranks):
        return
    said = {"contest": part.title, "clause": part.clause, "ranks": {"lowest": part.ranks[0], "highest": part.ranks[1]}}
    if who.rank:
        yield Refusal("wrong_rank", field, rank=who.rank, **said)
    else:
        yield Refusal("rank_needed", field or "rank", **said)


def _wrong_sex_or_age(part: Line, who: Applicant, field: str | None = None) -> Iterator[Refusal]:
    where = {"contest": part.title, "clause": part.clause}
    if part.sex and who.sex != part.sex:
        yield Refusal("wrong_sex", field, sex=part.sex, **where)
    if not is_within(who.born_on, part.born):
        yield Refusal("wrong_age", field, born=[day and day.isoformat() for day in part.born], **where)


def fitting(lists: Sequence[Line], who: Applicant) -> list[Line]:
    """Those of the lists of a contest that this applicant may start in, by sex and age; of several, by rank too."""
    found = [one for one in lists if one.by_teams == who.is_team and (who.is_team or fits(one, who))]
    ranked = [one for one in found if who.is_team or is_within_ranks(who.rank, *one.ranks)]
    return ranked or found


def fits(one: Line, who: Applicant) -> bool:
    return one.sex in ("", who.sex) and is_within(who.born_on, one.born)
