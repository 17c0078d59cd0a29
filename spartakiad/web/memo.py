"""The memo of the public site: pages as bytes, kept while the numbers they were made of stand.

A small ASGI layer in front of the application. It answers GET and HEAD of addresses it holds, raw, gzip or br, with a
strong ETag and 304; everything else passes through. A page is kept only when its handler said what it reads; switched
off, the same bodies come from the handlers.
"""

import gzip
import hashlib
import re
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import brotli
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from spartakiad.web.render import MADE_OF

MOST_BYTES = 64 * 1024 * 1024
HOT = 60.0  # seconds: a page asked for within them is made again at once when its stream moves
_VARY = (b"vary", b"accept-encoding")
_OFF = re.compile(rb";q=0(?:\.0*)?$")


@dataclass(slots=True)
class Page:
    """One page at one set of numbers; `until`: epoch seconds after which it is stale by the clock.

    `file`: how it is to be saved, of a document; that is compressed already, and made anew only when it is asked for.
    """

    reads: Mapping[str, int]
    until: float | None
    media_type: bytes
    bodies: Mapping[str, bytes]
    etag: str
    file: bytes = b""
    asked: float = field(default_factory=time.monotonic)

    @property
    def size(self) -> int:
        return sum(len(body) for body in self.bodies.values())


class Memo:
    """`numbers` is the living table of streams: whoever raises a number there makes the pages that read it stale."""

    def __init__(self, app: ASGIApp, numbers: Mapping[str, int]) -> None:
        self.app = app
        self.numbers = numbers
        self.pages: OrderedDict[str, Page] = OrderedDict()
        self.size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _may_be_kept(scope):
            await self.app(scope, receive, send)
            return
        page = self.fresh(scope["path"]) or await self._make(scope, receive, send)
        if page is not None:
            page.asked = time.monotonic()
            await _answer(page, scope, send)

    def fresh(self, path: str) -> Page | None:
        """The page if every number it was made of still stands."""
        page = self.pages.get(path)
        if page is None or (page.until is not None and time.time() > page.until):
            return None
        if any(self.numbers.get(stream, 0) != number for stream, number in page.reads.items()):
            return None
        self.pages.move_to_end(path)
        return page

    async def make_again(self, stream: str) -> None:
        """Pages of this stream that were asked for a moment ago are made before anybody asks."""
        now = time.monotonic()
        hot = [
            path
            for path, page in self.pages.items()
            if stream in page.reads and now - page.asked < HOT and not page.file
        ]
        for path in hot:
            stale = self.pages.get(path)
            if stale is not None and self.fresh(path) is None:
                page = await self._make(_request_for(path), _silence, _nowhere)
                if page is not None:
                    page.asked = stale.asked

    async def _make(self, scope: Scope, receive: Receive, send: Send) -> Page | None:
        """Ask the application. What fails or is not declared as made of streams goes straight through, unbuffered."""
        made_of: dict[str, Any] = {}
        held: list[Message] = []

        async def hold_or_pass(message: Message) -> None:
            good = message["type"] == "http.response.start" and message["status"] == 200
            if held or (good and made_of.get("reads") is not None):
                held.append(message)
            else:
                await send(message)

        inner: Any = {**scope, "method": "GET", MADE_OF: made_of}
        await self.app(inner, receive, hold_or_pass)
        return self._keep(scope["path"], made_of, held) if held else None

    def _keep(self, path: str, made_of: Mapping[str, Any], held: list[Message]) -> Page:
        headers = dict(held[0]["headers"])  # type: ignore[typeddict-item]
        body = b"".join(message.get("body", b"") for message in held[1:])  # type: ignore[misc]
        etag = hashlib.sha256(body).hexdigest()[:24]
        file = headers.get(b"content-disposition", b"")
        bodies = {"": body}
        if not file:
            bodies |= {"gzip": gzip.compress(body, 6, mtime=0), "br": brotli.compress(body, quality=5)}
        page = Page(made_of["reads"], made_of.get("until"), headers[b"content-type"], bodies, etag, file)
        self._put(path, page)
        return page

    def _put(self, path: str, page: Page) -> None:
        replaced = self.pages.pop(path, None)
        self.size += page.size - (replaced.size if replaced else 0)
        self.pages[path] = page
        while self.size > MOST_BYTES and len(self.pages) > 1:
            _, dropped = self.pages.popitem(last=False)
            self.size -= dropped.size


def _may_be_kept(scope: Scope) -> bool:
    """A look at a bare address as our own links spell it; litestar also answers «//games/» and such."""
    if scope.get("method") not in ("GET", "HEAD") or scope["query_string"]:
        return False
    path = scope["path"]
    return path == "/" or not (path.endswith("/") or "//" in path)


async def _answer(page: Page, scope: Scope, send: Send) -> None:
    asked = dict(scope["headers"])
    coding = _coding(asked.get(b"accept-encoding", b""))
    coding = coding if coding in page.bodies else ""
    etag = f'"{page.etag}{"-" + coding if coding else ""}"'.encode()
    headers = [(b"etag", etag), _VARY, (b"cache-control", b"no-cache")]
    known = [tag.strip().removeprefix(b"W/") for tag in asked.get(b"if-none-match", b"").split(b",")]
    if etag in known or b"*" in known:
        await _send(send, 304, headers, b"")
        return
    body = page.bodies[coding]
    headers += [(b"content-type", page.media_type), (b"content-length", str(len(body)).encode())]
    if page.file:
        headers.append((b"content-disposition", page.file))
    if coding:
        headers.append((b"content-encoding", coding.encode()))
    await _send(send, 200, headers, b"" if scope.get("method") == "HEAD" else body)


def _coding(accepted: bytes) -> str:
    """The best coding the reader takes; one switched off with q=0 is not taken."""
    taken = [part.strip().replace(b" ", b"") for part in accepted.split(b",")]
    for coding in ("br", "gzip"):
        if any(part.split(b";")[0] == coding.encode() and not _OFF.search(part) for part in taken):
            return coding
    return ""


async def _send(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def _request_for(path: str) -> Any:
    """A request of our own for a page that is to be made again."""
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [],
        "client": ("127.0.0.1", 0),
        "server": None,
    }


async def _silence() -> Any:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _nowhere(_message: Message) -> None:
    return None
