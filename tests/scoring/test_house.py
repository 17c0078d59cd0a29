"""The engine's own house rules: it needs nothing, every kind is in its registry, every reason kind is declared."""

import ast
import dataclasses
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import scoring
from scoring import PROBLEM_KINDS, READING_KINDS, REASON_KINDS
from scoring.criteria.combined import COMBINED_CRITERIA
from scoring.criteria.marks import MARK_CRITERIA
from scoring.criteria.matches import MATCH_CRITERIA
from scoring.criteria.overall import OVERALL_CRITERIA
from scoring.criteria.team import TEAM_CRITERIA
from scoring.formats import FORMATS
from scoring.marks import MARKS
from scoring.rules.count import COUNTS
from scoring.rules.exercise import EXERCISES
from scoring.rules.members import MEMBERS
from scoring.rules.value import VALUES

PACKAGE = Path(scoring.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
MODULES = [
    ".".join(("scoring", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__") for path in FILES
]
SLOTS = {
    "scoring.criteria.marks": MARK_CRITERIA,
    "scoring.criteria.combined": COMBINED_CRITERIA,
    "scoring.rules.exercise": EXERCISES,
    "scoring.criteria.matches": MATCH_CRITERIA,
    "scoring.criteria.team": TEAM_CRITERIA,
    "scoring.criteria.overall": OVERALL_CRITERIA,
    "scoring.rules.value": VALUES,
    "scoring.rules.count": COUNTS,
    "scoring.rules.members": MEMBERS,
}


def test_every_module_imports_with_nothing_but_the_standard_library() -> None:
    lines = "; ".join(f"import {name}" for name in MODULES if not name.endswith("__main__"))
    ran = subprocess.run([sys.executable, "-S", "-c", lines], cwd=PACKAGE.parent, capture_output=True, text=True)
    assert ran.stderr == ""


def kinds_in(module: ModuleType) -> set[type]:
    """The tables of a slot's file that are kinds: they are read in their own right and are not part of another."""
    own = {one for one in vars(module).values() if dataclasses.is_dataclass(one) and one.__module__ == module.__name__}
    return {one for one in own if isinstance(one, type) and not one.__name__.startswith("_") and _is_kind(one)}


def _is_kind(cls: type) -> bool:
    return any(callable(getattr(cls, verb, None)) for verb in ("measure", "worth", "choose", "squads", "of_mark"))


@pytest.mark.parametrize("name", sorted(SLOTS))
def test_the_registry_of_a_slot_holds_every_kind_of_its_file(name: str) -> None:
    """Kinds that a function makes, one like another, have no class of their own in the file."""
    own = {kind for kind in SLOTS[name].values() if "<locals>" not in kind.__qualname__}
    assert kinds_in(importlib.import_module(name)) == own


@pytest.mark.parametrize(("folder", "registry"), [("marks", MARKS), ("formats", FORMATS)])
def test_each_mark_and_each_format_is_a_file_of_its_own(folder: str, registry: dict[str, object]) -> None:
    helpers = {"__init__", "reading", "typed", "calls", "extras", "legs", "stage"}
    assert {path.stem for path in (PACKAGE / folder).glob("*.py")} - helpers == set(registry)


def literals(names: set[str]) -> Iterator[str]:
    """The first word handed to calls of these names, anywhere in the engine."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = getattr(called, "id", getattr(called, "attr", None))
            if isinstance(node, ast.Call) and name in names:
                yield from (
                    part.value
                    for argument in node.args[:2]
                    for part in ast.walk(argument)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )


@pytest.mark.parametrize(
    ("kinds", "makers"),
    [
        (REASON_KINDS, {"Reason", "_Split", "new_reason"}),
        (PROBLEM_KINDS, {"note", "refuse", "Problem", "_fault"}),
        (READING_KINDS, {"refuse", "Warned"}),
    ],
)
def test_every_declared_kind_is_used_by_the_engine(kinds: frozenset[str], makers: set[str]) -> None:
    assert kinds - set(literals(makers)) == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_engine_never_computes_with_floats(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    floats = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    divisions = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)]
    # There a Fraction is divided, or a path is joined.
    exact = {
        "rules/value.py",
        "rules/count.py",
        "marks/time.py",
        "document.py",
        "marks/distance.py",
        "rules/exercise.py",
        "matches.py",
        "criteria/matches.py",
    }
    assert floats == [0.6] * (path.name == "problems.py") and (not divisions or str(path.relative_to(PACKAGE)) in exact)
