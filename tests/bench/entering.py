"""A judge's entry while five thousand readers are told of each: how long he waits, beside the same with nobody there.

Bar: the slowest hundredth at twice that of a quiet server.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from tests.browser.server import running
from tests.browser.venue import JUDGE, RACES, SKIERS, SLUG, VENUE

READERS, RACES_EACH, PACE = 5000, 8, 0.05  # seconds between two entries: bursts of five a quarter of a second


def measure() -> None:
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "data", VENUE) as site:
        judge = httpx.Client(base_url=site.address, headers={"Origin": site.address}, timeout=30)
        judge.post(urlsplit(site.links[JUDGE]).path)
        entered = _enter(judge, RACES[:1], 0)
        quiet = _enter(judge, RACES[1 : 1 + RACES_EACH], len(entered))
        with _readers(urlsplit(site.address).port or 0):
            loaded = _enter(judge, RACES[1 + RACES_EACH : 1 + 2 * RACES_EACH], len(entered) + len(quiet))
    for name, values in (("nobody listens", quiet), (f"{READERS} listen", loaded)):
        told = sorted(value * 1000 for value in values)
        print(f"  {name:16} p50 {told[len(told) // 2]:.1f} ms, p99 {_p99(told):.1f} ms, n {len(told)}")
    ratio = _p99([one * 1000 for one in loaded]) / _p99([one * 1000 for one in quiet])
    print(f"  p99 x{ratio:.2f} (bar 2)")


def _enter(judge: httpx.Client, races: tuple[str, ...], sent: int) -> list[float]:
    """Seconds to the answer of each record, one after another."""
    took = []
    for race in races:
        fresh = judge.get(f"/judge/{SLUG}/{race}/list").json()
        for number in range(1, SKIERS + 1):
            sent += 1
            one = {"n": sent, "contest": race, "entrant": str(number), "cells": {"raw": f"20:{number:02},0"}}
            body = {"device": "0" * 20, "first": 1, "sent": sent - 1, "unsent": 1, "records": [one]}
            began = time.perf_counter()
            said = judge.post(f"/judge/{SLUG}/_/records", json=body, headers={"X-Form-Token": fresh["token"]})
            took.append(time.perf_counter() - began)
            assert said.json()["answers"][0]["state"] == "done", said.text
            time.sleep(PACE)
    return took


def _p99(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.99) - 1]


@contextmanager
def _readers(port: int) -> Iterator[None]:
    """In a process of their own; it says how many there are, and how many events reached them."""
    command = [sys.executable, "-m", "tests.bench.crowd", str(port), f"games:{SLUG}", str(READERS)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None and process.stdout is not None
    up = int(process.stdout.readline())
    try:
        yield
    finally:
        process.stdin.close()
        told = process.stdout.readline().strip()
        process.wait(timeout=30)
        print(f"  {up} readers were told {told} times")


if __name__ == "__main__":
    measure()
