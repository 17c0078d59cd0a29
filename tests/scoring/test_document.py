"""Reading a document: every fault is named by its path and kind, all of them at once, and nothing is guessed."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from scoring import DocumentError, Problem, load_text, parse

BASE = """
contest = [{ id = "ski", rules = "ski" }]
rules = { ski = { stages = [{ format = "list", mark = "time", precision = "0.1" }] } }
team = [{ id = "A" }, { id = "B" }]
entrant = [{ id = "a1", contest = "ski", team = "A" }]
"""
STANDING = """
[[standing]]
id = "overall"
"""


def kinds(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.path, problem.kind) for problem in problems]


@pytest.mark.parametrize(
    ("text", "path", "kind"),
    [
        ("colour = 1", "colour", "unknown_key"),
        ("contest = 1", "contest", "wrong_type"),
        ('contest = [{ id = 7, rules = "x" }]', "contest[0].id", "wrong_type"),
        ('contest = [{ id = "ski" }]', "contest[0]", "missing_key"),
        ('contest = [{ id = "ski", rules = "sky" }]', "contest[0].rules", "unknown_reference"),
        (BASE + 'absence = [{ contest = "ski", team = "A", kind = "ill" }]', "absence[0].kind", "unknown_kind"),
        (BASE + 'mark = [{ contest = "ski", time = "9:00" }]', "mark[0]", "one_of"),
        (BASE + 'mark = [{ contest = "ski", entrant = "a2", time = "9:00" }]', "mark[0].entrant", "unknown_reference"),
        (BASE + 'mark = [{ contest = "ski", entrant = "a1", time = "1:75,3" }]', "mark[0].time", "misread_mark"),
        (BASE + 'mark = [{ contest = "ski", entrant = "a1", time = "9:00,25" }]', "mark[0].time", "misread_mark"),
        (BASE + 'mark = [{ contest = "ski", entrant = "a1", time = 0.0001 }]', "mark[0].time", "misread_mark"),
        (BASE + 'mark = [{ contest = "ski", entrant = "a1", time = "DNS" }]', "mark[0].time", "misread_mark"),
        (BASE + 'mark = [{ contest = "ski", entrant = "a1", score = 3 }]', "mark[0].score", "wrong_mark"),
        (BASE + 'mark = [{ contest = "ski", entrant = "a1", stage = "final" }]', "mark[0].stage", "unknown_reference"),
        (BASE + 'mark = [{ contest = "ski", entrant = "a1", place = 0 }]', "mark[0].place", "out_of_range"),
        (BASE + 'decision = [{ kind = "lot", contest = "ski", order = ["a1", "a1"] }]', "decision[0].order[1]",
         "duplicate_id"),
        (BASE + 'decision = [{ kind = "lot", contest = "ski", order = ["x"] }]', "decision[0].order",
         "unknown_reference"),
        (BASE + 'cup = { standing = "overall" }', "cup.standing", "unknown_reference"),
        ('rules = { r = { stages = [] } }', "rules.r.stages", "empty_list"),
        ('rules = { r = { stages = [{ format = "swiss" }] } }', "rules.r.stages[0].format", "unknown_kind"),
        ('rules = { r = { stages = [{ format = "list", mark = "time", precison = 1 }] } }',
         "rules.r.stages[0].precison", "unknown_key"),
        ('rules = { r = { stages = [{ format = "list", mark = "time", precision = "0.3" }] } }',
         "rules.r.stages[0].precision", "unknown_kind"),
        ('rules = { r = { order = { blocks = [{ by = ["luck"] }] } } }', "rules.r.order.blocks[0].by[0]",
         "unknown_kind"),
        ('rules = { r = { order = { blocks = [{ by = ["place"], depth = 3 }] } } }', "rules.r.order.blocks[0].depth",
         "unknown_key"),
        ('rules = { r = { order = { blocks = [{ by = ["finish"] }], places = "given" } } }', "rules.r.order.places",
         "given_needs_place"),
        ('rules = { r = { order = { blocks = [] } } }', "rules.r.order.blocks", "empty_list"),
        ('rules = { r = { order = { clause = "1" } } }', "rules.r.order", "missing_key"),
        ('rules = { r = { team = { members = { kind = "best", k = 2, value = "points" } } } }', "rules.r.team.members",
         "missing_key"),
        ('rules = { r = { team = { incomplete = "last+1", members = { kind = "best", k = 2, value = "time" } } } }',
         "rules.r.team.incomplete", "places_only"),
        ('rules = { r = { team = { incomplete = "last+n" } } }', "rules.r.team.incomplete", "unknown_kind"),
        ('rules = { r = { stages = [{ format = "list" }, { format = "list" }] } }', "rules.r.stages[1]",
         "duplicate_id"),
        (STANDING + 'value = { kind = "table", table = ["ten"] }', "standing[0].value.table[0]", "bad_number"),
        (STANDING + 'value = { kind = "table", table = ["1/0"] }', "standing[0].value.table[0]", "bad_number"),
        (STANDING + 'value = { kind = "table", table = [] }', "standing[0].value.table", "empty_list"),
        (STANDING + 'value = { kind = "table" }', "standing[0].value", "missing_key"),
        (STANDING + 'count = { kind = "best", k = 5, of = 3 }', "standing[0].count", "best_of_fewer"),
        (STANDING + 'absent = { any = "n+" }', "standing[0].absent.any", "bad_number"),
        (STANDING + 'contests = ["ski"]', "standing[0].contests", "unknown_reference"),
        (STANDING + 'order = { blocks = [{ by = ["place_in"], contest = "ski" }] }',
         "standing[0].order.blocks[0].contest", "unknown_reference"),
        (STANDING + 'per = [{ contests = ["ski"], weight = 2 }]', "standing[0].per[0].contests", "unknown_reference"),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_its_path_and_kind(
    refused: Callable[[str], list[Problem]], text: str, path: str, kind: str
) -> None:
    assert kinds(refused(text)) == [(path, kind)]


def test_an_unknown_key_is_refused_with_the_nearest_known_one(refused: Callable[[str], list[Problem]]) -> None:
    text = 'rules = { r = { stages = [{ format = "list", mark = "time", precison = "0.1" }] } }'
    assert [problem.args["nearest"] for problem in refused(text)] == ["precision"]


def test_every_fault_is_reported_at_once(refused: Callable[[str], list[Problem]]) -> None:
    text = 'colour = 1\nteam = [{ id = "A", tilte = "x" }, { titel = "y" }]\ncontest = [{ id = "ski", rules = 7 }]'
    assert sorted(kinds(refused(text))) == [
        ("colour", "unknown_key"),
        ("contest[0].rules", "wrong_type"),
        ("team[0].tilte", "unknown_key"),
        ("team[1]", "missing_key"),
        ("team[1].titel", "unknown_key"),
    ]


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ('contest = [{ id = "x", rules = "r" }, { id = "x", rules = "r" }]\nrules = { r = {} }', "contest[1]"),
        ('team = [{ id = "A" }, { id = "A" }]', "team[1]"),
        ('standing = [{ id = "o" }, { id = "o" }]', "standing[1]"),
        (BASE + 'mark = [{ contest = "ski", entrant = "a1" }, { contest = "ski", entrant = "a1" }]', "mark[1]"),
    ],
)
def test_the_same_thing_twice_is_refused(refused: Callable[[str], list[Problem]], rows: str, where: str) -> None:
    assert kinds(refused(rows)) == [(where, "duplicate_id")]


TEAMS = 'team = [{ id = "A" }, { id = "B" }, { id = "C" }]\ncontest = [{ id = "x", rules = "r" }]\nrules = { r = {} }\n'
TABLE = 'standing = [{ id = "o", value = { kind = "table", table = [9, 6]MORE } }]'


@pytest.mark.parametrize(
    ("more", "expected"), [("", [("standing[0].value.table", "table_ends")]), (", beyond = 0", [])]
)
def test_a_table_that_ends_before_the_last_place_has_to_say_what_lies_beyond(
    refused: Callable[[str], list[Problem]], more: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(refused(TEAMS + TABLE.replace("MORE", more))) == expected


@pytest.mark.parametrize("format_number", [2, "1", True, None])
def test_another_format_of_the_document_is_refused(format_number: Any) -> None:
    with pytest.raises(DocumentError) as error:
        parse({"format": format_number})
    assert kinds(list(error.value.problems)) == [("format", "unsupported_format")]


@pytest.mark.parametrize("value", [0.5, float("nan"), float("inf")])
def test_a_binary_fraction_is_refused(value: float) -> None:
    rule = {"kind": "table", "table": [value], "beyond": 0}
    with pytest.raises(DocumentError) as error:
        parse({"format": 1, "standing": [{"id": "o", "value": rule}]})
    assert kinds(list(error.value.problems)) == [("standing[0].value.table[0]", "inexact_number")]


@pytest.mark.parametrize(("text", "form"), [("x = 0.1", "toml"), ('{"x": 0.1}', "json")])
def test_numbers_are_read_exactly(text: str, form: str) -> None:
    assert load_text(text, form) == {"x": Fraction(1, 10)}


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("x = ", "toml", "syntax"),
        ("x = 1\nx = 2", "toml", "syntax"),
        ('{"x": 1, "x": 2}', "json", "duplicate_key"),
        ('{"x": ', "json", "syntax"),
        ("[1]", "json", "wrong_type"),
        ('{"x": NaN}', "json", "bad_number"),
        ('{"x": 1e400}', "json", "bad_number"),
        ("x = inf", "toml", "bad_number"),
        ("x = 1e999999999", "toml", "bad_number"),
        ('{"x": ' + "9" * 10_000 + "}", "json", "syntax"),
        ("[" * 100_000, "json", "syntax"),
    ],
)
def test_text_that_is_no_document_is_refused_by_name(text: str, form: str, kind: str) -> None:
    with pytest.raises(DocumentError) as error:
        load_text(text, form)
    assert [problem.kind for problem in error.value.problems] == [kind]


def test_the_mark_rule_of_a_contest_reads_what_its_judge_types(parsed: Callable[[str], Any]) -> None:
    assert parsed(BASE).mark_rule("ski").read("40.33.2").value == 2_433_200
