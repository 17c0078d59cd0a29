"""The application of a team: athletes join, are entered into contests, the whole is submitted and judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from spartakiad.competition.applicants import (
    Applicant,
    check_entry,
    check_identified,
    check_joining,
    check_person,
    fitting,
)
from spartakiad.competition.application_facts import LineupNamed
from spartakiad.competition.applications import unfiled
from spartakiad.competition.decide.lineups import competed, out_of_lineups
from spartakiad.competition.facts import (
    AthleteJoined,
    AthleteLeft,
    DelegationStated,
    EntryMade,
    EntryWithdrawn,
    Fact,
)
from spartakiad.competition.joint import check_city
from spartakiad.competition.programme import MAIN, Line, line, team_of
from spartakiad.competition.state import State
from spartakiad.competition.texts import SENTENCE, free_text
from spartakiad.errors import Refusal

ROLES = ("team", "reserve", "personal", "guest")
TAKING = ("entries_open", "entries_closed", "under_way")


@dataclass(frozen=True, slots=True)
class JoinAthlete:
    """`identifiers`: which numbers of this person are known; the numbers themselves are no facts."""

    athlete: str
    team: str
    person: int
    shown: bool
    identifiers: tuple[str, ...] = ()
    rank: str = ""
    coach: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class TakeOut:
    athlete: str
    team: str


@dataclass(frozen=True, slots=True)
class Enter:
    """`entrant`: an athlete's number, or the team's slug where teams compete; `sex`: the athlete's, "" for a team.

    `part`: of a contest in parts; "" where sex, age and rank leave but one. `sexes` of all athletes, by number.
    `category`: of weight, "" where nobody said it or the part says it.
    """

    contest: str
    entrant: str
    team: str
    role: str
    sex: str
    part: str = ""
    born_on: date | None = None
    sexes: Mapping[str, str] = field(default_factory=dict)
    rank: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawEntry:
    contest: str
    entrant: str
    team: str


@dataclass(frozen=True, slots=True)
class SubmitDelegation:
    team: str


@dataclass(frozen=True, slots=True)
class JudgeDelegation:
    team: str
    verdict: str
    remark: str


def join_athlete(state: State, command: JoinAthlete, _by: str) -> list[Fact]:
    _open(state)
    team = team_of(state, command.team).slug
    check_person(state, team, command.person)
    check_joining(state, team)
    check_identified(state.regulation, command.identifiers)
    city = check_city(state.teams[team], command.city)
    return [AthleteJoined(command.athlete, team, command.person, command.shown, command.rank, command.coach, city)]


def take_out(state: State, command: TakeOut, _by: str) -> list[Fact]:
    """An athlete leaves the application with his entries, unless a start list already has him."""
    _open(state)
    athlete = state.athletes.get(command.athlete)
    if athlete is None or athlete.team != command.team:
        raise Refusal("not_found")
    entries = [entry for entry in state.entries.values() if entry.entrant == athlete.number]
    closed = [entry for entry in entries if not takes_entries(state, entry.contest, entry.part)]
    listed = [line(state, entry.contest).list_of(entry.part).title for entry in closed]
    listed += competed(state, athlete.number)
    if listed:
        raise Refusal("already_listed", contests=listed)
    gone = [EntryWithdrawn(entry.contest, entry.entrant) for entry in entries]
    return [*gone, *out_of_lineups(state, athlete.number), AthleteLeft(athlete.number)]


def enter(state: State, command: Enter, _by: str) -> list[Fact]:
    """Entered again, in another role, part or category, whoever was entered is moved there."""
    contest = line(state, command.contest)
    team = team_of(state, command.team).slug
    who = Applicant(command.entrant, team, command.sex, command.born_on, command.rank)
    part = _part(contest, who, command.part)
    _open(state, part)
    if command.role not in ROLES:
        raise Refusal("bad_choice", "role")
    _check_entrant(state, part, command)
    wished = (command.role, part.part, _category(contest, part, command))
    standing = state.entries.get((command.contest, command.entrant))
    if standing is not None and (standing.role, standing.part, standing.category) == wished:
        return []
    if standing is not None:
        _open(state, contest.list_of(standing.part))
    if not part.by_teams:
        check_entry(state, contest, part, who, command.role, command.sexes)
    return [EntryMade(command.contest, command.entrant, team, *wished)]


def withdraw(state: State, command: WithdrawEntry, _by: str) -> list[Fact]:
    entry = state.entries.get((command.contest, command.entrant))
    contest = line(state, command.contest)
    _open(state, contest.list_of(entry.part) if entry else contest)
    if entry is None:
        return []
    if entry.team != command.team:
        raise Refusal("not_found")
    named = (command.contest, entry.part, command.entrant)
    told = state.lineups.get(named) or state.benches.get(named)
    lineup = [LineupNamed(*named, ())] if told else []
    return [*lineup, EntryWithdrawn(command.contest, command.entrant)]


def _part(contest: Line, who: Applicant, part: str) -> Line:
    """The part that was named, or the only one that fits; of a contest in one part, the contest."""
    if not contest.parts:
        return contest
    found = [one for one in contest.parts if one.part == part] if part else fitting(contest.parts, who)
    if len(found) == 1:
        return found[0]
    if part:
        raise Refusal("bad_choice", "part")
    if found:
        raise Refusal("part_needed", contest=contest.title, parts=[f"«{one.part_title}»" for one in found])
    raise Refusal("no_part_fits", contest=contest.title, who=f"№ {who.entrant}")


def _category(contest: Line, part: Line, command: Enter) -> str:
    """One of those of his sex; nothing where the part is the category. Raises Refusal bad_choice."""
    known = contest.weights.of.get(command.sex, ())
    if command.category and not part.weights.own and command.category not in known:
        raise Refusal("bad_choice", "category")
    return "" if part.weights.own else command.category


def _check_entrant(state: State, part: Line, command: Enter) -> None:
    """A team where teams compete, one of its own athletes elsewhere."""
    if part.by_teams:
        if command.entrant != command.team:
            raise Refusal("unknown_team", "entrant")
        if command.role != "team":
            raise Refusal("bad_choice", "role")
    elif command.entrant not in state.athletes or state.athletes[command.entrant].team != command.team:
        raise Refusal("not_found")


def submit(state: State, command: SubmitDelegation, _by: str) -> list[Fact]:
    """Submitted whole; an accepted application is submitted again when athletes were added to it («дозаявка»)."""
    _open(state)
    team = team_of(state, command.team)
    verdicts = [state.admission(athlete.number).state for athlete in state.athletes_of(team.slug)]
    if not verdicts:
        raise Refusal("delegation_empty")
    waits = "pending" in verdicts and team.delegation == "accepted"
    if team.delegation in ("submitted", "accepted") and not waits and not unfiled(state, team.slug):
        return []
    return [DelegationStated(team.slug, "submitted")]


def judge(state: State, command: JudgeDelegation, _by: str) -> list[Fact]:
    """The commission accepts a submitted application, or sends it back with a remark that says what is missing."""
    team = team_of(state, command.team)
    if command.verdict not in ("accepted", "remarks"):
        raise Refusal("bad_choice", "verdict")
    if command.verdict == "remarks" and not command.remark.strip():
        raise Refusal("reason_needed", "remark")
    if team.delegation == "draft":
        raise Refusal("wrong_state", state="draft")
    if team.delegation == command.verdict == "accepted":
        return []
    return [DelegationStated(team.slug, command.verdict, free_text(command.remark, "remark", SENTENCE))]


def takes_entries(state: State, contest: str, part: str = MAIN) -> bool:
    """Entries are taken until the start list is released, also when the Games are already under way."""
    return state.state in TAKING and state.how_far(contest, part).state == "planned"


def _open(state: State, part: Line | None = None) -> None:
    if state.state not in TAKING or (part and not takes_entries(state, part.id, part.part)):
        raise Refusal("entries_closed", state=state.state)
