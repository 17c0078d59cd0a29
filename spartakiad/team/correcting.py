"""«Исправить»: what of an athlete may have been typed wrong, or come later: his rank, his coach, his number of ГТО."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from spartakiad.competition.expiries import ending, last_day
from spartakiad.entries.commission import ends_shown
from spartakiad.entries.correcting import Correction, correct, understand_correction
from spartakiad.entries.queries import RosterRow, roster
from spartakiad.errors import Refusal
from spartakiad.team.pages import WHO, back_to_cabinet, known_team
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of


@get("/team/{games:str}/{team:str}/athletes/{athlete:str}/correction", opt={"who": WHO}, sync_to_thread=False)
def correction(request: AnyRequest, games: FromPath[str], team: FromPath[str], athlete: FromPath[str]) -> Response[str]:
    return _page(request, games, team, athlete, Said())


def _again(request: AnyRequest) -> Response[str]:
    games, team, athlete = (str(request.path_params[name]) for name in ("games", "team", "athlete"))
    return _page(request, games, team, athlete, Said((Refusal("form_too_large"),)))


@post("/team/{games:str}/{team:str}/athletes/{athlete:str}/correction", opt={"who": WHO, "too_large": _again})
async def take_correction(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], athlete: FromPath[str]
) -> Response[Any]:
    typed = await fields(request)
    known_team(request, games, team)
    understood = understand_correction(games, team, athlete, typed)
    if not isinstance(understood, Correction):
        return _page(request, games, team, athlete, Said(tuple(understood), typed))
    done = await carry_out(request, correct, understood, typed)
    if isinstance(done, Said):
        return _page(request, games, team, athlete, done)
    return back_to_cabinet(request, games, team, "corrected")


def _page(request: AnyRequest, games: str, team: str, athlete: str, said: Said) -> Response[str]:
    found, shell = known_team(request, games, team), shell_of(request)
    state = shell.now(games).state
    with shell.store.reader() as session:
        rows = roster(session, state, games, team)
    mine: RosterRow | None = next((row for row in rows if row.number == athlete), None)
    if mine is None:
        raise Refusal("not_found")
    return desk(
        request,
        games,
        "team/correction.html",
        said,
        team=found,
        row=mine,
        city=state.athletes[athlete].city,
        papers=ending(state),
        ends=ends_shown(state, athlete),
        seen={one.paper for one in state.athletes[athlete].papers if one.seen},
        last=last_day(state),
    )


routes = [correction, take_correction]
