"""Who works at a Games: captains, judges, the commission come in by links that the secretariat hands out."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from spartakiad.accounts.actions import NewAccount
from spartakiad.accounts.queries import AccountRow
from spartakiad.accounts.roles import Role
from spartakiad.errors import Refusal
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest, Said, fields
from spartakiad.web.invitations import Handed, check_among, hand_out, people_desk, places, shut, with_access
from spartakiad.web.wiring import shell_of
from spartakiad.words.states import words

WHO = only(Role.CHIEF_SECRETARY)
GIVEN = (
    Role.CAPTAIN,
    Role.JUDGE,
    Role.SPORT_CHIEF,
    Role.SPORT_SECRETARY,
    Role.COMMISSION,
    Role.CHIEF_JUDGE,
    Role.CHIEF_SECRETARY,
    Role.OPERATOR,
)


@get("/office/{games:str}/people", opt={"who": WHO}, sync_to_thread=False)
def people(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _people(request, games, Said())


@post("/office/{games:str}/people", opt={"who": WHO})
async def invite_somebody(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    """Somebody new and his link, which is shown once."""
    typed = await fields(request)
    state = shell_of(request).now(games).state
    role, place = typed.get("account_role", ""), typed.get("place", "").strip()
    if role not in {one.value for one in GIVEN}:
        return _people(
            request, games, Said((Refusal("bad_choice" if role else "choice_needed", "account_role"),), typed)
        )
    if place and place not in (state.teams if role == Role.CAPTAIN.value else state.contests):
        return _people(request, games, Said((Refusal("bad_choice", "place"),), typed))
    where = {"team": place} if role == Role.CAPTAIN.value else {"contest": place}
    phone = typed.get("account_phone", "")
    new = NewAccount(typed.get("account_name", ""), role, games=games, phone=phone, **where)
    return _people(request, games, await hand_out(request, games, new, typed))


@post("/office/{games:str}/people/{account:int}/link", opt={"who": WHO})
async def link(request: AnyRequest, games: FromPath[str], account: FromPath[int]) -> Response[Any]:
    typed = await fields(request)
    check_among(_rows(request, games), account)
    return _people(request, games, await hand_out(request, games, account, typed))


@post("/office/{games:str}/people/{account:int}/exclusion", opt={"who": WHO})
async def exclusion(request: AnyRequest, games: FromPath[str], account: FromPath[int]) -> Response[Any]:
    typed = await fields(request)
    check_among(_rows(request, games), account)
    return _people(request, games, await shut(request, account, typed))


def _rows(request: AnyRequest, games: str) -> list[AccountRow]:
    """Those whose roles are all in these Games: whoever works elsewhere too is not this secretariat's to shut out."""
    return with_access(request, lambda row: bool(row.roles) and all(held.games == games for held in row.roles))


def _people(request: AnyRequest, games: str, done: Handed | Said) -> Response[str]:
    offered = list(places(shell_of(request).now(games).state).items())
    roles = [(role.value, words(role.value, "account")) for role in GIVEN]
    return people_desk(request, games, "office/people.html", done, _rows(request, games), roles=roles, places=offered)


routes = [people, invite_somebody, link, exclusion]
