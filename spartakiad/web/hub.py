"""The live hub: tells listeners «stream at number N», nothing more; the page fetches itself again.

The latest number wins: a slow reader skips to it. Changes closer than GATHER together are told once, and readers are
woken in small portions, so that a judge's entry never waits behind a thousand spectators.
"""

import asyncio
import random
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable

GATHER = 0.25  # seconds between two messages of one stream
HEARTBEAT = 15.0  # seconds
PORTION = 50  # readers woken in one turn of the loop, about a millisecond


class Hub:
    def __init__(self, numbers: dict[str, int] | None = None) -> None:
        """`numbers`: the living table of streams, so that a reader who comes back behind is told at once."""
        self._numbers: dict[str, int] = {} if numbers is None else numbers
        self._waiting: dict[str, dict[asyncio.Future[None], None]] = {}  # in order of arrival
        self._planned: set[str] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False
        self._telling: asyncio.Task[None] | None = None
        self.on_told: Callable[[str], Awaitable[None]] | None = None  # runs before the readers are woken

    def open(self) -> None:
        self._loop = asyncio.get_running_loop()

    def close(self) -> None:
        """End every stream, so that the server can stop at once."""
        self._closed = True
        for stream in list(self._waiting):
            self._wake(stream)

    def tell(self, stream: str, number: int) -> None:
        """From any thread: the stream has reached this number."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._note, stream, number)

    async def listen(self, stream: str, seen: int) -> AsyncIterator[bytes]:
        """Server-sent events of one stream: its newest number whenever it passed what this reader has seen."""
        yield b"retry: %d\n\n" % random.randint(2000, 8000)
        while not self._closed:
            number = self._numbers.get(stream, 0)
            if number > seen:
                seen = number
                yield b"event: changed\nid: %d\ndata: %d\n\n" % (number, number)
                continue
            yield_heartbeat = not await self._next(stream)
            if yield_heartbeat and not self._closed:
                yield b": \n\n"

    async def _next(self, stream: str) -> bool:
        """True when the stream moved (or the hub closes), False after a quiet HEARTBEAT."""
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(stream, {})[woken] = None
        try:
            done, _ = await asyncio.wait([woken], timeout=HEARTBEAT)
        finally:
            self._forget(stream, woken)
        return bool(done)

    def _forget(self, stream: str, woken: asyncio.Future[None]) -> None:
        """Whoever waits no longer, after a heartbeat or because he left, leaves nothing behind."""
        waiting = self._waiting.get(stream, {})
        waiting.pop(woken, None)
        if not waiting:
            self._waiting.pop(stream, None)

    def _note(self, stream: str, number: int) -> None:
        self._numbers[stream] = max(number, self._numbers.get(stream, 0))
        if stream not in self._planned and self._loop is not None:
            self._planned.add(stream)
            self._loop.call_later(GATHER, self._gathered, stream)

    def _gathered(self, stream: str) -> None:
        self._planned.discard(stream)
        if self._loop is not None:
            self._telling = self._loop.create_task(self._tell(stream))

    async def _tell(self, stream: str) -> None:
        if self.on_told is not None:
            await self.on_told(stream)
        self._wake(stream)

    def _wake(self, stream: str) -> None:
        self._wake_some(deque(self._waiting.pop(stream, {})))

    def _wake_some(self, waiting: deque[asyncio.Future[None]]) -> None:
        for _ in range(min(PORTION, len(waiting))):
            woken = waiting.popleft()
            if not woken.done():
                woken.set_result(None)
        if waiting and self._loop is not None:
            self._loop.call_soon(self._wake_some, waiting)
