"""The engine is tested alone: no application, no database, and small documents that can be read aloud."""

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from scoring import Document, DocumentError, Problem, Result, Table, load_text, parse, score

Scored = Callable[[str], Result]
Parsed = Callable[[str], Document]
Refused = Callable[[str], list[Problem]]
Places = Mapping[str, int | str | None]


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


@pytest.fixture(scope="session")
def standing() -> Callable[..., Table]:
    return jury_standing


def jury_standing(rule: Mapping[str, Any], contests: Mapping[str, Places], **facts: Any) -> Table:
    """A standing by this rule. A contest is `team: place`, a status, or nothing at all for a team that is not there."""
    teams = sorted({team for places in contests.values() for team in places})
    marks: list[dict[str, Any]] = []
    for contest, places in contests.items():
        for team, shown in places.items():
            if shown is not None:
                marks.append({"contest": contest, "team": team, "place" if isinstance(shown, int) else "status": shown})
    document = {
        "format": 1,
        "contest": [{"id": one, "rules": "jury"} for one in contests],
        "rules": {"jury": {"order": {"blocks": [{"by": ["place"]}], "places": "given"}}},
        "standing": [{"id": "overall", **rule}],
        "team": [{"id": one} for one in teams],
        "mark": marks,
    }
    return score(parse(document | facts)).standings["overall"]
