"""Regulations of other Games, as far as their sources are known: refused until what is unknown is answered, and then
each scores a published table or an example that can be done by hand."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scoring import DocumentError, answered, as_json, load_text, parse, questions, score

ROOT = Path(__file__).parents[2]
REAL = sorted((ROOT / "fixtures" / "regulations" / "real").glob("*.toml"))
PRESETS = sorted((ROOT / "fixtures" / "regulations" / "presets").glob("*.toml"))
GOLDEN = ROOT / "tests" / "golden"
PRESET_ANSWERS: dict[str, dict[str, Any]] = {
    "best": {"standing[0].count.k": 1, "standing[0].count.of": 2},
    "compulsory-best": {"standing[0].count.must": ["ski"], "standing[0].count.k": 1},
    "table": {"standing[0].value.table": [9, 6], "standing[0].value.beyond": 1},
}
PRESET_TOTALS = {
    "n-down": {"A": 3 + 2, "B": 2 + 3, "C": 1},
    "places": {"A": 1 + 2, "B": 2 + 1, "C": 3 + 3},
    "table": {"A": 9 + 6, "B": 6 + 9, "C": 1},
    "best": {"A": 3, "B": 3, "C": 1},
    "compulsory-best": {"A": 3 + 2, "B": 2 + 3, "C": 1},
    "medals": {"A": 2, "B": 2, "C": 1},
}


@cache
def raw(path: Path) -> dict[str, Any]:
    return dict(load_text(path.read_text(encoding="utf-8"), "toml"))


def case(path: Path) -> dict[str, Any]:
    return dict(load_text((GOLDEN / "regulations" / f"{path.stem}.json").read_text(encoding="utf-8"), "json"))


def facts(case: dict[str, Any]) -> dict[str, Any]:
    """The facts of an example: places of teams in each contest; or those of a published document."""
    if "facts_of" in case:
        published = load_text((GOLDEN / "documents" / f"{case['facts_of']}.json").read_text(encoding="utf-8"), "json")
        return {name: published[name] for name in ("team", "mark", "absence")}
    marks = [
        {"contest": contest, "team": team, "place": place}
        for contest, places in case["places"].items()
        for team, place in places.items()
    ]
    teams = [{"id": one} for one in sorted({mark["team"] for mark in marks})]
    more = {name: case[name] for name in ("team", "entrant", "absence", "adjustment", "decision") if name in case}
    return {"team": teams, "mark": marks, **more}


def expected(case: dict[str, Any]) -> dict[str, Any]:
    if isinstance(case["expected"], str):
        published = (GOLDEN / "documents" / f"{case['expected']}.expected.json").read_text(encoding="utf-8")
        return dict(json.loads(published)["standing"])
    return dict(case["expected"])


def problems(raw: dict[str, Any]) -> list[tuple[str, str]]:
    try:
        parse(raw)
    except DocumentError as error:
        return [(one.kind, one.path) for one in error.problems]
    return []


def test_there_are_enough_of_them() -> None:
    assert len(REAL) >= 8 and {path.stem for path in PRESETS} == set(PRESET_TOTALS)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_fragment_says_so_and_names_its_source(path: Path) -> None:
    about = raw(path)["about"]
    assert about["title"].endswith("(по фрагменту)") and about["source"]


@pytest.mark.parametrize("path", [*REAL, *PRESETS], ids=lambda path: path.stem)
def test_what_is_unknown_is_asked_and_nothing_else_is_wrong(path: Path) -> None:
    asked = {question.path for question in questions(raw(path))}
    assert {found for _, found in problems(raw(path))} == asked
    assert {kind for kind, _ in problems(raw(path))} <= {"unanswered"}
    assert all(question.text.endswith(("?", ".")) for question in questions(raw(path)))


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_rule_of_a_standing_names_where_it_comes_from(path: Path) -> None:
    """A value, a count or an absence that the source tells, or a question in its place."""
    for standing in raw(path)["standing"]:
        for name in ("value", "absent", "count"):
            rule = standing[name]
            assert "clause" in rule or list(questions(rule)), (standing["id"], name)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_once_answered_it_scores_what_was_published_or_can_be_done_by_hand(path: Path) -> None:
    example = case(path)
    document = {**answered(raw(path), example["answers"]), **facts(example)}
    shown: Any = as_json(score(parse(document)))["standings"]
    found = {key: {row["team"]: [row["place"], row["total"]] for row in shown[key]["rows"]} for key in shown}
    assert found == expected(example)


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
def test_a_preset_scores_two_contests(path: Path) -> None:
    """A and B change places in two contests; C is last in the first one and not there in the second."""
    rules = {"given": {"order": {"blocks": [{"by": ["place"]}], "places": "given"}}}
    places = {"ski": "A B C", "chess": "B A"}
    marks = [
        {"contest": one, "team": team, "place": place}
        for one, order in places.items()
        for place, team in enumerate(order.split(), 1)
    ]
    programme = {"contest": [{"id": one, "rules": "given"} for one in places], "rules": rules, "mark": marks}
    document = {**answered(raw(path), PRESET_ANSWERS.get(path.stem, {})), **programme}
    table = next(iter(score(parse({**document, "team": [{"id": one} for one in "ABC"]})).standings.values()))
    assert {row.team: row.total for row in table.rows} == PRESET_TOTALS[path.stem]


def test_nobody_answers_what_was_not_asked() -> None:
    with pytest.raises(KeyError):
        answered(raw(PRESETS[0]), {"standing[0].wins": "least"})


@pytest.mark.parametrize("path", [*REAL, *PRESETS], ids=lambda path: path.stem)
def test_the_schema_allows_them_with_their_questions(path: Path) -> None:
    schema = json.loads((ROOT / "fixtures" / "schemas" / "document.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(raw(path))
