"""kill -9 of the server amid eight judges and their phones: what it acknowledged is recorded, nothing is twice."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from spartakiad.accounts.actions import Invite, NewAccount, hash_of, invite, make_account, new_token
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
from tests.faults.judges import CONTEST, GAMES, Judge, judge
from tests.serving import free_port

pytestmark = [pytest.mark.faults, pytest.mark.timeout(300)]

ROOT = Path(__file__).resolve().parents[2]
KILLS = 20
MOST_SERVED = 60  # a server dies after 0 to 59 acknowledgements, some while they start
SLACK = 0.03  # seconds: the kill falls anywhere in the middle of a write
SEED = 20260219


@dataclass(frozen=True)
class Aftermath:
    """`again`: records that were sent more than once while servers died."""

    data: Path
    judges: list[Judge]
    again: int
    marks: list[Recorded]
    broken: dict[str, int | None]
    standing: dict[str, str]


@pytest.fixture(scope="module")
def aftermath(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Aftermath:
    data = tmp_path_factory.mktemp("killed")
    shutil.copy(played, data / "spartakiad.sqlite")
    port = free_port()
    judges = eight_judges(data, port)
    again = killed_and_started_again(data, port, judges)
    shell = opened(data)
    with shell.store.reader() as session:
        marks = [fact for fact in journal.read(session, f"games:{GAMES}") if fact.payload.get("contest") == CONTEST]
        broken = {stream: journal.verify(session, stream) for stream in (f"games:{GAMES}", UNION)}
    shell.store.close()
    standing = {key[3]: mark.raw for key, mark in shell.now(GAMES).state.marks_of(CONTEST).items()}
    entered = [mark for mark in marks if mark.kind == "mark.entered"]
    return Aftermath(data, judges, again, entered, broken, standing)


def test_every_record_is_in_the_journal_exactly_once_and_nothing_else_is(aftermath: Aftermath) -> None:
    """All of them were acknowledged in the end, and then all were sent once more."""
    recorded = sorted(mark.command_key for mark in aftermath.marks)
    assert recorded == sorted(key for judge in aftermath.judges for key in judge.keys)


def test_each_team_has_its_marks_in_the_order_in_which_its_judge_typed_them(aftermath: Aftermath) -> None:
    recorded = {judge.entrant: [m.payload["raw"] for m in of(aftermath, judge)] for judge in aftermath.judges}
    assert recorded == {judge.entrant: judge.raws for judge in aftermath.judges}


def test_no_judge_was_told_anything_but_that_his_records_are_taken(aftermath: Aftermath) -> None:
    told = {state for judge in aftermath.judges for state in judge.outbox.states.values()}
    assert (told, [judge.refused for judge in aftermath.judges]) == ({"done"}, [[]] * 8)


def test_the_chains_are_intact(aftermath: Aftermath) -> None:
    assert aftermath.broken == {f"games:{GAMES}": None, UNION: None}


def test_the_database_is_whole(aftermath: Aftermath) -> None:
    connection = sqlite3.connect(aftermath.data / "spartakiad.sqlite")
    said = (
        connection.execute("PRAGMA integrity_check").fetchall()
        + connection.execute("PRAGMA foreign_key_check").fetchall()
    )
    connection.close()
    assert said == [("ok",)]


def test_whoever_opens_it_sees_the_last_mark_each_judge_typed(aftermath: Aftermath) -> None:
    assert aftermath.standing == {judge.entrant: judge.raws[-1] for judge in aftermath.judges}


def test_there_was_something_to_lose(aftermath: Aftermath) -> None:
    """Kills that hit nobody prove nothing: records were under way, and were sent again."""
    assert (len(aftermath.marks) > 500, aftermath.again > KILLS) == (True, True)


def of(aftermath: Aftermath, judge: Judge) -> list[Recorded]:
    return [mark for mark in aftermath.marks if mark.payload["entrant"] == judge.entrant]


def opened(data: Path) -> Shell:
    shell = Shell(Store(Settings(data=data).url))
    shell.load()
    return shell


def eight_judges(data: Path, port: int) -> list[Judge]:
    """Each with an account and a link of his own; the start list of the contest is released."""
    shell = opened(data)
    shell.write_now(release, OneContest(GAMES, CONTEST), SYSTEM)
    judges = []
    for number, (team, _) in enumerate(TEAMS, 1):
        new = NewAccount(f"Судья {number}", Role.JUDGE, GAMES, "", CONTEST)
        account, token = shell.write_now(make_account, new, SYSTEM)["account"], new_token()
        assert isinstance(account, int)
        shell.write_now(invite, Invite(account, hash_of(token)), SYSTEM)
        judges.append(judge(team, number, f"http://127.0.0.1:{port}", f"/invitation/{token}"))
    shell.store.close()
    return judges


def killed_and_started_again(data: Path, port: int, judges: list[Judge]) -> int:
    """Twenty servers are killed, the judges never stop; under the last one each sends everything once more."""
    settings = {"SPARTAKIAD_DATA": str(data), "HOST": "127.0.0.1", "PORT": str(port)}
    nursery = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.serving"],
        cwd=ROOT,
        env={**os.environ, **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with nursery:
        start = starter(nursery)
        server = start()
        wait_until_it_serves(judges[0])
        for one in judges:
            one.come_in()
        with working(judges):
            kill_again_and_again(judges, server, start)
        again = sum(times > 1 for one in judges for times in one.outbox.posted.values())
        for one in judges:
            one.outbox.forget_answers()
            one.send()
            one.outbox.browser.close()
    return again


def kill_again_and_again(judges: list[Judge], server: int, start: Callable[[], int]) -> None:
    chance = random.Random(SEED)
    for _ in range(KILLS):
        wait_for(judges, served(judges) + chance.randrange(MOST_SERVED))
        time.sleep(chance.uniform(0, SLACK))
        os.kill(server, signal.SIGKILL)
        server = start()


@contextmanager
def working(judges: list[Judge]) -> Iterator[None]:
    """They type and send; in the end each stays until everything of his is acknowledged."""
    threads = [threading.Thread(target=one.work, daemon=True) for one in judges]
    for thread in threads:
        thread.start()
    yield
    for one in judges:
        one.stop.set()
    for thread in threads:
        thread.join(timeout=60)


def wait_until_it_serves(judge: Judge) -> None:
    while True:
        try:
            judge.outbox.browser.get("/healthz")
            return
        except OSError:
            time.sleep(0.05)


def served(judges: list[Judge]) -> int:
    return sum(len(judge.answered) for judge in judges)


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
