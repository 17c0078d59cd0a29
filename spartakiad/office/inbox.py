"""The secretariat's inbox: records of judges that need a decision, and those that are brought as a file or a code."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts import queries as accounts
from spartakiad.accounts.roles import SECRETARIAT
from spartakiad.competition.desk import Actor
from spartakiad.errors import Refusal
from spartakiad.people.queries import names_of
from spartakiad.results.carried import Brought, read_bundle
from spartakiad.results.inbox import inbox
from spartakiad.results.records import Settled, settle_record, take_record
from spartakiad.web.access import only
from spartakiad.web.desk import desk
from spartakiad.web.forms import AnyRequest, Said, carry_out, fields, whole
from spartakiad.web.render import following
from spartakiad.web.wiring import me_in, settings_of, shell_of

WHO = only(*SECRETARIAT)
_MOST_BROUGHT = 2 * 1024 * 1024  # bytes of the records of a device


@get("/office/{games:str}/inbox", opt={"who": WHO}, sync_to_thread=False)
def look(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _page(request, games, Said())


@post("/office/{games:str}/inbox/records", opt={"who": WHO})
async def settle(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    """One record: entered for whom it belongs to, or left out with a reason."""
    typed = await fields(request)
    record = typed.get("record", "")
    if record not in shell_of(request).now(games).state.held:
        raise Refusal("not_found")
    wish = Settled(
        games, record, typed.get("verdict", ""), typed.get("entrant", ""), whole(typed, "seen"), typed.get("reason", "")
    )
    done = await carry_out(request, settle_record, wish, typed)
    return _page(request, games, done, record) if isinstance(done, Said) else _back(games)


@get("/office/{games:str}/inbox/brought", opt={"who": WHO}, sync_to_thread=False)
def form(request: AnyRequest, games: FromPath[str]) -> Response[str]:
    return _form(request, games, Said(), ())


def _too_large(request: AnyRequest) -> Response[str]:
    refusal = Refusal("bundle_too_large", "bundle", megabytes=_MOST_BROUGHT // 1024 // 1024)
    return _form(request, str(request.path_params["games"]), Said((refusal,)), ())


@post(
    "/office/{games:str}/inbox/brought",
    opt={"who": WHO, "too_large": _too_large},
    request_max_body_size=_MOST_BROUGHT,
)
async def take(request: AnyRequest, games: FromPath[str]) -> Response[Any]:
    """What a device without network gave away as a file or a code. A later one of the same device waits its turn."""
    typed = await fields(request)
    shell, me = shell_of(request), me_in(request)
    try:
        with shell.store.reader() as session:
            brought = read_bundle(session, settings_of(request).secret, games, typed.get("bundle", ""))
        answers = [await _taken(request, brought, at, me.actor_id) for at in range(len(brought.records))]
    except Refusal as refusal:
        if refusal.status not in (409, 422, 503):
            raise
        return _form(request, games, Said((refusal,), typed), ())
    return _form(request, games, Said(), answers)


async def _taken(request: AnyRequest, brought: Brought, at: int, by: str) -> tuple[int, str]:
    record = brought.records[at]
    actor = Actor(by, brought.device, "", brought.typist)
    answer = await shell_of(request).write(take_record, record, actor, record.key)
    return record.n, str(answer["state"])


def _page(request: AnyRequest, games: str, said: Said, wrong: str = "") -> Response[str]:
    shell = shell_of(request)
    now = shell.now(games)
    with shell.store.reader() as session:
        cards = inbox(now.state, names_of(session, games), accounts.names(session), accounts.devices(session))
    return desk(request, games, "office/inbox.html", said, **following(now), cards=cards, wrong=wrong)


def _form(request: AnyRequest, games: str, said: Said, answers: Any) -> Response[str]:
    return desk(request, games, "office/brought.html", said, answers=answers)


def _back(games: str) -> Response[Any]:
    return Redirect(f"/office/{games}/inbox", status_code=303)


routes = [look, settle, form, take]
