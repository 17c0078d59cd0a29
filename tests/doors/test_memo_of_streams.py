"""A live stream is no page: the memo keeps nothing of it, and it has no end to wait for."""

import asyncio

from litestar.types import Message, Receive, Scope, Send

from spartakiad.web.memo import Memo
from spartakiad.web.own_request import request_for, silence


def test_nobody_waits_for_the_end_of_the_stream_of_another(runner: asyncio.Runner) -> None:
    told: list[str] = []

    async def endless(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await asyncio.Event().wait()

    async def hear(message: Message) -> None:
        told.append(message["type"])

    async def two() -> None:
        memo = Memo(endless, {})
        readers = [asyncio.create_task(memo(request_for("/live/games:demo"), silence, hear)) for _ in range(2)]
        await asyncio.sleep(0.05)
        for one in readers:
            one.cancel()

    runner.run(two())
    assert told == ["http.response.start"] * 2
