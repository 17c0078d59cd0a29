"""Cookies of the staff: whose session it is, and which device."""

import re

from litestar.datastructures import Cookie

from spartakiad.accounts.actions import new_token
from spartakiad.settings import Settings
from spartakiad.web.wiring import Connection, settings_of

_DEVICE_DAYS = 30
_TOKEN = re.compile(r"[\w-]{22}", re.ASCII)


def session_cookie(settings: Settings, token: str, seconds: int) -> Cookie:
    """For this host alone, out of reach of scripts, sent only with what is opened here; "" takes it away."""
    return Cookie(
        key=settings.cookie,
        value=token,
        path="/",
        httponly=True,
        secure=settings.secure,
        samesite="lax",
        max_age=seconds,
    )


def device_of(connection: Connection) -> str:
    """The secret by which a device is known again when its judges come in by cards; a new one the first time."""
    kept = connection.cookies.get(_name(settings_of(connection)), "")
    return kept if _TOKEN.fullmatch(kept) else new_token()


def device_cookie(settings: Settings, token: str) -> Cookie:
    """It opens nothing by itself, and no public page ever gets it."""
    return Cookie(
        key=_name(settings),
        value=token,
        path="/judge",
        httponly=True,
        secure=settings.secure,
        samesite="lax",
        max_age=_DEVICE_DAYS * 24 * 3600,
    )


def _name(settings: Settings) -> str:
    return f"{'__Secure-' if settings.secure else ''}spartakiad-device"
