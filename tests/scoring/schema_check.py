"""Just enough of JSON Schema to try the schema of a document: the keywords that it uses, and no others."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

KNOWN = frozenset(
    [
        "$schema",
        "title",
        "description",
        "type",
        "properties",
        "required",
        "additionalProperties",
        "anyOf",
        "enum",
        "const",
        "items",
        "minItems",
        "maxItems",
        "pattern",
        "minimum",
        "maximum",
        "$ref",
        "$defs",
    ]
)
TYPES: Mapping[str, Any] = {
    "object": Mapping,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, Fraction),
}


def faults(
    value: object, schema: Mapping[str, Any], root: Mapping[str, Any] | None = None, path: str = ""
) -> list[str]:
    """Every place where a value is not as the schema has it."""
    root = root or schema
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root, path)
    if "anyOf" in schema and all(faults(value, one, root, path) for one in schema["anyOf"]):
        tries = [faults(value, one, root, path) for one in schema["anyOf"]]
        return min(tries, key=len) or [f"{path}: none fits"]
    found = [] if _of_type(value, schema.get("type")) else [f"{path}: {value!r} is no {schema['type']}"]
    if "const" in schema and value != schema["const"]:
        found.append(f"{path}: {value!r}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{path}: {value!r} is none of {schema['enum']}")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{path}: {value!r} does not match")
    if isinstance(value, Mapping):
        found += _in_object(value, schema, root, path)
    if isinstance(value, list):
        found += _in_list(value, schema, root, path)
    return found


def _of_type(value: object, kinds: str | Sequence[str] | None) -> bool:
    if kinds is None:
        return True
    names = [kinds] if isinstance(kinds, str) else kinds
    return any(isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool)) for name in names)


def _in_object(value: Mapping[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any], path: str) -> list[str]:
    found = [f"{path}: no {name}" for name in schema.get("required", ()) if name not in value]
    others = schema.get("additionalProperties", True)
    for name, one in value.items():
        here = f"{path}.{name}"
        if name in schema.get("properties", {}):
            found += faults(one, schema["properties"][name], root, here)
        elif others is False:
            found.append(f"{here}: not known")
        elif isinstance(others, Mapping):
            found += faults(one, others, root, here)
    return found


def _in_list(value: list[Any], schema: Mapping[str, Any], root: Mapping[str, Any], path: str) -> list[str]:
    found = (
        [] if schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 10**9) else [f"{path}: {len(value)}"]
    )
    items = schema.get("items")
    return found + [
        one for index, item in enumerate(value) if items for one in faults(item, items, root, f"{path}[{index}]")
    ]
