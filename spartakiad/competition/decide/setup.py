"""Making a Games: its regulation, its teams, its state."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from spartakiad.competition.changing import check_change
from spartakiad.competition.document import parsed
from spartakiad.competition.eligibility import check_eligibility
from spartakiad.competition.facts import Fact, GamesStated, RegulationAdopted, TeamJoined
from spartakiad.competition.parts import check_entries_kept, check_parts
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text
from spartakiad.errors import Refusal

_FEWEST_CITIES = 2  # of a joint team


@dataclass(frozen=True, slots=True)
class AdoptRegulation:
    document: Mapping[str, Any]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StateGames:
    """`who`, `document` as in GamesStated."""

    state: str
    reason: str = ""
    public_from: str = "entered"
    who: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class JoinTeam:
    """`cities`: of a joint team, as in TeamJoined."""

    team: str
    title: str
    city: str
    cities: tuple[tuple[str, str], ...] = ()


def adopt(state: State, command: AdoptRegulation, _by: str) -> list[Fact]:
    """After the first mark a change needs its reason."""
    if state.marks and not command.reason.strip():
        raise Refusal("reason_needed", "reason")
    check_regulation(state, command.document)
    return [RegulationAdopted(command.document, command.reason)]


def check_regulation(state: State, document: Mapping[str, Any]) -> None:
    """The engine reads it together with what is recorded already. Raises Refusal for what may not be adopted."""
    check_entries_kept(state, document)
    proposed = replace(state, regulation=document)
    parsed(proposed)
    check_eligibility(document)
    check_parts(proposed, lines(proposed))
    if state.regulation:
        check_change(state, document)


def state_games(state: State, command: StateGames, _by: str) -> list[Fact]:
    if (state.state, state.public_from) == (command.state, command.public_from):
        return []
    reason, who = free_text(command.reason, "reason", SENTENCE), free_text(command.who, "resumed_by", PHRASE)
    document = free_text(command.document, "document", PHRASE)
    if state.state == "closed" != command.state:
        _check_resumed(reason, who, document)
    return [GamesStated(command.state, command.public_from, reason, who, document)]


def _check_resumed(reason: str, who: str, document: str) -> None:
    """What was closed is opened again by a paper only."""
    if not reason:
        raise Refusal("reason_needed", "reason")
    if not who:
        raise Refusal("required", "resumed_by")
    if not document:
        raise Refusal("document_needed", "document")


def join_team(state: State, command: JoinTeam, _by: str) -> list[Fact]:
    """A team whose address is a number would be taken for an athlete. After the first mark it would move all points."""
    if command.team.isdecimal():
        raise Refusal("bad_text", "team_title", wrong=command.title)
    if command.team in state.teams:
        return []
    if state.marks or state.state == "closed":
        raise Refusal("team_too_late", team=command.title)
    if command.cities and len({city for city, _ in command.cities}) < _FEWEST_CITIES:
        raise Refusal("joint_cities", "cities")
    return [TeamJoined(command.team, command.title, command.city, command.cities)]
