"""Judges of one contest whom its chief judge invites himself."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from spartakiad.accounts.actions import NewAccount, OneAccount, shut_out
from spartakiad.accounts.queries import AccountRow, people_with_access
from spartakiad.accounts.roles import Role
from spartakiad.competition.programme import line
from spartakiad.errors import Refusal
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.invitations import Handed, hand_out, places
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
    return _after(request, games, contest, await hand_out(request, games, new, typed))


@post("/judge/{games:str}/{contest:str}/judges/{account:int}/link", opt={"who": WHO})
async def judge_link(
    request: AnyRequest, games: FromPath[str], contest: FromPath[str], account: FromPath[int]
) -> Response[Any]:
    typed = await fields(request)
    _of_mine(request, games, contest, account)
    return _after(request, games, contest, await hand_out(request, games, account, typed))


@post("/judge/{games:str}/{contest:str}/judges/{account:int}/exclusion", opt={"who": WHO})
async def judge_exclusion(
    request: AnyRequest, games: FromPath[str], contest: FromPath[str], account: FromPath[int]
) -> Response[Any]:
    typed = await fields(request)
    _of_mine(request, games, contest, account)
    done = await carry_out(request, shut_out, OneAccount(account), typed)
    return _judges(request, games, contest, done if isinstance(done, Said) else Said())


def _mine(request: AnyRequest, games: str, contest: str) -> list[AccountRow]:
    """Judges of this contest alone whom the one who asks has invited: the secretariat's are not his to shut out."""
    shell, me = shell_of(request), me_in(request)
    with shell.store.reader() as session:
        rows = people_with_access(session, shell.clock())
    theirs = (Role.JUDGE, games, contest)
    return [
        row
        for row in rows
        if row.given_by == me.actor_id and all((one.role, one.games, one.contest) == theirs for one in row.roles)
    ]


def _of_mine(request: AnyRequest, games: str, contest: str, account: int) -> None:
    if account not in {row.account for row in _mine(request, games, contest)}:
        raise Refusal("not_found")


def _after(request: AnyRequest, games: str, contest: str, done: Handed | Said) -> Response[str]:
    if isinstance(done, Said):
        return _judges(request, games, contest, done)
    return _judges(request, games, contest, Said(), done)


def _judges(request: AnyRequest, games: str, contest: str, said: Said, handed: Handed | None = None) -> Response[str]:
    state = shell_of(request).now(games).state
    return desk(
        request,
        games,
        "judge/judges.html",
        said,
        contest=line(state, contest),
        rows=_mine(request, games, contest),
        titles=places(state),
        link=handed,
    )


routes = [judges, invite_judge, judge_link, judge_exclusion]
