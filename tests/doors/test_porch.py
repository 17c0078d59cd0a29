"""While the program is being loaded: pages that are still true are shown, nobody is refused, nothing is written."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.games.notices import NewNotice, give_notice
from spartakiad.settings import Settings
from spartakiad.store.store import Store
from spartakiad.web.assets import ASSETS, address
from spartakiad.web.kept_pages import Keeper, kept_pages
from spartakiad.web.memo_answers import Page
from tests.serving import ROOT, free_port

PATH, BODY = "/games/demo/standings", "<p>Вологда – 120 очков".encode()
# The porch alone: a program that never comes to be ready, and ends when its input does.
ALONE = "import sys; from spartakiad.web.porch import open_porch; porch = open_porch(['', 'run']); sys.stdin.read()"
# The socket outlives the porch: who has it next answers whoever waits.
GONE = """
import sys, threading
from spartakiad.web.porch import open_porch
listening = open_porch(['', 'run']).close()
[one.join() for one in threading.enumerate()[1:]]
print('gone', flush=True)
sys.stdin.readline()
listening.setblocking(True)
while True:
    talk = listening.accept()[0]
    if talk.recv(99):  # not one that only looked whether it is open
        talk.sendall(b'the program')
"""
PAGE = Page({}, None, b"text/html; charset=utf-8", BODY, "abc")


@pytest.fixture
def settings(played: Path, tmp_path: Path) -> Settings:
    shutil.copy(played, tmp_path / "spartakiad.sqlite")
    return Settings(data=tmp_path, port=free_port())


def keep(settings: Settings, page: Page = PAGE) -> None:
    Keeper(settings, {PATH: page}, {}).write()


@contextmanager
def receiving(settings: Settings, program: str = ALONE) -> Iterator["subprocess.Popen[bytes]"]:
    told = {"SPARTAKIAD_DATA": str(settings.data), "PORT": str(settings.port)}
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, **told},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        _until(lambda: _is_open(settings.port))
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_page_is_shown_others_are_asked_to_come_again_and_nothing_is_written(settings: Settings) -> None:
    keep(settings)
    site = f"http://127.0.0.1:{settings.port}"
    with receiving(settings), httpx.Client(base_url=site) as visitor:
        page = visitor.get(PATH)
        again = visitor.get(PATH, headers={"if-none-match": page.headers["etag"]})
        sheet, other, sent = visitor.get(address("style.css")), visitor.get("/readyz"), visitor.post("/sign-in")
        with pytest.raises(httpx.RemoteProtocolError):  # a stream that is answered with an error never comes again
            visitor.get("/live/games:demo", headers={"accept": "text/event-stream"})
    assert (page.status_code, page.content, again.status_code, again.content) == (200, BODY, 304, b"")
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert sheet.content == ASSETS["style.css"].body
    assert (other.status_code, other.headers["retry-after"], sent.status_code) == (503, "1", 503)
    assert "Ничего не записано" in sent.text


def test_whoever_comes_between_the_porch_and_the_program_waits_and_is_not_refused(settings: Settings) -> None:
    keep(settings)
    with receiving(settings, GONE) as process, ExitStack() as held:
        assert process.stdout is not None and process.stdin is not None
        assert process.stdout.readline() == b"gone\n"
        visitor = held.enter_context(socket.create_connection(("127.0.0.1", settings.port), timeout=10))
        visitor.sendall(b"GET / HTTP/1.1\r\n\r\n")
        process.stdin.write(b"ready\n")
        process.stdin.flush()
        assert visitor.recv(99) == b"the program"


def test_it_is_gone_when_the_program_dies(settings: Settings) -> None:
    keep(settings)
    with receiving(settings) as process:
        process.kill()
        process.wait()
        _until(lambda: not _is_open(settings.port))


def _until(come: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not come():
        assert time.monotonic() < until
        time.sleep(0.02)


def _is_open(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def _moved(settings: Settings) -> Settings:
    shell = Shell(Store(settings.url))
    shell.load()
    shell.write_now(give_notice, NewNotice("demo", ("all",), "Старт перенесён"), SYSTEM)
    shell.store.close()
    return settings


def _torn(settings: Settings) -> Settings:
    path = settings.data / "pages.json"
    path.write_bytes(path.read_bytes()[:100])
    return settings


def _without_database(settings: Settings) -> Settings:
    (settings.data / "spartakiad.sqlite").unlink()
    return settings


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (lambda settings: settings, [PATH]),
        (_moved, []),
        (_torn, []),
        (_without_database, []),
        (lambda settings: replace(settings, frames="https://vologda.ru"), []),
    ],
    ids=["as it was", "the journal moved", "a torn file", "no database", "other settings"],
)
def test_what_may_be_untrue_is_not_shown(
    settings: Settings, change: Callable[[Settings], Settings], shown: list[str]
) -> None:
    keep(settings)
    assert list(kept_pages(change(settings))) == shown


def test_what_is_true_no_more_leaves_the_disk(settings: Settings) -> None:
    """A name that was erased is in no file of ours: its page no longer stands, and nobody has asked for it since."""
    numbers = {"games:demo": 5}
    keeper = Keeper(settings, {PATH: replace(PAGE, reads={"games:demo": 5})}, numbers)
    keeper.write()
    assert list(kept_pages(settings)) == [PATH]
    numbers["games:demo"] = 6
    keeper.write()
    assert list(kept_pages(settings)) == []


def test_it_is_there_before_the_program_is_loaded() -> None:
    heavy = (
        "import sys, spartakiad.web.porch; print({'litestar', 'sqlalchemy', 'jinja2', 'pydantic'} & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", heavy], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "set()\n"
