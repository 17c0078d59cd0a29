"""«Название и дни»: what a Games and its teams are called, put right after it was made."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.competition.cards import Described
from spartakiad.competition.programme import lines
from spartakiad.games.describing import Description, TeamTitle, beyond, describe, rename_team, typed_description
from spartakiad.games.live import GamesHead
from spartakiad.office.making import MAKERS
from spartakiad.office.timetable import head_for
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of
from spartakiad.words.dates import span
from spartakiad.words.union import SEASONS


@get("/office/{games:str}/description", opt={"who": MAKERS}, sync_to_thread=False)
def description(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/description", opt={"who": MAKERS})
async def change(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    wish = typed_description(games, typed)
    if not isinstance(wish, Description):
        return _page(request, games, Said(tuple(wish), typed))
    done = await carry_out(request, describe, wish, typed)
    return _page(request, games, done) if isinstance(done, Said) else _saved(games)


@post("/office/{games:str}/teams/{team:str}/title", opt={"who": MAKERS})
async def change_team(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    done = await carry_out(request, rename_team, TeamTitle(games, team, typed.get(f"title-{team}", "")), typed)
    return _page(request, games, done) if isinstance(done, Said) else _saved(games)


def _page(request: AnyRequest, games: str, said: Said) -> Response[str]:
    state, head = shell_of(request).now(games).state, head_for(request, games)
    titles = {one.id: one.title for one in lines(state)}
    described = state.described
    return desk(
        request,
        games,
        "office/description.html",
        said,
        values={**_values(head, described), **said.typed},
        were=[f"«{one.title}», {SEASONS[one.season][0]}, {span(one.starts_on, one.ends_on)}" for one in state.were],
        beyond=[titles[one] for one in beyond(state, described) if one in titles] if described else [],
        teams=list(state.teams.values()),
    )


def _values(head: GamesHead, described: Described | None) -> dict[str, str]:
    days = {"starts_on": head.first, "ends_on": head.last}
    shown = {name: f"{day:%d.%m.%Y}" if day else "" for name, day in days.items()}
    return {"title": head.title, "season": described.season if described else "", **shown}


def _saved(games: str) -> Response[Any]:
    return Redirect(f"/office/{games}/description?saved=yes", status_code=303)


routes = [description, change, change_team]
