"""After the deadline: somebody comes in for somebody else, a team may add to its application, its paper is taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from spartakiad.competition.applicants import Applicant, check_holder, check_identified, check_person
from spartakiad.competition.application_facts import AthleteReplaced, LateAllowed, LateRevoked, OriginalTaken
from spartakiad.competition.applied import Entry, Late
from spartakiad.competition.decide.lineups import competed, out_of_lineups
from spartakiad.competition.facts import Fact
from spartakiad.competition.joint import check_city
from spartakiad.competition.programme import line, team_of
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text, is_moment
from spartakiad.errors import Refusal

REPLACING = ("entries_open", "entries_closed", "under_way")


@dataclass(frozen=True, slots=True)
class Replace:
    """`athlete`: the number that stays; `person`, `shown`, `sex`, `born_on`, `rank`: of whoever comes in for him.

    `identifiers`: which of them he has; `sexes` of all athletes, by number, the one who goes among them.
    """

    athlete: str
    team: str
    person: int
    shown: bool
    sex: str
    born_on: date
    reason: str
    allowed: str
    identifiers: tuple[str, ...] = ()
    sexes: Mapping[str, str] = field(default_factory=dict)
    rank: str = ""
    coach: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class AllowLate:
    """`until`: a moment of Moscow."""

    team: str
    until: str
    reason: str
    allowed: str


@dataclass(frozen=True, slots=True)
class RevokeLate:
    team: str
    reason: str


@dataclass(frozen=True, slots=True)
class TakeOriginal:
    team: str
    revision: int


def replace_athlete(state: State, command: Replace, _by: str) -> list[Fact]:
    """Every start of his has to be one the other may have, and none has a result yet. A quota is full as before."""
    athlete = state.athletes.get(command.athlete)
    if athlete is None or athlete.team != command.team:
        raise Refusal("not_found")
    if state.state not in REPLACING:
        raise Refusal("entries_closed", state=state.state)
    reason, allowed = grounds(command.reason, command.allowed)
    check_person(state, command.team, command.person)
    check_identified(state.regulation, command.identifiers)
    done = [*_competed(state, command.athlete), *competed(state, command.athlete)]
    if done:
        raise Refusal("replaced_has_results", contests=done)
    who = Applicant(command.athlete, command.team, command.sex, command.born_on, command.rank)
    for entry in (one for one in state.entries.values() if one.entrant == command.athlete):
        check_holder(state, entry, who, command.sexes)
    new = (command.person, command.shown, command.rank)
    city = check_city(state.teams[command.team], command.city or athlete.city)
    replaced = AthleteReplaced(command.athlete, *new, reason, allowed, command.coach, city)
    return [replaced, *out_of_lineups(state, command.athlete)]


def _competed(state: State, athlete: str) -> list[str]:
    """Titles of what he has a result in, or what is over."""
    mine = [one for one in state.entries.values() if one.entrant == athlete and has_competed(state, one)]
    return [line(state, entry.contest).list_of(entry.part).title for entry in mine]


def has_competed(state: State, entry: Entry) -> bool:
    """He has a result there, or it is over; of matches, it has begun."""
    part = line(state, entry.contest).list_of(entry.part)
    closed = ("under_way", "posted", "official") if part.by_matches else ("posted", "official")
    shown = any(key[0] == entry.contest and key[3] == entry.entrant for key in state.marks)
    return shown or state.how_far(entry.contest, entry.part).state in closed


def allow_late(state: State, command: AllowLate, _by: str) -> list[Fact]:
    team = team_of(state, command.team)
    if state.state not in REPLACING:
        raise Refusal("entries_closed", state=state.state)
    if not is_moment(command.until):
        raise Refusal("bad_time" if command.until else "required", "until")
    late = Late(command.until, *grounds(command.reason, command.allowed))
    return [] if team.late == late else [LateAllowed(team.slug, late.until, late.reason, late.allowed)]


def revoke_late(state: State, command: RevokeLate, _by: str) -> list[Fact]:
    """Whoever was added by it stays in the application."""
    late = team_of(state, command.team).late
    if late is None or late.revoked:
        raise Refusal("permission_gone")
    reason = free_text(command.reason, "reason", SENTENCE)
    if not reason:
        raise Refusal("reason_needed", "reason")
    return [LateRevoked(command.team, reason)]


def take_original(state: State, command: TakeOriginal, _by: str) -> list[Fact]:
    """Only the paper of what is submitted now: an older one says something else."""
    team = team_of(state, command.team)
    if team.filed is None:
        raise Refusal("wrong_state", state=team.delegation)
    if command.revision != team.filed.revision:
        raise Refusal("paper_outdated", revision=command.revision, current=team.filed.revision)
    if team.original and team.original.revision == team.filed.revision:
        return []
    return [OriginalTaken(command.team, command.revision)]


def grounds(reason: str, allowed: str) -> tuple[str, str]:
    """Why, and who allowed it. Raises Refusal reason_needed or required."""
    told = free_text(reason, "reason", SENTENCE), free_text(allowed, "allowed", PHRASE)
    if not told[0]:
        raise Refusal("reason_needed", "reason")
    if not told[1]:
        raise Refusal("required", "allowed")
    return told
