"""The contract of the store is one set of tests that runs on SQLite and on a real PostgreSQL."""

from collections.abc import Iterator

import pytest

from spartakiad.competition.shell import Shell
from spartakiad.store import migrate
from spartakiad.store.store import Store
from tests.installation import install
from tests.store.databases import Databases, SqliteFiles, postgresql


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    if request.param == "sqlite":
        yield SqliteFiles(tmp_path_factory.mktemp("databases"))
        return
    with postgresql() as server:
        yield server


@pytest.fixture(scope="session")
def migrated(databases: Databases) -> str:
    url = databases.blank()
    migrate.upgrade(url)
    return url


@pytest.fixture(scope="session")
def installed(databases: Databases) -> str:
    """A database with the shipped facts and the demo, to be copied."""
    url = databases.blank()
    install(url)
    return url


@pytest.fixture
def url(databases: Databases, migrated: str) -> Iterator[str]:
    """A database of the newest schema, still empty."""
    made = databases.copy(migrated)
    yield made
    databases.drop(made)


@pytest.fixture
def demo_url(databases: Databases, installed: str) -> Iterator[str]:
    """A database with the demo, to be changed at will by one test."""
    made = databases.copy(installed)
    yield made
    databases.drop(made)


@pytest.fixture
def shell(url: str) -> Iterator[Shell]:
    """At work on an empty database."""
    yield from _at_work(url)


@pytest.fixture
def demo_shell(demo_url: str) -> Iterator[Shell]:
    """At work on the demo, on either database."""
    yield from _at_work(demo_url)


def _at_work(url: str) -> Iterator[Shell]:
    shell = Shell(Store(url))
    shell.load()
    yield shell
    shell.store.close()
