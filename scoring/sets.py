"""Everybody by the very first criterion: sets of equal value, and how they change where a few values are other ones."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, compress
from operator import ne
from typing import Any, NamedTuple

from scoring.order import Column

Group = Sequence[str]
_FEW = 3  # who have another value; with more of them, sorting all anew is no slower than looking each one up


class Sets(NamedTuple):
    """The keys, what the criterion measured, and the sets of those who share one of these `values`, best first."""

    keys: Sequence[str]
    column: Column
    values: list[Any]
    groups: list[Group]


def sets_of(keys: Sequence[str], column: Column, before: Sets | None = None) -> Sets | None:
    """The sets of a column, each in the order of its keys; None where somebody's value is missing.

    Sets follow from the values alone: of the ones `before`, whoever has the same value as then stays where he was.
    """
    if before and before.keys == keys and before.column.high == column.high:
        changed = list(compress(range(len(keys)), map(ne, column.values, before.column.values)))
        if len(changed) <= _FEW and not any(column.values[one] is None for one in changed):
            return _moved(before, column, changed)
    return _sorted(keys, column)


def _sorted(keys: Sequence[str], column: Column) -> Sets | None:
    of: dict[Any, Group] = dict(zip(column.values, zip(keys), strict=True))  # of each value, who shows it last
    if None in of:
        return None
    if len(of) < len(keys):
        last = set(chain.from_iterable(of.values()))
        earlier: dict[Any, list[str]] = {}
        for value, key in [pair for pair in zip(column.values, keys, strict=True) if pair[1] not in last]:
            earlier.setdefault(value, []).append(key)
        of |= {value: (*those, *of[value]) for value, those in earlier.items()}
    values = sorted(of, reverse=column.high)
    return Sets(keys, column, values, list(map(of.__getitem__, values)))


def _moved(before: Sets, column: Column, changed: Sequence[int]) -> Sets:
    """The sets with a few taken out of theirs, and put where their new values belong."""
    step = -1 if column.high else 1
    keys, values, groups = before.keys, before.values[::step], before.groups[::step]
    for index in changed:
        at = bisect_left(values, before.column.values[index])
        rest = tuple([one for one in groups[at] if one != keys[index]])
        if rest:
            groups[at] = rest
        else:
            del values[at], groups[at]
    for index in changed:
        value = column.values[index]
        at = bisect_left(values, value)
        if at < len(values) and values[at] == value:
            joined = {keys[index], *groups[at]}
            groups[at] = tuple([one for one in keys if one in joined])
        else:
            values.insert(at, value)
            groups.insert(at, (keys[index],))
    return Sets(keys, column, values[::step], groups[::step])
