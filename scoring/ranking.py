"""Ranking, the noun of the engine: a line, the best first, with those who are equal in it, and those without a place.

Its rows are made when they are asked for, and the reason of a row when that is asked for.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace
from fractions import Fraction
from itertools import accumulate, repeat
from typing import NamedTuple

from scoring.lazy import by_the_thousand, lazy, record
from scoring.numbers import Number, exact
from scoring.order import Decision
from scoring.reasons import Reason
from scoring.sets import Sorted, Span
from scoring.statuses import Status

Basis = Callable[[str], Reason | None]


class Equals(NamedTuple):
    """Those who share a place. `first` is the upper one of the places that they take up together.

    `taken`: how many did when the places were numbered, where some of them are left out since.
    """

    keys: tuple[str, ...]
    first: int
    place: Number
    taken: int = 0

    @property
    def sharing(self) -> int:
        return self.taken or len(self.keys)

    def only(self, kept: Iterable[str]) -> "Equals":
        """With some left out: the place and what it is worth stay what they were."""
        return Equals(tuple(kept), self.first, self.place, self.sharing)


class Unplaced(NamedTuple):
    """Listed without a place: a status, a guest («в/к»), or one whose place was taken away."""

    key: str
    status: Status | None = None
    guest: bool = False


class Row(NamedTuple):
    """One line of a ranking. `first` and `sharing`: 2 and 3 are three equals who take up places 2, 3 and 4."""

    key: str
    place: Number | None
    status: Status | None
    guest: bool
    first: int
    sharing: int
    basis: Basis
    ties: Basis

    @property
    def tied(self) -> bool:
        return self.sharing > 1

    def because(self) -> Reason | None:
        """What the line stands on: the mark, the members that counted, the status."""
        return self.basis(self.key)

    def tie(self) -> Reason | None:
        """How it was told apart from equals, or why it was not; None where nobody was equal."""
        return self.ties(self.key)


def no_reason(key: str) -> None:
    return None


Numbering = Callable[[Sequence[Sequence[str]]], tuple[Equals, ...]]
_new_row, _new_equals = by_the_thousand(Row), by_the_thousand(Equals)


def one_after_another(sets: Sequence[Sequence[str]]) -> tuple[Equals, ...]:
    """1, 2, 2, 4: the usual numbering, which is asked for more often than anything else here."""
    firsts = [*accumulate(map(len, sets), initial=1)]
    return tuple(map(_new_equals, zip(map(tuple, sets), firsts, firsts, repeat(0), strict=False)))


@record
class Ranking:
    """`line`: everybody who has a place, the best first; `spans`: where in it those stand who share one.

    `numbering` gives the places when they are asked for. `undecided` are the sets of equals that wait for a decision;
    `used` are the decisions that told some apart. `waiting`: who is still in it and has no place yet. `opening`: what
    a next ranking of much the same may start from.
    """

    line: Sequence[str] = ()
    spans: Sequence[Span] = ()
    unplaced: tuple[Unplaced, ...] = ()
    undecided: tuple[tuple[str, ...], ...] = ()
    used: tuple[Decision, ...] = ()
    waiting: frozenset[str] = frozenset()
    basis: Basis = field(default=no_reason, compare=False, repr=False)
    ties: Basis = field(default=no_reason, compare=False, repr=False)
    numbering: Numbering = field(default=one_after_another, compare=False, repr=False)
    opening: Sorted | None = field(default=None, compare=False, repr=False)

    @lazy
    def sets(self) -> Sequence[tuple[str, ...]]:
        """Of equals, the best first; whoever is alone on his place is one too."""
        sets: list[tuple[str, ...]] = [*zip(self.line, strict=True)]
        for start, end in reversed(self.spans):
            sets[start:end] = [tuple(self.line[start:end])]
        return sets

    @lazy
    def placed(self) -> tuple[Equals, ...]:
        return self.numbering(self.sets)

    @property
    def plain(self) -> bool:
        """Whether a place is one more than the number of those before it."""
        return self.numbering is one_after_another

    @lazy
    def equals(self) -> Mapping[str, Equals]:
        """Of everybody who has a place, those with whom it is shared."""
        return {key: group for group in self.placed for key in group.keys}

    @lazy
    def places(self) -> Mapping[str, Number]:
        """Of everybody who has one."""
        if not self.plain:
            return {key: group.place for group in self.placed for key in group.keys}
        places: dict[str, Number] = dict(zip(self.line, range(1, len(self.line) + 1), strict=True))
        for start, end in self.spans:
            places |= dict.fromkeys(self.line[start:end], start + 1)
        return places

    @lazy
    def rows(self) -> tuple[Row, ...]:
        """The lines in the order of a protocol."""
        firsts, sharing, places = self.columns
        columns = (self.line, places, repeat(None), repeat(False), firsts, sharing)
        placed = map(_new_row, zip(*columns, repeat(self.basis), repeat(self.ties), strict=False))
        unplaced = [Row(one.key, None, one.status, one.guest, 0, 0, self.basis, no_reason) for one in self.unplaced]
        return (*placed, *unplaced)

    @property
    def columns(self) -> tuple[Sequence[int], Sequence[int], Sequence[Number]]:
        """Of everybody in the line: the first of the places that his set takes up, how many it has, his place."""
        if not self.plain:
            found = [(one.first, len(one.keys), one.place) for one in self.placed for _ in one.keys]
            firsts, sharing, places = zip(*found, strict=True) if found else ((), (), ())
            return firsts, sharing, places
        many = len(self.line)
        numbers, alone = [*range(1, many + 1)], [1] * many
        for start, end in self.spans:
            numbers[start:end] = [start + 1] * (end - start)
            alone[start:end] = [end - start] * (end - start)
        return numbers, alone, numbers

    @lazy
    def by_key(self) -> Mapping[str, Row]:
        return {row.key: row for row in self.rows}

    @lazy
    def listed(self) -> frozenset[str]:
        """Everybody in the ranking, with a place or without."""
        return frozenset([one.key for one in self.unplaced]).union(self.line)

    @property
    def classified(self) -> int:
        return len(self.line)

    @property
    def last(self) -> int:
        """The last place that is taken up; 0 when nobody is placed."""
        if self.plain:
            return self.classified
        return max([group.first + len(group.keys) - 1 for group in self.placed], default=0)

    def place(self, key: str) -> Number | None:
        return self.places.get(key)

    def only(self, keys: Collection[str], numbered: Numbering = one_after_another) -> "Ranking":
        """With the places of some, who are numbered anew; the others are not there."""
        line, spans = in_line([[key for key in those if key in keys] for those in self.sets])
        return replace(self, line=line, spans=spans, numbering=numbered)

    def vacated(self, keys: Iterable[str | None]) -> "Ranking":
        """With the places of some taken away and left empty."""
        gone = set(keys)
        kept = [group.only(key for key in group.keys if key not in gone) for group in self.placed]
        out = [Unplaced(key) for group in self.placed for key in group.keys if key in gone]
        return as_numbered(replace(self, unplaced=(*out, *self.unplaced)), [group for group in kept if group.keys])


def numbering(places: str, given: Sequence[object] = ()) -> Numbering:
    """How sets of equals are numbered, best first.

    skip 1, 2, 2, 4 · dense 1, 2, 2, 3 · mean 1, 2½, 2½, 4 · given: as written on paper, one number a set.
    """
    if places == "skip":
        return one_after_another

    def number(groups: Sequence[Sequence[str]]) -> tuple[Equals, ...]:
        ranked: list[Equals] = []
        first = 1
        for position, group in enumerate(groups):
            sharing = len(group)
            if places == "given":
                first = int(str(given[position]))
            elif places == "dense":
                first = position + 1
            mean = exact(Fraction(2 * first + sharing - 1, 2)) if places == "mean" and sharing > 1 else first
            ranked.append(Equals(tuple(group), first, mean))
            first += sharing
        return tuple(ranked)

    return number


def as_numbered(ranking: Ranking, placed: Sequence[Equals]) -> Ranking:
    """The ranking with these sets under these very places."""
    kept = tuple(placed)
    line, spans = in_line([group.keys for group in kept])
    return replace(ranking, line=line, spans=spans, numbering=lambda _sets: kept)


def in_line(sets: Iterable[Sequence[str]]) -> tuple[list[str], list[Span]]:
    """Sets of equals one after another, and where those stand who are not alone; what is empty is left out."""
    line: list[str] = []
    spans: list[Span] = []
    for keys in sets:
        if len(keys) > 1:
            spans.append((len(line), len(line) + len(keys)))
        line += keys
    return line, spans
