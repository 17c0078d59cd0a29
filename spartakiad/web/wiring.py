"""How handlers reach what the application put together: settings, shell, templates, hub."""

from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import FormMultiDict
from litestar.exceptions import ClientException

from spartakiad.accounts.roles import Me
from spartakiad.competition.desk import Actor
from spartakiad.competition.shell import Shell
from spartakiad.settings import Settings

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
    return Actor(me.actor_id, f"s{me.sign_in}")


async def form_of(request: Request[Any, Any, Any]) -> FormMultiDict:
    """What the form sent. Raises ClientException 400 where the body is no form and litestar itself would stumble."""
    try:
        return await request.form()
    except (UnicodeError, ValueError, LookupError) as error:
        raise ClientException(status_code=400) from error
