"""The form of a new Games: what was typed becomes a plan, or a refusal at each field."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from spartakiad.competition.decide.describing import LONGEST_DAYS
from spartakiad.competition.expiries import last_day
from spartakiad.competition.paper_facts import GamesCardFilled
from spartakiad.competition.state import State, Venue
from spartakiad.competition.texts import PHRASE, a_day, a_moment, free_text
from spartakiad.errors import Refusal, kept
from spartakiad.games.actions import NewGames
from spartakiad.games.cards import signatories
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import blank, of_year, with_sport
from spartakiad.words.keys import slug_of

SEASONS = ("winter", "summer", "winter_sports")
TAKEN = ("programme", "standing", "teams", "venues", "signatories", "phone")  # what a former Games may give
PARTS = {"programme": ("contest", "rules", "part", "eligibility"), "standing": ("standing", "cup")}
MOST_INVITED = 20
LONGEST_TEAM = 60  # signs
_SIGNING = (("chair",), *((one, f"{one}_category", f"{one}_city") for one in ("chief", "secretary")))
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
_LONGEST_SLUG = 40
_OURS = ("new", "union")  # addresses of ours that stand where a Games would
Typed = Mapping[str, str]
Teams = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A Games with all that may be known before anybody applies; `entries_until` and `texts` as in WholeCard."""

    games: NewGames
    entries_until: str
    texts: tuple[tuple[str, str], ...]
    venues: tuple[Venue, ...]


def understand(typed: Typed, cities: Mapping[str, str], former: State | None) -> Planned | list[Refusal]:
    """`cities`: titles by slug. `former`: the Games to be copied, if any. Its slug is what was wished for, or ""."""
    faults: list[Refusal] = []
    title = kept(faults, lambda: _title(typed))
    season = kept(faults, lambda: _one_of(typed, "season", SEASONS))
    host = kept(faults, lambda: _one_of(typed, "host", cities))
    days = kept(faults, lambda: a_day(typed.get("starts_on", ""), "starts_on")), _last_day(typed, faults)
    ready = [one.id for one in presets().values() if not one.questions]
    preset = kept(faults, lambda: _one_of(typed, "preset", ready))
    invited = kept(faults, lambda: _invited(typed, cities))
    until = kept(faults, lambda: deadline(typed.get("until_day", ""), typed.get("until_time", "")))
    slug = kept(faults, lambda: _slug(typed))
    faults += _out_of_order(*days)
    if faults or not (title and season and host and days[0] and days[1] and preset):
        return faults
    took = {one for one in TAKEN if former and typed.get(f"take-{one}")}
    regulation = _regulation(typed, blank(title, presets()[preset]), former, took, days[0])
    teams = _teams(typed, cities, former if "teams" in took else None, invited or ())
    invented = typed.get("invented") == "yes"
    games = NewGames(slug or "", title, season, host, days[0], days[1], invented, regulation, teams)
    venues = tuple(former.venues.values()) if former and "venues" in took else ()
    return Planned(games, until or "", _texts(typed, former, took), venues)


def deadline(on: str, at: str) -> str:
    """A day and an hour, or neither."""
    return a_moment(on, at, "until_day", "until_time") if on.strip() or at.strip() else ""


def _last_day(typed: Typed, faults: list[Refusal]) -> date | None:
    return kept(faults, lambda: a_day(typed.get("ends_on", ""), "ends_on"))


def _out_of_order(first: date | None, last: date | None) -> list[Refusal]:
    if first and last and not 0 <= (last - first).days <= LONGEST_DAYS:
        return [Refusal("days_out_of_order", "ends_on", most=LONGEST_DAYS)]
    return []


def _regulation(
    typed: Typed, document: dict[str, Any], former: State | None, took: set[str], starts_on: date
) -> dict[str, Any]:
    """What is taken of the former one, for the year of this one, then the sports that were ticked."""
    names = [name for part in PARTS.keys() & took for name in PARTS[part]]
    held = last_day(former) if former else None
    earlier = of_year(former.regulation, starts_on, held.year if held else None) if former else {}
    document |= {name: value for name, value in earlier.items() if name in names}
    for sport in (one for one in sports().values() if typed.get(f"sport-{one.id}")):
        document = with_sport(document, sport, starts_on)
    return document


def _teams(typed: Typed, cities: Mapping[str, str], former: State | None, invited: Teams) -> Teams:
    """Cities that were ticked, then those of the former Games, then the invited; each once."""
    ticked = [(slug, cities[slug], slug) for slug in cities if typed.get(f"team-{slug}")]
    earlier = (
        [(team.slug, team.title, team.city) for team in former.teams.values() if not team.cities] if former else []
    )
    found: dict[str, tuple[str, str, str]] = {}
    for team in (*ticked, *earlier, *invited):
        found.setdefault(team[0], team)
    return tuple(found.values())


def _invited(typed: Typed, cities: Mapping[str, str]) -> Teams:
    """One a line. Whoever is named like a city of the union is its team."""
    lines = [free_text(line, "invited", LONGEST_TEAM) for line in typed.get("invited", "").splitlines()]
    named = [(slug_of(line), line) for line in lines if line]
    if len(named) > MOST_INVITED:
        raise Refusal("table_too_large", "invited", rows=len(named), limit=MOST_INVITED)
    for slug, title in named:
        if not slug or slug.isdecimal():
            raise Refusal("bad_text", "invited", wrong=title)
    return tuple((slug, cities.get(slug, title), slug if slug in cities else title) for slug, title in named)


def _texts(typed: Typed, former: State | None, took: set[str]) -> tuple[tuple[str, str], ...]:
    """Whoever was typed signs; where nobody was, whoever signed the former Games, whole with his category and city."""
    own = {name: typed.get(name, "").strip() for name in GamesCardFilled.free}
    if former and "signatories" in took:
        earlier = {"chair": former.card.chair, **signatories(asdict(former.card))}
        for names in _SIGNING:
            if not any(own[name] for name in names):
                own |= {name: earlier[name] for name in names}
    if former and "phone" in took and not own["phone"]:
        own["phone"] = former.card.phone
    return tuple(own.items())


def _title(typed: Typed) -> str:
    title = free_text(typed.get("title", ""), "title", PHRASE)
    if not title:
        raise Refusal("required", "title")
    return title


def _slug(typed: Typed) -> str:
    """What stands in the addresses of its pages."""
    wished = typed.get("slug", "").strip()
    if wished and (len(wished) > _LONGEST_SLUG or not _SLUG.fullmatch(wished) or wished in _OURS):
        raise Refusal("bad_slug", "slug", example="winter-2027")
    return wished


def _one_of(typed: Typed, field: str, known: Iterable[str]) -> str:
    found = typed.get(field, "").strip()
    if not found:
        raise Refusal("choice_needed", field)
    if found not in known:
        raise Refusal("bad_choice", field)
    return found
