"""The engine is tested alone: no application, no database, and small documents that can be read aloud."""

import sys
from collections.abc import Callable, Iterator

import pytest

from scoring import Document, DocumentError, Problem, Result, load_text, parse, score

Scored = Callable[[str], Result]
Parsed = Callable[[str], Document]
Refused = Callable[[str], list[Problem]]


@pytest.fixture(autouse=True, scope="module")
def _alone() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("sqlmodel", "litestar"):
            patch.setitem(sys.modules, name, None)
        yield


@pytest.fixture(scope="session")
def parsed() -> Parsed:
    """The document that a TOML text says."""
    return lambda text: parse(load_text("format = 1\n" + text, "toml"))


@pytest.fixture(scope="session")
def scored(parsed: Parsed) -> Scored:
    """What comes of the document that a TOML text says."""
    return lambda text: score(parsed(text))


@pytest.fixture(scope="session")
def refused(parsed: Parsed) -> Refused:
    """The problems for which a TOML text is refused; none when it is not."""

    def read(text: str) -> list[Problem]:
        try:
            parsed(text)
        except DocumentError as error:
            return list(error.problems)
        return []

    return read
