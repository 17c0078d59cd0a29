"""Pools: who competes is divided by hand, and everybody of a pool is drawn against the others."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.pools import pools_wanted, takes_pools
from spartakiad.competition.programme import MAIN, line
from spartakiad.errors import Refusal
from spartakiad.people.queries import names_of
from spartakiad.results.sheets import sides
from spartakiad.starts import actions as starts
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of

WHO = only(Role.CHIEF_SECRETARY)
_LETTERS = "АБВГДЕЖЗ"
_USUAL = 4  # pools to choose from, where the regulation does not say


@get("/office/{games:str}/contests/{contest:str}/draw", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _page(request, games, contest, Said())


@post("/office/{games:str}/contests/{contest:str}/draw", opt={"who": WHO})
async def divide(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """The start list with its pools; drawn again it is another one, as long as nothing was played."""
    typed = await fields(request)
    pools = tuple((name[5:], pool) for name, pool in typed.items() if name.startswith("pool-"))
    done = await carry_out(
        request, starts.release, starts.OneContest(games, contest, "", pools, typed.get("reason", "")), typed
    )
    if isinstance(done, Said):
        return _page(request, games, contest, done)
    return Redirect(f"/office/{games}#contest-{contest}", status_code=303)


def _page(request: AnyRequest, games: str, contest: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    found = line(state, contest)
    if not takes_pools(found):
        raise Refusal("not_found")
    with shell.store.reader() as session:
        entrants = sides(state, found, names_of(session, games))
    many = pools_wanted(found)
    drawn = state.pools.get((contest, MAIN), {})
    return desk(
        request,
        games,
        "office/draw.html",
        said,
        contest=found,
        open=state.contests[contest].state in ("planned", "start_list"),
        out=state.contests[contest].state == "start_list",
        wanted=many,
        letters=[(letter, f"Группа {letter}") for letter in _LETTERS[: many or _USUAL]],
        rows=[(entrant, name, said.value(f"pool-{entrant}", drawn.get(entrant, ""))) for entrant, name in entrants],
    )


routes = [look, divide]
