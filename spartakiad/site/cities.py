"""Cities: all of them, and what is known of one."""

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION
from spartakiad.errors import Refusal
from spartakiad.games.queries import games_of_city
from spartakiad.union.queries import cities, events_of_city
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
    members = [city for city in found if city.member]
    others = [city for city in found if not city.member]
    return public(request, "site/cities.html", reads, members=members, others=others)


@get("/cities/{slug:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def city(request: AnyRequest, slug: FromPath[str]) -> Response[str]:
    shell = shell_of(request)
    reads = {UNION: shell.memory.numbers.get(UNION, 0)}
    with shell.store.reader() as session:
        found = cities(session)
        if slug not in found:
            raise Refusal("not_found")
        events, games = events_of_city(session, slug), games_of_city(session, slug, shell.memory.shown)
    return public(
        request,
        "site/city.html",
        reads,
        city=found[slug],
        cities=found,
        hosted=[event for event in events if event.host == slug],
        present=[event for event in events if event.host != slug],
        games=games,
    )


routes = [all_cities, city]
