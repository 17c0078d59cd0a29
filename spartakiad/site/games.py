"""A Games: its programme, its contests, its standing, and why a team has its points."""

from typing import Any

from litestar import Response, get
from litestar.params import FromPath

from spartakiad.competition.memory import UNION, Now
from spartakiad.competition.programme import lines
from spartakiad.competition.publishing import sheet_of
from spartakiad.documents.schedule_ics import schedule_ics
from spartakiad.games.live import GamesHead, head_of, held_of
from spartakiad.games.notices import for_everybody
from spartakiad.games.regulation import regulation
from spartakiad.games.timetable import days, row_of, timetable
from spartakiad.people.names import PublicName
from spartakiad.results.queries import contest_view
from spartakiad.site import past
from spartakiad.standings.explanation import explanation
from spartakiad.standings.names import names_at
from spartakiad.standings.queries import overall
from spartakiad.standings.reveal import reveal_view
from spartakiad.standings.stakes import still_possible
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest
from spartakiad.web.render import note_made_of, public
from spartakiad.web.wiring import shell_of


@get("/games/{games:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def games_page(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """A Games with a journal lives; one without is known from sources."""
    if games not in shell_of(request).memory.shown:
        return past.page(request, games)
    now, head = _now(request, games)
    told = for_everybody(now.state)[:2]
    shown = {"standing": overall(now), "contests": _contests(now, request), "notices": told}
    return _public(request, now, "site/games_live.html", head=head, **shown)


@get("/games/{games:str}/standings", opt={"who": PUBLIC}, sync_to_thread=False)
def standings(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    now, head = _now(request, games)
    return _public(request, now, "site/standings.html", head=head, standing=overall(now))


@get("/games/{games:str}/standings/{team:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def why(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[str]:
    now, head = _now(request, games)
    return _public(request, now, "site/why.html", head=head, why=explanation(now, team, _names(request, now)))


@get("/games/{games:str}/stakes", opt={"who": PUBLIC}, sync_to_thread=True)
def stakes(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """What is still possible, proven. It takes hundreds of standings, so it is not made on the loop."""
    now, head = _now(request, games)
    return _public(request, now, "site/stakes.html", head=head, possible=still_possible(now))


@get("/games/{games:str}/contests", opt={"who": PUBLIC}, sync_to_thread=False)
def contests(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    now, head = _now(request, games)
    return _public(request, now, "site/contests.html", head=head, contests=_contests(now, request))


@get("/games/{games:str}/contests/{contest:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def contest(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    now, head = _now(request, games)
    view = contest_view(now, contest, _names(request, now))
    sheet = sheet_of(now.state, contest)
    return _public(
        request, now, "site/contest.html", head=head, contest=view, slot=row_of(now.state, contest), sheet=sheet
    )


@get("/games/{games:str}/rules", opt={"who": PUBLIC}, sync_to_thread=False)
def rules(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """The regulation in plain words."""
    now, head = _now(request, games)
    return _public(request, now, "site/rules.html", head=head, regulation=regulation(now.state))


@get("/games/{games:str}/screen", opt={"who": PUBLIC}, sync_to_thread=False)
def screen(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """For the hall: who leads, what goes on, what comes next, the last notice; it follows the Games by itself.

    While the places are announced it shows them and nothing else.
    """
    now, head = _now(request, games)
    rows = timetable(now.state)
    shown = {
        "standing": overall(now),
        "running": [row for row in rows if row.state in ("start_list", "under_way")][:4],
        "coming": [row for row in rows if row.state == "planned" and row.starts_at][:4]
        + [row for row in rows if "postponed" in row.flags][:2],
        "notices": for_everybody(now.state)[:1],
        "reveal": reveal_view(now.state, now.reveal) if now.hold else None,
    }
    return _public(request, now, "site/screen.html", head=head, **shown)


@get("/games/{games:str}/reveal", opt={"who": PUBLIC}, sync_to_thread=False)
def reveal(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """The places as they are announced at the ceremony, for every telephone in the hall."""
    now, head = _now(request, games)
    return _public(request, now, "site/reveal.html", head=head, reveal=reveal_view(now.state, now.reveal))


@get("/games/{games:str}/notices", opt={"who": PUBLIC}, sync_to_thread=False)
def notices(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    now, head = _now(request, games)
    return _public(request, now, "site/notices.html", head=head, notices=for_everybody(now.state))


@get("/games/{games:str}/schedule", opt={"who": PUBLIC}, sync_to_thread=False)
def schedule(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    now, head = _now(request, games)
    return _public(request, now, "site/schedule.html", head=head, days=days(now.state))


@get("/games/{games:str}/schedule.ics", opt={"who": PUBLIC}, sync_to_thread=False)
def schedule_file(request: AnyRequest, games: FromPath[str]) -> Response[bytes]:
    now, head = _now(request, games)
    note_made_of(request, {**now.reads, UNION: shell_of(request).memory.numbers.get(UNION, 0)})
    return Response(schedule_ics(games, head.title, timetable(now.state)), media_type="text/calendar")


def _now(request: AnyRequest, games: str) -> tuple[Now, GamesHead]:
    now = shell_of(request).shown(games)
    with shell_of(request).store.reader() as session:
        return now, head_of(session, games, now.state)


def _names(request: AnyRequest, now: Now) -> dict[str, PublicName]:
    with shell_of(request).store.reader() as session:
        return names_at(session, now)


def _contests(now: Now, request: AnyRequest) -> list[Any]:
    names = _names(request, now)
    return [contest_view(now, line.id, names) for line in lines(now.state)]


def _public(request: AnyRequest, now: Now, template: str, **context: Any) -> Response[str]:
    """Every page of a Games reads its stream and, for the titles of cities and the Games themselves, the union's."""
    union = shell_of(request).memory.numbers.get(UNION, 0)
    head: GamesHead = context["head"]
    context |= {"stream": now.stream, "number": now.number, "demo": head.demo, "held": held_of(now, head)}
    return public(request, template, {**now.reads, UNION: union}, **context)


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
    screen,
    reveal,
]
