"""The product itself as a process on a free port, the one-time links it prints, and the people who come in."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, StorageState

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
_LINK = re.compile(r"^  Демо: (.+): (http\S+/invitation/\S+)$", re.MULTILINE)
_SLOWEST = 10_000  # milliseconds for anything a visitor waits for
_PATIENCE = 120.0  # seconds for the first start: it makes the database and plays the demo


@dataclass(frozen=True)
class Site:
    """`links`: a role's words, as the console prints them, → the address by which that person comes in once."""

    address: str
    links: dict[str, str]


@contextmanager
def running(data: Path, what: tuple[str, ...] = ("spartakiad", "run"), port: int = 0) -> Iterator[Site]:
    """Start `python -m spartakiad run`, or `what`, over a folder; stop that process, and only it, at the end."""
    data.mkdir(parents=True, exist_ok=True)
    said = data / "console.txt"
    port = port or _free_port()
    settings = {"HOST": "127.0.0.1", "PORT": str(port), "SPARTAKIAD_DATA": str(data), "PYTHONIOENCODING": "utf-8"}
    with said.open("wb") as console:
        process = subprocess.Popen(
            [sys.executable, "-m", *what],
            cwd=ROOT,
            env={**os.environ, **settings},
            stdout=console,
            stderr=subprocess.STDOUT,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/healthz", process, said)
        yield Site(address, dict(_LINK.findall(said.read_text(encoding="utf-8"))))
    finally:
        process.terminate()
        process.wait(timeout=15)


@dataclass
class Visitors:
    """Opens pages as a guest or as somebody; a link is used once, later pages share that sign-in."""

    browser: Browser
    site: Site
    _signed_in: dict[str, StorageState] = field(default_factory=dict)

    def guest(self, **options: Any) -> Page:
        """A page of a new context of its own."""
        context = self.browser.new_context(**self._usual(options))
        context.set_default_timeout(_SLOWEST)
        return context.new_page()

    def somebody(self, role: str, **options: Any) -> Page:
        """A page of a new context, signed in as this role; nothing is open in it yet."""
        if role not in self._signed_in:
            self._signed_in[role] = self._come_in(role)
        return self.guest(storage_state=self._signed_in[role], **options)

    def _come_in(self, role: str) -> StorageState:
        page = self.guest()
        page.goto(self.site.links[role])
        page.get_by_role("button", name="Войти").click()
        page.get_by_role("button", name="Выйти").wait_for()
        kept = page.context.storage_state()
        page.context.close()
        return kept

    def _usual(self, options: dict[str, Any]) -> dict[str, Any]:
        return {"base_url": self.site.address, "locale": "ru-RU", "viewport": DESK, **options}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str, process: "subprocess.Popen[bytes]", said: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"the site did not start:\n{said.read_text(encoding='utf-8')}")
