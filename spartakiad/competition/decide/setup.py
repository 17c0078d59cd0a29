"""Making a Games: its regulation, its teams, its state."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import scoring
from spartakiad.competition.eligibility import check_eligibility
from spartakiad.competition.facts import Fact, GamesStated, RegulationAdopted, TeamJoined
from spartakiad.competition.state import State
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class AdoptRegulation:
    document: Mapping[str, Any]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StateGames:
    state: str
    reason: str = ""
    public_from: str = "entered"


@dataclass(frozen=True, slots=True)
class JoinTeam:
    team: str
    title: str
    city: str


def adopt(state: State, command: AdoptRegulation, _by: str) -> list[Fact]:
    """The regulation is read by the engine before it is taken; after the first mark a change needs its reason."""
    if state.marks and not command.reason.strip():
        raise Refusal("reason_needed", "reason")
    check_eligibility(command.document)
    try:
        scoring.parse({key: value for key, value in command.document.items() if key != "eligibility"})
    except scoring.DocumentError as error:
        first = error.problems[0]
        raise Refusal(
            "regulation_broken", "document", path=first.path, problem=first.kind, **_plain(first.args)
        ) from error
    return [RegulationAdopted(command.document, command.reason)]


def state_games(state: State, command: StateGames, _by: str) -> list[Fact]:
    if (state.state, state.public_from) == (command.state, command.public_from):
        return []
    return [GamesStated(command.state, command.public_from, command.reason)]


def join_team(state: State, command: JoinTeam, _by: str) -> list[Fact]:
    return [] if command.team in state.teams else [TeamJoined(command.team, command.title, command.city)]


def _plain(args: Mapping[str, object]) -> dict[str, Any]:
    """Particulars that a command can keep: exact fractions become text."""
    return {key: value if isinstance(value, str | int | list | None) else str(value) for key, value in args.items()}
