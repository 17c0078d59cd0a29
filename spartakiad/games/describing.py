"""Verbs that put right what a Games and its teams are called, and when it is held; what was before stays told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from spartakiad.competition.cards import Described
from spartakiad.competition.decide.describing import DescribeGames, RenameTeam
from spartakiad.competition.desk import Desk
from spartakiad.competition.state import State
from spartakiad.competition.texts import a_day
from spartakiad.errors import Refusal
from spartakiad.games.forms import SEASONS
from spartakiad.games.queries import games_row
from spartakiad.store.commands import Answer
from spartakiad.words.dates import MOSCOW


@dataclass(frozen=True, slots=True)
class Description:
    games: str
    title: str
    season: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class TeamTitle:
    games: str
    team: str
    title: str


def typed_description(games: str, typed: Mapping[str, str]) -> Description | list[Refusal]:
    """Every refusal at its field at once."""
    refusals: list[Refusal] = []
    days = []
    if not typed.get("title", "").strip():
        refusals.append(Refusal("required", "title"))
    if typed.get("season") not in SEASONS:
        refusals.append(Refusal("choice_needed", "season"))
    for field in ("starts_on", "ends_on"):
        try:
            days.append(a_day(typed.get(field, ""), field))
        except Refusal as refusal:
            refusals.append(refusal)
    return refusals or Description(games, typed["title"], typed["season"], *days)


def describe(desk: Desk, wish: Description) -> Answer:
    """What it was called before is told by a fact too, where it was made before there were any."""
    row = games_row(desk.session, wish.games)
    if desk.state(wish.games).described is None and row.starts_on and row.ends_on:
        desk.carry_out(wish.games, DescribeGames(row.title, row.season, row.starts_on, row.ends_on))
    facts = desk.carry_out(wish.games, DescribeGames(wish.title, wish.season, wish.starts_on, wish.ends_on))
    desk.note_union("games")
    return {"facts": len(facts)}


def rename_team(desk: Desk, wish: TeamTitle) -> Answer:
    facts = desk.carry_out(wish.games, RenameTeam(wish.team, wish.title))
    desk.note_union("games")
    return {"facts": len(facts)}


def beyond(state: State, described: Described) -> list[str]:
    """Contests whose hour is on none of these days."""
    found = []
    for contest, slot in state.slots.items():
        day = slot.starts_at.astimezone(MOSCOW).date() if slot.starts_at else None
        if day and not described.starts_on <= day <= described.ends_on:
            found.append(contest)
    return found
