"""Ranking, the noun of the engine: sets of equals, best first, and those who have no place.

It is kept as sets; its lines are made when they are asked for, and the reason of a line when that is asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property, partial
from itertools import accumulate
from typing import NamedTuple

from scoring.numbers import Number, exact
from scoring.order import Decision
from scoring.reasons import Reason
from scoring.sets import Sets
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
    tied: bool
    status: Status | None
    guest: bool
    first: int
    sharing: int
    basis: Basis
    ties: Basis

    def because(self) -> Reason | None:
        """What the line stands on: the mark, the members that counted, the status."""
        return self.basis(self.key)

    def tie(self) -> Reason | None:
        """How it was told apart from equals, or why it was not; None where nobody was equal."""
        return self.ties(self.key)


def no_reason(key: str) -> None:
    return None


Numbering = Callable[[Sequence[Sequence[str]]], tuple[Equals, ...]]


def one_after_another(groups: Sequence[Sequence[str]]) -> tuple[Equals, ...]:
    """1, 2, 2, 4: the usual numbering, which is asked for more often than anything else here."""
    ranked, first = [], 1
    for group in groups:
        ranked.append(Equals(tuple(group), first, first))
        first += len(group)
    return tuple(ranked)


@dataclass(frozen=True)
class Ranking:
    """`sets` of equals, best first, which `numbering` gives their places when they are asked for.

    `undecided` are the sets that wait for a decision; `used` are the decisions that told some apart.
    `waiting`: who is still in it and has no place yet. `opening`: what a next one of much the same may start from.
    """

    sets: Sequence[Sequence[str]] = ()
    unplaced: tuple[Unplaced, ...] = ()
    undecided: tuple[tuple[str, ...], ...] = ()
    used: tuple[Decision, ...] = ()
    waiting: frozenset[str] = frozenset()
    basis: Basis = field(default=no_reason, compare=False, repr=False)
    ties: Basis = field(default=no_reason, compare=False, repr=False)
    numbering: Numbering = field(default=one_after_another, compare=False, repr=False)
    opening: Sets | None = field(default=None, compare=False, repr=False)

    @cached_property
    def placed(self) -> tuple[Equals, ...]:
        return self.numbering(self.sets)

    @property
    def firsts(self) -> Iterator[tuple[Sequence[str], int]]:
        """Each set of equals with the first of the places it takes up."""
        if self.numbering is one_after_another:
            return zip(self.sets, accumulate(map(len, self.sets), initial=1), strict=False)
        return ((group.keys, group.first) for group in self.placed)

    @cached_property
    def equals(self) -> Mapping[str, Equals]:
        """Of everybody who has a place, those with whom it is shared."""
        return {key: group for group in self.placed for key in group.keys}

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The lines in the order of a protocol."""
        basis, ties = self.basis, self.ties
        new = partial(tuple.__new__, Row)  # past the check of the number of fields: this makes a line for every mark
        placed: list[Row] = []
        plain = self.numbering is one_after_another
        own = ((group.keys, group.first, group.place) for group in self.placed)
        lines = ((keys, first, first) for keys, first in self.firsts) if plain else own
        for keys, first, place in lines:
            sharing = len(keys)
            if sharing == 1:
                placed.append(new((keys[0], place, False, None, False, first, 1, basis, ties)))
            else:
                placed += [new((key, place, True, None, False, first, sharing, basis, ties)) for key in keys]
        unplaced = [Row(one.key, None, False, one.status, one.guest, 0, 0, basis, no_reason) for one in self.unplaced]
        return (*placed, *unplaced)

    @cached_property
    def by_key(self) -> Mapping[str, Row]:
        return {row.key: row for row in self.rows}

    @cached_property
    def listed(self) -> frozenset[str]:
        """Everybody in the ranking, with a place or without."""
        return frozenset([one.key for one in self.unplaced]).union(*self.sets)

    @cached_property
    def classified(self) -> int:
        return sum(map(len, self.sets))

    @property
    def last(self) -> int:
        """The last place that is taken up; 0 when nobody is placed."""
        if self.numbering is one_after_another:
            return self.classified
        return max([group.first + len(group.keys) - 1 for group in self.placed], default=0)

    def place(self, key: str) -> Number | None:
        group = self.equals.get(key)
        return group.place if group else None

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
    return replace(ranking, sets=tuple(group.keys for group in kept), numbering=lambda _sets: kept)


def chain(stages: Sequence[Ranking], places: str = "skip") -> Ranking:
    """One ranking out of several, the best first: each next one keeps its order below everybody placed before.

    Of somebody who is in two of them (heats and final) the first counts; who is still in it there has no place by the
    others; those without a place come last. The first keeps its very places, also where one of them is left empty.
    """
    if len(stages) == 1:
        return stages[0]
    origin: dict[str, Ranking] = {}
    groups: list[Equals] = []
    below: list[Equals] = []
    unplaced: list[Unplaced] = []
    for number, stage in enumerate(stages):
        fresh = [group.only(key for key in group.keys if key not in origin) for group in stage.placed]
        aside = [one for one in stage.unplaced if one.key not in origin]
        (below if number else groups).extend(group for group in fresh if group.keys)
        unplaced += aside
        origin |= {key: stage for group in fresh for key in group.keys} | {one.key: stage for one in aside}
        origin |= {key: stage for key in stage.waiting if key not in origin}
    ranking = Ranking(
        unplaced=tuple(unplaced),
        undecided=tuple(group for stage in stages for group in stage.undecided),
        used=tuple(decision for stage in stages for decision in stage.used),
        basis=lambda key: origin[key].basis(key),
        ties=lambda key: origin[key].ties(key),
    )
    return as_numbered(ranking, [*groups, *_numbered_below(groups, below, places)])


def _numbered_below(above: Sequence[Equals], below: Sequence[Equals], places: str) -> list[Equals]:
    """The places of those who come after others; where places are written on paper, these stay."""
    if places == "given":
        return list(below)
    if places == "dense":
        base = max((group.first for group in above), default=0)
    else:
        base = max((group.first + len(group.keys) - 1 for group in above), default=0)
    numbered = numbering(places)([group.keys for group in below])
    return [Equals(group.keys, group.first + base, exact(group.place + base)) for group in numbered]
