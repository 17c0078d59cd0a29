"""What a regulation says twice, or to nobody: refused, since the engine would pass over it in silence."""

from collections.abc import Callable

import pytest

from scoring import Problem

Refused = Callable[[str], list[Problem]]
SKI_AND_CHESS = """
contest = [
  { id = "ski", rules = "jury" }, { id = "chess", rules = "jury" }, { id = "bandy", rules = "jury", outside = true },
]
team = [{ id = "tver" }, { id = "pskov" }]
[rules.jury]
[[standing]]
id = "o"
"""
PER_TWICE = 'per = [{ contests = ["ski", "chess"], weight = 2 }, { contests = ["ski"], weight = 3 }]'
ONE_SEGMENT = '{ contests = ["ski", "chess"], kind = "best", k = 1, minimum = 2 }'
SEGMENTS = f'count = {{ kind = "segments", segments = [{ONE_SEGMENT}] }}'
PLACE_IN = 'order = { blocks = [{ by = ["total"] }, { by = ["place_in"], contest = "bandy" }] }'


@pytest.mark.parametrize(
    ("rule", "kind", "path"),
    [
        ('count = { kind = "best", k = 1, must = ["bandy"] }', "not_in_standing", "count"),
        ('count = { kind = "best", k = 1, must = ["ski"], choice = [["ski", "chess"]] }', "duplicate_id", "count"),
        ('per = [{ contests = ["bandy"], weight = 2 }]', "not_in_standing", "per[0].contests"),
        (PLACE_IN, "not_in_standing", "order.blocks[1].contest"),
        (PER_TWICE, "duplicate_id", "per[1]"),
        ('contests = ["ski", "ski"]', "duplicate_id", "contests[1]"),
        ('teams = ["tver", "tver"]', "duplicate_id", "teams[1]"),
        (SEGMENTS, "unknown_key", "count.segments[0].minimum"),
        ('value = { kind = "n_down", scorers = 2 }', "missing_key", "value"),
        ('value = { kind = "n_down", when_shared = { "3–4" = 5 } }', "unknown_kind", "value.when_shared.3–4"),
        ('value = { kind = "n_down", when_shared = { "4-3" = 5 } }', "unknown_kind", "value.when_shared.4-3"),
        (
            'value = { kind = "tables", tables = [{ table = [5, 3] }, { upto = 1, table = [2] }], beyond = 0 }',
            "missing_key",
            "value.tables[0]",
        ),
        (
            'value = { kind = "tables", tables = [{ upto = 8, table = [5] }, { upto = 2, table = [2] }], beyond = 0 }',
            "out_of_range",
            "value.tables[1].upto",
        ),
        (
            'value = { kind = "tables", tables = [{ upto = 1, table = [5] }] }',
            "table_ends",
            "value.tables[0].table",
        ),
    ],
)
def test_a_rule_that_would_decide_nothing_is_refused(refused: Refused, rule: str, kind: str, path: str) -> None:
    found = refused(SKI_AND_CHESS + rule + "\n")
    assert [(one.kind, one.path) for one in found] == [(kind, f"standing[0].{path}")]


def test_a_decision_names_one_order(refused: Refused) -> None:
    lot = 'decision = [{ kind = "lot", standing = "o", order = ["tver", "pskov"], teams = ["pskov", "tver"] }]\n'
    assert [(one.kind, one.path) for one in refused(lot + SKI_AND_CHESS)] == [("one_of", "decision[0]")]
