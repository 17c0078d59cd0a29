"""From the answer that a result is accepted to the moment an open page shows it: a real server, its disk, its journal.

A judge signs in by a link, sends records with the token of his session, as his telephone does; a reader of the stream
fetches the contest's page when the stream says that there is something new.
"""

import queue
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import httpx

from spartakiad.web.hub import GATHER
from tests.browser.server import running
from tests.browser.venue import JUDGE, SKIERS, SLUG, VENUE

CONTEST = "ski-a"
PAUSE = GATHER + 0.15  # the stream is at rest before each result: what is measured is one result, not a queue
Moment = tuple[float, int]


def measure() -> None:
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "data", VENUE) as site:
        rows = list(_results(site.address, site.links[JUDGE]))
    for name, values in zip(("sent → accepted", "accepted → visible"), zip(*rows, strict=True), strict=True):
        told = sorted(one * 1000 for one in values)
        print(f"  {name}: p50 {median(told):.1f} ms, p95 {told[int(len(told) * 0.95)]:.1f} ms, n {len(told)}")
    print(f"  the hub gathers for {GATHER * 1000:.0f} ms before it tells again")


def _results(address: str, link: str) -> Iterator[tuple[float, float]]:
    """Seconds to the answer and from there to the page, for each of the starters."""
    judge = httpx.Client(base_url=address, headers={"Origin": address})
    judge.post(urlsplit(link).path)
    fresh = judge.get(f"/judge/{SLUG}/{CONTEST}/list").json()
    heard: queue.Queue[Moment] = queue.Queue()
    threading.Thread(target=_listen, args=(address, fresh["number"], heard), daemon=True).start()
    time.sleep(1)
    for number in range(1, SKIERS + 1):
        began = time.perf_counter()
        said = judge.post(f"/judge/{SLUG}/_/records", json=_one(number), headers={"X-Form-Token": fresh["token"]})
        accepted = time.perf_counter()
        assert said.json()["answers"][0]["state"] == "done", said.text
        yield accepted - began, max(0.0, _shown(heard, said.json()["number"]) - accepted)
        time.sleep(PAUSE)


def _one(number: int) -> dict[str, Any]:
    cells = {"raw": f"20:{number:02},0"}
    record = {"n": number, "contest": CONTEST, "entrant": str(number), "cells": cells}
    return {"device": "0" * 20, "first": 1, "sent": number - 1, "unsent": 1, "records": [record]}


def _shown(heard: "queue.Queue[Moment]", number: int) -> float:
    """When the page that has this number was there."""
    while True:
        at, shown = heard.get(timeout=10)
        if shown >= number:
            return at


def _listen(address: str, seen: int, heard: "queue.Queue[Moment]") -> None:
    """As an open page does it; ends with the server."""
    page = httpx.Client(base_url=address)
    try:
        with httpx.stream("GET", f"{address}/live/games:{SLUG}?seen={seen}", timeout=None) as stream:
            for line in stream.iter_lines():
                if line.startswith("data: "):
                    page.get(f"/games/{SLUG}/contests/{CONTEST}")
                    heard.put((time.perf_counter(), int(line.removeprefix("data: "))))
    except httpx.HTTPError:
        return
