"""The public standings: the product beside a bare ASGI application of the same bytes, and beside itself unkept.

Rounds of one run take turns. Requests a second depend on who else is at work here; the processor's time of the server
for a request does not, so that is what is compared. Bars: 0.9 of the bare one, 0.95 for an unchanged page, 15 times
its own page made anew for each reader (twenty teams in twelve contests).
"""

import asyncio
import os
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from tests.bench.streams import server
from tests.installation import install

PATH = "/games/demo/standings"
CONNECTIONS, REQUESTS, SLOW, ROUNDS = 32, 6_000, 100, 5
_BROWSER = {"accept-encoding": "gzip, deflate, br", "user-agent": "bench"}
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Load:
    """Every connection asks again as soon as it has the whole answer."""

    port: int
    request: bytes
    length: int
    left: int
    done: asyncio.Event

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        for _ in range(CONNECTIONS):
            await loop.create_connection(lambda: _Asking(self), "127.0.0.1", self.port)
        await self.done.wait()


class _Asking(asyncio.Protocol):
    def __init__(self, load: Load) -> None:
        self.load, self.got = load, 0

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        transport.write(self.load.request)

    def data_received(self, data: bytes) -> None:
        self.got += len(data)
        if self.got < self.load.length:
            return
        assert self.got == self.load.length, "an answer of another length"
        self.got = 0
        self.load.left -= 1
        if self.load.left > 0:
            self.transport.write(self.load.request)
        else:
            self.transport.close()
            self.load.done.set()


def measure() -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        data = Path(folder)
        install(f"sqlite:///{data / 'spartakiad.sqlite'}")
        product, port = stack.enter_context(server("product-full", data))
        answer = httpx.get(f"http://127.0.0.1:{port}{PATH}", headers=_BROWSER)
        _copy(answer, port, data)
        page, page_port = stack.enter_context(server("page", data))
        unkept, unkept_port = stack.enter_context(server("product-full-unkept", data))
        servers = {"bare": (page.pid, page_port), "product": (product.pid, port), "unkept": (unkept.pid, unkept_port)}
        found = _rounds(servers, answer.headers["etag"])
    print(f"  the page: {len(answer.content)} bytes, {answer.headers['content-length']} packed")
    for name, values in found.items():
        cpu, rate = (median(one[at] for one in values) for at in (0, 1))
        print(f"    {name:18} {cpu:7.1f} us of the server's processor, {rate:7.0f} a second")
    for what, of, one, bar in RATIOS:
        print(f"    {what}: {_ratio(found[of], found[one]):.2f} (bar {bar})")


RATIOS = (
    ("of the bare application", "bare", "product", 0.9),
    ("unchanged, of the bare one", "bare 304", "product 304", 0.95),
    ("times its own page unkept", "unkept", "product", 15),
)


def _rounds(servers: dict[str, tuple[int, int]], etag: str) -> dict[str, list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {}
    for turn in range(ROUNDS + 1):
        for name, (pid, port) in servers.items():
            for suffix, more in (("", {}), (" 304", {"if-none-match": etag})):
                if name == "unkept" and suffix:
                    continue
                one = _one(pid, port, {**_BROWSER, **more}, SLOW if name == "unkept" else REQUESTS)
                if turn:  # the first is for warming up
                    found.setdefault(name + suffix, []).append(one)
    return found


def _one(pid: int, port: int, headers: dict[str, str], requests: int) -> tuple[float, float]:
    """Microseconds of the server's processor for a request, and requests a second."""
    lines = [f"GET {PATH} HTTP/1.1", "host: 127.0.0.1", *(f"{name}: {value}" for name, value in headers.items())]
    request = ("\r\n".join(lines) + "\r\n\r\n").encode()
    before, begun = _processor(pid), time.perf_counter()
    asyncio.run(_loaded(port, request, requests))
    took = time.perf_counter() - begun
    return (_processor(pid) - before) / requests * 1e6, requests / took


async def _loaded(port: int, request: bytes, requests: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    length = [int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")]
    writer.close()
    await Load(port, request, len(head) + sum(length), requests, asyncio.Event()).run()


def _processor(pid: int) -> float:
    """Seconds of the processor that this process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def _ratio(other: list[tuple[float, float]], own: list[tuple[float, float]]) -> float:
    return median(one[0] for one in other) / median(one[0] for one in own)


def _copy(answer: httpx.Response, port: int, folder: Path) -> None:
    """The answer as it goes over the wire, for the application that does nothing but send it."""
    with httpx.stream("GET", f"http://127.0.0.1:{port}{PATH}", headers=_BROWSER) as raw:
        (folder / "page").write_bytes(b"".join(raw.iter_raw()))
    lines = [f"{name}: {value}" for name, value in answer.headers.multi_items() if name != "date"]
    (folder / "headers").write_text("\n".join(lines), encoding="latin-1")


if __name__ == "__main__":
    measure()
