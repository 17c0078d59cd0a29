"""Games of other years against the list of what public pages tell of them (`editions.json`, each with its source)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from spartakiad.union.past_games import PastGames
from spartakiad.union.sources import Sources

TOLD: list[dict[str, Any]] = json.loads((Path(__file__).parent / "editions.json").read_text(encoding="utf-8"))[
    "editions"
]
SERIES = {"summer": "summer", "winter": "winter", "winter sports (older series)": "winter_sports"}
CITIES = ("cities", "teams_named", "cities_named", "applied_by_then")


def name(told: dict[str, Any]) -> str:
    return f"{SERIES[told['season']]} {told['number'].partition(' ')[0]}"


def kept(facts: Sources, told: dict[str, Any]) -> PastGames:
    return next(one for one in facts.games.values() if f"{one.series} {one.number}" == name(told))


def addresses(facts: Sources, games: PastGames) -> set[str]:
    return {unquote(facts.sources[slug].url or "") for slug in games.sources}


def podium(facts: Sources, games: PastGames) -> Iterator[tuple[str, str, int | None]]:
    for row in games.standing.rows if games.standing else ():
        yield str(row.place), facts.cities[row.city].title, row.points


@pytest.mark.parametrize("told", TOLD, ids=name)
def test_a_games_is_kept_with_its_year_host_and_source(facts: Sources, told: dict[str, Any]) -> None:
    games = kept(facts, told)
    hosts = [facts.cities[slug].title for slug in games.hosts]
    host = (told["host"] or "").partition(" (")[0]
    assert (games.when.year, hosts) == (told["year"], [host] if host else [])
    assert unquote(told["source"].partition(" ; ")[0]) in addresses(facts, games)


@pytest.mark.parametrize("told", [one for one in TOLD if "standings" in one], ids=name)
def test_its_places_and_points_are_those_of_the_source(facts: Sources, told: dict[str, Any]) -> None:
    rows = list(podium(facts, kept(facts, told)))
    for place, cities in told["standings"].items():
        named = cities if isinstance(cities, list) else [cities]
        assert [city for at, city, _ in rows if at == place.partition(" ")[0]] == named
    assert {city: points for _, city, points in rows if points} == told.get("totals", {})


@pytest.mark.parametrize("told", [one for one in TOLD if any(key in one for key in CITIES)], ids=name)
def test_every_city_that_the_source_names_is_kept(facts: Sources, told: dict[str, Any]) -> None:
    named = {city for key in CITIES for city in told.get(key, ())}
    accounts = {facts.cities[slug].title for account in kept(facts, told).teams for slug in account.cities}
    assert named - accounts == set()


def test_every_games_of_a_known_year_stands_in_the_calendar(facts: Sources) -> None:
    listed = {event.games for event in facts.events.values() if event.kind == "spartakiad"}
    assert {slug for slug, games in facts.games.items() if games.when.year} == listed
