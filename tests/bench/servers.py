"""Servers of the bench as processes: the product with the demo, and bare ASGI applications beside it.

python -m tests.bench.servers WHAT PORT [FOLDER]: «product» over a folder of data («-unkept»: the memo switched off,
«-full»: twenty teams in twelve contests); «page» answers the bytes in FOLDER/page, «hub» wakes all who wait with one
future: the last two are the contenders, the least that an ASGI application does.
"""

import asyncio
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from spartakiad.app import create_app
from spartakiad.competition.memory import scored
from spartakiad.competition.shell import Shell
from spartakiad.settings import Settings
from spartakiad.store.store import Store
from spartakiad.web.hub import Hub
from spartakiad.web.serving import Server
from tests.bench import corrections

STREAM = "games:demo"


def product(folder: Path, memo: bool, full: bool) -> tuple[Any, Hub]:
    """The whole of it; `/bench/tell` raises the number of a stream as a write does after its commit.

    `full`: the demo's journal gives place to twenty teams in twelve contests, all official.
    """
    shell = Shell(Store(f"sqlite:///{folder / 'spartakiad.sqlite'}"))
    shell.load()
    if full:
        now = scored("demo", corrections.full(20, 12, 3).state, None)
        shell.memory.publish(now, replace(now, public=True))
        shell.memory.games["demo"], shell.memory.shown["demo"] = now, replace(now, public=True)
        shell.memory.numbers[STREAM] = now.number
    hub = Hub(shell.memory.numbers)
    app = create_app(replace(Settings(secret=b"bench"), data=folder, memo=memo), shell, hub)
    at = [10**9]

    async def with_tell(scope: Any, receive: Any, send: Any) -> None:
        if scope.get("path") == "/bench/tell":
            at[0] += 1
            hub.tell(STREAM, at[0])
            await _answer(send, b"ok")
        elif scope.get("path") == "/bench/readers":
            await _answer(send, str(hub.readers).encode())
        else:
            await app(scope, receive, send)

    return with_tell, hub


def bare_page(folder: Path) -> Any:
    """The same bytes under the same headers as the product answers, chosen by If-None-Match alone."""
    body = (folder / "page").read_bytes()
    lines = (folder / "headers").read_text(encoding="latin-1").splitlines()
    headers = [tuple(part.encode("latin-1") for part in line.split(": ", 1)) for line in lines]
    etag = dict(headers)[b"etag"]
    known = [one for one in headers if one[0] not in (b"content-type", b"content-length", b"content-encoding")]

    async def app(scope: Any, _receive: Any, send: Any) -> None:
        for name, value in scope["headers"]:
            if name == b"if-none-match" and value == etag:
                await send({"type": "http.response.start", "status": 304, "headers": known})
                await send({"type": "http.response.body", "body": b""})
                return
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


class BareHub:
    """One future for all who wait; each of them sends the same frame."""

    def __init__(self) -> None:
        self.woken: asyncio.Future[None] | None = None
        self.frame = b""
        self.number = 10**9

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["path"] == "/bench/tell":
            self.number += 1
            self.frame = b"event: changed\nid: %d\ndata: %d\n\n" % (self.number, self.number)
            woken, self.woken = self.woken, None
            if woken is not None:
                woken.set_result(None)
            await _answer(send, b"ok")
            return
        kind = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": 200, "headers": kind})
        await send({"type": "http.response.body", "body": b"retry: 5000\n\n", "more_body": True})
        while True:
            if self.woken is None:
                self.woken = asyncio.get_running_loop().create_future()
            await asyncio.shield(self.woken)
            await send({"type": "http.response.body", "body": self.frame, "more_body": True})


async def _answer(send: Any, body: bytes) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    await send({"type": "http.response.body", "body": body})


def main(what: str, port: int, folder: Path) -> None:
    hub = Hub()
    if what.startswith("product"):
        app, hub = product(folder, memo="unkept" not in what, full="full" in what)
    else:
        app = bare_page(folder) if what == "page" else BareHub()
    Server(app, Settings(port=port), hub).until_stopped(None)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3] if len(sys.argv) > 3 else "."))
