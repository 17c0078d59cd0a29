"""Verbs of a Games as a whole: make it, give it a regulation and teams, move its state."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import col, select

from spartakiad.competition.decide.describing import DescribeGames
from spartakiad.competition.decide.setup import AdoptRegulation, JoinTeam, StateGames
from spartakiad.competition.desk import Desk
from spartakiad.errors import Refusal
from spartakiad.models.games import Games
from spartakiad.store.commands import Answer

STEPS: Mapping[str, tuple[str, ...]] = {
    "draft": ("entries_open",),
    "entries_open": ("entries_closed",),
    "entries_closed": ("entries_open", "under_way"),
    "under_way": ("closed",),
    "closed": ("under_way",),
}


@dataclass(frozen=True, slots=True)
class NewGames:
    """`regulation`: the engine's document without facts; `teams`: (slug, title, city)."""

    slug: str
    title: str
    season: str
    host: str
    starts_on: date
    ends_on: date
    demo: bool
    regulation: Mapping[str, Any]
    teams: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class GamesState:
    """`sure`: said about the end; `who`, `document`: by which a closed Games goes on."""

    games: str
    state: str
    reason: str = ""
    sure: bool = False
    who: str = ""
    document: str = ""


def make_games(desk: Desk, new: NewGames) -> Answer:
    """A Games in draft with its programme and teams."""
    if desk.session.exec(select(Games).where(col(Games.slug) == new.slug)).first() is not None:
        raise Refusal("stale")
    desk.session.add(
        Games(
            slug=new.slug,
            title=new.title,
            season=new.season,
            year=new.starts_on.year,
            host=new.host,
            starts_on=new.starts_on,
            ends_on=new.ends_on,
            state="draft",
            demo=new.demo,
            sort_key=new.starts_on.isoformat(),
        )
    )
    desk.session.flush()
    desk.carry_out(new.slug, DescribeGames(new.title, new.season, new.starts_on, new.ends_on))
    for slug, title, city in new.teams:  # first, because a standing may name some of them
        desk.carry_out(new.slug, JoinTeam(slug, title, city))
    desk.carry_out(new.slug, AdoptRegulation(new.regulation))
    desk.note_union("games")
    return {"games": new.slug}


def state_games(desk: Desk, wish: GamesState) -> Answer:
    """One step along draft → entries open ⇄ closed → under way ⇄ closed."""
    state = desk.state(wish.games)
    if wish.state not in STEPS.get(state.state, ()):
        raise Refusal("wrong_state", state=state.state)
    if wish.state == "closed" and not wish.sure:
        raise Refusal("closing_unsure")
    desk.carry_out(wish.games, StateGames(wish.state, wish.reason, state.public_from, wish.who, wish.document))
    desk.note_union("games")
    return {"state": wish.state}
