"""A reserve comes in: he starts for the team, and whoever he came in for waits in reserve."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from spartakiad.competition.applicants import Applicant, check_holder
from spartakiad.competition.application_facts import ReserveNamed
from spartakiad.competition.applied import Entry
from spartakiad.competition.decide.replacing import REPLACING, grounds, has_competed
from spartakiad.competition.facts import EntryMade, Fact
from spartakiad.competition.programme import line
from spartakiad.competition.starters import in_his_place
from spartakiad.competition.state import State
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class NameReserve:
    """`athlete` goes, `reserve` comes in for him; `sex`, `born_on`, `rank`: his; `sexes` of all athletes, by number."""

    contest: str
    athlete: str
    reserve: str
    team: str
    sex: str
    born_on: date | None
    rank: str
    reason: str
    allowed: str
    sexes: Mapping[str, str] = field(default_factory=dict)


def name_reserve(state: State, command: NameReserve, _by: str) -> list[Fact]:
    """Until the first result of whoever goes. His place in the start list is the other one's then."""
    contest = line(state, command.contest)
    goes = _entry(state, contest.id, command.athlete, command.team, "team", "athlete")
    comes = _entry(state, contest.id, command.reserve, command.team, "reserve", "reserve")
    if state.state not in REPLACING:
        raise Refusal("entries_closed", state=state.state)
    reason, allowed = grounds(command.reason, command.allowed)
    if not state.is_admitted(comes.entrant, contest.id):
        raise Refusal("lineup_not_admitted", "reserve", who=comes.entrant)
    if has_competed(state, goes):
        raise Refusal("replaced_has_results", "athlete", contests=[contest.title])
    who = Applicant(comes.entrant, command.team, command.sex, command.born_on, command.rank)
    check_holder(state, goes, who, command.sexes)
    return [
        ReserveNamed(contest.id, goes.entrant, comes.entrant, reason, allowed),
        EntryMade(contest.id, goes.entrant, command.team, "reserve", goes.part, goes.category),
        EntryMade(contest.id, comes.entrant, command.team, "team", goes.part, comes.category),
        *_listed(state, contest.id, goes.entrant, comes.entrant, reason),
    ]


def _entry(state: State, contest: str, number: str, team: str, role: str, field: str) -> Entry:
    """The one of this role that was chosen in the form. Raises Refusal at its field."""
    if not number:
        raise Refusal("choice_needed", field)
    found = state.entries.get((contest, number))
    if found is None or (found.team, found.role) != (team, role):
        raise Refusal("bad_choice", field)
    return found


def _listed(state: State, contest: str, goes: str, comes: str, reason: str) -> Iterator[Fact]:
    """Every start list of the contest that has him, with the other one in his place."""
    for one in state.starts.values():
        if one.contest == contest and any(entrant == goes for entrant, _ in one.starts):
            yield in_his_place(one, goes, comes, reason)
