"""The signed technical application of a team for a contest is in hand: of which revision."""

from dataclasses import dataclass

from spartakiad.competition.application_facts import TechnicalTaken
from spartakiad.competition.facts import Fact
from spartakiad.competition.programme import line, team_of
from spartakiad.competition.state import State
from spartakiad.competition.technical import technical
from spartakiad.errors import Refusal


@dataclass(frozen=True, slots=True)
class TakeTechnical:
    contest: str
    team: str
    revision: int


def take_technical(state: State, command: TakeTechnical, _by: str) -> list[Fact]:
    """Only the paper of what stands now: an older one says something else."""
    contest, team = line(state, command.contest), team_of(state, command.team)
    now, taken = technical(state, contest.id, team.slug), state.technicals.get((contest.id, team.slug))
    if not now.lines:
        raise Refusal("nobody_entered", contest=contest.title)
    if command.revision != now.revision:
        raise Refusal("technical_outdated", revision=command.revision, current=now.revision)
    return [] if taken and taken.revision == now.revision else [TechnicalTaken(contest.id, team.slug, now.revision)]
