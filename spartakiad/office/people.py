"""Who works at a Games: captains, judges, the commission come in by links that the secretariat hands out."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from spartakiad.accounts.actions import NewAccount, OneAccount, shut_out
from spartakiad.accounts.queries import AccountRow, people_with_access
from spartakiad.accounts.roles import Role
from spartakiad.errors import Refusal
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields
from spartakiad.web.invitations import Handed, hand_out, places
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
    return _after(request, games, await hand_out(request, games, new, typed))


@post("/office/{games:str}/people/{account:int}/link", opt={"who": WHO})
async def link(request: AnyRequest, games: FromPath[str], account: FromPath[int]) -> Response[Any]:
    typed = await fields(request)
    _of_these_games(request, games, account)
    return _after(request, games, await hand_out(request, games, account, typed))


@post("/office/{games:str}/people/{account:int}/exclusion", opt={"who": WHO})
async def exclusion(request: AnyRequest, games: FromPath[str], account: FromPath[int]) -> Response[Any]:
    typed = await fields(request)
    _of_these_games(request, games, account)
    done = await carry_out(request, shut_out, OneAccount(account), typed)
    return _people(request, games, done if isinstance(done, Said) else Said())


def _after(request: AnyRequest, games: str, done: Handed | Said) -> Response[str]:
    return _people(request, games, done) if isinstance(done, Said) else _people(request, games, Said(), done)


def _rows(request: AnyRequest, games: str) -> list[AccountRow]:
    """Those whose roles are all in these Games: whoever works elsewhere too is not this secretariat's to shut out."""
    shell = shell_of(request)
    with shell.store.reader() as session:
        rows = people_with_access(session, shell.clock())
    return [row for row in rows if row.roles and all(held.games == games for held in row.roles)]


def _of_these_games(request: AnyRequest, games: str, account: int) -> None:
    if account not in {row.account for row in _rows(request, games)}:
        raise Refusal("not_found")


def _people(request: AnyRequest, games: str, said: Said, handed: Handed | None = None) -> Response[str]:
    titles = places(shell_of(request).now(games).state)
    return desk(
        request,
        games,
        "office/people.html",
        said,
        rows=_rows(request, games),
        roles=[(role.value, words(role.value, "account")) for role in GIVEN],
        places=list(titles.items()),
        titles=titles,
        link=handed,
    )


routes = [people, invite_somebody, link, exclusion]
