"""Pools of a round robin: a table each, an order of their own before a bracket, and no more of them than declared."""

from typing import Any

import pytest

from scoring import ContestResult, DocumentError, parse, score

GROUPS = {"id": "groups", "format": "round_robin", "points": {"win": 2, "loss": 1}}
FINAL = {"id": "playoff", "format": "knockout", "bracket": [{"unit": "final", "winner": 1, "loser": 2}]}
PLAYED = [("a", "b", 3, 0), ("b", "c", 2, 0), ("c", "a", 1, 0), ("d", "e", 1, 0)]


def document(*stages: dict[str, Any], pools: str = "AAABB", **facts: Any) -> dict[str, Any]:
    return {
        "format": 1,
        "contest": [{"id": "c", "rules": "r"}],
        "rules": {"r": {"stages": list(stages)}},
        "team": [{"id": one} for one in "abcde"],
        "entrant": [
            {"id": one, "team": one, "contest": "c", "pool": pool} for one, pool in zip("abcde", pools, strict=True)
        ],
        "match": [
            {"contest": "c", "sides": [first, second], "score": [goals, others]}
            for first, second, goals, others in PLAYED
        ],
        **facts,
    }


def held(*stages: dict[str, Any], **facts: Any) -> ContestResult:
    return score(parse(document(*stages, **facts))).contests["c"]


def tables(result: ContestResult) -> dict[tuple[str | None, str], dict[str, Any]]:
    return {(stage, pool): {row.key: row.place for row in ranking.rows} for stage, pool, ranking in result.tables}


def test_each_pool_has_a_table_whatever_came_later() -> None:
    final = {"contest": "c", "stage": "playoff", "unit": "final", "sides": ["d", "b"], "score": [1, 0]}
    result = held(GROUPS, FINAL, match=[*document()["match"], final])
    assert tables(result) == {("groups", "A"): {"a": 1, "b": 1, "c": 1}, ("groups", "B"): {"d": 1, "e": 2}}
    assert {row.key: row.place for row in result.ranking.rows}["d"] == 1


def test_a_pool_before_a_bracket_has_an_order_of_its_own() -> None:
    order = {"blocks": [{"by": ["points"]}, {"by": ["score_diff"]}]}
    assert tables(held({**GROUPS, "order": order}, FINAL))["groups", "A"] == {"a": 1, "b": 2, "c": 2}


def test_there_is_no_table_before_the_first_match() -> None:
    assert held(GROUPS, match=[]).tables == ()


def test_more_pools_than_declared_are_named() -> None:
    with pytest.raises(DocumentError) as broken:
        parse(document({**GROUPS, "pools": 2}, pools="AABCC"))
    (problem,) = broken.value.problems
    assert (problem.kind, problem.path, dict(problem.args)) == ("too_many", "entrant", {"found": 3, "most": 2})


def test_more_series_than_declared_are_named() -> None:
    rules = {"r": {"stages": [{"format": "list", "mark": "score", "series": 2}]}}
    mark = {"contest": "c", "entrant": "a", "series": [1, 2, 3]}
    with pytest.raises(DocumentError) as broken:
        parse({**document(GROUPS), "rules": rules, "match": [], "mark": [mark]})
    assert [(one.kind, one.path) for one in broken.value.problems] == [("too_many", "mark[0].series")]
