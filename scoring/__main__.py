"""python -m scoring FILE [--table] [--explain TEAM] — scores a document; FILE is .toml, .json, or - for standard input.

Prints JSON, or with --table the standings as text, or with --explain the tree of a team's total.
Exit code 2 and the list of problems on standard error when the document cannot be scored.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from scoring import DocumentError, Problem, Result, as_json, explain, load_text, parse, score
from scoring.text import as_tables, as_tree


def main(arguments: list[str]) -> int:
    options = _options().parse_args(arguments)
    try:
        result = score(parse(_read(options.file)))
        print(_shown(result, table=options.table, team=options.explain))
    except DocumentError as error:
        print(error, file=sys.stderr)
        return 2
    except (OSError, UnicodeDecodeError) as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return 2
    return 0


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="python -m scoring", description="Score a document of a multi-sport Games.")
    options.add_argument("file", help="document in TOML or JSON; - reads standard input")
    options.add_argument("--table", action="store_true", help="print the standings as text")
    options.add_argument("--explain", metavar="TEAM", help="print how the total of a team comes about")
    return options


def _read(name: str) -> Mapping[str, object]:
    text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    return load_text(text, "json" if text.lstrip().startswith(("{", "[{")) else "toml")


def _shown(result: Result, *, table: bool, team: str | None) -> str:
    if table:
        return as_tables(result)
    if team is None:
        return json.dumps(as_json(result), ensure_ascii=False, indent=1)
    known = [key for key, one in result.standings.items() if team in one.by_team]
    if not known:
        raise DocumentError([Problem("--explain", "unknown_reference", {"what": "team", "id": team})])
    return "\n\n".join(as_tree(explain(result, key, team)) for key in known)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
