"""The product as a process of its own over a data folder, for tests that need a real server."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
_PATIENCE = 60.0  # seconds until it answers


@contextmanager
def serving(data: Path) -> Iterator[str]:
    """Runs `python -m spartakiad run`; the address. That process, and only it, is stopped at the end."""
    port = free_port()
    settings = {"HOST": "127.0.0.1", "PORT": str(port), "SPARTAKIAD_DATA": str(data), "PYTHONIOENCODING": "utf-8"}
    said = data / "console.txt"
    with said.open("wb") as console:
        command = (sys.executable, "-m", "spartakiad", "run")
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **settings}, stdout=console, stderr=subprocess.STDOUT
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/healthz", process, said)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=15)


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, process: "subprocess.Popen[bytes]", said: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, ConnectionError):
            time.sleep(0.05)
    raise RuntimeError(f"the site did not start:\n{said.read_text(encoding='utf-8')}")
