"""/live/{stream}: the hub as server-sent events, written straight to ASGI."""

import asyncio
from contextlib import suppress

from litestar import asgi
from litestar.connection import ASGIConnection
from litestar.types import Receive, Scope, Send

from spartakiad.web.access import PUBLIC, SignInNeeded, me_of
from spartakiad.web.hub import Hub

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


@asgi("/live", is_mount=True, opt={"who": PUBLIC}, copy_scope=False)
async def live(scope: Scope, receive: Receive, send: Send) -> None:
    """A reader that goes away ends his own stream; unknown streams are silent.

    Mounted, because litestar 2.25 finds no path parameters for a plain ASGI route.
    """
    hub: Hub = scope["litestar_app"].state.hub
    stream = scope["path"].strip("/").removeprefix("live/")
    if stream.startswith("desk:") and not _works_here(scope):
        await send({"type": "http.response.start", "status": 404, "headers": []})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        return
    await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
    talking = asyncio.create_task(_talk(hub, stream, _seen(scope), send))
    leaving = asyncio.create_task(_left(receive))
    await asyncio.wait((talking, leaving), return_when=asyncio.FIRST_COMPLETED)
    for task in (talking, leaving):
        task.cancel()
        with suppress(asyncio.CancelledError, OSError):
            await task


def _works_here(scope: Scope) -> bool:
    """Whoever is signed in: while results are held, the others are not to hear that something happens."""
    try:
        me_of(ASGIConnection(scope))
    except SignInNeeded:
        return False
    return True


async def _talk(hub: Hub, stream: str, seen: int, send: Send) -> None:
    async for message in hub.listen(stream, seen):
        await send({"type": "http.response.body", "body": message, "more_body": True})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _seen(scope: Scope) -> int:
    """The number the reader's page was made at: Last-Event-ID of a reconnect, else ?seen= of the page."""
    headers = dict(scope["headers"])
    text = headers.get(b"last-event-id", b"").decode("latin-1")
    if not text and scope["query_string"].startswith(b"seen="):
        text = scope["query_string"][5:].decode("latin-1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0
