"""A Games: its programme, its contests, its standing, and why a team has its points."""

from typing import Any

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION, Now
from spartakiad.competition.programme import lines
from spartakiad.competition.publishing import sheet_of
from spartakiad.games.notices import for_everybody
from spartakiad.games.regulation import regulation
from spartakiad.games.timetable import days, row_of, timetable
from spartakiad.results.queries import contest_view
from spartakiad.site import past
from spartakiad.site.showing import page, public_names_of, shown_games, shown_people
from spartakiad.standings.explanation import explanation
from spartakiad.standings.queries import overall
from spartakiad.standings.reveal import reveal_view
from spartakiad.standings.stakes import still_possible
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import note_made_of
from spartakiad.web.wiring import shell_of


@get("/games/{games:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def games_page(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """A Games with a journal lives; one without is known from sources."""
    if games not in shell_of(request).memory.shown:
        return past.page(request, games)
    now, head = shown_games(request, games)
    told = for_everybody(now.state)[:2]
    shown = {"standing": overall(now), "contests": _contests(now, request), "notices": told}
    return page(request, now, "site/games_live.html", head=head, **shown)


@get("/games/{games:str}/standings", opt={"who": PUBLIC}, sync_to_thread=False)
def standings(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    now, head = shown_games(request, games)
    return page(request, now, "site/standings.html", head=head, standing=overall(now))


@get("/games/{games:str}/standings/{team:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def why(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[str]:
    now, head = shown_games(request, games)
    return page(request, now, "site/why.html", head=head, why=explanation(now, team, public_names_of(request, now)))


@get("/games/{games:str}/stakes", opt={"who": PUBLIC}, sync_to_thread=True)
def stakes(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """What is still possible, proven. It takes hundreds of standings, so it is not made on the loop."""
    now, head = shown_games(request, games)
    return page(
        request, now, "site/stakes.html", head=head, standing=overall(now), possible=still_possible(now, told=True)
    )


@get("/games/{games:str}/contests", opt={"who": PUBLIC}, sync_to_thread=False)
def contests(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    now, head = shown_games(request, games)
    return page(request, now, "site/contests.html", head=head, contests=_contests(now, request))


@get("/games/{games:str}/contests/{contest:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def contest(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    now, head, public = shown_people(request, games)
    view = contest_view(now, contest, public)
    sheet = sheet_of(now.state, contest)
    return page(
        request, now, "site/contest.html", head=head, contest=view, slot=row_of(now.state, contest), sheet=sheet
    )


@get("/games/{games:str}/rules", opt={"who": PUBLIC}, sync_to_thread=False)
def rules(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """The regulation in plain words."""
    now, head = shown_games(request, games)
    return page(request, now, "site/rules.html", head=head, regulation=regulation(now.state))


@get("/games/{games:str}/reveal", opt={"who": PUBLIC}, sync_to_thread=False)
def reveal(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """The places as they are announced at the ceremony, for every telephone in the hall."""
    now, head = shown_games(request, games)
    return page(request, now, "site/reveal.html", head=head, reveal=reveal_view(now.state, now.reveal))


@get("/games/{games:str}/notices", opt={"who": PUBLIC}, sync_to_thread=False)
def notices(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    now, head = shown_games(request, games)
    return page(request, now, "site/notices.html", head=head, notices=for_everybody(now.state))


@get("/games/{games:str}/schedule", opt={"who": PUBLIC}, sync_to_thread=False)
def schedule(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    now, head = shown_games(request, games)
    return page(request, now, "site/schedule.html", head=head, days=days(now.state))


@get("/games/{games:str}/schedule.ics", opt={"who": PUBLIC}, sync_to_thread=False)
def schedule_file(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    from spartakiad.documents.schedule_ics import schedule_ics  # slow to import: with the first file

    now, head = shown_games(request, games)
    note_made_of(request, {**now.reads, UNION: shell_of(request).memory.numbers.get(UNION, 0)})
    return Response(schedule_ics(games, head.title, timetable(now.state)), media_type="text/calendar")


def _contests(now: Now, request: AnyRequest) -> list[Any]:
    names = public_names_of(request, now)
    return [contest_view(now, line.id, names) for line in lines(now.state)]


routes = [
    games_page,
    standings,
    why,
    stakes,
    contests,
    contest,
    schedule,
    schedule_file,
    rules,
    notices,
    reveal,
]
