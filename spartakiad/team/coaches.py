"""Whom a captain trusts with one contest of his team: coaches come in by links that he hands out himself."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from spartakiad.accounts.actions import NewAccount
from spartakiad.accounts.queries import AccountRow
from spartakiad.accounts.roles import Role
from spartakiad.competition.programme import lines
from spartakiad.errors import Refusal
from spartakiad.team.pages import WHO, known_team
from spartakiad.web.forms import AnyRequest, Said, fields
from spartakiad.web.invitations import Handed, check_among, hand_out, people_desk, shut, with_access
from spartakiad.web.wiring import shell_of


@get("/team/{games:str}/{team:str}/coaches", opt={"who": WHO}, sync_to_thread=False)
def coaches(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[str]:
    return _coaches(request, games, team, Said())


def _again(request: AnyRequest) -> Response[str]:
    games, team = (str(request.path_params[name]) for name in ("games", "team"))
    return _coaches(request, games, team, Said((Refusal("form_too_large"),)))


@post("/team/{games:str}/{team:str}/coaches", opt={"who": WHO, "too_large": _again})
async def invite_coach(request: AnyRequest, games: FromPath[str], team: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    known_team(request, games, team)
    contest = typed.get("contest", "")
    if contest not in shell_of(request).now(games).state.contests:
        refusal = Refusal("bad_choice" if contest else "choice_needed", "contest")
        return _coaches(request, games, team, Said((refusal,), typed))
    name, phone = typed.get("account_name", ""), typed.get("account_phone", "")
    new = NewAccount(name, Role.COACH.value, games, team, contest, phone)
    return _coaches(request, games, team, await hand_out(request, games, new, typed))


@post("/team/{games:str}/{team:str}/coaches/{account:int}/link", opt={"who": WHO, "too_large": _again})
async def coach_link(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], account: FromPath[int]
) -> Response[Any]:
    typed = await fields(request)
    check_among(_rows(request, games, team), account)
    return _coaches(request, games, team, await hand_out(request, games, account, typed))


@post("/team/{games:str}/{team:str}/coaches/{account:int}/exclusion", opt={"who": WHO, "too_large": _again})
async def coach_exclusion(
    request: AnyRequest, games: FromPath[str], team: FromPath[str], account: FromPath[int]
) -> Response[Any]:
    typed = await fields(request)
    check_among(_rows(request, games, team), account)
    return _coaches(request, games, team, await shut(request, account, typed))


def _rows(request: AnyRequest, games: str, team: str) -> list[AccountRow]:
    """Coaches of this team and nothing else: whoever holds another role too is not the captain's to shut out."""
    theirs = (Role.COACH, games, team)

    def mine(row: AccountRow) -> bool:
        return bool(row.roles) and all((one.role, one.games, one.team) == theirs for one in row.roles)

    return with_access(request, mine)


def _coaches(request: AnyRequest, games: str, team: str, done: Handed | Said) -> Response[str]:
    found, rows = known_team(request, games, team), _rows(request, games, team)
    contests = [(line.id, line.title) for line in lines(shell_of(request).now(games).state)]
    return people_desk(request, games, "team/coaches.html", done, rows, team=found, contests=contests)


routes = [coaches, invite_coach, coach_link, coach_exclusion]
