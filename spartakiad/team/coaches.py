"""Whom a captain trusts with one contest of his team: coaches come in by links that he hands out himself."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from spartakiad.accounts.actions import NewAccount, OneAccount, shut_out
from spartakiad.accounts.queries import AccountRow, people_with_access
from spartakiad.accounts.roles import SECRETARIAT, Role
from spartakiad.competition.programme import lines
from spartakiad.errors import Refusal
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.invitations import Handed, hand_out, places
from spartakiad.web.wiring import shell_of

WHO = only(Role.CAPTAIN, stand_ins=SECRETARIAT)


@get("/team/{games:str}/{team:str}/coaches", opt={"who": WHO}, sync_to_thread=False)
def coaches(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[str]:
    return _coaches(request, games, team, Said())


@post("/team/{games:str}/{team:str}/coaches", opt={"who": WHO})
async def invite_coach(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    _known(request, games, team)
    contest = typed.get("contest", "")
    if contest not in shell_of(request).now(games).state.contests:
        refusal = Refusal("bad_choice" if contest else "choice_needed", "contest")
        return _coaches(request, games, team, Said((refusal,), typed))
    name, phone = typed.get("account_name", ""), typed.get("account_phone", "")
    new = NewAccount(name, Role.COACH.value, games, team, contest, phone)
    return _after(request, games, team, await hand_out(request, games, new, typed))


@post("/team/{games:str}/{team:str}/coaches/{account:int}/link", opt={"who": WHO})
async def coach_link(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], account: FromPath[int]
) -> Response[Any]:
    typed = await fields(request)
    _of_this_team(request, games, team, account)
    return _after(request, games, team, await hand_out(request, games, account, typed))


@post("/team/{games:str}/{team:str}/coaches/{account:int}/exclusion", opt={"who": WHO})
async def coach_exclusion(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], account: FromPath[int]
) -> Response[Any]:
    typed = await fields(request)
    _of_this_team(request, games, team, account)
    done = await carry_out(request, shut_out, OneAccount(account), typed)
    return _coaches(request, games, team, done if isinstance(done, Said) else Said())


def _rows(request: AnyRequest, games: str, team: str) -> list[AccountRow]:
    """Coaches of this team and nothing else: whoever holds another role too is not the captain's to shut out."""
    shell = shell_of(request)
    with shell.store.reader() as session:
        rows = people_with_access(session, shell.clock())
    mine = (Role.COACH, games, team)
    return [row for row in rows if row.roles and all((one.role, one.games, one.team) == mine for one in row.roles)]


def _of_this_team(request: AnyRequest, games: str, team: str, account: int) -> None:
    if account not in {row.account for row in _rows(request, games, team)}:
        raise Refusal("not_found")


def _known(request: AnyRequest, games: str, team: str) -> None:
    if team not in shell_of(request).now(games).state.teams:
        raise Refusal("not_found")


def _after(request: AnyRequest, games: str, team: str, done: Handed | Said) -> Response[str]:
    if isinstance(done, Said):
        return _coaches(request, games, team, done)
    return _coaches(request, games, team, Said(), done)


def _coaches(request: AnyRequest, games: str, team: str, said: Said, handed: Handed | None = None) -> Response[str]:
    _known(request, games, team)
    state = shell_of(request).now(games).state
    return desk(
        request,
        games,
        "team/coaches.html",
        said,
        team=state.teams[team],
        rows=_rows(request, games, team),
        contests=[(line.id, line.title) for line in lines(state)],
        titles=places(state),
        link=handed,
    )


routes = [coaches, invite_coach, coach_link, coach_exclusion]
