"""People who look alike: the commission sees both records and says whether they are one human being."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.errors import Refusal
from spartakiad.people.alike.actions import TwoPeople, decide_pair
from spartakiad.people.alike.pairs import pairs_in
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of
from spartakiad.words.alike import DIFFERS

WHO = only(Role.COMMISSION, Role.CHIEF_SECRETARY)


@get("/office/{games:str}/alike", opt={"who": WHO}, sync_to_thread=False)
def alike(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/alike", opt={"who": WHO})
async def decide(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    """`right`: whose record is right where they are one, «apart» where they are two."""
    typed = await fields(request)
    pair, right = (typed.get("first", ""), typed.get("second", "")), typed.get("right", "")
    if right not in (*pair, "apart") or not all(pair):
        return _page(request, games, Said((Refusal("bad_choice", "right"),), typed))
    with shell_of(request).store.reader() as session:
        known = {(one.first.token, one.second.token) for one in pairs_in(session, games)}
    if pair not in known:
        return _page(request, games, Said((Refusal("pair_decided"),), typed))
    ordered = pair[::-1] if right == pair[1] else pair
    done = await carry_out(request, decide_pair, TwoPeople(*ordered, same=right != "apart"), typed)
    if isinstance(done, Said):
        return _page(request, games, done)
    return Redirect(f"/office/{games}/alike", status_code=303)


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    shell.now(games)
    with shell.store.reader() as session:
        pairs = pairs_in(session, games)
    return desk(request, games, "office/alike.html", said, pairs=pairs, differs=DIFFERS)


routes = [alike, decide]
