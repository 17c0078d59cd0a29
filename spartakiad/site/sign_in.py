"""Coming in by an invitation and going out."""

from typing import Any

from litestar import MediaType, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from spartakiad.accounts.actions import SESSION_HOURS, ComeIn, OneSession, come_in, go_out, hash_of, new_token
from spartakiad.accounts.queries import invited
from spartakiad.accounts.roles import Held
from spartakiad.competition.desk import Actor
from spartakiad.errors import Refusal
from spartakiad.web.access import PUBLIC, SIGNED_IN
from spartakiad.web.cookies import session_cookie
from spartakiad.web.forms import AnyRequest
from spartakiad.web.home import home_of
from spartakiad.web.wiring import actor_in, me_in, settings_of, shell_of
from spartakiad.words.states import words


@get("/sign-in", opt={"who": PUBLIC}, sync_to_thread=False)
def sign_in(request: AnyRequest) -> Response[str]:
    return _plain(request, "site/sign_in.html", guest=None, roles="")


@get("/invitation/{token:str}", opt={"who": PUBLIC}, sync_to_thread=False)
def invitation(request: AnyRequest, token: FromPath[str]) -> Response[str]:
    """Shows whom the link is for; a messenger that looks at the link does not use it up."""
    with shell_of(request).store.reader() as session:
        guest = invited(session, hash_of(token), shell_of(request).clock())
    if guest is None:
        raise Refusal("invitation_void")
    return _plain(request, "site/sign_in.html", guest=guest, roles=role_words(guest.roles))


@post("/invitation/{token:str}", opt={"who": PUBLIC})
async def use_invitation(request: AnyRequest, token: FromPath[str]) -> Response[Any]:
    """The link is used up, a session is made new; whatever cookie came in is worth nothing."""
    session_token = new_token()
    wish = ComeIn(hash_of(token), hash_of(session_token), _device(request))
    await shell_of(request).write(come_in, wish, Actor("guest"))
    cookie = session_cookie(settings_of(request), session_token, SESSION_HOURS * 3600)
    return Redirect("/me", status_code=303, cookies=[cookie])


@get("/me", opt={"who": SIGNED_IN}, sync_to_thread=False)
def me(request: AnyRequest) -> Response[Any]:
    """The page where this person's work begins."""
    return Redirect(home_of(me_in(request), shell_of(request).memory.games), status_code=303)


@post("/sign-out", opt={"who": SIGNED_IN})
async def sign_out(request: AnyRequest) -> Response[Any]:
    await shell_of(request).write(go_out, OneSession(me_in(request).sign_in), actor_in(request))
    return Redirect("/", status_code=303, cookies=[session_cookie(settings_of(request), "", 0)])


def role_words(roles: tuple[Held, ...]) -> str:
    return ", ".join(dict.fromkeys(words(held.role.value, "account") for held in roles))


def _device(request: AnyRequest) -> str:
    return request.headers.get("user-agent", "")[:40]


def _plain(request: AnyRequest, template: str, **context: Any) -> Response[str]:
    body = request.app.state.templates.get_template(template).render(**context)
    return Response(body, media_type=MediaType.HTML, headers={"Cache-Control": "no-store"})


routes = [sign_in, invitation, use_invitation, me, sign_out]
