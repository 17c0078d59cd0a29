"""Published tables come out as they were published, in any order of facts, and through the command too."""

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scoring import as_json, load_text, parse, score
from scoring.__main__ import main

DOCUMENTS = Path(__file__).parents[1] / "golden" / "documents"
CASES = sorted(path.stem for path in DOCUMENTS.glob("*.json") if not path.stem.endswith(".expected"))
FACTS = ("team", "part", "entrant", "mark", "match", "absence", "adjustment", "decision")


@cache
def text(case: str) -> str:
    return (DOCUMENTS / f"{case}.json").read_text(encoding="utf-8")


@cache
def result(case: str) -> dict[str, Any]:
    return as_json(score(parse(document(case))))


def expected(case: str) -> dict[str, Any]:
    published: dict[str, Any] = json.loads((DOCUMENTS / f"{case}.expected.json").read_text(encoding="utf-8"))
    return published


def document(case: str) -> dict[str, Any]:
    return dict(load_text(text(case), "json"))


def published(result: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """Of a result, the rows that were published, in the shape in which they are kept."""
    standings = result["standings"]
    tables = {key: standings.get(key) or next(iter(standings.values())) for key in wanted.get("standing", {})}
    found = {
        "standing": {
            key: {row["team"]: [row["place"], row["total"]] for row in table["rows"]} for key, table in tables.items()
        },
        "team": {
            key: {row["team"]: row["place"] for row in result["contests"][key]["teams"]}
            for key in wanted.get("team", {})
        },
        "contest": {
            key: {row["entrant"]: row["place"] for row in result["contests"][key]["ranking"]}
            for key in wanted.get("contest", {})
        },
    }
    return {
        part: {
            key: {name: found[part][key].get(name, "not listed") for name in rows} for key, rows in wanted[part].items()
        }
        for part in wanted
    }


@pytest.mark.parametrize("case", CASES)
def test_a_published_table_comes_out_as_it_was_published(case: str) -> None:
    assert published(result(case), expected(case)) == expected(case)


@pytest.mark.parametrize("case", CASES)
def test_a_published_table_does_not_depend_on_the_order_of_its_facts(case: str) -> None:
    raw = document(case)
    for name in FACTS:
        if name in raw:
            raw[name] = random.Random(case + name).sample(raw[name], len(raw[name]))
    assert as_json(score(parse(raw))) == result(case)


@pytest.mark.parametrize("case", CASES)
def test_the_command_prints_a_published_table(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(DOCUMENTS / f"{case}.json")])
    assert published(json.loads(capsys.readouterr().out), expected(case)) == expected(case)


@pytest.mark.parametrize("case", CASES)
def test_a_published_table_names_its_source(case: str) -> None:
    assert document(case)["about"]["source"].strip() != ""
