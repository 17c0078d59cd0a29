"""The commission's table: delegations, their athletes, a verdict on each."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.roles import Role
from spartakiad.entries.actions import Admission, OneTeam, Verdict, admit, admit_waiting, judge_delegation
from spartakiad.entries.queries import columns, delegations, roster, told_by
from spartakiad.errors import Refusal
from spartakiad.people.queries import official_rows
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of

WHO = only(Role.COMMISSION, Role.CHIEF_SECRETARY)


@get("/office/{games:str}/admission", opt={"who": WHO}, sync_to_thread=False)
def teams(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return desk(request, games, "office/admission.html", delegations=delegations(shell_of(request).now(games).state))


@get("/office/{games:str}/admission/{team:str}", opt={"who": WHO}, sync_to_thread=False)
def one_team(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[str]:
    return _team(request, games, team, Said())


@post("/office/{games:str}/admission/{team:str}/all", opt={"who": WHO})
async def all_waiting(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    done = await carry_out(request, admit_waiting, OneTeam(games, team), typed)
    return _team(request, games, team, done) if isinstance(done, Said) else _back(games, team)


@post("/office/{games:str}/admission/{team:str}/verdict", opt={"who": WHO})
async def verdict(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = Verdict(games, team, typed.get("verdict", ""), typed.get("remark", ""))
    done = await carry_out(request, judge_delegation, wish, typed)
    return _team(request, games, team, done) if isinstance(done, Said) else _back(games, team)


@post("/office/{games:str}/admission/{team:str}/athletes/{athlete:str}", opt={"who": WHO})
async def one_athlete(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], athlete: FromPath[str]
) -> Response[Any]:
    typed = await fields(request)
    known = shell_of(request).now(games).state.athletes.get(athlete)
    if known is None or known.team != team:
        raise Refusal("not_found")
    words = (typed.get(name, "") for name in ("verdict", "until", "clause", "reason"))
    done = await carry_out(request, admit, Admission(games, athlete, *words), typed)
    return _team(request, games, team, done, athlete) if isinstance(done, Said) else _back(games, team)


def _team(request: AnyRequest, games: str, team: str, said: Said, athlete: str = "") -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    if team not in state.teams:
        raise Refusal("not_found")
    with shell.store.reader() as session:
        actors = accounts.names(session)
        rows = roster(session, state, games, team, actors)
        officials = official_rows(session, games, team)
    return desk(
        request,
        games,
        "office/admission_team.html",
        said,
        team=state.teams[team],
        moved_by=told_by(state.teams[team], actors),
        rows=rows,
        officials=officials,
        columns=columns(state, team),
        wrong=athlete,
    )


def _back(games: str, team: str) -> Response[Any]:
    return Redirect(f"/office/{games}/admission/{team}", status_code=303)


routes = [teams, one_team, all_waiting, verdict, one_athlete]
