"""Results are held for the ceremony and announced from the last place, one key a place."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.freeze import SWITCH, standing_rows
from spartakiad.errors import Refusal
from spartakiad.standings.actions import Press, press
from spartakiad.standings.queries import overall
from spartakiad.standings.reveal import outdated, reveal_view
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.wiring import shell_of

WHO = only(Role.CHIEF_SECRETARY, Role.CHIEF_JUDGE)


@get("/office/{games:str}/freeze", opt={"who": WHO}, sync_to_thread=False)
def freeze(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/freeze", opt={"who": WHO})
async def step(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    """Hold, begin to announce, announce the next place, let everybody see: what the button says."""
    typed = await fields(request)
    try:
        wish = Press(games, typed.get("step", ""), whole(typed, "seen"))
    except Refusal as refusal:
        return _page(request, games, Said((refusal,), typed))
    done = await carry_out(request, press, wish, typed)
    if isinstance(done, Said):
        return _page(request, games, done)
    return Redirect(f"/office/{games}/freeze", status_code=303)


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    now = shell_of(request).now(games)
    state = now.state
    with shell_of(request).store.reader() as session:
        names = accounts.names(session)
    return desk(
        request,
        games,
        "office/freeze.html",
        said,
        stream=now.stream,
        number=now.number,
        seen=state.versions.get(SWITCH, 0),
        freeze=state.freeze,
        by=names.get(state.freeze.by, "") if state.freeze else "",
        reveal=reveal_view(state, state.reveal),
        outdated=bool(state.freeze and state.reveal and outdated(state.reveal, standing_rows(state))),
        standing=overall(now),
    )


routes = [freeze, step]
