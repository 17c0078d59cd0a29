"""While a judge's entry is taken, thousands who follow the stream are told a little later, though not for ever."""

import asyncio
import gc
import sys
from collections.abc import Callable
from typing import Any

import pytest

from spartakiad.app import settle
from spartakiad.web import hub as hub_module
from spartakiad.web.hub import PORTION, Hub
from spartakiad.web.live import Streams
from tests.doors.test_live import DEMO, Ear, Scene
from tests.doors.test_live import staged as staged

MANY = 3 * PORTION


def joined(hub: Hub) -> list[Ear]:
    ears = [Ear() for _ in range(MANY)]
    for ear in ears:
        hub.join(DEMO, 0, ear)
    return ears


def told(ears: list[Ear]) -> int:
    return sum(bool(ear.numbers) for ear in ears)


def test_the_first_are_told_at_once_and_the_others_when_the_entry_is_taken(staged: Callable[[Scene], Any]) -> None:
    async def scene(hub: Hub) -> list[int]:
        ears = joined(hub)
        with hub.making_way():
            hub.tell(DEMO, 1)
            await asyncio.sleep(0.03)
            seen = [told(ears)]
        while told(ears) < MANY:
            await asyncio.sleep(0)
        return [*seen, told(ears)]

    assert staged(scene) == [PORTION, MANY]


def test_an_entry_that_never_ends_keeps_nobody_waiting(
    staged: Callable[[Scene], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_module, "MOST_WAY", 0.02)

    async def scene(hub: Hub) -> int:
        ears = joined(hub)
        with hub.making_way():
            hub.tell(DEMO, 1)
            while told(ears) < MANY:
                await asyncio.sleep(0)
        return told(ears)

    assert staged(scene) == MANY


@pytest.mark.parametrize(("method", "others"), [("POST", False), ("GET", True)])
def test_whatever_is_sent_is_an_entry_and_a_look_is_none(
    staged: Callable[[Scene], Any], method: str, others: bool
) -> None:
    async def scene(hub: Hub) -> bool:
        ears = joined(hub)

        async def working(*_: Any) -> None:
            hub.tell(DEMO, 1)
            await asyncio.sleep(0.03)
            assert told(ears) >= PORTION

        scope: Any = {"type": "http", "method": method, "path": "/judge/demo/_/records"}
        await Streams(working, hub, lambda _path: [])(scope, None, None)  # type: ignore[arg-type]
        return told(ears) == MANY

    assert staged(scene) is others


def test_threads_of_a_server_take_turns_in_less_than_a_millisecond() -> None:
    thresholds, turn = gc.get_threshold(), sys.getswitchinterval()
    try:
        settle()
        assert sys.getswitchinterval() < 0.001
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
        sys.setswitchinterval(turn)
