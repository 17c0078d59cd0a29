"""The final of a contest that is run in heats: who comes into it, and the list that the judges get."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.competition.decide.contests import outstanding
from spartakiad.competition.finals import final_stage
from spartakiad.competition.programme import Line, line
from spartakiad.errors import Refusal
from spartakiad.office.starts import WHO
from spartakiad.people.queries import names_of
from spartakiad.results.finals import final_view, otherwise
from spartakiad.results.sheets import full_name
from spartakiad.starts.finals import Final, NoFinal, release_final, take_final_back
from spartakiad.starts.forms import minutes_after
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, seen_waiting
from spartakiad.web.wiring import shell_of, staying


@get("/office/{games:str}/contests/{contest:str}/final", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _page(request, games, contest, Said())


@post("/office/{games:str}/contests/{contest:str}/final", opt={"who": WHO})
async def release(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    """«Пересчитать» shows who would come, and writes nothing."""
    typed = await fields(request)
    part = _part(request, games, contest)
    chosen, without = _ticked(typed, "chosen-"), _ticked(typed, "without-")
    if typed.get("look") == "yes":
        return _page(request, games, contest, Said((), typed))
    try:
        delay = minutes_after(shell_of(request).now(games).state, contest, typed.get("begins", ""))
    except Refusal as refusal:
        return _page(request, games, contest, Said((refusal,), typed))
    wish = Final(games, contest, part.part, chosen, typed.get("reason", ""), delay, without, seen_waiting(typed))
    done = await carry_out(request, release_final, wish, typed)
    return _page(request, games, contest, done) if isinstance(done, Said) else _back(request, games, contest)


@post("/office/{games:str}/contests/{contest:str}/final/back", opt={"who": WHO})
async def take_back(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = NoFinal(games, contest, _part(request, games, contest).part, typed.get("reason", ""))
    done = await carry_out(request, take_final_back, wish, typed)
    return _page(request, games, contest, done) if isinstance(done, Said) else _back(request, games, contest)


def _ticked(typed: Mapping[str, str], before: str) -> tuple[str, ...]:
    return tuple(name.removeprefix(before) for name in typed if name.startswith(before))


def _back(request: AnyRequest, games: str, contest: str) -> Redirect:
    address = f"/office/{games}/contests/{contest}/final"
    return Redirect(staying(request, address, part=request.query_params.get("part", "")), status_code=303)


def _part(request: AnyRequest, games: str, contest: str) -> Line:
    """The part that the address names. Raises Refusal not_found where there is no final."""
    whole = line(shell_of(request).now(games).state, contest)
    found = whole.list_of(request.query_params.get("part", "") or whole.lists[0].part)
    if final_stage(found) is None:
        raise Refusal("not_found")
    return found


def _page(request: AnyRequest, games: str, contest: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    state, found = shell.now(games).state, _part(request, games, contest)
    stage = final_stage(found) or {}
    with shell.store.reader() as session:
        people = names_of(session, games)
    left = outstanding(state, found)
    standing = state.how_far(contest, found.part)
    return desk(
        request,
        games,
        "office/final.html",
        said,
        contest=found,
        at=staying(request, part=request.query_params.get("part", "")),
        standing=standing,
        view=final_view(state, found, partial(full_name, state, found, people), _ticked(said.typed, "without-")),
        moved=otherwise(state, found, partial(full_name, state, found, people)),
        missing=len(left.missing),
        unchecked=len(left.unchecked),
        qualify=stage.get("qualify") or 0,
        next_best=stage.get("next_best") or 0,
        open=standing.state == "under_way",
    )


routes = [look, release, take_back]
