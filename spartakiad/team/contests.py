"""One contest of a team: who takes part. The page of its coach; the captain and those who write for him have it too.

The commission sees who takes part and takes off the start: nothing else is done here from its desk.
"""

from dataclasses import replace
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.competition.programme import MAIN, line, team_of
from spartakiad.competition.state import State
from spartakiad.entries.actions import ChangeEntries, change_entries
from spartakiad.entries.forms import changes_in
from spartakiad.entries.lineups import SetLineup, set_lineup, typed_lineup
from spartakiad.entries.matrix import columns, matrix
from spartakiad.entries.queries import roster
from spartakiad.entries.reserves import ComingIn, let_in, offered
from spartakiad.entries.scratching import LetBack, Scratching, let_back, may_scratch, scratch, scratched
from spartakiad.entries.technical import technical_of
from spartakiad.errors import Refusal
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.render import following
from spartakiad.web.wiring import basis_in, me_in, shell_of, staying
from spartakiad.words.scratches import HOW

WHO = only(Role.CAPTAIN, Role.COACH, stand_ins=SECRETARIAT)
TAKES_OFF = only(Role.CAPTAIN, Role.COACH, stand_ins=(*SECRETARIAT, Role.COMMISSION))

_TOLD = {"scratched": "choice_needed", "scratch-reason": "reason_needed", "scratch-who": "required"}
_SCRATCH = ("scratched", "scratch-reason", "scratch-who", "scratch-how")


def contest_again(request: AnyRequest) -> Response[str]:
    """What was sent was too large to be read: the page again, which says so."""
    games, team, contest = (str(request.path_params[name]) for name in ("games", "team", "contest"))
    return contest_page(request, games, team, contest, Said((Refusal("form_too_large"),)))


_FORM = {"who": WHO, "too_large": contest_again}
_OFF = {"who": TAKES_OFF, "too_large": contest_again}


@get("/team/{games:str}/{team:str}/contests/{contest:str}", opt={"who": TAKES_OFF}, sync_to_thread=False)
def one_contest(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], contest: FromPath[str]
) -> Response[str]:
    return contest_page(request, games, team, contest, Said())


@post("/team/{games:str}/{team:str}/contests/{contest:str}/entries", opt=_FORM)
async def enter_one(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], contest: FromPath[str]
) -> Response[Any]:
    """Whatever else the form names, only entries into this contest are touched."""
    typed = await fields(request)
    _known(request, games, team, contest)
    changes = changes_in(typed, shell_of(request).now(games).state, team, only=contest)
    done = await carry_out(request, change_entries, ChangeEntries(games, team, changes), typed)
    if isinstance(done, Said):
        return contest_page(request, games, team, contest, done)
    return Redirect(staying(request, f"/team/{games}/{team}/contests/{contest}", done="entered"), status_code=303)


@post("/team/{games:str}/{team:str}/contests/{contest:str}/lineup", opt=_FORM)
async def name_lineup(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], contest: FromPath[str]
) -> Response[Any]:
    typed = await fields(request)
    _known(request, games, team, contest)
    state = shell_of(request).now(games).state
    try:
        wish = SetLineup(games, contest, _team_part(state, contest), team, *typed_lineup(typed, state, team))
    except Refusal as refusal:
        return contest_page(request, games, team, contest, Said((refusal,), typed))
    done = await carry_out(request, set_lineup, wish, typed)
    if isinstance(done, Said):
        return contest_page(request, games, team, contest, done)
    return Redirect(staying(request, f"/team/{games}/{team}/contests/{contest}", done="lineup"), status_code=303)


@post("/team/{games:str}/{team:str}/contests/{contest:str}/reserve", opt=_FORM)
async def reserve(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], contest: FromPath[str]
) -> Response[Any]:
    """A reserve comes in for somebody, also when the start list is out."""
    typed = await fields(request)
    _known(request, games, team, contest)
    own = (typed.get(name, "") for name in ("athlete", "reserve", "reason", "allowed"))
    done = await carry_out(request, let_in, ComingIn(games, contest, team, *own), typed)
    if isinstance(done, Said):
        return contest_page(request, games, team, contest, done)
    return Redirect(staying(request, f"/team/{games}/{team}/contests/{contest}", done="reserve"), status_code=303)


@post("/team/{games:str}/{team:str}/contests/{contest:str}/scratch", opt=_OFF)
async def take_off(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], contest: FromPath[str]
) -> Response[Any]:
    """«Снят»: somebody of the start list does not start, or the team itself."""
    typed = await fields(request)
    _known(request, games, team, contest)
    own = (typed.get(name, "") for name in _SCRATCH)
    done = await carry_out(request, scratch, Scratching(games, contest, team, *own), typed, needs=_TOLD)
    if isinstance(done, Said):
        return contest_page(request, games, team, contest, done)
    return Redirect(staying(request, f"/team/{games}/{team}/contests/{contest}", done="scratched"), status_code=303)


@post("/team/{games:str}/{team:str}/contests/{contest:str}/scratch/{athlete:str}/back", opt=_OFF)
async def put_back(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], contest: FromPath[str], athlete: FromPath[str]
) -> Response[Any]:
    typed = await fields(request)
    _known(request, games, team, contest)
    done = await carry_out(request, let_back, LetBack(games, contest, team, athlete), typed)
    if isinstance(done, Said):
        return contest_page(request, games, team, contest, done)
    return Redirect(staying(request, f"/team/{games}/{team}/contests/{contest}", done="back"), status_code=303)


def _team_part(state: State, contest: str) -> str:
    """The part in which teams start; the contest itself where it is in one part."""
    return next((one.part for one in line(state, contest).lists if one.by_teams), MAIN)


def contest_page(request: AnyRequest, games: str, team: str, contest: str, said: Said) -> Response[str]:
    """Whoever takes part first, then the others of the application who might."""
    _known(request, games, team, contest)
    now = shell_of(request).now(games)
    with shell_of(request).store.reader() as session:
        actors = accounts.names(session)
        rows = roster(session, now.state, games, team, actors)
    column = next(one for one in columns(now.state, team, rows, actors) if one.id == contest)
    part = _team_part(now.state, contest)
    entered = [row for row in rows if contest in row.roles]
    cells = {number: cell for (number, one), cell in matrix(now.state, team, rows).items() if one == contest}
    others = [row for row in rows if contest not in row.roles and row.number in cells]
    stands_in, enters = bool(basis_in(request)), me_in(request).may(WHO.roles, games, team, contest)
    if not enters:
        column, others = replace(column, open=False), []
        cells = {number: replace(cell, open=False) for number, cell in cells.items()}
    return desk(
        request,
        games,
        "team/contest.html",
        said,
        **following(now),
        team=now.state.teams[team],
        column=column,
        entered=entered,
        rows=[*entered, *others],
        cells=cells,
        enters=enters,
        open=column.open or any(cell.open for cell in cells.values()),
        done=request.query_params.get("done", ""),
        members=rows if enters and column.team_enters else [],
        legs=_legs(now.state, contest, part, team),
        rule=line(now.state, contest).list_of(part).lineup,
        offered=offered(now.state, contest, rows) if enters else None,
        technical=technical_of(now.state, contest, team),
        scratchable=may_scratch(now.state, contest, team, rows, stands_in=stands_in),
        scratched=scratched(now.state, contest, team, rows, actors, stands_in=stands_in),
        ways=tuple(HOW.items()) if column.team_enters else (),
        naming=now.state.how_far(contest, part).state in ("planned", "start_list"),
    )


def _legs(state: State, contest: str, part: str, team: str) -> dict[str, str]:
    """By number, what stands beside whoever is in the line-up."""
    named, bench = (of.get((contest, part, team), ()) for of in (state.lineups, state.benches))
    return {**dict.fromkeys(bench, "з"), **{number: str(leg) for leg, number in enumerate(named, 1)}}


def _known(request: AnyRequest, games: str, team: str, contest: str) -> None:
    state = shell_of(request).now(games).state
    line(state, contest)
    team_of(state, team)


routes = [one_contest, enter_one, name_lineup, reserve, take_off, put_back]
