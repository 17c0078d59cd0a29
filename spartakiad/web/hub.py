"""The live hub: tells readers «stream at number N», nothing more; the page fetches itself again.

The latest number wins: a slow reader skips to it. The first change is told at once, those within GATHER after it are
told together, and readers are served in small portions, between which they give way to whoever writes, so that a
judge's entry never waits behind a thousand spectators. A reader is the `send` of his connection: nothing of his own
runs while nothing happens.
"""

import asyncio
import math
import random
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

GATHER = 0.25  # seconds between two messages of one stream
HEARTBEAT = 15.0  # seconds
PORTION = 50  # readers served in one turn of the loop, about a millisecond
GIVEN_WAY, MOST_WAY = 0.002, 0.25  # seconds: after which it is looked again whether somebody writes, and for how long
Send = Callable[[Any], Awaitable[None]]
_BEAT = {"type": "http.response.body", "body": b": \n\n", "more_body": True}
_END = {"type": "http.response.body", "body": b"", "more_body": False}


class Reader:
    """`seen`: the number he was told last; `busy`: something is on its way to him and has not gone out yet."""

    __slots__ = ("busy", "seen", "send", "stream")

    def __init__(self, stream: str, seen: int, send: Send) -> None:
        self.stream, self.seen, self.send, self.busy = stream, seen, send, False


class Hub:
    def __init__(self, numbers: dict[str, int] | None = None, most: float = math.inf) -> None:
        """`numbers`: the living table of streams, so that a reader who comes back behind is told at once.

        `most`: how many readers there is room for.
        """
        self.most = most
        self.readers = 0
        self._numbers: dict[str, int] = {} if numbers is None else numbers
        self._readers: dict[str, dict[Reader, None]] = {}  # in order of arrival
        self._planned: set[str] = set()
        self._told: dict[str, float] = {}  # when each stream was told last
        self._loop: asyncio.AbstractEventLoop | None = None
        self._beating: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._writing = 0
        self.closed = False
        self.on_told: Callable[[str], Awaitable[None]] | None = None  # runs once the first readers are told

    @property
    def full(self) -> bool:
        return self.readers >= self.most

    @contextmanager
    def making_way(self) -> Iterator[None]:
        """While somebody's entry is taken, those who are not told yet wait a little."""
        self._writing += 1
        try:
            yield
        finally:
            self._writing -= 1

    def open(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._beating = self._loop.call_later(HEARTBEAT, self._beat)

    def close(self) -> None:
        """End every stream, so that the server can stop at once. From any thread, or a signal."""
        self.closed = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end)

    def tell(self, stream: str, number: int) -> None:
        """From any thread: the stream has reached this number."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._note, stream, number)

    def join(self, stream: str, seen: int, send: Send) -> Reader:
        """From now on he is told; at once, if he is behind or the hub is closed."""
        reader = Reader(stream, seen, send)
        self._readers.setdefault(stream, {})[reader] = None
        self.readers += 1
        if self.closed:
            self._begin(reader, _END)
        elif self._numbers.get(stream, 0) > seen:
            self._begin(reader, self._news(stream))
        return reader

    def leave(self, reader: Reader) -> None:
        """Whoever left leaves nothing behind."""
        readers = self._readers.get(reader.stream, {})
        if reader in readers:
            del readers[reader]
            self.readers -= 1
        if not readers:
            self._readers.pop(reader.stream, None)

    def _note(self, stream: str, number: int) -> None:
        self._numbers[stream] = max(number, self._numbers.get(stream, 0))
        if stream not in self._planned and self._loop is not None:
            self._planned.add(stream)
            quiet = self._loop.time() - self._told.get(stream, -GATHER)
            self._loop.call_later(max(0.0, GATHER - quiet), self._gathered, stream)

    def _gathered(self, stream: str) -> None:
        self._planned.discard(stream)
        if self._loop is not None:
            self._told[stream] = self._loop.time()
            self._keep(self._loop.create_task(self._tell(stream)))

    async def _tell(self, stream: str) -> None:
        self._serve(deque(self._readers.get(stream, ())), self._news(stream))
        if self.on_told is not None:
            await asyncio.sleep(0)  # the first are told: while they come back, their page is made
            await self.on_told(stream)

    def _news(self, stream: str) -> Any:
        number = self._numbers.get(stream, 0)
        body = b"event: changed\nid: %d\ndata: %d\n\n" % (number, number)
        return {"type": "http.response.body", "body": body, "more_body": True, "number": number}

    def _serve(self, readers: deque[Reader], message: Any, until: float = 0.0) -> None:
        """A portion now, the others in the next turns; whoever is busy is told the newest when he is not any more.

        `until`: when no more way is made for entries, in seconds of the loop.
        """
        number = message.get("number", 0)
        for _ in range(min(PORTION, len(readers))):
            reader = readers.popleft()
            if not reader.busy and (number > reader.seen or not number):
                self._begin(reader, message)
        if readers and self._loop is not None:
            self._loop.call_soon(self._go_on, readers, message, until or self._loop.time() + MOST_WAY)

    def _go_on(self, readers: deque[Reader], message: Any, until: float) -> None:
        if self._loop is not None and self._writing and self._loop.time() < until:
            self._loop.call_later(GIVEN_WAY, self._go_on, readers, message, until)
        else:
            self._serve(readers, message, until)

    def _begin(self, reader: Reader, message: Any) -> None:
        if self._loop is not None:
            reader.busy = True
            reader.seen = message.get("number", reader.seen)
            self._keep(self._loop.create_task(self._send(reader, message)))

    async def _send(self, reader: Reader, message: Any) -> None:
        try:
            await reader.send(message)
        except OSError:
            return
        reader.busy = False
        if self.closed and message is not _END:
            self._begin(reader, _END)
        elif self._numbers.get(reader.stream, 0) > reader.seen and message is not _END:
            self._begin(reader, self._news(reader.stream))

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _beat(self) -> None:
        self._serve(deque(self._everybody()), _BEAT)
        if self._loop is not None and not self.closed:
            self._beating = self._loop.call_later(HEARTBEAT, self._beat)

    def _end(self) -> None:
        if self._beating is not None:
            self._beating.cancel()
        self._serve(deque(self._everybody()), _END)

    def _everybody(self) -> Iterable[Reader]:
        return [reader for readers in self._readers.values() for reader in readers]


def greeting() -> bytes:
    """When to come back, at a moment of his own."""
    return b"retry: %d\n\n" % random.randint(2000, 8000)
