"""Cities: all of them, and what is known of one."""

from typing import Any

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION, Now
from spartakiad.errors import Refusal
from spartakiad.games.queries import all_games, cities_at_games, games_of_city
from spartakiad.standings.queries import RowView, overall
from spartakiad.union.city_map import NARROW, WIDE, Place, city_map
from spartakiad.union.queries import CityView, cities, events_of_city, sources
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import public
from spartakiad.web.wiring import shell_of


@get("/cities", opt={"who": PUBLIC}, sync_to_thread=False)
def all_cities(request: AnyRequest) -> Response[str]:
    shell = shell_of(request)
    reads = {UNION: shell.memory.numbers.get(UNION, 0)}
    with shell.store.reader() as session:
        found = cities(session).values()
        known = cities_at_games(session, shell.memory.shown)
    members = [city for city in found if city.member]
    others = [city for city in found if not city.member]
    places = [_place(city, *known.get(city.slug, (0, 0))) for city in found if city.latitude and city.longitude]
    wide, narrow = city_map(places, WIDE), city_map(places, NARROW)
    lists: dict[str, Any] = {"members": members, "others": others, "known": known}
    return public(request, "site/cities.html", reads, until=None, wide=wide, narrow=narrow, **lists)


@get("/cities/{slug:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def city(request: AnyRequest, slug: FromPath[str]) -> Response[str]:
    shell = shell_of(request)
    reads = {UNION: shell.memory.numbers.get(UNION, 0)}
    with shell.store.reader() as session:
        found = cities(session)
        if slug not in found:
            raise Refusal("not_found")
        events, games = events_of_city(session, slug), games_of_city(session, slug, shell.memory.shown)
        told_by = sources(session, list(dict.fromkeys(one for games_ in games for one in games_.sources)))
        titles = {one.slug: one for one in all_games(session, shell.memory.shown) if not one.demo}
    kept = [now for one, now in shell.memory.shown.items() if one in titles]
    held = [(now, row) for now in kept for row in _rows_of(now, slug)]
    reads |= {stream: number for now in kept for stream, number in now.reads.items()}
    return public(
        request,
        "site/city.html",
        reads,
        city=found[slug],
        cities=found,
        hosted=[event for event in events if event.host == slug],
        present=[event for event in events if event.host != slug],
        games=games,
        running=[(titles[now.slug], row) for now, row in held],
        sources=told_by,
        numbered={source.slug: number for number, source in enumerate(told_by, start=1)},
    )


def _rows_of(now: Now, city: str) -> list[RowView]:
    """The rows of the city's teams in a Games that has a journal."""
    if now.state.state not in ("under_way", "closed"):
        return []
    if all(team.city != city for team in now.state.teams.values()):
        return []
    return [row for row in overall(now).rows if row.city == city]


def _place(city: CityView, known: int, hosted: int) -> Place:
    return Place(city.slug, city.title, city.latitude or 0, city.longitude or 0, city.member, known, hosted)


routes = [all_cities, city]
