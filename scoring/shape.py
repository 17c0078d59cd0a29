"""The shape of a document, declared once as frozen dataclasses and read with every fault named by its path.

A class marked `@table` is one TOML table; each attribute is declared with `key(reader)`. A reader takes a raw value and
the spot where it stands, and returns the value or refuses. Unknown keys are refused with the nearest known one; reading
goes on after a fault, so that all of them are reported at once.
"""

import dataclasses
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Generic, Protocol, TypeVar, dataclass_transform, overload

from scoring.numbers import Number, exact, read_number
from scoring.problems import nearest
from scoring.spot import Refused, Spot

T = TypeVar("T")
_GREATEST = 10**18  # of a number in a document: nothing that is counted in sport comes near it
T_co = TypeVar("T_co", covariant=True)


class Reader(Protocol[T_co]):
    def __call__(self, raw: object, spot: Spot, /) -> T_co: ...


@overload
def key(reader: Reader[T], *, inline: bool = ...) -> T: ...
@overload
def key(reader: Reader[T], *, default: T, inline: bool = ...) -> T: ...
def key(reader: Reader[Any], *, default: Any = dataclasses.MISSING, inline: bool = False) -> Any:
    """One key of a table. With `inline`, the reader gets every key that the table itself does not know."""
    return dataclasses.field(default=default, metadata={"reader": reader, "inline": inline})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(key,))
def table(cls: type[T]) -> type[T]:
    """A frozen dataclass that `Table` can read; held so by the type checker, as a record is."""
    return dataclass(unsafe_hash=True, slots=True, kw_only=True)(cls)


def text(raw: object, spot: Spot) -> str:
    """The same words are one string wherever they stand: names are looked up all the time."""
    if not isinstance(raw, str):
        spot.refuse("wrong_type", expected="text", found=_kind_of(raw))
    return sys.intern(str(raw))


def flag(raw: object, spot: Spot) -> bool:
    if not isinstance(raw, bool):
        spot.refuse("wrong_type", expected="true or false", found=_kind_of(raw))
    return raw


def number(raw: object, spot: Spot) -> Number:
    """An int, an exact fraction, or either written as text: "0.1", "1/7"."""
    if isinstance(raw, float):
        spot.refuse("inexact_number", text=repr(raw))
    if isinstance(raw, int | Fraction) and not isinstance(raw, bool):
        if not -_GREATEST <= raw <= _GREATEST or raw.denominator > _GREATEST:
            spot.refuse("out_of_range", value="…", least=-_GREATEST, most=_GREATEST)
        return exact(raw)
    if not isinstance(raw, str):
        spot.refuse("wrong_type", expected="number", found=_kind_of(raw))
    value = read_number(raw)
    if value is None:
        spot.refuse("bad_number", text=raw[:40])
    return value


def above_nought(raw: object, spot: Spot) -> Number:
    value: Number = number(raw, spot)
    if value <= 0:
        spot.refuse("out_of_range", value=str(value)[:40], least="> 0", most=_GREATEST)
    return value


def anything(raw: object, spot: Spot) -> object:
    """For what the engine carries but does not read."""
    return raw


def mapping(raw: object, spot: Spot) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        spot.refuse("wrong_type", expected="table", found=_kind_of(raw))
    return raw


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within limits."""

    least: int = 0
    most: int = 1_000_000

    def __call__(self, raw: object, spot: Spot) -> int:
        value = number(raw, spot)
        if not isinstance(value, int) or not self.least <= value <= self.most:
            spot.refuse("out_of_range", value=str(value)[:40], least=self.least, most=self.most)
        return value


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def __call__(self, raw: object, spot: Spot) -> str:
        word = text(raw, spot)
        if word not in self.words:
            spot.refuse("unknown_kind", value=word[:100], nearest=nearest(word, self.words), known=sorted(self.words))
        return word


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    item: Reader[T]
    filled: bool = False

    def __call__(self, raw: object, spot: Spot) -> tuple[T, ...]:
        if not isinstance(raw, list | tuple):
            spot.refuse("wrong_type", expected="list", found=_kind_of(raw))
        if self.filled and not raw:
            spot.refuse("empty_list")
        return tuple(every(lambda index: _read(self.item, raw[index], spot.at(index)), range(len(raw))))


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """A table whose keys are names of the document's own."""

    item: Reader[T]

    def __call__(self, raw: object, spot: Spot) -> Mapping[str, T]:
        rows = mapping(raw, spot)
        return dict(zip(rows, every(lambda name: _read(self.item, rows[name], spot.at(name)), rows), strict=True))


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table with fixed keys: a class marked `@table`."""

    cls: Callable[..., T]

    def __call__(self, raw: object, spot: Spot) -> T:
        rows = mapping(raw, spot)
        keys = _keys_of(self.cls)
        strange: Mapping[str, object] = {}
        if not rows.keys() <= keys.readers.keys():
            strange = {name: rows[name] for name in rows if name not in keys.readers}
        alien = {} if keys.inline else strange
        whole = not alien and keys.required <= rows.keys()
        if not whole:
            _note_faults(keys, rows, alien, spot)
        values = _values(keys.readers, rows, spot)
        if keys.inline:
            name, read = keys.inline
            values[name] = read(strange, spot)
        if not whole:
            raise Refused
        return self.cls(**values)


def _note_faults(keys: "_Keys", rows: Mapping[str, object], alien: Iterable[str], spot: Spot) -> None:
    for name in keys.readers:
        if name in keys.required and name not in rows:
            spot.note("missing_key", key=name)
    for name in alien:
        near = nearest(name, keys.readers)
        spot.at(name).note("unknown_key", key=name[:100], nearest=near, known=sorted(keys.readers))


def _values(readers: Mapping[str, Reader[Any]], rows: Mapping[str, object], spot: Spot) -> dict[str, Any]:
    """As `every` has it, of the keys that are known: a loop by itself, because all the facts pass through here."""
    values, faulty = {}, False
    for name, raw in rows.items():
        if name in readers:
            try:
                values[name] = _read(readers[name], raw, spot.at(name))
            except Refused:
                faulty = True
    if faulty:
        raise Refused
    return values


@dataclass(frozen=True, slots=True)
class Tagged(Generic[T]):
    """A table whose key `tag` names its kind; the registry says which class reads the rest."""

    tag: str
    kinds: Mapping[str, Callable[..., T]]
    default: str | None = None

    def __call__(self, raw: object, spot: Spot) -> T:
        rows = dict(mapping(raw, spot))
        if self.tag not in rows and self.default is None:
            spot.refuse("missing_key", key=self.tag)
        kind = OneOf(tuple(self.kinds))(rows.pop(self.tag, self.default), spot.at(self.tag))
        return Table(self.kinds[kind])(rows, spot)


def _read(read: Reader[T], raw: object, spot: Spot) -> T:
    """What stands at a spot, unless it is a question."""
    if type(raw) is dict and raw.keys() == {"unknown"}:
        spot.refuse("unanswered", question=str(raw["unknown"])[:300])
    return read(raw, spot)


def every(read: Callable[[Any], T], things: Any) -> list[T]:
    """Reads all the things, noting the faults of each, and refuses at the end if there were any."""
    values, faulty = [], False
    for thing in things:
        try:
            values.append(read(thing))
        except Refused:
            faulty = True
    if faulty:
        raise Refused
    return values


@dataclass(frozen=True, slots=True)
class _Keys:
    readers: Mapping[str, Reader[Any]]
    required: frozenset[str]
    inline: tuple[str, Reader[Any]] | None


@cache
def _keys_of(cls: Callable[..., object]) -> _Keys:
    """What the keys of a table were declared to be."""
    fields = dataclasses.fields(cls)  # type: ignore[arg-type]  # a table is a dataclass
    inline = [(field.name, field.metadata["reader"]) for field in fields if field.metadata["inline"]]
    own = [field for field in fields if not field.metadata["inline"]]
    return _Keys(
        {field.name: field.metadata["reader"] for field in own},
        frozenset(field.name for field in own if field.default is dataclasses.MISSING),
        inline[0] if inline else None,
    )


def _kind_of(raw: object) -> str:
    names = {"bool": "true or false", "str": "text", "int": "number", "Fraction": "number", "dict": "table"}
    return names.get(type(raw).__name__, type(raw).__name__)
