"""The power goes at any moment: what was acknowledged is there, the file is whole, no number is missing.

A real process writes under strace; its calls are replayed on a disk that loses what was not yet synced.
"""

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from spartakiad.store import migrate
from tests.faults.disk import STRACE, Disk, File, nothing, some, torn

pytestmark = pytest.mark.faults

ROOT = Path(__file__).resolve().parents[2]
COMMITS = 200
CUT = 0.08  # how likely the power goes after a change of a file; three images are made of each cut
SEED = 20260219
DATABASE = "cut.sqlite"


@dataclass(frozen=True, slots=True)
class Found:
    """What an image holds: the integrity check's word, the numbers of its facts, its head; and what was promised."""

    acknowledged: int
    integrity: str
    numbers: list[int]
    head: int

    @property
    def whole(self) -> bool:
        return self.integrity == "ok" and self.numbers == list(range(1, self.head + 1))

    @property
    def lost(self) -> int:
        return max(0, self.acknowledged - self.head)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Found]:
    return after_cuts(tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="module")
def found_with_normal(tmp_path_factory: pytest.TempPathFactory) -> list[Found]:
    """The same with synchronous=NORMAL, the usual advice for WAL."""
    return after_cuts(tmp_path_factory.mktemp("normal"), "NORMAL")


def test_more_than_three_hundred_cuts_fall_amid_acknowledged_commits(found: list[Found]) -> None:
    assert sum(image.acknowledged > 0 for image in found) > 300


def test_some_cuts_fall_between_a_commit_and_its_acknowledgement(found: list[Found]) -> None:
    assert {image.head - image.acknowledged for image in found} == {0, 1}


def test_no_cut_damages_the_database(found: list[Found]) -> None:
    assert [image for image in found if not image.whole] == []


def test_no_cut_loses_an_acknowledged_row(found: list[Found]) -> None:
    assert [image for image in found if image.lost] == []


def test_with_the_usual_setting_acknowledged_rows_would_be_lost(found_with_normal: list[Found]) -> None:
    assert sum(image.lost > 0 for image in found_with_normal) > 0


def after_cuts(folder: Path, *synchronous: str) -> list[Found]:
    """Images of cuts at random moments, opened and looked at."""
    disk, log = traced(folder, *synchronous)
    chance = random.Random(SEED)
    images = []
    for _ in disk.replay(log):
        if chance.random() < CUT:
            images += [look_at(folder, disk.image(left, chance), disk.acknowledged) for left in (nothing, some, torn)]
    return images


def traced(folder: Path, *synchronous: str) -> tuple[Disk, Path]:
    """The disk before the process began, and the log of what it did."""
    data, log = folder / "data", folder / "strace.log"
    data.mkdir()
    url = f"sqlite:///{data / DATABASE}"
    migrate.upgrade(url)
    before = {DATABASE: File(bytearray((data / DATABASE).read_bytes()))}
    writer = (sys.executable, "-m", "tests.faults.writing", url, str(COMMITS), *synchronous)
    _need_strace()
    subprocess.run((*STRACE, "-o", log, *writer), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return Disk(data, before), log


def look_at(folder: Path, image: Mapping[str, bytes], acknowledged: int) -> Found:
    """Opening it recovers what the log holds, as the next start of the server would."""
    place = folder / "image"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for name, content in image.items():
        (place / name).write_bytes(content)
    connection = sqlite3.connect(place / DATABASE)
    try:
        connection.execute("PRAGMA synchronous=OFF")
        integrity = connection.execute("PRAGMA integrity_check").fetchone()[0]
        numbers = [number for (number,) in connection.execute("SELECT number FROM fact ORDER BY number")]
        head = connection.execute("SELECT coalesce(max(head), 0) FROM stream").fetchone()[0]
    except sqlite3.DatabaseError as error:
        return Found(acknowledged, str(error), [], 0)
    finally:
        connection.close()
    return Found(acknowledged, integrity, numbers, head)


def _need_strace() -> None:
    if shutil.which("strace") is None or subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode:
        pytest.skip("no power cut was tried: strace is missing here or may not trace")
