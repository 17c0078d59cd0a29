"""From the answer that a result is accepted to the moment an open page shows it: a real server, its disk, its journal.

A judge signs in by a link, sends records with the token of his session, as his telephone does; a reader of the stream
fetches the contest's page when the stream says that there is something new. Both talk through the plain client of the
standard library, as the project's shared bench of web targets does.
"""

import json
import queue
import tempfile
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
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
    judge, session = _signed_in(address, link)
    told = json.loads(_fetched(judge, f"/judge/{SLUG}/{CONTEST}/list", session))
    sent = {"Content-Type": "application/json", "X-Form-Token": told["token"], **session}
    heard: queue.Queue[Moment] = queue.Queue()
    threading.Thread(target=_listen, args=(address, told["number"], heard), daemon=True).start()
    time.sleep(1)
    for number in range(1, SKIERS + 1):
        began = time.perf_counter()
        judge.request("POST", f"/judge/{SLUG}/_/records", json.dumps(_one(number)), sent)
        body = judge.getresponse().read()
        accepted = time.perf_counter()
        said = json.loads(body)
        assert said["answers"][0]["state"] == "done", said
        yield accepted - began, max(0.0, _shown(heard, said["number"]) - accepted)
        time.sleep(PAUSE)


def _signed_in(address: str, link: str) -> tuple[HTTPConnection, dict[str, str]]:
    """A connection of his own, and what his telephone sends with every request."""
    visitor = httpx.Client(base_url=address, headers={"Origin": address})
    visitor.post(urlsplit(link).path)
    cookies = "; ".join(f"{one.name}={one.value}" for one in visitor.cookies.jar)
    return HTTPConnection(urlsplit(address).netloc, timeout=30), {"Cookie": cookies, "Origin": address}


def _fetched(connection: HTTPConnection, path: str, headers: dict[str, str]) -> bytes:
    connection.request("GET", path, headers=headers)
    return connection.getresponse().read()


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
    page, stream = (HTTPConnection(urlsplit(address).netloc, timeout=60) for _ in range(2))
    try:
        stream.request("GET", f"/live/games:{SLUG}?seen={seen}")
        lines = stream.getresponse()
        while line := lines.readline():
            if line.startswith(b"data: "):
                _fetched(page, f"/games/{SLUG}/contests/{CONTEST}", {})
                heard.put((time.perf_counter(), int(line.removeprefix(b"data: "))))
    except (OSError, HTTPException):
        return
