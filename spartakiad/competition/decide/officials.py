"""Who comes with a delegation and does not compete: the facts know a post and the number of a row."""

from dataclasses import dataclass

from spartakiad.competition.application_facts import OfficialJoined, OfficialLeft
from spartakiad.competition.decide.delegations import TAKING
from spartakiad.competition.facts import Fact
from spartakiad.competition.programme import team_of
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.words.officials import POSTS


@dataclass(frozen=True, slots=True)
class JoinOfficial:
    official: int
    team: str
    post: str


@dataclass(frozen=True, slots=True)
class DropOfficial:
    official: int
    team: str


def join_official(state: State, command: JoinOfficial, _by: str) -> list[Fact]:
    team = _open(state, command.team)
    if command.post not in POSTS:
        raise Refusal("bad_choice", "post")
    return [] if command.official in state.officials else [OfficialJoined(command.official, team, command.post)]


def drop_official(state: State, command: DropOfficial, _by: str) -> list[Fact]:
    """Of whoever came before there were such facts there is nothing to say."""
    team, known = _open(state, command.team), state.officials.get(command.official)
    if known is None:
        return []
    if known.team != team:
        raise Refusal("not_found")
    return [OfficialLeft(command.official)]


def _open(state: State, team: str) -> str:
    if state.state not in TAKING:
        raise Refusal("entries_closed", state=state.state)
    return team_of(state, team).slug
