"""A Games for those who show it to others: the announcer, sites of cities, readers of feeds."""

from collections.abc import Mapping
from html import escape

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION
from spartakiad.documents.results_atom import results_atom
from spartakiad.errors import Refusal
from spartakiad.site.showing import page, page_of_one, public_names_of, shown_games
from spartakiad.standings.news import news, spoken
from spartakiad.standings.queries import overall
from spartakiad.union.queries import cities
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.papers import site_of
from spartakiad.web.render import note_made_of
from spartakiad.web.wiring import settings_of, shell_of
from spartakiad.words.aloud import STRESS

_HEAD, _ROW = 210, 49  # pixels of the widget without its rows, and of a row
_LISTENS = (  # each frame says how high it is, and none can change another
    '<script>addEventListener("message", (e) => document.querySelectorAll("iframe").forEach((f) => '
    "{ if (f.contentWindow === e.source && e.data?.spartakiad) f.height = e.data.spartakiad; }))</script>"
)
_LONGEST = 60  # signs of a city's name in an address


@get("/games/{games:str}/announcer", opt={"who": PUBLIC}, sync_to_thread=False)
def announcer(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """«Для диктора»: what has just happened, the newest first, and what comes next, to be read aloud."""
    now, head = shown_games(request, games)
    told = spoken(now, public_names_of(request, now), _genitives(request))
    return page(request, now, "site/announcer.html", head=head, told=told, stress=STRESS)


@get("/games/{games:str}/atom.xml", opt={"who": PUBLIC}, sync_to_thread=False, media_type="application/atom+xml")
def atom(request: AnyRequest, games: FromPath[str]) -> bytes:
    now, head = shown_games(request, games)
    note_made_of(request, {**now.reads, UNION: shell_of(request).memory.numbers.get(UNION, 0)})
    told = news(now, public_names_of(request, now), _genitives(request))
    return results_atom(head, told, settings_of(request).address)


@get("/games/{games:str}/widget", opt={"who": PUBLIC}, sync_to_thread=False)
def widget(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """The standing for a frame of another site; `?city=` marks a row. Raises Refusal city_not_here."""
    now, head = shown_games(request, games)
    city = request.query_params.get("city", "")
    if city and city not in {team.city for team in now.state.teams.values()}:
        raise Refusal("city_not_here", typed=city[:_LONGEST], games=head.title)
    return page(request, now, "site/widget.html", head=head, standing=overall(now), city=city)


@get("/games/{games:str}/embed", opt={"who": PUBLIC}, sync_to_thread=False)
def embed(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """What others can show of a Games: the hall's screen, the code of the widget, the feed, the announcer's page.

    Where no setting says where the site is, the code names the address the reader came by, and is his alone.
    """
    now, head = shown_games(request, games)
    address = site_of(request)
    teams = sorted({(team.city, team.title) for team in now.state.teams.values()}, key=lambda one: one[1])
    known = request.query_params.get("city", "")
    city = known if known in dict(teams) else ""
    code = _code(f"{address}/games/{games}/widget{'?city=' + city if city else ''}", head.title, len(teams))
    show = page if settings_of(request).address else page_of_one
    return show(request, now, "site/embed.html", head=head, code=code, teams=teams, city=city)


def _code(source: str, title: str, teams: int) -> str:
    """As it is pasted into a page of another site: as high as a table of so many teams, then as the frame says.

    A site that allows no script of its own keeps the first line alone: the frame scrolls then.
    """
    size = f'width="360" height="{_HEAD + _ROW * teams}" loading="lazy" style="border:0;max-width:100%"'
    return f'<iframe src="{source}" title="{escape(title)}: общий зачёт" {size}></iframe>\n{_LISTENS}'


def _genitives(request: AnyRequest) -> Mapping[str, str]:
    with shell_of(request).store.reader() as session:
        return {slug: city.of for slug, city in cities(session).items()}


routes = [announcer, atom, widget, embed]
