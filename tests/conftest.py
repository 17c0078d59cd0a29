"""What all tests share: an installation with the shipped facts and the demo, played once, copied for whoever asks."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from spartakiad.competition.memory import Memory
from spartakiad.competition.shell import Shell
from spartakiad.store.store import Store
from tests.installation import install, unsynced


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SQLite file of an installation that has the facts and the demo; closed, so that it may be copied."""
    path = tmp_path_factory.mktemp("played") / "spartakiad.sqlite"
    install(f"sqlite:///{path}")
    return path


@pytest.fixture
def demo_shell(played: Path, tmp_path: Path) -> Iterator[Shell]:
    """The demo, to be changed at will by one test."""
    shell = opened(played, tmp_path)
    yield shell
    shell.store.close()


@pytest.fixture(scope="module")
def module_shell(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """The demo for a module whose tests only read, or do not mind what another of them wrote."""
    shell = opened(played, tmp_path_factory.mktemp("demo"))
    yield shell
    shell.store.close()


@cache
def _folded(played: Path) -> Memory:
    """Every journal of the file, folded and scored once: states and results are frozen, whoever has them."""
    shell = Shell(Store(f"sqlite:///{played}"))
    shell.load()
    shell.store.close()
    return shell.memory


def opened(played: Path, folder: Path) -> Shell:
    """A copy of the file, and of what is in memory of it."""
    memory = _folded(played)
    shutil.copy(played, folder / "spartakiad.sqlite")
    store = unsynced(Store(f"sqlite:///{folder / 'spartakiad.sqlite'}"))
    return Shell(store, memory=Memory(dict(memory.games), dict(memory.shown), dict(memory.numbers)))
