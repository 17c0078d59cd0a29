"""How the many small things of a result are made, so that making them takes no longer than it has to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from functools import cache, partial
from operator import attrgetter
from typing import Any, Generic, TypeVar, dataclass_transform, overload

T = TypeVar("T")


class lazy(Generic[T]):  # it is written above a method, as property is
    """A value that is worked out when it is first asked for; then it stands in the instance under the method's name.

    As functools has it, without a lock for each.
    """

    def __init__(self, made: Callable[[Any], T]) -> None:
        self.made, self.name, self.__doc__ = made, made.__name__, made.__doc__

    @overload
    def __get__(self, one: None, owner: object) -> "lazy[T]": ...
    @overload
    def __get__(self, one: object, owner: object) -> T: ...
    def __get__(self, one: object, owner: object) -> "lazy[T] | T":
        if one is None:
            return self
        value = one.__dict__[self.name] = self.made(one)
        return value


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """A frozen dataclass, held so by the type checker; to hold it at run time costs more than making one."""
    return dataclass(slots=not any(isinstance(one, lazy) for one in vars(cls).values()))(cls)


def copied(one: T, **other: object) -> T:
    """The record with some fields other ones, as dataclasses.replace has it, without a look at each of the rest."""
    cls = type(one)
    copy = cls(*_fields_of(cls)(one))  # type: ignore[arg-type]  # every class is hashable
    for name, value in other.items():
        setattr(copy, name, value)
    return copy


@cache
def _fields_of(cls: type[object]) -> Callable[[object], Iterable[Any]]:
    return attrgetter(*[one.name for one in fields(cls)])  # type: ignore[arg-type]  # a record is a dataclass


def by_the_thousand(cls: type[T]) -> Callable[[Iterable[object]], T]:
    """Makes a named tuple of a class out of all its fields, past the check of how many there are."""
    new: Callable[..., Any] = tuple.__new__
    return partial(new, cls)
