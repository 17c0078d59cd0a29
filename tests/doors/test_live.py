"""The hub: the newest number to each reader, gathered, and an end to every stream."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import pytest

from spartakiad.web import hub as hub_module
from spartakiad.web.hub import GATHER, Hub

Scene = Callable[[Hub], Coroutine[Any, Any, Any]]


@pytest.fixture
def staged(runner: asyncio.Runner) -> Callable[[Scene], Any]:
    """Runs a scene with an open hub."""

    async def opened(scene: Scene) -> Any:
        hub = Hub()
        hub.open()
        try:
            return await asyncio.wait_for(scene(hub), timeout=5)
        finally:
            hub.close()

    return lambda scene: runner.run(opened(scene))


async def greeted(hub: Hub, stream: str = "games:demo", seen: int = 0) -> AsyncIterator[bytes]:
    """A reader who has already been told when to come back."""
    reader = hub.listen(stream, seen)
    await anext(reader)
    return reader


def told(number: int) -> bytes:
    return b"event: changed\nid: %d\ndata: %d\n\n" % (number, number)


def test_a_reader_is_first_told_when_to_come_back(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> bytes:
        return await anext(hub.listen("games:demo", 0))

    assert staged(scene).startswith(b"retry: ")


def test_readers_are_told_to_come_back_at_different_times(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> set[bytes]:
        return {await anext(hub.listen("games:demo", 0)) for _ in range(20)}

    assert len(staged(scene)) > 1


def test_a_change_reaches_a_reader_who_waits(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> bytes:
        reader = await greeted(hub)
        hub.tell("games:demo", 7)
        return await anext(reader)

    assert staged(scene) == told(7)


def test_a_reader_who_comes_late_is_told_what_he_missed(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> bytes:
        hub.tell("games:demo", 7)
        await asyncio.sleep(0)
        return await anext(await greeted(hub, seen=3))

    assert staged(scene) == told(7)


def test_a_change_of_another_stream_is_not_told(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> bytes:
        reader = await greeted(hub)
        hub.tell("games:other", 5)
        hub.tell("games:demo", 2)
        return await anext(reader)

    assert staged(scene) == told(2)


def test_a_slow_reader_skips_to_the_newest(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> bytes:
        reader = await greeted(hub)
        for number in range(1, 100):
            hub.tell("games:demo", number)
        await asyncio.sleep(GATHER * 1.5)
        return await anext(reader)

    assert staged(scene) == told(99)


def test_an_older_number_never_follows_a_newer_one(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> list[bytes]:
        reader = await greeted(hub)
        heard = []
        for number in (5, 4, 6):
            hub.tell("games:demo", number)
            if number != 4:
                heard.append(await anext(reader))
        return heard

    assert staged(scene) == [told(5), told(6)]


def test_changes_within_a_quarter_of_a_second_are_told_once(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> list[bytes]:
        heard: list[bytes] = []
        reading = asyncio.create_task(_gather(hub, heard))
        await asyncio.sleep(0)
        for number in range(1, 6):
            hub.tell("games:demo", number)
            await asyncio.sleep(GATHER / 10)
        await asyncio.sleep(GATHER * 1.2)
        reading.cancel()
        return heard

    assert staged(scene) == [told(5)]


def test_pages_are_made_anew_before_the_readers_are_woken(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> list[str]:
        order: list[str] = []

        async def make_again(stream: str) -> None:
            order.append(f"made {stream}")

        hub.on_told = make_again
        reader = await greeted(hub)
        hub.tell("games:demo", 1)
        await anext(reader)
        return [*order, "woken"]

    assert staged(scene) == ["made games:demo", "woken"]


def test_more_readers_than_one_portion_are_all_told(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> set[bytes]:
        readers = [await greeted(hub) for _ in range(3 * hub_module.PORTION + 1)]
        heard = [asyncio.ensure_future(anext(reader)) for reader in readers]
        await asyncio.sleep(0)
        hub.tell("games:demo", 1)
        return set(await asyncio.gather(*heard))

    assert staged(scene) == {told(1)}


def test_a_quiet_stream_is_kept_open_by_a_heartbeat(
    staged: Callable[[Scene], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_module, "HEARTBEAT", 0.01)

    async def scene(hub: Hub) -> list[bytes]:
        reader = await greeted(hub)
        return [await anext(reader) for _ in range(3)]

    assert staged(scene) == [b": \n\n"] * 3


def test_readers_of_a_quiet_stream_leave_nothing_behind(
    staged: Callable[[Scene], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_module, "HEARTBEAT", 0.001)

    async def scene(hub: Hub) -> int:
        reader = await greeted(hub, "nobody/ever:tells")
        for _ in range(50):
            await anext(reader)
        return len(hub._waiting)

    assert staged(scene) == 0


def test_a_reader_who_leaves_leaves_nothing_behind(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> int:
        waiting = asyncio.ensure_future(anext(await greeted(hub)))
        await asyncio.sleep(0.01)
        waiting.cancel()
        await asyncio.wait([waiting])
        return len(hub._waiting)

    assert staged(scene) == 0


def test_closing_ends_every_stream(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> int:
        readings = [asyncio.create_task(_gather(hub, [])) for _ in range(120)]
        await asyncio.sleep(0.01)
        hub.close()
        done, _ = await asyncio.wait(readings, timeout=1)
        return len(done)

    assert staged(scene) == 120


async def _gather(hub: Hub, heard: list[bytes]) -> None:
    async for message in hub.listen("games:demo", 0):
        if message.startswith(b"event"):
            heard.append(message)
