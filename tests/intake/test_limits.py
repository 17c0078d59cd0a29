"""The limits under which a file is read: of the child process, and of an archive as a whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from spartakiad.intake import archive, child, files
from spartakiad.intake.table import Unreadable
from tests.intake.files import archive as archive_of

LIMITS = """
import resource
from spartakiad.intake import child
from spartakiad.intake.table import Sheet
limits = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)
child.read = lambda _: [Sheet("", [[str(resource.getrlimit(one)[0]) for one in limits]])]
child.main()
"""


def test_a_file_is_read_under_limits_of_memory_of_time_and_of_what_is_written() -> None:
    pytest.importorskip("resource")
    root = Path(child.__file__).parents[2]
    env = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run([sys.executable, "-c", LIMITS], input=b"", capture_output=True, check=True, cwd=root, env=env)
    assert done.stdout.partition(b"\n")[2].decode() == f"{child.MEMORY}\t{child.SECONDS}\t0"


def test_entries_of_an_archive_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1000)
    with pytest.raises(Unreadable) as refused:
        archive.unpacked(archive_of({"a": b"x" * 600, "b": b"x" * 600}))
    assert refused.value.kind == "file_bomb"


def test_whoever_reads_a_file_is_told_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[dict[str, str]] = []

    def asked(_command: list[str], *, env: dict[str, str], **_more: object) -> subprocess.CompletedProcess[bytes]:
        told.append(env)
        return subprocess.CompletedProcess([], 0, b'{"sheets": [["", 1]]}\n1')

    monkeypatch.setenv("SPARTAKIAD_SECRET", "hidden")
    monkeypatch.setattr("spartakiad.intake.files.subprocess.run", asked)
    files.sheets_in(b"1")
    assert [one for one in told if "hidden" in one.values()] == []
