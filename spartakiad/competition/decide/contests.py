"""A contest on its way: start list released → under way → posted → official."""

from dataclasses import dataclass

from spartakiad.competition.decide.matches import draw, undrawn_units
from spartakiad.competition.decide.pools import check_pools, divide
from spartakiad.competition.document import counts, takes_part
from spartakiad.competition.facts import ContestStated, Fact, StartsListed
from spartakiad.competition.matches import is_match, matches_of, sides_of
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.state import State
from spartakiad.competition.texts import SENTENCE, free_text
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class ReleaseStarts:
    """`pools`: everybody with his pool, where not all meet all."""

    contest: str
    pools: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    contest: str


@dataclass(frozen=True, slots=True)
class Reopen:
    contest: str
    reason: str


@dataclass(frozen=True, slots=True)
class Accept:
    contest: str


def release(state: State, command: ReleaseStarts, _by: str) -> list[Fact]:
    """The start list of the only start: admitted athletes by number (their bib), or teams in the order they joined."""
    contest = _in_state(state, command.contest, "planned", "start_list")
    entrants = starters(state, contest)
    if not entrants:
        raise Refusal("delegation_empty")
    starts = tuple((entrant, "" if contest.by_teams else entrant) for entrant in entrants)
    listed = StartsListed(contest.id, MAIN, MAIN, MAIN, starts)
    pools = check_pools(contest, entrants, command.pools)
    drawn = draw(state, contest, entrants, pools) if contest.by_matches else []
    return [listed, *divide(state, contest, pools), *drawn, ContestStated(contest.id, "start_list")]


def starters(state: State, contest: Line) -> list[str]:
    """Who stands in the start list: by number, guests too."""
    entries = state.entries_of(contest.id)
    if contest.by_teams:
        return [team for team in state.teams if any(entry.entrant == team for entry in entries)]
    return sorted((e.entrant for e in entries if takes_part(state, e)), key=int)


def post(state: State, command: Post, _by: str) -> list[Fact]:
    """The chief judge of the sport posts the result: every starter has a mark, every mark was confirmed by another."""
    contest = _in_state(state, command.contest, "under_way")
    marks = {key[3]: mark for key, mark in state.marks_of(contest.id).items() if counts(state, key, mark)}
    expected = [one.key for one in matches_of(state, contest.id)] if contest.by_matches else starters(state, contest)
    missing = [entrant for entrant in expected if entrant not in marks]
    if missing:
        raise Refusal("no_marks", entrants=_names(state, contest.id, missing))
    undrawn = undrawn_units(state, contest)
    if undrawn:
        raise Refusal("no_matches", units=undrawn, contest=contest.title)
    waiting = [entrant for entrant, mark in marks.items() if mark.check != "confirmed"]
    if waiting:
        raise Refusal("not_all_confirmed", entrants=_names(state, contest.id, waiting))
    return [ContestStated(contest.id, "posted", state.contests[contest.id].revision)]


def reopen(state: State, command: Reopen, _by: str) -> list[Fact]:
    """A posted sheet is taken back for a correction; what was official is corrected by a protest or a decision."""
    contest = _in_state(state, command.contest, "posted")
    if not command.reason.strip():
        raise Refusal("reason_needed", "reason")
    reason = free_text(command.reason, "reason", SENTENCE)
    return [ContestStated(contest.id, "under_way", state.contests[contest.id].revision, reason)]


def accept(state: State, command: Accept, _by: str) -> list[Fact]:
    """The chief secretary takes a posted result as official: the next revision."""
    contest = _in_state(state, command.contest, "posted")
    if state.protested(contest.id):
        raise Refusal("protest_open", contest=contest.title)
    return [ContestStated(contest.id, "official", state.contests[contest.id].revision + 1)]


def _in_state(state: State, contest: str, *allowed: str) -> Line:
    found = line(state, contest)
    standing = state.contests[contest].state
    if standing not in allowed:
        raise Refusal("wrong_state", state=standing, contest=found.title)
    return found


def _names(state: State, contest: str, entrants: list[str]) -> list[str]:
    return [_name(state, contest, entrant) for entrant in entrants]


def _name(state: State, contest: str, entrant: str) -> str:
    if is_match(entrant):
        return " – ".join(_name(state, contest, side) for side in sides_of(state, contest, entrant) or ())
    return state.teams[entrant].title if entrant in state.teams else f"№ {entrant}"
