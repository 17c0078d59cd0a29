"""A change told to a thousand and to ten thousand readers: the product and a bare ASGI hub, one after another in a run.

Bars: the last reader at 1.5 times of the bare hub, 12 KiB a reader, none lost, none left, out within 5 s of SIGTERM.
"""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.crowd import Crowd, ask, memory
from tests.bench.servers import STREAM
from tests.installation import install

EVENTS = 9
PAUSE = 0.4  # seconds: longer than the hub gathers


def measure(sizes: tuple[int, ...] = (1000, 10000)) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        install(f"sqlite:///{data / 'spartakiad.sqlite'}")
        for many in sizes:
            found = {}
            for what in ("hub", "product", "hub", "product"):
                found.setdefault(what, []).append(_one(what, data, many))
            _report(many, found)


def _one(what: str, data: Path, many: int) -> dict[str, float]:
    with server(what, data) as (process, port):
        told = asyncio.run(_crowd(process.pid, port, many, what == "product"))
        return {**told, "exit": told.get("exit", 0.0)}


async def _crowd(pid: int, port: int, many: int, ours: bool) -> dict[str, float]:
    before = memory(pid)
    crowd = Crowd(port, STREAM)
    await crowd.gather(many)
    after = memory(pid)
    events = []
    for _ in range(EVENTS):
        await asyncio.sleep(PAUSE)
        events.append(await crowd.event(many))
    told = {
        "up": crowd.up,
        "middle": median(one[0] for one in events),
        "last": median(one[1] for one in events),
        "least": min(one[2] for one in events),
        "kib": (after - before) * 1024 / many,
        "pss": before,
    }
    if ours:
        for transport in crowd.transports[: many // 2]:
            transport.close()
        await asyncio.sleep(2)
        told["left"] = int(await ask(port, "/bench/readers")) - (many - many // 2)
        begun = time.monotonic()
        os.kill(pid, signal.SIGTERM)
        while Path(f"/proc/{pid}/stat").exists() and " Z " not in Path(f"/proc/{pid}/stat").read_text():
            await asyncio.sleep(0.02)
        told["exit"] = time.monotonic() - begun
    crowd.leave()
    return told


@contextmanager
def server(what: str, data: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Over a copy of the data, on a free port; ended at the end."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        shutil.copytree(data, folder, dirs_exist_ok=True)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        process = subprocess.Popen([sys.executable, "-m", "tests.bench.servers", what, str(port), folder])
        try:
            _until_up(port)
            yield process, port
        finally:
            process.terminate()
            process.wait(timeout=20)


def _until_up(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"nothing answers at {port}")


def _report(many: int, found: dict[str, list[dict[str, float]]]) -> None:
    least = {what: min(one["last"] for one in runs) for what, runs in found.items()}
    print(f"  {many} readers")
    for what, runs in found.items():
        last = ", ".join(f"{one['last']:.0f}" for one in runs)
        kib = min(one["kib"] for one in runs)
        said = f"    {what:8} last {last} ms  x{least[what] / least['hub']:.2f}  {kib:.1f} KiB each"
        lost = max(many - one["least"] for one in runs)
        more = f"  left after close {max(one['left'] for one in runs):.0f}" if what == "product" else ""
        ends = f"  exit {max(one['exit'] for one in runs):.1f} s" if what == "product" else ""
        print(f"{said}  lost {lost:.0f}{more}{ends}")


if __name__ == "__main__":
    measure(tuple(map(int, sys.argv[1:])) or (1000, 10000))
