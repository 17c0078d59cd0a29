"""A real Chromium, and a real server a module: these tests change what they look at."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, StorageState, sync_playwright

from tests.browser.server import ARGUMENTS, CHROMIUM, Site, Visitors, running
from tests.browser.venue import RACES, VENUE


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Ends with its module: while it lives, this thread has a running event loop, which other tests may not expect."""
    if not CHROMIUM.exists():
        missing = f"no browser at {CHROMIUM}: install the package chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def played_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of data in which the demo has been played: that takes longer than a module's tests."""
    data = tmp_path_factory.mktemp("played") / "data"
    with running(data):
        return data


@pytest.fixture(scope="module")
def site(played_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A copy of the played demo for each module, with links of its own."""
    data = tmp_path_factory.mktemp("site") / "data"
    copytree(played_folder, data)
    with running(data) as started:
        yield started


@pytest.fixture(scope="module")
def visitors(browser: Browser, site: Site) -> Visitors:
    return Visitors(browser, site)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("venue") / "data"


@pytest.fixture(scope="session")
def venue(folder: Path) -> Iterator[Site]:
    with running(folder, VENUE) as started:
        yield started


@pytest.fixture(scope="session")
def signed_in() -> dict[str, StorageState]:
    """Who has come in to the venue: a link is good for once, and the venue outlives the browser of a module."""
    return {}


@pytest.fixture(scope="module")
def people(browser: Browser, venue: Site, signed_in: dict[str, StorageState]) -> Visitors:
    return Visitors(browser, venue, signed_in)


@pytest.fixture(scope="session")
def untouched() -> Iterator[str]:
    return iter(RACES)


@pytest.fixture
def race(untouched: Iterator[str]) -> str:
    """A race in which nobody has entered anything yet."""
    return next(untouched)
