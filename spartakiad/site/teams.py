"""Teams of a Games: all of them, and one with everybody who starts for it."""

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.site.showing import page, public_names_of, shown_games
from spartakiad.standings.queries import overall
from spartakiad.standings.team_page import all_teams, team_page
from spartakiad.union.queries import cities
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import shell_of


@get("/games/{games:str}/teams", opt={"who": PUBLIC}, sync_to_thread=True)
def teams(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    now, head = shown_games(request, games)
    found = all_teams(now, public_names_of(request, now))
    return page(request, now, "site/teams.html", head=head, standing=overall(now), teams=found)


@get("/games/{games:str}/teams/{team:str}", opt={"who": PUBLIC}, sync_to_thread=True)
def team(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[str]:
    now, head = shown_games(request, games)
    found = team_page(now, team, public_names_of(request, now))
    with shell_of(request).store.reader() as session:
        known = cities(session)
    return page(request, now, "site/team.html", head=head, standing=overall(now), team=found, cities=known)


routes = [teams, team]
