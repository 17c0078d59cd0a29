"""How far the Games are: its application is opened, it begins, it is closed – which is asked about first."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.games.actions import GamesState, state_games
from spartakiad.office.board import WHO, awaited, board_page
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of

_LAST = "closed"


@get("/office/{games:str}/closing", opt={"who": WHO}, sync_to_thread=False)
def closing(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    """What is not closed yet, and what follows: only a decision leads back."""
    return _closing(request, games, Said())


@post("/office/{games:str}/state", opt={"who": WHO})
async def move(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    """Open or close the application, begin or close the Games, open a closed one again."""
    typed = await fields(request)
    reason, who, document = (typed.get(name, "") for name in ("reason", "resumed_by", "document"))
    wish = GamesState(games, typed.get("state", ""), reason, typed.get("sure") == "yes", who, document)
    done = await carry_out(request, state_games, wish, typed)
    if not isinstance(done, Said):
        return Redirect(f"/office/{games}", status_code=303)
    return _closing(request, games, done) if wish.state == _LAST else board_page(request, games, done)


def _closing(request: AnyRequest, games: str, said: Said) -> Response[str]:
    open_still = shell_of(request).now(games).state.state == "under_way"
    found = awaited(request, games) if open_still else []
    return desk(request, games, "office/closing.html", said, expected=found, open=open_still)


routes = [closing, move]
