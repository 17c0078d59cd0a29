"""Everybody by the very first criterion: a line, the best first, and how it changes where a few values are others."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import compress, count, islice
from operator import eq, ne
from typing import Any, NamedTuple

from scoring.lazy import by_the_thousand
from scoring.order import Column

Span = tuple[int, int]  # of those in a line who are equal: from the first of them to the one behind the last
_FEW = 3  # who have another value; with more of them, sorting all anew is no slower than looking each one up


class Sorted(NamedTuple):
    """The keys, what the criterion measured, and the line with its `values` in which equals keep the order of keys."""

    keys: Sequence[str]
    column: Column
    line: list[str]
    values: list[Any]


_new_sorted = by_the_thousand(Sorted)


def sorted_by(keys: Sequence[str], column: Column, before: Sorted | None = None) -> Sorted | None:
    """The line of a column; None where somebody's value is missing.

    It follows from the values alone: of the one `before`, whoever has the same value as then stays where he was.
    """
    if before and (before.keys is keys or before.keys == keys) and before.column.high == column.high:
        changed = list(compress(count(), map(ne, column.values, before.column.values)))
        if len(changed) <= _FEW and None not in map(column.values.__getitem__, changed):
            return _moved(before, column, changed)
    if None in column.values:
        return None
    value = column.values.__getitem__
    order = sorted(range(len(keys)), key=value, reverse=column.high)  # type: ignore[arg-type]  # one criterion, one type
    return _new_sorted((keys, column, list(map(keys.__getitem__, order)), list(map(value, order))))


def spans_of(values: Sequence[object], start: int = 0) -> list[Span]:
    """Where neighbours are equal; the first of the values stands at `start`."""
    spans: list[Span] = []
    for at in compress(count(start), map(eq, values, islice(values, 1, None))):
        if spans and spans[-1][1] == at + 1:
            spans[-1] = (spans[-1][0], at + 2)
        else:
            spans.append((at, at + 2))
    return spans


def _moved(before: Sorted, column: Column, changed: Sequence[int]) -> Sorted:
    """The line with a few taken out of it, and put where their new values belong."""
    keys, high, line, values = before.keys, column.high, [*before.line], [*before.values]
    for index in changed:
        start, end = _among(values, before.column.values[index], high=high)
        at = line.index(keys[index], start, end)
        del line[at], values[at]
    for index in changed:
        value = column.values[index]
        start, end = _among(values, value, high=high)
        at = start
        if end > start:
            earlier = set(keys[:index])
            at += sum(key in earlier for key in line[start:end])
        line.insert(at, keys[index])
        values.insert(at, value)
    return _new_sorted((keys, column, line, values))


def _among(values: list[Any], value: Any, *, high: bool) -> Span:
    """Where those with this value stand, or would."""
    if not high:
        return bisect_left(values, value), bisect_right(values, value)
    upwards, many = values[::-1], len(values)
    return many - bisect_right(upwards, value), many - bisect_left(upwards, value)
