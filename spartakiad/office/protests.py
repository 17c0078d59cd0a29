"""Protests at the desk: the secretariat files the paper, the chief judge of the Games decides."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.programme import lines
from spartakiad.competition.texts import a_moment
from spartakiad.errors import Refusal
from spartakiad.publication.protests import NewProtest, Ruling, file_protest, protests, rule
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import me_in, shell_of

WHO = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE)
DESK = only(Role.CHIEF_SECRETARY)
JUDGE = only(Role.CHIEF_JUDGE)


@get("/office/{games:str}/protests", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/protests", opt={"who": DESK})
async def file(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    try:
        day, hour = typed.get("received_day", ""), typed.get("received_time", "")
        received = a_moment(day, hour, "received_day", "received_time")
        if typed.get("contest", "") not in shell_of(request).now(games).state.contests:
            raise Refusal("choice_needed", "contest")
    except Refusal as refusal:
        return _page(request, games, Said((refusal,), typed))
    clause, text = typed.get("clause", ""), typed.get("protest_text", "")
    wish = NewProtest(games, typed["contest"], typed.get("team", ""), received, clause, text)
    return _after(request, games, await carry_out(request, file_protest, wish, typed))


@post("/office/{games:str}/protests/{number:int}", opt={"who": JUDGE})
async def decide(request: AnyRequest, games: FromPath[str], number: FromPath[int]) -> Response[Any]:
    typed = await fields(request)
    ruling = Ruling(games, number, *(typed.get(name, "") for name in ("verdict", "reason", "jury")))
    return _after(request, games, await carry_out(request, rule, ruling, typed), number)


def _page(request: AnyRequest, games: str, said: Said, wrong: int = 0) -> Response[str]:
    shell, me = shell_of(request), me_in(request)
    state = shell.now(games).state
    return desk(
        request,
        games,
        "office/protests.html",
        said,
        wrong=wrong,
        protests=protests(state),
        contests=[(line.id, line.title) for line in lines(state)],
        teams=[(team.slug, team.title) for team in state.teams.values()],
        files=me.may(DESK.roles, games),
        decides=me.may(JUDGE.roles, games),
    )


def _after(request: AnyRequest, games: str, done: object, wrong: int = 0) -> Response[Any]:
    if isinstance(done, Said):
        return _page(request, games, done, wrong)
    return Redirect(f"/office/{games}/protests", status_code=303)


routes = [look, file, decide]
