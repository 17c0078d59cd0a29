"""kill -9 of the server amid eight judges: what it acknowledged is recorded, and nothing is recorded twice."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from socket import socket

import pytest

from spartakiad.accounts.actions import ComeIn, Invite, NewAccount, come_in, hash_of, invite, make_account, new_token
from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.memory import UNION
from spartakiad.competition.shell import Shell
from spartakiad.play.cast import TEAMS
from spartakiad.settings import Settings
from spartakiad.starts.actions import OneContest, release
from spartakiad.store import journal
from spartakiad.store.journal import Recorded
from spartakiad.store.store import Store
from spartakiad.web.access import form_token
from tests.faults.judges import CONTEST, Judge, Sent

pytestmark = [pytest.mark.faults, pytest.mark.timeout(300)]

ROOT = Path(__file__).resolve().parents[2]
KILLS = 20
MOST_SERVED = 60  # a server dies after 0 to 59 acknowledgements, some while they start
SLACK = 0.03  # seconds: the kill falls anywhere in the middle of a write
SEED = 20260219


@dataclass(frozen=True)
class Aftermath:
    data: Path
    judges: list[Judge]
    marks: list[Recorded]
    broken: dict[str, int | None]
    standing: dict[str, str]

    @property
    def acknowledged(self) -> list[Sent]:
        return [sent for judge in self.judges for sent in judge.acknowledged]


@pytest.fixture(scope="module")
def aftermath(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Aftermath:
    data = tmp_path_factory.mktemp("killed")
    shutil.copy(played, data / "spartakiad.sqlite")
    judges = eight_judges(data)
    killed_and_started_again(data, judges)
    shell = opened(data)
    with shell.store.reader() as session:
        marks = [fact for fact in journal.read(session, "games:demo") if fact.payload.get("contest") == CONTEST]
        broken = {stream: journal.verify(session, stream) for stream in ("games:demo", UNION)}
    shell.store.close()
    standing = {key[3]: mark.raw for key, mark in shell.now("demo").state.marks_of(CONTEST).items()}
    return Aftermath(data, judges, [mark for mark in marks if mark.kind == "mark.entered"], broken, standing)


def test_every_acknowledged_mark_is_in_the_journal_exactly_once_and_nothing_else_is(aftermath: Aftermath) -> None:
    assert Counter(form_key(mark) for mark in aftermath.marks) == Counter(sent.key for sent in aftermath.acknowledged)


def test_each_team_has_its_marks_in_the_order_in_which_its_judge_sent_them(aftermath: Aftermath) -> None:
    recorded = {judge.entrant: [m.payload["raw"] for m in of(aftermath, judge)] for judge in aftermath.judges}
    assert recorded == {judge.entrant: [sent.raw for sent in judge.acknowledged] for judge in aftermath.judges}


def test_no_judge_was_told_anything_but_that_his_mark_is_taken(aftermath: Aftermath) -> None:
    assert [judge.refused for judge in aftermath.judges] == [[]] * 8


def test_the_chains_are_intact(aftermath: Aftermath) -> None:
    assert aftermath.broken == {"games:demo": None, UNION: None}


def test_the_database_is_whole(aftermath: Aftermath) -> None:
    connection = sqlite3.connect(aftermath.data / "spartakiad.sqlite")
    said = (
        connection.execute("PRAGMA integrity_check").fetchall()
        + connection.execute("PRAGMA foreign_key_check").fetchall()
    )
    connection.close()
    assert said == [("ok",)]


def test_whoever_opens_it_sees_the_last_mark_each_judge_was_told_is_taken(aftermath: Aftermath) -> None:
    assert aftermath.standing == {judge.entrant: judge.acknowledged[-1].raw for judge in aftermath.judges}


def test_there_was_something_to_lose(aftermath: Aftermath) -> None:
    """Kills that hit nobody prove nothing: marks were under way, and were posted again."""
    again = sum(sent.tries > 1 for sent in aftermath.acknowledged)
    assert (len(aftermath.acknowledged) > 500, again > KILLS) == (True, True)


def of(aftermath: Aftermath, judge: Judge) -> list[Recorded]:
    return [mark for mark in aftermath.marks if mark.payload["entrant"] == judge.entrant]


def form_key(mark: Recorded) -> str:
    """Without the hash of what was typed, which the form's own key is followed by."""
    return (mark.command_key or "").rpartition("-")[0]


def opened(data: Path) -> Shell:
    shell = Shell(Store(Settings(data=data).url))
    shell.load()
    return shell


def eight_judges(data: Path) -> list[Judge]:
    """One account, signed in once; the start list of the contest is released."""
    shell = opened(data)
    shell.write_now(release, OneContest("demo", CONTEST), SYSTEM)
    account = shell.write_now(make_account, NewAccount("Судья", Role.JUDGE, "demo", "", CONTEST), SYSTEM)["account"]
    assert isinstance(account, int)
    link, cookie, secret = new_token(), new_token(), b"k" * 32
    shell.write_now(invite, Invite(account, hash_of(link)), SYSTEM)
    shell.write_now(come_in, ComeIn(hash_of(link), hash_of(cookie), ""), SYSTEM)
    shell.store.close()
    (data / "secret").write_bytes(secret)
    token, port = form_token(secret, hash_of(cookie)), free_port()
    return [Judge(team, port, cookie, token) for team, _ in TEAMS]


def killed_and_started_again(data: Path, judges: list[Judge]) -> None:
    """Twenty servers are killed, the judges never stop; the last server lives until each has his answer."""
    chance = random.Random(SEED)
    settings = {"SPARTAKIAD_DATA": str(data), "HOST": "127.0.0.1", "PORT": str(judges[0].port)}
    nursery = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.serving"],
        cwd=ROOT,
        env={**os.environ, **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    threads = [threading.Thread(target=judge.work, daemon=True) for judge in judges]
    with nursery:
        start = starter(nursery)
        server = start()
        for thread in threads:
            thread.start()
        for _ in range(KILLS):
            wait_for(judges, served(judges) + chance.randrange(MOST_SERVED))
            time.sleep(chance.uniform(0, SLACK))
            os.kill(server, signal.SIGKILL)
            server = start()
        for judge in judges:
            judge.stop.set()
        for thread in threads:
            thread.join(timeout=30)


def served(judges: list[Judge]) -> int:
    return sum(len(judge.acknowledged) for judge in judges)


def wait_for(judges: list[Judge], acknowledgements: int) -> None:
    while served(judges) < acknowledgements and not any(judge.refused for judge in judges):
        time.sleep(0.005)


def starter(nursery: "subprocess.Popen[bytes]") -> Callable[[], int]:
    said, asked = nursery.stdout, nursery.stdin
    assert said is not None
    assert asked is not None

    def start() -> int:
        asked.write(b"start\n")
        asked.flush()
        while not (line := said.readline()).strip().isdigit():
            assert line, "nothing can be started any more"
        return int(line)

    return start


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
