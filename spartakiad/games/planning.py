"""Verbs of the desk on which a Games is prepared: change its programme, its teams and its standing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlmodel import Session

from spartakiad.competition.decide.setup import AdoptRegulation, JoinTeam
from spartakiad.competition.desk import Desk
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text
from spartakiad.errors import Refusal
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.consequences import check_unfit
from spartakiad.games.drafting import with_preset, with_sport, without_contest
from spartakiad.games.live import head_of
from spartakiad.games.queries import city_titles
from spartakiad.games.tuning import with_contest, with_standing
from spartakiad.store.commands import Answer
from spartakiad.words.dates import MOSCOW
from spartakiad.words.keys import slug_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AddSport:
    """`version`, here and below: of the regulation that was seen, 0 where nobody looked."""

    games: str
    sport: str
    reason: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class DropContest:
    """Out of the programme while nobody has entered; afterwards a contest is cancelled by a decision, not dropped."""

    games: str
    contest: str
    reason: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class TuneContest:
    """`typed`: settings by the names of tuning.Setting. `sure`: whoever does not fit any longer was seen."""

    games: str
    contest: str
    typed: Mapping[str, str]
    reason: str = ""
    version: int = 0
    sure: bool = False


@dataclass(frozen=True, slots=True)
class TuneStanding:
    games: str
    standing: str
    typed: Mapping[str, str]
    reason: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class ChooseStanding:
    games: str
    preset: str
    answers: Mapping[str, object]
    reason: str = ""
    version: int = 0


Change = AddSport | DropContest | TuneContest | TuneStanding | ChooseStanding


@dataclass(frozen=True, slots=True)
class AddTeam:
    """A city of the union by its slug, or a guest by its title."""

    games: str
    city: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class AddJointTeam:
    """A team of several cities of the union, the one it counts for first; `title`: "" where the cities are its name."""

    games: str
    cities: tuple[str, ...]
    title: str = ""


def change_regulation(desk: Desk, wish: Change) -> Answer:
    """The regulation with one thing changed is adopted whole, as a new version. Raises Refusal, such as now_unfit."""
    state = desk.state(wish.games)
    document = changed(state, wish, first_day(desk.session, wish.games, state, desk.at))
    desk.carry_out(wish.games, AdoptRegulation(document, free_text(wish.reason, "reason", SENTENCE)))
    if isinstance(wish, TuneContest) and not wish.sure:
        check_unfit(desk.session, wish.games, state, document)
    return {"contests": len(desk.state(wish.games).contests)}


def first_day(session: Session, games: str, state: State, at: datetime) -> date:
    """Of the Games; today where nobody has set it."""
    return head_of(session, games, state).first or at.astimezone(MOSCOW).date()


def changed(state: State, wish: Change, starts_on: date) -> Mapping[str, Any]:
    """The regulation as it would be; `starts_on`: the first day of the Games. Raises Refusal where it cannot be."""
    if wish.version not in (0, state.regulation_version):
        raise Refusal("regulation_moved")
    document = state.regulation
    match wish:
        case AddSport():
            return with_sport(document, _known(sports(), wish.sport, "sport"), starts_on)
        case DropContest():
            _check_unused(state, wish.contest)
            return without_contest(document, wish.contest)
        case TuneContest():
            return with_contest(document, wish.contest, wish.typed)
        case TuneStanding():
            return with_standing(document, wish.standing, wish.typed)
        case ChooseStanding():
            return with_preset(document, _known(presets(), wish.preset, "preset"), wish.answers)


def _known(catalogue: Mapping[str, T], chosen: str, field: str) -> T:
    if chosen not in catalogue:
        raise Refusal("bad_choice" if chosen else "choice_needed", field)
    return catalogue[chosen]


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


def add_joint_team(desk: Desk, wish: AddJointTeam) -> Answer:
    """«Вологда – Псков». Raises Refusal joint_cities where they are not two."""
    titles = city_titles(desk.session)
    for at, city in enumerate(wish.cities, 1):
        if city not in titles:
            raise Refusal("bad_choice", f"city-{at}")
    cities = tuple((city, titles[city]) for city in dict.fromkeys(wish.cities))
    if len(cities) < 2 or len(cities) < len(wish.cities):
        raise Refusal("joint_cities", "city-1")
    title = free_text(wish.title, "joint_title", PHRASE) or " – ".join(title for _, title in cities)
    slug = "-".join(wish.cities)[:60].strip("-")
    desk.carry_out(wish.games, JoinTeam(slug, title, wish.cities[0], cities))
    return {"team": slug}


def _check_unused(state: State, contest: str) -> None:
    """Raises Refusal contest_has_entries or contest_has_protest."""
    if state.entries_of(contest) or state.marks_of(contest) or contest in state.taken:
        raise Refusal("contest_has_entries", "contest")
    if any(one.contest == contest for one in state.protests.values()):
        raise Refusal("contest_has_protest", "contest")
