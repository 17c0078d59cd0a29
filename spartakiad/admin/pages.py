"""Who may come in: accounts, links, exclusion."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from spartakiad.accounts.actions import Invite, NewAccount, hash_of, invite, make_account, new_token
from spartakiad.accounts.queries import people_with_access
from spartakiad.accounts.roles import Role
from spartakiad.errors import Refusal
from spartakiad.web.access import only
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, new_key
from spartakiad.web.invitations import shut
from spartakiad.web.papers import site_of
from spartakiad.web.render import staff
from spartakiad.web.wiring import shell_of
from spartakiad.words.states import words

WHO = only(Role.ADMIN)


@get("/admin", opt={"who": WHO}, sync_to_thread=False)
def people(request: AnyRequest) -> Response[str]:
    return _people(request, Said())


@post("/admin/accounts", opt={"who": WHO})
async def new_account(request: AnyRequest) -> Response[Any]:
    typed = await fields(request)
    try:
        scope = _scope(request, typed)
    except Refusal as refusal:
        return _people(request, Said((refusal,), typed))
    done = await carry_out(
        request, make_account, NewAccount(typed.get("account_name", ""), typed.get("account_role", ""), **scope), typed
    )
    return _people(request, done) if isinstance(done, Said) else _people(request, Said())


@post("/admin/accounts/{account:int}/link", opt={"who": WHO})
async def link(request: AnyRequest, account: FromPath[int]) -> Response[Any]:
    """A new one-time link, shown here and nowhere else; the earlier one is void."""
    typed = await fields(request)
    token = new_token()
    done = await carry_out(request, invite, Invite(account, hash_of(token)), typed)
    return _people(request, done) if isinstance(done, Said) else _people(request, Said(), link=f"/invitation/{token}")


@post("/admin/accounts/{account:int}/exclusion", opt={"who": WHO})
async def exclusion(request: AnyRequest, account: FromPath[int]) -> Response[Any]:
    typed = await fields(request)
    return _people(request, await shut(request, account, typed))


def _scope(request: AnyRequest, typed: dict[str, str]) -> dict[str, str]:
    """Games, team and contest as typed must exist; empty means all."""
    games, team, contest = (typed.get(name, "").strip() for name in ("games", "team", "contest"))
    if games:
        if games not in shell_of(request).memory.games:
            raise Refusal("bad_choice", "games")
        state = shell_of(request).now(games).state
        if team and team not in state.teams:
            raise Refusal("bad_choice", "team")
        if contest and contest not in state.contests:
            raise Refusal("bad_choice", "contest")
    return {"games": games, "team": team, "contest": contest}


def _people(request: AnyRequest, said: Said, link: str = "") -> Response[str]:
    shell = shell_of(request)
    with shell.store.reader() as session:
        rows = people_with_access(session, shell.clock())
    return staff(
        request,
        "admin/people.html",
        status=said.status,
        rows=rows,
        roles=[(role.value, words(role.value, "account")) for role in Role],
        games=[(slug, slug) for slug in shell.memory.games],
        link=site_of(request) + link if link else "",
        said=said,
        command_key=new_key(),
    )


routes = [people, new_account, link, exclusion]
