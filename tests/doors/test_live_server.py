"""The stream of changes through a real server process: how soon a spectator hears, how soon the server lets go."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest

from spartakiad.accounts.actions import Invite, NewAccount, hash_of, invite, make_account, new_token
from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.store.store import Store

SOON = 3.0  # seconds
ROOT = Path(__file__).resolve().parents[2]
PERSON = {"surname": "Лыжина", "name": "Анна", "sex": "ж", "born_on": "05.03.1990"}


class Server:
    """`python -m spartakiad run` on a free port of the loopback, with a captain already invited."""

    def __init__(self, folder: Path, played: Path, files: int = 0) -> None:
        """`files`: how many it may have open, if not as many as the system lets it."""
        shutil.copy(played, folder / "spartakiad.sqlite")
        self.link = _invited(folder / "spartakiad.sqlite")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = {"SPARTAKIAD_DATA": str(folder), "HOST": "127.0.0.1", "PORT": str(port)}
        self.errors = folder / "stderr"
        with self.errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [*(["prlimit", f"--nofile={files}"] if files else []), sys.executable, "-m", "spartakiad", "run"],
                cwd=ROOT,
                env={**os.environ, **settings},
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=10)
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                self.client.get("/healthz")
            except httpx.TransportError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError(self.errors.read_text(encoding="utf-8"))

    def stop(self) -> float:
        """Seconds from the signal to the end of the process."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)
        return time.monotonic() - begun


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, played: Path) -> Iterator[Server]:
    with served(tmp_path_factory.mktemp("served"), played) as running:
        yield running


@contextmanager
def served(folder: Path, played: Path, files: int = 0) -> Iterator[Server]:
    running = Server(folder, played, files)
    try:
        yield running
    finally:
        running.client.close()
        running.process.kill()
        running.process.wait()


def test_a_spectator_hears_of_a_change_within_three_seconds(server: Server) -> None:
    server.client.post(server.link)
    token = server.client.get("/team/demo/vologda").text.partition('name="form_token" value="')[2].partition('"')[0]
    with server.client.stream("GET", f"/live/games:demo?seen={_seen(server)}") as stream:
        lines = stream.iter_lines()
        next(lines)
        posted = time.monotonic()
        server.client.post("/team/demo/vologda/athletes", data={**PERSON, "form_token": token})
        next(line for line in lines if line == "event: changed")
        assert time.monotonic() - posted < SOON


def test_the_server_stops_within_three_seconds_and_without_a_complaint_though_a_stream_is_open(
    tmp_path: Path, played: Path
) -> None:
    with served(tmp_path, played) as server, server.client.stream("GET", "/live/games:demo?seen=99999999") as stream:
        next(stream.iter_lines())
        passed = server.stop()
        assert (passed < SOON, "Traceback" in server.errors.read_text(encoding="utf-8")) == (True, False)


def test_more_spectators_than_there_is_room_for_shut_nobody_out_of_pages_and_entries(
    tmp_path: Path, played: Path
) -> None:
    """Half of three hundred files is left for everything else."""
    with served(tmp_path, played, files=300) as server, ExitStack() as held:
        server.client.post(server.link)
        answers = [_followed(server, held) for _ in range(320)]
        token = server.client.get("/team/demo/vologda").text.partition('name="form_token" value="')[2].partition('"')[0]
        entered = server.client.post("/team/demo/vologda/athletes", data={**PERSON, "form_token": token})
        told = [answer for answer in answers if answer.startswith(b"HTTP/1.1 503")]
        assert ({answer[:12] for answer in answers[:150]}, len(told)) == ({b"HTTP/1.1 200"}, 170)
        assert entered.status_code == 303
        assert {b"retry-after: 30" in answer for answer in told} == {True}
        assert "не больше 150" in server.errors.read_text(encoding="utf-8")


def _followed(server: Server, held: ExitStack) -> bytes:
    """The beginning of the answer to one more spectator, who stays."""
    stream = held.enter_context(socket.create_connection(("127.0.0.1", server.client.base_url.port or 0), timeout=10))
    stream.sendall(b"GET /live/games:demo?seen=99999 HTTP/1.1\r\nHost: x\r\n\r\n")
    return stream.recv(4000)


def test_a_change_is_told_to_whoever_comes_back_behind(server: Server) -> None:
    with server.client.stream("GET", "/live/games:demo", headers={"Last-Event-ID": "1"}) as stream:
        heard = next(line for line in stream.iter_lines() if line.startswith("id: "))
    assert heard == f"id: {_seen(server)}"


def _seen(server: Server) -> str:
    page = server.client.get("/games/demo").text
    return page.partition("/live/games:demo?seen=")[2].partition('"')[0]


def _invited(database: Path) -> str:
    shell = Shell(Store(f"sqlite:///{database}"))
    shell.load()
    account = shell.write_now(make_account, NewAccount("Представитель", Role.CAPTAIN, "demo", "vologda"), SYSTEM)
    token = new_token()
    number = account["account"]
    assert isinstance(number, int)
    shell.write_now(invite, Invite(number, hash_of(token)), SYSTEM)
    shell.store.close()
    return f"/invitation/{token}"
