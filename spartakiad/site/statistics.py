"""Statistics over the years: tables, and a picture beside each."""

from litestar import Response, get

from spartakiad.competition.memory import UNION
from spartakiad.site.charts import chart
from spartakiad.union.queries import cities
from spartakiad.union.statistics import statistics
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import public
from spartakiad.web.wiring import shell_of
from spartakiad.words.union import EVENT_GROUPS, SUMS

_SHOWN = 20  # cities of a picture; the table beside it has all


@get("/union/statistics", opt={"who": PUBLIC}, sync_to_thread=False)
def numbers(request: AnyRequest) -> Response[str]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        told, names = statistics(session), cities(session)
    titles = {slug: city.title for slug, city in names.items()}
    hosts, guests = ([(titles.get(city, city), count) for city, count in found] for found in (told.hosts, told.guests))
    held = [(str(year.year), year.total) for year in told.years if year.total]
    used = {kind for year in told.years for kind in year.kinds}
    return public(
        request,
        "site/statistics.html",
        {UNION: shell.memory.numbers.get(UNION, 0)},
        told=told,
        kinds=[(kind, words) for kind, words in EVENT_GROUPS.items() if kind in used],
        by_year=chart("Проведено событий по годам", held),
        by_host=chart("Сколько событий провели города", hosts[:_SHOWN]),
        by_guest=chart("В скольких событиях названы города", guests[:_SHOWN]),
        hosts=list(zip(told.hosts, hosts, strict=True)),
        guests=list(zip(told.guests, guests, strict=True)),
        cities=names,
        precisions=SUMS,
    )


routes = [numbers]
