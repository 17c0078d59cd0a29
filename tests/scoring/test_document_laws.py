"""Whatever is done to a document, it is scored or refused with named problems; nothing else ever comes of it."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import PROBLEM_KINDS, DocumentError, as_json, load_text, parse, score

DEMO = Path(__file__).parents[2] / "fixtures" / "regulations" / "demo.toml"
DOCUMENT = dict(load_text(DEMO.read_text(encoding="utf-8"), "toml")) | {
    "team": [{"id": "A"}, {"id": "B", "scores": False}],
    "entrant": [{"id": "a1", "contest": "ski-men", "team": "A", "bib": 7}],
    "mark": [{"contest": "ski-men", "entrant": "a1", "time": "12:00,5", "finish": 1}],
    "adjustment": [{"team": "A", "points": "1/3"}],
    "decision": [{"kind": "lot", "standing": "overall", "order": ["A", "B"]}],
}
JUNK = st.sampled_from(
    [
        None,
        True,
        -1,
        0,
        10**30,
        0.5,
        "",
        "x",
        "1/0",
        "n+1",
        "1:75",
        "DNS",
        "place",
        "all",
        "ski-men",
        [],
        [[]],
        {},
        "\x00",
    ]
)


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield (*path, key)
        yield from paths(part, (*path, key))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(paths(DOCUMENT), key=str)), JUNK, st.booleans())
def test_a_spoilt_document_is_scored_or_refused_by_name(path: tuple[Any, ...], junk: Any, left_out: bool) -> None:
    document = copy.deepcopy(DOCUMENT)
    *before, key = path
    table: Any = document
    for part in before:
        table = table[part]
    if left_out:
        del table[key]
    else:
        table[key] = junk
    try:
        kinds = set(as_json(score(parse(document)))) - {"contests", "standings", "cup", "unused"}
    except DocumentError as error:
        kinds = {problem.kind for problem in error.problems} - PROBLEM_KINDS
    assert kinds == set()
