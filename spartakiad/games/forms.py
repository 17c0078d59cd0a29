"""The form of a new Games: what was typed becomes a plan, or a refusal at each field."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from spartakiad.competition.texts import PHRASE, a_day, free_text
from spartakiad.errors import Refusal
from spartakiad.games.actions import NewGames
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import blank, of_year, with_sport

SEASONS = ("winter", "summer", "winter_sports")
LONGEST_DAYS = 30
T = TypeVar("T")
Typed = Mapping[str, str]


def understand(
    typed: Typed, cities: Mapping[str, str], taken: Iterable[str], copied: Mapping[str, Any] | None
) -> NewGames | list[Refusal]:
    """`cities`: titles by slug. `taken`: slugs of Games. `copied`: the regulation of the Games to be copied, if any."""
    faults: list[Refusal] = []
    title = _kept(faults, lambda: _title(typed))
    season = _kept(faults, lambda: _one_of(typed, "season", SEASONS))
    host = _kept(faults, lambda: _one_of(typed, "host", cities))
    starts_on = _kept(faults, lambda: a_day(typed.get("starts_on", ""), "starts_on"))
    ends_on = _kept(faults, lambda: a_day(typed.get("ends_on", ""), "ends_on"))
    ready = [one.id for one in presets().values() if not one.questions]
    preset = _kept(faults, lambda: _one_of(typed, "preset", ready))
    if starts_on and ends_on and not 0 <= (ends_on - starts_on).days <= LONGEST_DAYS:
        faults.append(Refusal("days_out_of_order", "ends_on", most=LONGEST_DAYS))
    if faults or not (title and season and host and starts_on and ends_on and preset):
        return faults
    about = {"title": title, "version": 1}
    regulation = {**of_year(copied, starts_on), "about": about} if copied else blank(title, presets()[preset])
    for sport in (one for one in sports().values() if typed.get(f"sport-{one.id}")):
        regulation = with_sport(regulation, sport, starts_on)
    teams = tuple((slug, cities[slug], slug) for slug in cities if typed.get(f"team-{slug}"))
    slug = _free_slug(season, starts_on, set(taken))
    return NewGames(slug, title, season, host, starts_on, ends_on, False, regulation, teams)


def _title(typed: Typed) -> str:
    title = free_text(typed.get("title", ""), "title", PHRASE)
    if not title:
        raise Refusal("required", "title")
    return title


def _one_of(typed: Typed, field: str, known: Iterable[str]) -> str:
    found = typed.get(field, "").strip()
    if not found:
        raise Refusal("choice_needed", field)
    if found not in known:
        raise Refusal("bad_choice", field)
    return found


def _kept(faults: list[Refusal], read: Callable[[], T]) -> T | None:
    """What was read, or its refusal among the faults."""
    try:
        return read()
    except Refusal as refusal:
        faults.append(refusal)
        return None


def _free_slug(season: str, first: date, taken: set[str]) -> str:
    """`winter-2027`; a second one of the same season and year gets a number."""
    plain = f"{season.replace('_', '-')}-{first.year}"
    numbered = (f"{plain}-{number}" for number in range(2, 1000))
    return next(one for one in (plain, *numbered) if one not in taken)
