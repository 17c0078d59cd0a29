"""A real Chromium, and a real server a module: these tests change what they look at."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.server import ARGUMENTS, CHROMIUM, Site, Visitors, running


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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("site") / "data") as started:
        yield started


@pytest.fixture(scope="module")
def visitors(browser: Browser, site: Site) -> Visitors:
    return Visitors(browser, site)
