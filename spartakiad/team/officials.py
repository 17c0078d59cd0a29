"""Officials of a delegation: who comes with the team and does not compete. Typed in the captain's cabinet."""

from typing import Any

from litestar import Response, post
from litestar.params import FromPath

from spartakiad.entries.actions import NewOfficials, OneOfficial, add_officials, drop_official
from spartakiad.people.forms import Official, understand_official
from spartakiad.team.pages import WHO, back_to_cabinet, cabinet_again, cabinet_page, known_team
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields

_SENT_AS = "official-"  # how the names of these fields begin: the page has those of an athlete too


@post("/team/{games:str}/{team:str}/officials", opt={"who": WHO, "too_large": cabinet_again})
async def add_one(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    known_team(request, games, team)
    understood = understand_official({name: typed.get(_SENT_AS + name, "") for name in ("post", *_NAMES)}, _SENT_AS)
    if not isinstance(understood, Official):
        return cabinet_page(request, games, team, Said(tuple(understood), typed))
    done = await carry_out(request, add_officials, NewOfficials(games, team, (understood,)), typed)
    if isinstance(done, Said):
        return cabinet_page(request, games, team, done)
    return back_to_cabinet(request, games, team, "official")


@post("/team/{games:str}/{team:str}/officials/{official:int}/removal", opt={"who": WHO, "too_large": cabinet_again})
async def remove(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], official: FromPath[int]
) -> Response[Any]:
    """The row is all that is kept of such a person: taken out, it is erased."""
    typed = await fields(request)
    known_team(request, games, team)
    done = await carry_out(request, drop_official, OneOfficial(games, team, official), typed)
    if isinstance(done, Said):
        return cabinet_page(request, games, team, done)
    return back_to_cabinet(request, games, team, "official-left")


_NAMES = ("surname", "name", "patronymic")

routes = [add_one, remove]
