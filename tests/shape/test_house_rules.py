"""House rules that no linter knows."""

import ast
import re

from tests.shape.tree import ROOT, calls, files, product, short, tree, under

# Rows are asked for in queries, verbs and the store; the three below are the seam between facts and rows.
MAY_SELECT = {
    "spartakiad/competition/projection.py",  # writes the rows that facts add up to
    "spartakiad/competition/shell.py",  # finds the Games to keep in memory
    "spartakiad/games/live.py",  # the head of a Games: a query under its own name
}
WORD = re.compile(r"[^\W\d_]+")
LATIN, RUSSIAN = re.compile(r"[A-Za-z]"), re.compile(r"[А-Яа-яЁё]")
ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[a-z])")  # the letter after a backslash is not of the word
TEXT = {".py", ".html", ".toml", ".md", ".css", ".js", ".json"}


def test_rows_are_selected_in_queries_verbs_and_the_store_only() -> None:
    elsewhere = [
        short(path)
        for path in product()
        if any(calls(path, "select"))
        and path.name not in ("queries.py", "actions.py")
        and not short(path).startswith(("spartakiad/store/", "spartakiad/union/"))
        and short(path) not in MAY_SELECT
    ]
    assert elsewhere == []


def test_only_the_store_commits() -> None:
    committing = [short(path) for path in product() if any(calls(path, "commit"))]
    assert [name for name in committing if not name.startswith("spartakiad/store/")] == []


def test_annotations_are_read_at_run_time_in_models_and_doors() -> None:
    doors = ("models", "site", "team", "judge", "office", "admin", "api")
    postponed = [
        short(path)
        for door in doors
        for path in under(f"spartakiad/{door}", ".py")
        for node in tree(path).body
        if isinstance(node, ast.ImportFrom) and node.module == "__future__"
    ]
    assert postponed == []


def test_no_word_mixes_two_alphabets() -> None:
    mixed = {
        f"{short(path)}: {word}"
        for path in files()
        if path.suffix in TEXT and "vendor" not in path.parts and "golden" not in path.parts
        for word in WORD.findall(ESCAPE.sub(" ", path.read_text(encoding="utf-8")))
        if LATIN.search(word) and RUSSIAN.search(word)
    }
    assert mixed == set()


def test_nothing_names_a_path_of_a_machine_or_a_folder_beside_the_project() -> None:
    machine = re.compile(r"(?<![\w.])/(?:work|root|home)/\w|\.\./shared")
    named = [
        short(path)
        for path in files()
        if path.suffix in TEXT and path != ROOT / "tests" / "shape" / "test_house_rules.py"
        if machine.search(path.read_text(encoding="utf-8"))
    ]
    assert named == []


def test_the_top_level_is_what_it_is() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in files()}
    assert top == {
        ".ci",
        ".gitignore",
        "Makefile",
        "README.md",
        "docs",
        "fixtures",
        "pyproject.toml",
        "requirements.lock",
        "scoring",
        "spartakiad",
        "templates",
        "tests",
    }


def test_no_drawer_is_called_utils_or_common() -> None:
    drawers = {"utils", "common", "helpers", "misc"}
    assert [short(path) for path in files() if drawers & {part.split(".")[0] for part in path.parts[-3:]}] == []


def test_public_doors_read_the_games_as_everybody_may_see_them() -> None:
    """Decision 0023: `shown`, never `now`; whoever signs in is led to his own work by what stands.

    Whoever has a file or the code of a paper at hand is told whether it is ours, though results are held.
    """
    doors = [*under("spartakiad/site", ".py"), *under("spartakiad/api", ".py")]
    living = re.compile(r"memory\.games|shell(?:_of\(\w+\))?\.now\(")
    reading = [short(path) for path in doors if living.search(path.read_text(encoding="utf-8"))]
    assert reading == ["spartakiad/site/sign_in.py", "spartakiad/site/verify.py"]
