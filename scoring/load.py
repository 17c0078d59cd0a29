"""Text into a mapping, with numbers read exactly: 0.1 is a tenth, and nothing is read twice or as infinity."""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import NoReturn

from scoring.numbers import Number, read_number
from scoring.problems import DocumentError, Problem, ProblemKind

_ENDLESS = re.compile(r"\b0[xob][0-9a-fA-F_]{20,}")  # other notations have no limit of their own when they are read
_HALVED = re.compile(r"\\u[dD][89a-fA-F]")


def load_text(text: str, form: str) -> Mapping[str, object]:
    """TOML or JSON (`form` is "toml" or "json") → the mapping that parse() reads. Raises DocumentError."""
    if _ENDLESS.search(text):
        raise _fault("bad_number", text="0x…")
    try:
        raw = tomllib.loads(text, parse_float=_number) if form == "toml" else _json(text)
    except (ValueError, RecursionError) as error:  # JSONDecodeError and TOMLDecodeError are ValueErrors
        raise _fault("syntax", format=form, detail=str(error)[:200]) from None
    if not isinstance(raw, dict):
        raise _fault("wrong_type", expected="table", found="list" if isinstance(raw, list) else "value")
    return raw


def _json(text: str) -> object:
    raw = json.loads(text, parse_float=_number, parse_constant=_constant, object_pairs_hook=_table)
    if _HALVED.search(text):
        json.dumps(raw, ensure_ascii=False, default=str).encode()  # half a sign is none: nobody could print it
    return raw


def _number(text: str) -> Number:
    value = read_number(text.replace("_", "").lstrip("+"))
    if value is None:
        raise _fault("bad_number", text=text[:40])
    return value


def _constant(text: str) -> NoReturn:
    raise _fault("bad_number", text=text)


def _table(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        raise _fault("duplicate_key", key=next(name for name in names if names.count(name) > 1)[:100])
    return table


def _fault(kind: ProblemKind, **args: object) -> DocumentError:
    return DocumentError([Problem("", kind, args)])
