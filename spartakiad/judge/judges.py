"""Judges of one contest whom its chief judge invites himself."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from spartakiad.accounts.actions import NewAccount
from spartakiad.accounts.queries import AccountRow
from spartakiad.accounts.roles import Role
from spartakiad.competition.programme import line
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest, Said, fields
from spartakiad.web.invitations import Handed, check_among, hand_out, people_desk, shut, with_access
from spartakiad.web.wiring import me_in, shell_of

WHO = only(Role.SPORT_CHIEF)


@get("/judge/{games:str}/{contest:str}/judges", opt={"who": WHO}, sync_to_thread=False)
def judges(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[str]:
    return _judges(request, games, contest, Said())


@post("/judge/{games:str}/{contest:str}/judges", opt={"who": WHO})
async def invite_judge(request: AnyRequest, games: FromPath[str], contest: FromPath[str]) -> Response[Any]:
    typed = await fields(request)
    line(shell_of(request).now(games).state, contest)
    name, phone = typed.get("account_name", ""), typed.get("account_phone", "")
    new = NewAccount(name, Role.JUDGE.value, games, contest=contest, phone=phone)
    return _judges(request, games, contest, await hand_out(request, games, new, typed))


@post("/judge/{games:str}/{contest:str}/judges/{account:int}/link", opt={"who": WHO})
async def judge_link(
    request: AnyRequest, games: FromPath[str], contest: FromPath[str], account: FromPath[int]
) -> Response[Any]:
    typed = await fields(request)
    check_among(_mine(request, games, contest), account)
    return _judges(request, games, contest, await hand_out(request, games, account, typed))


@post("/judge/{games:str}/{contest:str}/judges/{account:int}/exclusion", opt={"who": WHO})
async def judge_exclusion(
    request: AnyRequest, games: FromPath[str], contest: FromPath[str], account: FromPath[int]
) -> Response[Any]:
    typed = await fields(request)
    check_among(_mine(request, games, contest), account)
    return _judges(request, games, contest, await shut(request, account, typed))


def _mine(request: AnyRequest, games: str, contest: str) -> list[AccountRow]:
    """Judges of this contest alone whom the one who asks has invited: the secretariat's are not his to shut out."""
    me, theirs = me_in(request), (Role.JUDGE, games, contest)

    def mine(row: AccountRow) -> bool:
        return row.given_by == me.actor_id and all((one.role, one.games, one.contest) == theirs for one in row.roles)

    return with_access(request, mine)


def _judges(request: AnyRequest, games: str, contest: str, done: Handed | Said) -> Response[str]:
    found, rows = line(shell_of(request).now(games).state, contest), _mine(request, games, contest)
    return people_desk(request, games, "judge/judges.html", done, rows, contest=found)


routes = [judges, invite_judge, judge_link, judge_exclusion]
