"""The JSON Schema beside the regulations is the one that the declarations make, and it allows what can be scored."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from scoring import document_schema, load_text

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(document_schema())
KEPT = ROOT / "fixtures" / "schemas" / "document.json"
DOCUMENTS = sorted(
    path for path in (ROOT / "tests" / "golden" / "documents").glob("*.json") if ".expected" not in path.name
)


def test_the_schema_that_is_kept_is_the_one_that_the_declarations_make() -> None:
    """Made again by: python -c "import json, scoring; print(json.dumps(scoring.document_schema(), ensure_ascii=False,
    indent=1))" > fixtures/schemas/document.json"""
    assert json.loads(KEPT.read_text(encoding="utf-8")) == document_schema()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_it_allows_every_published_document(path: Path) -> None:
    VALIDATOR.validate(load_text(path.read_text(encoding="utf-8"), "json"))


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(document_schema())


def test_it_refuses_a_mistyped_key() -> None:
    assert not VALIDATOR.is_valid({"format": 1, "standing": [{"id": "a", "cuont": {}}]})
