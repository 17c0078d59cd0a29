"""What a Games is called and when it is held; what its teams are called."""

from dataclasses import dataclass
from datetime import date

from spartakiad.competition.cards import Described
from spartakiad.competition.facts import Fact
from spartakiad.competition.programme import team_of
from spartakiad.competition.setup_facts import GamesDescribed, TeamRenamed
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, free_text
from spartakiad.errors import Refusal
from spartakiad.words.keys import search_key

LONGEST_DAYS = 30  # from the first to the last


@dataclass(frozen=True, slots=True)
class DescribeGames:
    title: str
    season: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class RenameTeam:
    team: str
    title: str


def describe_games(state: State, command: DescribeGames, _by: str) -> list[Fact]:
    """Raises Refusal required or days_out_of_order."""
    title = free_text(command.title, "title", PHRASE)
    if not title:
        raise Refusal("required", "title")
    if not 0 <= (command.ends_on - command.starts_on).days <= LONGEST_DAYS:
        raise Refusal("days_out_of_order", "ends_on", most=LONGEST_DAYS)
    if state.described == Described(title, command.season, command.starts_on, command.ends_on):
        return []
    return [GamesDescribed(title, command.season, command.starts_on.isoformat(), command.ends_on.isoformat())]


def rename_team(state: State, command: RenameTeam, _by: str) -> list[Fact]:
    """No two teams of a Games are called alike. Raises Refusal required or title_taken."""
    team = team_of(state, command.team)
    title = free_text(command.title, f"title-{team.slug}", PHRASE)
    if not title:
        raise Refusal("required", f"title-{team.slug}")
    if title == team.title:
        return []
    if search_key(title) in {search_key(one.title) for one in state.teams.values() if one.slug != team.slug}:
        raise Refusal("title_taken", f"title-{team.slug}", what=title)
    return [TeamRenamed(team.slug, title)]
