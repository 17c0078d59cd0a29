"""The chief judge of the Games confirms who takes the challenge cup."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.cup import proposal
from spartakiad.cup.actions import Confirmation, confirm
from spartakiad.standings.queries import overall
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of

LOOK = only(Role.CHIEF_JUDGE, Role.CHIEF_SECRETARY)
WHO = only(Role.CHIEF_JUDGE)


@get("/office/{games:str}/cup", opt={"who": LOOK}, sync_to_thread=False)
def cup(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _cup(request, games, Said())


@post("/office/{games:str}/cup", opt={"who": WHO})
async def confirmation(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = Confirmation(games, *(typed.get(name, "") for name in ("team", "chair", "document")))
    done = await carry_out(request, confirm, wish, typed)
    return _cup(request, games, done) if isinstance(done, Said) else Redirect(f"/office/{games}/cup", status_code=303)


def _cup(request: AnyRequest, games: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    now = shell.now(games)
    found = proposal(now.state)
    return desk(
        request,
        games,
        "office/cup.html",
        said,
        proposal=found,
        teams=[now.state.teams[team] for team in found.teams],
        cup=now.state.cup,
        standing=overall(now),
    )


routes = [cup, confirmation]
