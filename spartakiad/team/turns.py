"""Who of a team starts first and who last, where lots are drawn in rounds: its captain and its coach say."""

from dataclasses import dataclass
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.competition.programme import Line, line, team_of
from spartakiad.competition.state import State
from spartakiad.entries.queries import roster
from spartakiad.errors import Refusal
from spartakiad.starts import actions as starts
from spartakiad.starts.turns import typed_turns
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.wiring import shell_of, staying

WHO = only(Role.CAPTAIN, Role.COACH, stand_ins=SECRETARIAT)


@dataclass(frozen=True, slots=True)
class TurnsOf:
    """Of one list: the team's athletes with what was said of their turns; `open` until lots are drawn."""

    part: str
    title: str
    rows: tuple[tuple[str, str, str], ...]
    open: bool


@get("/team/{games:str}/{team:str}/contests/{contest:str}/turns", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str], team: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _page(request, games, team, contest, Said())


def _again(request: AnyRequest) -> Response[str]:
    games, team, contest = (str(request.path_params[name]) for name in ("games", "team", "contest"))
    return _page(request, games, team, contest, Said((Refusal("form_too_large"),)))


@post("/team/{games:str}/{team:str}/contests/{contest:str}/turns", opt={"who": WHO, "too_large": _again})
async def name(request: AnyRequest, games: FromPath[str], team: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    state = shell_of(request).now(games).state
    found = line(state, contest).list_of(typed.get("part", ""))
    try:
        wish = starts.Turns(games, contest, found.part, team, typed_turns(typed, _mine(state, found, team)))
    except Refusal as refusal:
        return _page(request, games, team, contest, Said((refusal,), typed))
    done = await carry_out(request, starts.name_turns, wish, typed)
    if isinstance(done, Said):
        return _page(request, games, team, contest, done)
    return Redirect(staying(request, f"/team/{games}/{team}/contests/{contest}/turns", done="yes"), status_code=303)


def _page(request: AnyRequest, games: str, team: str, contest: str, said: Said) -> Response[str]:
    shell = shell_of(request)
    state = shell.now(games).state
    team_of(state, team)
    whole = line(state, contest)
    with shell.store.reader() as session:
        names = {row.number: row.name for row in roster(session, state, games, team)}
    lists = [_turns(state, one, team, names) for one in whole.lists if not one.by_teams]
    return desk(
        request,
        games,
        "team/turns.html",
        said,
        contest=whole,
        team=state.teams[team],
        lists=[one for one in lists if one.rows],
        done=request.query_params.get("done") == "yes",
    )


def _turns(state: State, part: Line, team: str, names: dict[str, str]) -> TurnsOf:
    named = state.turns.get((part.id, part.part, team), ())
    turn = {number: str(at) for at, number in enumerate(named, 1)}
    open_ = state.how_far(part.id, part.part).state == "planned" and (part.id, part.part) not in state.draws
    rows = tuple((one, names.get(one, ""), turn.get(one, "")) for one in _mine(state, part, team))
    return TurnsOf(part.part, part.part_title, rows, open_)


def _mine(state: State, part: Line, team: str) -> list[str]:
    return [one.entrant for one in state.entries_of(part.id) if (one.team, one.part) == (team, part.part)]


routes = [look, name]
