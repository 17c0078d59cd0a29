"""Who may call a route, declared on the route: `opt={"who": only(Role.CAPTAIN)}`. Nothing declared means nobody.

The scope is in the address: path parameters `games`, `team` and `contest`. Whoever has no role that reaches there gets
404 (it is not there for him); whoever has another role there gets 403.
"""

import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from litestar import Request
from litestar.handlers.base import BaseRouteHandler

from spartakiad.accounts import queries
from spartakiad.accounts.actions import hash_of, note_contact
from spartakiad.accounts.roles import Me, Role
from spartakiad.errors import Refusal
from spartakiad.halls.days import held_in
from spartakiad.web.wiring import Connection, form_of, settings_of, shell_of

SAFE = ("GET", "HEAD", "OPTIONS")
CONTACT = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Who:
    """`roles` empty and `signed_in` False: everybody. `stand_ins`: those of `roles` that act for somebody else."""

    roles: tuple[Role, ...] = ()
    signed_in: bool = False
    stand_ins: tuple[Role, ...] = ()


OPEN = "/api/v1/"  # another site's page may ask here what it may ask
PUBLIC = Who()
SIGNED_IN = Who(signed_in=True)


def only(*roles: Role, stand_ins: tuple[Role, ...] = ()) -> Who:
    return Who((*roles, *stand_ins), signed_in=True, stand_ins=stand_ins)


class SignInNeeded(Exception):
    """Nobody is signed in, or the session has ended."""


async def guard(connection: Connection, handler: BaseRouteHandler) -> None:
    """The only guard: who, where, and for writing requests from our own page with our own token."""
    if connection.scope.get("method") == "OPTIONS" and connection.scope["path"].startswith(OPEN):
        return
    who = handler.opt.get("who")
    if not isinstance(who, Who):
        raise Refusal("not_allowed")
    writes = connection.scope.get("method") not in SAFE
    if writes:
        _from_our_own_page(connection)
    if not who.signed_in:
        return
    me = me_of(connection)
    connection.scope["state"]["me"] = me
    _note_contact(connection, me)
    connection.scope["state"]["stands_in"] = _may(me, who, connection.path_params)
    if writes and isinstance(connection, Request):
        await _with_our_token(connection, me)


def me_of(connection: Connection) -> Me:
    """Who holds the session of this connection; in a hall, with what is held there now. Raises SignInNeeded."""
    token = connection.cookies.get(settings_of(connection).cookie, "")
    shell = shell_of(connection)
    with shell.store.reader() as session:
        me = queries.signed_in(session, hash_of(token), shell.clock()) if token else None
    if me is None:
        raise SignInNeeded
    if me.hall is None:
        return me
    now = shell.memory.games.get(me.hall.games)
    return replace(me, roles=(*me.roles, *held_in(now.state, me.hall))) if now else me


def form_token(secret: bytes, session_hash: str) -> str:
    """Bound to the session: another session's token is worth nothing."""
    return hmac.new(secret, session_hash.encode(), hashlib.sha256).hexdigest()


def _note_contact(connection: Connection, me: Me) -> None:
    """At most every CONTACT, and nobody waits for it."""
    shell = shell_of(connection)
    at = shell.clock()
    if at - me.last_contact > CONTACT:
        shell.store.writer.submit(lambda session, _: note_contact(session, me.sign_in, at))


def _may(me: Me, who: Who, scope: dict[str, object]) -> bool:
    """Whether he acts here for somebody else. Raises Refusal not_allowed, not_found or not_in_hall where he may not."""
    games, team, contest = (str(scope.get(name, "")) for name in ("games", "team", "contest"))
    if who.roles and not me.may(who.roles, games, team, contest):
        if me.hall and me.hall.games == games and Role.JUDGE in who.roles:
            raise Refusal("not_in_hall")
        raise Refusal("not_allowed" if me.covers(games, team, contest) else "not_found")
    own = tuple(role for role in who.roles if role not in who.stand_ins)
    return bool(who.stand_ins) and not me.may(own, games, team, contest)


def _from_our_own_page(connection: Connection) -> None:
    site = connection.headers.get("sec-fetch-site", "same-origin")
    origin = connection.headers.get("origin")
    host = connection.headers.get("host", "")
    ours = origin is None or origin.partition("://")[2] == host
    if site not in ("same-origin", "none") or not ours:
        raise Refusal("foreign_origin")


async def _with_our_token(request: Request[Any, Any, Any], me: Me) -> None:
    sent = request.headers.get("x-form-token") or (await form_of(request)).get("form_token") or ""
    wanted = form_token(settings_of(request).secret, me.token_hash)
    if not hmac.compare_digest(str(sent).encode(), wanted.encode()):
        raise Refusal("form_expired")
