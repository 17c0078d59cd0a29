"""The JSON Schema beside the regulations is the one that the declarations make, and it allows what can be scored."""

import json
from pathlib import Path

import pytest

from scoring import document_schema, load_text
from tests.scoring.schema_check import faults

ROOT = Path(__file__).parents[2]
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
    assert faults(load_text(path.read_text(encoding="utf-8"), "json"), document_schema()) == []


def test_it_refuses_a_mistyped_key() -> None:
    assert faults({"format": 1, "standing": [{"id": "a", "cuont": {}}]}, document_schema()) != []
