"""A JSON Schema of the document, out of the very declarations that read it: for editors that help while one types.

It says what a single key may hold; what the parts say of each other only parse() knows.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from scoring import attempts, facts, order, regulation, shape, sheet
from scoring.formats import FORMATS
from scoring.formats.combined import Combined
from scoring.marks import distance, time
from scoring.rules import absent, exercise, value
from scoring.statuses import Absence, Status

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_NUMBER: Json = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?[0-9]+([.,][0-9]+|/[0-9]+)?$"}]}
_MARK: Json = {"type": ["string", "number"]}
_PAIR: Json = {"minItems": 2, "maxItems": 2}
_ANY: Json = {}
_QUESTION: Json = {
    "type": "object",
    "properties": {"unknown": _TEXT},
    "required": ["unknown"],
    "additionalProperties": False,
    "description": "what the source does not say: a question to be answered",
}

_SIMPLE: Mapping[object, Json] = {
    shape.text: _TEXT,
    facts.name: {"type": "string", "pattern": r"\S"},
    shape.flag: {"type": "boolean"},
    shape.number: _NUMBER,
    shape.above_nought: _NUMBER,
    facts.share: _NUMBER,
    exercise.exponent: _NUMBER,
    shape.anything: _ANY,
    shape.mapping: {"type": "object"},
    facts.label: {"type": ["string", "integer"]},
    facts.absence: {"enum": [str(one) for one in Absence]},
    facts.times: {"anyOf": [{"type": "integer"}, {"type": "array", "items": {"type": "integer"}}]},
    order.status: {"enum": [str(one) for one in Status]},
    order.together: {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
    regulation.contests: {"anyOf": [{"const": "all"}, {"type": "array", "items": _TEXT, "minItems": 1}]},
    regulation.incomplete: {"type": "string"},
    sheet.format_number: {"const": sheet.FORMAT},
    facts.two: {"type": "array", "items": {"anyOf": [*_NUMBER["anyOf"], {"pattern": "^[0-9]*½$"}]}, **_PAIR},
    facts.sides: {"type": "array", "items": _TEXT, **_PAIR},
    facts.forfeit: {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]},
    attempts.attempts: {"type": "array"},
    attempts.heights: {"type": "array", "items": {"type": "array", "items": _MARK, **_PAIR}},
    distance.millimetres: _MARK,
    distance.precision: {"anyOf": [{"enum": ["1", "0.1", "0.01", "0.001"]}, {"type": "number"}]},
    exercise.line: {"type": "array", "items": _MARK, **_PAIR},
    time.milliseconds: {"type": ["string", "number"]},
    time.precision: {"anyOf": [{"enum": ["1", "0.1", "0.01", "0.001"]}, {"type": "number"}]},
    absent.worth: {"anyOf": [*_NUMBER["anyOf"], {"type": "string", "pattern": r"^(n|last)(\+[0-9]{1,3})?$"}]},
    value.how_many: {"anyOf": [{"enum": list(value.SIZES)}, {"type": "integer", "minimum": 1}]},
}


def document_schema() -> Json:
    """The schema of a whole document, TOML or JSON."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Spartakiad document, format 1"}
    return head | _table(sheet.Sheet) | {"$defs": {"question": _QUESTION}}


def _reader(read: Any) -> Json:
    """What one key may hold, by the reader it is declared with."""
    made = _BY_KIND.get(type(read))
    if made:
        return made(read)
    return dict(_SIMPLE[read]) if read in _SIMPLE else _FUNCTIONS[read]()


def _table(cls: Callable[..., object]) -> Json:
    fields = dataclasses.fields(cls)  # type: ignore[arg-type]  # a table is a dataclass
    own = [field for field in fields if not field.metadata["inline"]]
    made: Json = {
        "type": "object",
        "properties": {field.name: _open(_reader(field.metadata["reader"])) for field in own},
        "additionalProperties": False,
    }
    required = [field.name for field in own if field.default is dataclasses.MISSING]
    made |= {"required": required} if required else {}
    inline = [field.metadata["reader"] for field in fields if field.metadata["inline"]]
    return made if not inline else _any_of(_joined(made, one) for one in _reader(inline[0])["anyOf"])


def _open(value: Json) -> Json:
    """A value, or the question what it is."""
    return {"anyOf": [*(value["anyOf"] if value.keys() == {"anyOf"} else [value]), {"$ref": "#/$defs/question"}]}


def _tagged(read: "shape.Tagged[Any]") -> Json:
    made = []
    for name, cls in read.kinds.items():
        table = _table(cls)
        for one in table.get("anyOf", [table]):
            tag = {"type": "object", "properties": {read.tag: {"const": name}}}
            required = {} if name == read.default else {"required": [read.tag]}
            made.append(_joined(tag | required, one))
    return _any_of(made)


def _joined(one: Json, other: Json) -> Json:
    """Two halves of one table."""
    required = [*one.get("required", ()), *other.get("required", ())]
    made = {"type": "object", "properties": {**one["properties"], **other["properties"]}, "additionalProperties": False}
    return made | ({"required": required} if required else {})


def _any_of(kinds: Iterable[Json]) -> Json:
    return {"anyOf": list(kinds)}


def _order(read: "order.OrderOf[Any]") -> Json:
    keys = _table(order._OrderKeys)
    blocks = {"type": "array", "minItems": 1, "items": _block(order.BlockOf(read.criteria))}
    return _joined({"properties": {"blocks": blocks}, "required": ["blocks"]}, keys)


def _block(read: "order.BlockOf[Any]") -> Json:
    criteria = {**read.criteria, "decision": order.ByDecision}
    by = {"type": "array", "minItems": 1, "items": {"enum": list(criteria)}}
    made: Json = {"properties": {"by": by}, "required": ["by"]}
    tables: list[Callable[..., object]] = [order._BlockKeys, *criteria.values()]
    for cls in tables:
        made = _joined(made, _table(cls) | {"required": []})
    return made


def _rules() -> Json:
    keys = _table(regulation._RulesKeys)
    kinds: Any = FORMATS.values()
    named = {name: one for kind in kinds for name, one in kind.criteria.items()}
    keys["properties"]["order"] = _open(_order(order.OrderOf(named)))
    combined = _table(Combined)["properties"]
    keys["properties"] |= {name: combined[name] for name in ("parts", "wins", "out")}
    return keys


_BY_KIND: Mapping[type, Callable[[Any], Json]] = {
    shape.Whole: lambda read: {"type": "integer", "minimum": read.least, "maximum": read.most},
    shape.OneOf: lambda read: {"enum": list(read.words)},
    shape.ListOf: lambda read: (
        {"type": "array", "items": _reader(read.item)} | ({"minItems": 1} if read.filled else {})
    ),
    shape.Named: lambda read: {"type": "object", "additionalProperties": _reader(read.item)},
    shape.Table: lambda read: _table(read.cls),
    shape.Tagged: _tagged,
    order.OrderOf: _order,
    order.BlockOf: _block,
}
_FUNCTIONS: Mapping[object, Callable[[], Json]] = {
    regulation.rules: _rules,
    value.by_span: lambda: {
        "type": "object",
        "propertyNames": {"pattern": value.SPAN},
        "additionalProperties": _reader(shape.number),
    },
    absent.absent_value: lambda: _any_of([dict(_SIMPLE[absent.worth]), _table(absent.AbsentValue)]),
}
