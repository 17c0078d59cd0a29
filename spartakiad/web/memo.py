"""The memo of the public site: pages as bytes, kept while the numbers they were made of stand.

A small ASGI layer in front of the application. It answers GET and HEAD of addresses it holds, raw, gzip or br, with a
strong ETag and 304; everything else passes through. A page is kept only when its handler said what it reads; switched
off, the same bodies come from the handlers. What is sent for a page is put together once, not for each reader.
"""

import asyncio
import hashlib
import time
from collections.abc import Callable, Mapping
from typing import Any

from litestar.types import ASGIApp, Message, Receive, Scope, Send

from spartakiad.web.headers import HeadersOf
from spartakiad.web.memo_answers import NOTHING, Page, answer_to
from spartakiad.web.own_request import request_for, silence
from spartakiad.web.render import MADE_OF

MOST_BYTES = 64 * 1024 * 1024
_LOOKS = ("GET", "HEAD")
_ENDLESS = "/live/"
HOT = 60.0  # seconds: a page asked for within them is made again at once when its stream moves
KeptAs = Callable[[str, bytes], bytes | None]  # path, query → the query under which the answer is kept; None: it is not


class Memo:
    """`numbers` is the living table of streams: whoever raises a number there makes the pages that read it stale."""

    def __init__(
        self,
        app: ASGIApp,
        numbers: Mapping[str, int],
        headers: HeadersOf = lambda _path: [],
        kept_as: KeptAs = lambda _path, _query: None,
        pages: dict[str, Page] | None = None,
    ) -> None:
        self.app = app
        self.numbers = numbers
        self.headers = headers
        self.kept_as = kept_as
        self.pages: dict[str, Page] = {} if pages is None else pages
        self.size = 0
        self._making: dict[str, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        page = self.pages.get(scope.get("path", ""))
        if page is None or scope["query_string"] or scope.get("method") not in _LOOKS or not page.stands(self.numbers):
            page = await self._sought(scope, receive, send)
        if page is not None:
            page.asked = time.monotonic()
            start, body = _answer(page, scope)
            await send(start)
            await send(body)

    async def _sought(self, scope: Scope, receive: Receive, send: Send) -> Page | None:
        """Kept under another address, or made; None: the application has answered."""
        key = self._key(scope)
        if key is None:
            await self.app(scope, receive, send)
            return None
        return self.fresh(key) or await self._made(key, scope, receive, send)

    def fresh(self, key: str) -> Page | None:
        """The page if every number it was made of still stands."""
        page = self.pages.get(key)
        return page if page is not None and page.stands(self.numbers) else None

    async def make_again(self, stream: str) -> None:
        """Pages of this stream that were asked for a moment ago are made before anybody asks."""
        now = time.monotonic()
        hot = [
            key for key, page in self.pages.items() if stream in page.reads and now - page.asked < HOT and page.eager
        ]
        for key in hot:
            await asyncio.sleep(0)  # whoever has come for another page meanwhile is answered first
            stale = self.pages.get(key)
            if stale is not None and self.fresh(key) is None:
                page = await self._make(key, request_for(key), silence, _nowhere)
                if page is not None:
                    page.asked = stale.asked

    def _key(self, scope: Scope) -> str | None:
        """A look at a bare address as our own links spell it, or at one with a query that is kept."""
        if scope.get("method") not in _LOOKS:
            return None
        path, query = scope["path"], scope["query_string"]
        if path != "/" and (path.endswith("/") or "//" in path):  # litestar also answers «//games/» and such
            return None
        if path.startswith(_ENDLESS):  # nobody waits for the end of another's stream
            return None
        kept = self.kept_as(path, query) if query else b""
        return None if kept is None else f"{path}?{kept.decode()}" if kept else path

    async def _made(self, key: str, scope: Scope, receive: Receive, send: Send) -> Page | None:
        """Made once, however many ask for it meanwhile; what is not kept each of them asks for himself."""
        making = self._making.get(key)
        if making is not None:
            await making.wait()
            page = self.pages.get(key)
            if page is not None:
                return page
        event = self._making[key] = asyncio.Event()
        try:
            return await self._make(key, _asking(key, scope), receive, send)
        finally:
            event.set()
            if self._making.get(key) is event:
                del self._making[key]

    async def _make(self, key: str, scope: Scope, receive: Receive, send: Send) -> Page | None:
        """Ask the application. What fails or is not declared as made of streams goes straight through, unbuffered."""
        made_of: dict[str, Any] = {}
        stood = dict(self.numbers)
        held: list[Message] = []

        async def hold_or_pass(message: Message) -> None:
            good = message["type"] == "http.response.start" and message["status"] == 200
            if held or (good and made_of.get("reads") is not None):
                held.append(message)
            else:
                await send(message)

        inner: Any = {**scope, "method": "GET", MADE_OF: made_of}
        await self.app(inner, receive, hold_or_pass)
        if not held:
            return None
        made_of["reads"] = _at_most(made_of["reads"], stood)
        return self._keep(key, scope["path"], made_of, held)

    def _keep(self, key: str, path: str, made_of: Mapping[str, Any], held: list[Message]) -> Page:
        headers = dict(held[0]["headers"])  # type: ignore[typeddict-item]
        body = b"".join(message.get("body", b"") for message in held[1:])  # type: ignore[misc]
        file = headers.get(b"content-disposition", b"")
        page = Page(
            reads=made_of["reads"],
            until=made_of.get("until"),
            media_type=headers[b"content-type"],
            body=body,
            etag=hashlib.sha256(body).hexdigest()[:24],
            file=file,
            eager=made_of.get("eager", True) and not file,
            headers=self.headers(path),
        )
        self._put(key, page)
        return page

    def _put(self, key: str, page: Page) -> None:
        replaced = self.pages.pop(key, None)
        self.size += page.size - (replaced.size if replaced else 0)
        self.pages[key] = page
        while self.size > MOST_BYTES and len(self.pages) > 1:
            longest = min((one for one in self.pages if one != key), key=lambda one: self.pages[one].asked)
            self.size -= self.pages.pop(longest).size


def _answer(page: Page, scope: Scope) -> tuple[Message, Message]:
    accepted = known = b""
    for name, value in scope["headers"]:
        if name == b"accept-encoding":
            accepted = value
        elif name == b"if-none-match":
            known = value
    answer = page.answers.get(accepted) or answer_to(page, accepted)
    if known and (known == answer.etag or answer.is_known(known)):
        return answer.unchanged, NOTHING
    return answer.start, NOTHING if scope.get("method") == "HEAD" else answer.body


def _asking(key: str, scope: Scope) -> Any:
    """The reader's request, with the query under which the answer is kept."""
    query = key.partition("?")[2].encode()
    return scope if scope["query_string"] == query else {**scope, "query_string": query}


def _at_most(reads: Mapping[str, int], stood: Mapping[str, int]) -> Mapping[str, int]:
    """No later than before anything was read: what was written meanwhile may be missing from the page."""
    return {stream: min(number, stood.get(stream, 0)) for stream, number in reads.items()}


async def _nowhere(_message: Message) -> None:
    return None
