"""The shipped facts, read once for the tests of this folder."""

from pathlib import Path

import pytest

from spartakiad.union.sources import Sources, read_sources


@pytest.fixture(scope="session")
def folder() -> Path:
    return Path(__file__).parents[2] / "fixtures" / "union"


@pytest.fixture(scope="session")
def facts(folder: Path) -> Sources:
    return read_sources(folder)
