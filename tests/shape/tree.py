"""The tree as the shape tests read it."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = ROOT / "spartakiad" / "store" / "migrations" / "versions"


@cache
def files() -> tuple[Path, ...]:
    """Every file that git tracks or would take."""
    command = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return tuple(path for name in sorted(set(names)) if (path := ROOT / name).is_file())


def under(folder: str, suffix: str) -> list[Path]:
    return [path for path in files() if path.suffix == suffix and path.is_relative_to(ROOT / folder)]


def product() -> list[Path]:
    """Python of the engine and the application; migrations are written by a machine."""
    both = [*under("scoring", ".py"), *under("spartakiad", ".py")]
    return [path for path in both if not path.is_relative_to(VERSIONS)]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def calls(path: Path, name: str) -> Iterator[ast.Call]:
    """Calls of a function or a method of this name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func
            if (isinstance(called, ast.Name) and called.id == name) or (
                isinstance(called, ast.Attribute) and called.attr == name
            ):
                yield node


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
