"""How handlers reach what the application put together: settings, shell, templates, hub."""

from typing import Any
from urllib.parse import urlencode

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import FormMultiDict
from litestar.exceptions import ClientException

from spartakiad.accounts.roles import Me
from spartakiad.competition.desk import Actor
from spartakiad.competition.shell import Shell
from spartakiad.errors import Refusal
from spartakiad.settings import Settings

BASES = ("paper", "word")
Connection = ASGIConnection[Any, Any, Any, Any]


def settings_of(connection: Connection) -> Settings:
    found = connection.app.state.settings
    assert isinstance(found, Settings)
    return found


def shell_of(connection: Connection) -> Shell:
    found = connection.app.state.shell
    assert isinstance(found, Shell)
    return found


def me_in(connection: Connection) -> Me:
    """Whoever the guard let in."""
    found = connection.scope["state"]["me"]
    assert isinstance(found, Me)
    return found


def actor_in(connection: Connection) -> Actor:
    me = me_in(connection)
    return Actor(me.actor_id, f"s{me.sign_in}", basis_in(connection))


def basis_in(connection: Connection) -> str:
    """How whoever acts on somebody else's page knows what he writes: `?basis=`, a paper when he does not say.

    "" on a page of his own, whatever the address says. Raises Refusal bad_choice.
    """
    if not connection.scope["state"].get("stands_in"):
        return ""
    said = connection.query_params.get("basis", BASES[0])
    if said not in BASES:
        raise Refusal("bad_choice", "basis")
    return str(said)


def staying(connection: Connection, path: str = "", **more: str) -> str:
    """This address with what has to stay in it: `more`, and how the one who acts knows it unless that is a paper."""
    basis = basis_in(connection)
    kept = {**more, "basis": basis if basis != BASES[0] else ""}
    query = urlencode({name: value for name, value in kept.items() if value})
    return f"{path}?{query}" if query else path


async def form_of(request: Request[Any, Any, Any]) -> FormMultiDict:
    """What the form sent. Raises ClientException 400 where the body is no form and litestar itself would stumble."""
    try:
        return await request.form()
    except (UnicodeError, ValueError, LookupError) as error:
        raise ClientException(status_code=400) from error
