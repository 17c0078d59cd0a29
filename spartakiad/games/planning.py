"""Verbs of the desk on which a Games is prepared: plan it, change its programme, its teams and its standing."""

from collections.abc import Mapping
from dataclasses import dataclass

from spartakiad.accounts.actions import NewGrant, grant
from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.setup import AdoptRegulation, JoinTeam
from spartakiad.competition.desk import Desk
from spartakiad.competition.programme import line
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text
from spartakiad.errors import Refusal
from spartakiad.games.actions import NewGames, make_games
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import with_preset, with_quota, with_sport, without_contest
from spartakiad.games.live import head_of
from spartakiad.games.queries import city_titles
from spartakiad.store.commands import Answer
from spartakiad.words.keys import slug_of


@dataclass(frozen=True, slots=True)
class Plan:
    """`maker`: the account that becomes the chief secretary of these Games."""

    games: NewGames
    maker: int


@dataclass(frozen=True, slots=True)
class AddSport:
    games: str
    sport: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OneContest:
    games: str
    contest: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Quota:
    """`quota` None: a team enters as many as it likes. `part`: of one part of the contest, or "" of all of it."""

    games: str
    contest: str
    quota: int | None
    reason: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class ChooseStanding:
    games: str
    preset: str
    answers: Mapping[str, object]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AddTeam:
    """A city of the union by its slug, or a guest by its title."""

    games: str
    city: str = ""
    title: str = ""


def plan(desk: Desk, wish: Plan) -> Answer:
    """A Games in draft, whose chief secretary is whoever made it."""
    made = make_games(desk, wish.games)
    grant(desk, NewGrant(wish.maker, Role.CHIEF_SECRETARY.value, games=wish.games.slug))
    return made


def add_sport(desk: Desk, wish: AddSport) -> Answer:
    if wish.sport not in sports():
        raise Refusal("choice_needed" if not wish.sport else "bad_choice", "sport")
    state = desk.state(wish.games)
    starts_on = head_of(desk.session, wish.games, state).first or desk.at.date()
    document = with_sport(state.regulation, sports()[wish.sport], starts_on)
    return _adopt(desk, wish.games, document, wish.reason)


def drop_contest(desk: Desk, wish: OneContest) -> Answer:
    """Out of the programme while nobody has entered; afterwards a contest is cancelled by a decision, not dropped."""
    state = desk.state(wish.games)
    if state.entries_of(wish.contest) or state.marks_of(wish.contest):
        raise Refusal("contest_has_entries", "contest")
    return _adopt(desk, wish.games, without_contest(state.regulation, wish.contest), wish.reason)


def set_quota(desk: Desk, wish: Quota) -> Answer:
    state = desk.state(wish.games)
    contest = line(state, wish.contest)
    if wish.part and wish.part not in [one.part for one in contest.parts]:
        raise Refusal("not_found")
    document = with_quota(state.regulation, wish.contest, wish.quota, wish.part)
    return _adopt(desk, wish.games, document, wish.reason)


def choose_standing(desk: Desk, wish: ChooseStanding) -> Answer:
    if wish.preset not in presets():
        raise Refusal("choice_needed" if not wish.preset else "bad_choice", "preset")
    document = with_preset(desk.state(wish.games).regulation, presets()[wish.preset], wish.answers)
    return _adopt(desk, wish.games, document, wish.reason)


def add_team(desk: Desk, wish: AddTeam) -> Answer:
    """A team that joins twice joins once."""
    titles = city_titles(desk.session)
    if wish.city and wish.city not in titles:
        raise Refusal("bad_choice", "city")
    title = titles.get(wish.city) or free_text(wish.title, "team_title", PHRASE)
    slug = wish.city or slug_of(title)
    if not slug:
        raise Refusal("required", "team_title")
    desk.carry_out(wish.games, JoinTeam(slug, title, wish.city or title))
    return {"team": slug}


def _adopt(desk: Desk, games: str, document: Mapping[str, object], reason: str) -> Answer:
    desk.carry_out(games, AdoptRegulation(document, free_text(reason, "reason", SENTENCE)))
    return {"contests": len(desk.state(games).contests)}
