"""«Предварительная заявка»: a form of the cabinet while nobody of the team is named yet."""

from typing import Any

from litestar import Response, post
from litestar.params import FromPath

from spartakiad.entries.foreseeing import Preliminary, give_preliminary, typed_people
from spartakiad.entries.forms import changes_in
from spartakiad.team.pages import WHO, back_to_cabinet, cabinet_again, cabinet_page, known_team
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of


@post("/team/{games:str}/{team:str}/preliminary", opt={"who": WHO, "too_large": cabinet_again})
async def give(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    known_team(request, games, team)
    people, wrong = typed_people(typed)
    if wrong:
        return cabinet_page(request, games, team, Said(wrong, typed))
    changes = changes_in(typed, shell_of(request).now(games).state, team)
    done = await carry_out(request, give_preliminary, Preliminary(games, team, changes, people), typed)
    if isinstance(done, Said):
        return cabinet_page(request, games, team, done)
    return back_to_cabinet(request, games, team, "preliminary")


routes = [give]
