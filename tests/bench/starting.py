"""The server begins again over the data it had: how soon the first page is there, what it weighs with nobody on it.

Bars: a second to the page, 90 MiB.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import httpx

from tests.bench.crowd import memory
from tests.browser.server import ROOT, _free_port, running

TIMES = 5
PATH = "/games/demo/standings"


def measure() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with running(data) as site:
            httpx.get(site.address + PATH)
        found = [_again(data) for _ in range(TIMES)]
    seconds, mebibytes = (median(one[at] for one in found) for at in (0, 1))
    print(f"  first page after {seconds:.2f} s of {', '.join(f'{one[0]:.2f}' for one in found)} (bar 1)")
    print(f"  {mebibytes:.1f} MiB with the demo and nobody there (bar 90)")


def _again(data: Path) -> tuple[float, float]:
    port = _free_port()
    settings = {"HOST": "127.0.0.1", "PORT": str(port), "SPARTAKIAD_DATA": str(data)}
    begun = time.monotonic()
    command = [sys.executable, "-m", "spartakiad", "run"]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while True:
            try:
                if httpx.get(f"http://127.0.0.1:{port}{PATH}").status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.01)
        took = time.monotonic() - begun
        while httpx.get(f"http://127.0.0.1:{port}/healthz").status_code != 200:  # the porch has shown the page
            time.sleep(0.05)
        time.sleep(1)
        return took, memory(process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


if __name__ == "__main__":
    measure()
