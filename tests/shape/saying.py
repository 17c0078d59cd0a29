"""Calls that name a kind of refusal, reading or problem, as the code spells them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from tests.shape.tree import calls, short, tree, under


@dataclass(frozen=True, slots=True)
class Saying:
    """`given`: names of the particulars; None where they come as a mapping that only a run can tell."""

    where: str
    kind: str
    given: frozenset[str] | None

    def lacks(self, sentence: str, derived: frozenset[str] = frozenset()) -> frozenset[str]:
        """What the sentence names and this call does not give."""
        wanted = frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name) - derived
        return frozenset() if self.given is None else wanted - self.given


def sayings(folder: str, called: str, position: int = 0) -> Iterator[Saying]:
    """Every call of this name, once for each kind that its argument can be."""
    for path in under(folder, ".py"):
        for call in calls(path, called):
            if len(call.args) > position:
                for kind in _kinds(call.args[position], path):
                    yield Saying(f"{short(path)}:{call.lineno}", kind, _particulars(call))


def _kinds(node: ast.expr, path: Path) -> list[str]:
    """A text, one of two texts, or a name that such was given to in this file."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_kinds(node.body, path), *_kinds(node.orelse, path)]
    if isinstance(node, ast.Name):
        given = [one.value for one in ast.walk(tree(path)) if isinstance(one, ast.Assign) and _names(one, node.id)]
        return [kind for value in given for kind in _kinds(value, path)]
    return []


def _names(assignment: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in assignment.targets)


def _particulars(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    if None in names:
        return None
    mappings = [one for one in call.args if isinstance(one, ast.Dict)]
    keys = [key.value for one in mappings for key in one.keys if isinstance(key, ast.Constant)]
    return frozenset(str(name) for name in [*names, *keys])
