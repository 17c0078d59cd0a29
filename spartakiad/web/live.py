"""/live/{stream}: the hub as server-sent events, written straight to ASGI."""

from litestar import asgi
from litestar.connection import ASGIConnection
from litestar.types import ASGIApp, Receive, Scope, Send

from spartakiad.web.access import PUBLIC, SignInNeeded, me_of
from spartakiad.web.headers import HeadersOf
from spartakiad.web.hub import Hub, greeting

_PATH = "/live/"
_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]
_FULL = [(b"retry-after", b"30"), (b"cache-control", b"no-store"), (b"connection", b"close"), (b"content-length", b"0")]


@asgi("/live", is_mount=True, opt={"who": PUBLIC}, copy_scope=False)
async def live(scope: Scope, receive: Receive, send: Send) -> None:
    """A reader that goes away ends his own stream; unknown streams are silent.

    Mounted, because litestar 2.25 finds no path parameters for a plain ASGI route.
    """
    if _stream(scope).startswith("desk:") and not _works_here(scope):
        await send({"type": "http.response.start", "status": 404, "headers": []})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        return
    await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
    await _follow(scope["litestar_app"].state.hub, scope, receive, send)


class Streams:
    """What everybody may follow is served before the application: ten thousand readers weigh half of it there."""

    def __init__(self, app: ASGIApp, hub: Hub, headers: HeadersOf) -> None:
        self.app = app
        self.hub = hub
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope.get("method") == "POST":
            with self.hub.making_way():
                await self.app(scope, receive, send)
            return
        if not path.startswith(_PATH) or path.startswith(f"{_PATH}desk:") or scope.get("method") != "GET":
            await self.app(scope, receive, send)
            return
        if self.hub.full:  # those who work at the Games, at «desk:», pages and entries have what is left
            await send({"type": "http.response.start", "status": 503, "headers": [*_FULL, *self.headers(path)]})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            return
        await send({"type": "http.response.start", "status": 200, "headers": [*_HEADERS, *self.headers(path)]})
        await _follow(self.hub, scope, receive, send)


async def _follow(hub: Hub, scope: Scope, receive: Receive, send: Send) -> None:
    """The hub sends; all that is left to do here is to notice that the reader, or the hub, has ended it."""
    await send({"type": "http.response.body", "body": greeting(), "more_body": True})
    reader = hub.join(_stream(scope), _seen(scope), send)
    try:
        while (await receive())["type"] != "http.disconnect":
            pass
    finally:
        hub.leave(reader)


def _stream(scope: Scope) -> str:
    return scope["path"].strip("/").removeprefix("live/")


def _works_here(scope: Scope) -> bool:
    """Whoever is signed in: while results are held, the others are not to hear that something happens."""
    try:
        me_of(ASGIConnection(scope))
    except SignInNeeded:
        return False
    return True


def _seen(scope: Scope) -> int:
    """The number the reader's page was made at: Last-Event-ID of a reconnect, else ?seen= of the page."""
    headers = dict(scope["headers"])
    text = headers.get(b"last-event-id", b"").decode("latin-1")
    if not text and scope["query_string"].startswith(b"seen="):
        text = scope["query_string"][5:].decode("latin-1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0
