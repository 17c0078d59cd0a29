"""The hub: the newest number to each reader, gathered, and an end to every stream."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from spartakiad.web import hub as hub_module
from spartakiad.web.hub import GATHER, PORTION, Hub, Reader, greeting

Scene = Callable[[Hub], Coroutine[Any, Any, Any]]
DEMO = "games:demo"


class Ear:
    """A reader's connection: keeps what was sent; `slow`: until this opens, nothing goes out to him."""

    def __init__(self, slow: asyncio.Event | None = None) -> None:
        self.bodies: list[bytes] = []
        self.ended = False
        self.slow = slow
        self.moved = asyncio.Event()

    async def __call__(self, message: Any) -> None:
        if self.slow is not None:
            await self.slow.wait()
        self.bodies.append(message["body"])
        self.ended = not message["more_body"]
        self.moved.set()

    @property
    def numbers(self) -> list[int]:
        return [int(body.split(b"data: ")[1]) for body in self.bodies if body.startswith(b"event: changed\nid: ")]

    async def hears(self, many: int) -> list[int]:
        while len(self.numbers) < many:
            self.moved.clear()
            await self.moved.wait()
        return self.numbers


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
            await asyncio.sleep(0)

    return lambda scene: runner.run(opened(scene))


def test_readers_are_told_to_come_back_at_different_times() -> None:
    said = {greeting() for _ in range(20)}
    assert (len(said) > 1, all(one.startswith(b"retry: ") for one in said)) == (True, True)


def test_a_change_reaches_a_reader_who_waits_at_once(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> tuple[list[int], bool]:
        ear = Ear()
        hub.join(DEMO, 0, ear)
        begun = time.monotonic()
        hub.tell(DEMO, 7)
        return await ear.hears(1), time.monotonic() - begun < GATHER

    assert staged(scene) == ([7], True)


def test_a_reader_who_comes_late_is_told_what_he_missed(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> list[int]:
        hub.tell(DEMO, 7)
        await asyncio.sleep(0.01)
        ear = Ear()
        hub.join(DEMO, 3, ear)
        return await ear.hears(1)

    assert staged(scene) == [7]


def test_a_change_of_another_stream_or_one_that_was_seen_is_not_told(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> list[int]:
        ear = Ear()
        hub.join(DEMO, 1, ear)
        for stream, number in (("games:other", 5), (DEMO, 1), (DEMO, 2)):
            hub.tell(stream, number)
        return await ear.hears(1)

    assert staged(scene) == [2]


def test_a_slow_reader_skips_to_the_newest_and_holds_up_nobody(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> tuple[list[int], list[int]]:
        slow, quick = Ear(asyncio.Event()), Ear()
        for ear in (slow, quick):
            hub.join(DEMO, 0, ear)
        hub.tell(DEMO, 1)
        await quick.hears(1)
        for number in range(2, 100):
            hub.tell(DEMO, number)
        await quick.hears(2)
        assert slow.slow is not None and slow.numbers == []
        slow.slow.set()
        return await slow.hears(2), quick.numbers

    assert staged(scene) == ([1, 99], [1, 99])


def test_an_older_number_never_follows_a_newer_one(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> list[int]:
        ear = Ear()
        hub.join(DEMO, 0, ear)
        for number in (5, 4, 6):
            hub.tell(DEMO, number)
            await asyncio.sleep(GATHER * 1.1)
        return ear.numbers

    assert staged(scene) == [5, 6]


def test_after_the_first_change_those_within_a_quarter_of_a_second_are_told_together(
    staged: Callable[[Scene], Any],
) -> None:
    async def scene(hub: Hub) -> list[int]:
        ear = Ear()
        hub.join(DEMO, 0, ear)
        for number in range(1, 6):
            hub.tell(DEMO, number)
            await asyncio.sleep(GATHER / 20)
        await asyncio.sleep(GATHER * 1.2)
        return ear.numbers

    assert staged(scene) == [1, 5]


def test_pages_are_made_anew_while_the_readers_who_were_told_come_back(staged: Callable[[Scene], Any]) -> None:
    """The way of a reader to his page and the making of it pass together."""

    async def scene(hub: Hub) -> list[tuple[str, list[int]]]:
        ear, made = Ear(), asyncio.Event()
        order: list[tuple[str, list[int]]] = []

        async def make_again(stream: str) -> None:
            order.append((stream, list(ear.numbers)))
            made.set()

        hub.on_told = make_again
        hub.join(DEMO, 0, ear)
        hub.tell(DEMO, 1)
        await asyncio.wait_for(made.wait(), 5)
        return order

    assert staged(scene) == [(DEMO, [1])]


def test_more_readers_than_one_portion_are_all_told_and_others_have_their_turn(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> tuple[set[int], int]:
        ears = [Ear() for _ in range(10 * PORTION + 1)]
        for ear in ears:
            hub.join(DEMO, 0, ear)
        hub.tell(DEMO, 1)
        turns = 0
        while not all(ear.numbers for ear in ears):
            await asyncio.sleep(0)
            turns += 1
        return {len(ear.numbers) for ear in ears}, turns

    told, turns = staged(scene)
    assert (told, turns >= 10) == ({1}, True)


def test_a_quiet_stream_is_kept_open_by_a_heartbeat(runner: asyncio.Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "HEARTBEAT", 0.01)

    async def scene() -> list[bytes]:
        hub, ear = Hub(), Ear()
        hub.open()
        hub.join(DEMO, 0, ear)
        await asyncio.sleep(0.1)
        heard = list(ear.bodies)
        hub.close()
        await asyncio.sleep(0)
        return heard

    bodies = runner.run(scene())
    assert (set(bodies), len(bodies) >= 3) == ({b": \n\n"}, True)


def test_a_reader_who_leaves_leaves_nothing_behind(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> tuple[int, int]:
        reader = hub.join("nobody/ever:tells", 0, Ear())
        before = hub.readers
        hub.leave(reader)
        hub.leave(reader)
        return before, len(hub._readers)

    assert staged(scene) == (1, 0)


def test_a_connection_that_broke_ends_nothing_but_itself(staged: Callable[[Scene], Any]) -> None:
    async def broken(_message: Any) -> None:
        raise OSError

    async def scene(hub: Hub) -> list[int]:
        ear = Ear()
        for send in (broken, ear):
            hub.join(DEMO, 0, send)
        hub.tell(DEMO, 1)
        return await ear.hears(1)

    assert staged(scene) == [1]


def test_closing_ends_every_stream_and_whoever_comes_then(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> set[bool]:
        ears = [Ear() for _ in range(120)]
        for ear in ears:
            hub.join(DEMO, 0, ear)
        hub.close()
        late = Ear()
        await asyncio.sleep(0.05)
        hub.join(DEMO, 0, late)
        await asyncio.sleep(0.01)
        return {ear.ended for ear in (*ears, late)}

    assert staged(scene) == {True}


def test_a_slow_reader_is_ended_when_something_goes_out_to_him_again(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> bool:
        ear = Ear(asyncio.Event())
        reader: Reader = hub.join(DEMO, 0, ear)
        hub.tell(DEMO, 1)
        await asyncio.sleep(0.01)
        hub.close()
        await asyncio.sleep(0.01)
        assert reader.busy and ear.slow is not None
        ear.slow.set()
        await asyncio.sleep(0.01)
        return ear.ended

    assert staged(scene) is True
