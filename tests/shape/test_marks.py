"""A kind of mark is one file of the engine, one template of the judges' sheet and one file of tests."""

from scoring import MARKS
from tests.shape.tree import under

FIELDS = {path.stem for path in under("templates/judge/marks", ".html")}
TESTS = {path.stem for path in under("tests/scoring", ".py")}


def test_every_kind_of_mark_has_its_template_and_so_has_a_match() -> None:
    assert {*MARKS, "match"} == FIELDS


def test_every_kind_of_mark_has_its_tests() -> None:
    assert {f"test_typed_{kind}" for kind in MARKS} <= TESTS
