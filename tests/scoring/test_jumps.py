"""Jumps and throws, read aloud from the card."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from scoring import DocumentError, parse, score

Card = Mapping[str, Any]


def ranked(mark: str, by: Sequence[str | Mapping[str, Any]], cards: Mapping[str, Card], **stage: Any) -> str:
    """«A B=C (D NM)»: best first."""
    blocks = [{"by": [one]} if isinstance(one, str) else one for one in by]
    raw = {
        "format": 1,
        "contest": [{"id": "c", "rules": "r"}],
        "rules": {"r": {"stages": [{"format": "list", "mark": mark, **stage}], "order": {"blocks": blocks}}},
        "entrant": [{"id": key, "contest": "c"} for key in cards],
        "mark": [{"contest": "c", "entrant": key, **card} for key, card in cards.items()],
    }
    ranking = score(parse(raw)).contests["c"].ranking
    out = [f"({one.key} {one.status})" for one in ranking.unplaced]
    return " ".join(["=".join(sorted(group.keys)) for group in ranking.placed] + out)


def throws(**rows: str) -> dict[str, Card]:
    return {key: {"attempts": row.split()} for key, row in rows.items()}


def heights(**rows: str) -> dict[str, Card]:
    """«o xo xxx»: at 1.50, 1.55, 1.60 …"""
    return {
        key: {"attempts": [[f"{150 + 5 * number}/100", one] for number, one in enumerate(row.split())]}
        for key, row in rows.items()
    }


@pytest.mark.parametrize(
    ("cards", "expected"),
    [
        (throws(A="7.10 x -", B="7,10 7.05", C="7.11"), "C B A"),
        (throws(A="7.10 7.05", B="7.05 7.10"), "A=B"),
        (throws(A="7.10w", B="7.09"), "A B"),
        (throws(A="7.10", B="\u0445 X x"), "A (B NM)"),
        (throws(A="7.10", B="- -"), "A"),
    ],
)
def test_equal_best_attempts_are_told_apart_by_the_next(cards: dict[str, Card], expected: str) -> None:
    assert ranked("distance", ["attempts"], cards) == expected


def test_without_attempts_the_distance_itself_is_ranked() -> None:
    assert ranked("distance", ["distance"], {"A": {"distance": "58.02"}, "B": {"distance": 58}}) == "A B"


COUNT_BACK = ["height", "failures_at", "failures_to"]


@pytest.mark.parametrize(
    ("cards", "expected"),
    [
        (heights(A="o o xxx", B="o xo xxx"), "A B"),
        (heights(A="xo o xxx", B="o o xxx"), "B A"),
        (heights(A="xo o xxx", B="xo o x- xx"), "A=B"),
        (heights(A="- o xxx", B="o o xxx"), "A=B"),
        (heights(A="o o o", B="o o xxr"), "A B"),
        (heights(A="o", B="xxx"), "A (B NM)"),
        (heights(A="\u043e", B="\u0445o"), "A B"),
    ],
)
def test_heights_are_counted_back(cards: dict[str, Card], expected: str) -> None:
    assert ranked("height", COUNT_BACK, cards) == expected


def test_a_jump_off_decides_the_first_place_only() -> None:
    cards = heights(A="o xxx", B="o xxx", C="xo xxx", D="xo xxx")
    cards |= {"A": {**cards["A"], "jump_off": [["1.55", "x"], ["1.53", "x"]]}}
    cards |= {"B": {**cards["B"], "jump_off": [["1.55", "x"], ["1.53", "o"]]}}
    assert ranked("height", [*COUNT_BACK, {"by": ["jump_off"], "upto": 1}], cards) == "B A C=D"


@pytest.mark.parametrize(
    ("card", "kind"),
    [
        ({"attempts": ["7.1234"]}, "misread_mark"),
        ({"attempts": [["1.50", "xoz"]]}, "bad_trials"),
        ({"attempts": [["1.50"]]}, "not_two"),
        ({"distance": "7.585"}, "misread_mark"),
        ({"height": "1.50"}, "wrong_mark"),
        ({"distance": -1}, "misread_mark"),
    ],
)
def test_a_card_that_cannot_be_read_is_refused(card: Card, kind: str) -> None:
    with pytest.raises(DocumentError) as error:
        ranked("distance", ["distance"], {"A": card})
    assert kind in [one.kind for one in error.value.problems]


@pytest.mark.parametrize(
    ("watches", "expected"),
    [
        (["12.3", "12.5", "12.5"], 12500),
        (["12.3", "12.9", "12.5"], 12500),
        (["12.3", "12.4"], 12400),
        (["12.3"], 12300),
    ],
)
def test_hand_timing_takes_what_two_watches_agree_on_or_the_middle(watches: list[str], expected: int) -> None:
    raw = {"contest": [{"id": "c", "rules": "r"}], "rules": {"r": {"stages": [{"format": "list", "mark": "time"}]}}}
    facts = {"entrant": [{"id": "A", "contest": "c"}], "mark": [{"contest": "c", "entrant": "A", "watches": watches}]}
    result = score(parse({"format": 1, **raw, **facts})).contests["c"]
    assert result.value("A", "time") == expected


@pytest.mark.parametrize(
    ("by", "cards", "expected"),
    [
        (["score", "series_back"], {"A": {"series": [48, 50]}, "B": {"series": [50, 48]}}, "A B"),
        (
            ["score", {"by": ["key"], "name": "tens"}],
            {"A": {"score": 98, "keys": {"tens": 3}}, "B": {"score": 98, "keys": {"tens": 5}}},
            "B A",
        ),
        (
            ["score", {"by": ["key"], "name": "weight", "wins": "least"}],
            {"A": {"score": 98, "keys": {"weight": "71.5"}}, "B": {"score": 98, "keys": {"weight": 80}}},
            "A B",
        ),
        (["score", {"by": ["key"], "name": "tens"}], {"A": {"score": 98}, "B": {"score": 98}}, "A=B"),
    ],
)
def test_equal_scores_are_told_apart_by_their_own_keys(by: list[Any], cards: dict[str, Card], expected: str) -> None:
    assert ranked("score", by, cards) == expected


def test_laps_come_before_time_and_a_late_start_is_added() -> None:
    laps = {"A": {"time": "10:00", "laps": 5}, "B": {"time": "9:00", "laps": 4}}
    late = {"A": {"time": "9:30", "start": "1:00"}, "B": {"time": "10:00", "start": "0:00"}}
    assert [ranked("time", ["laps", "time"], laps), ranked("time", ["gun_time"], late)] == ["A B", "B A"]
