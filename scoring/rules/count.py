"""Slot: which of a team's values count towards its total, and how these make the total."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, Protocol

from scoring.numbers import Number, exact
from scoring.reasons import Reason
from scoring.shape import ListOf, Table, Tagged, Whole, key, table, text


class Candidate(NamedTuple):
    """A value that might count. `place` is None for an absence; `counts` as the rule of that absence says."""

    contest: str
    points: Number
    place: Number | None
    counts: str = "if_best"


class CountRule(Protocol):
    """`choose` gets the values in programme order and returns the contests that count; `total` makes one of them.

    `of`: for how many contests the rule is meant. `minimum`: with fewer places than that a team is not classified.
    `left_out` says why one contest does not count where those of `counted` do.
    """

    @property
    def clause(self) -> str | None: ...
    @property
    def of(self) -> int | None: ...
    @property
    def minimum(self) -> int | None: ...
    @property
    def named(self) -> Iterable[str]:
        """The contests that the rule names."""

    @property
    def selects(self) -> bool:
        """Whether a value may be left out at all, or the total is more than a sum."""

    def choose(self, values: Sequence[Candidate], *, most: bool) -> set[str]: ...
    def total(self, values: Sequence[Number]) -> Number: ...
    def left_out(self, contest: str, counted: Collection[str]) -> Reason: ...


@table
class _Count:
    of: int | None = key(Whole(1), default=None)
    minimum: int | None = key(Whole(1), default=None)
    clause: str | None = key(text, default=None)

    selects = True

    @property
    def named(self) -> Iterable[str]:
        return ()

    def total(self, values: Sequence[Number]) -> Number:
        return exact(sum(values))


@table
class CountAll(_Count):
    """Every value counts, but for absences that never do."""

    selects = False

    def choose(self, values: Sequence[Candidate], *, most: bool) -> set[str]:
        return {value.contest for value in values}

    def left_out(self, contest: str, counted: Collection[str]) -> Reason:
        return Reason("never_counts", self.clause)


@table
class CountMean(CountAll):
    """The mean of the values that are there: what a team was not entered for is not divided by."""

    selects = True

    def total(self, values: Sequence[Number]) -> Number:
        return exact(Fraction(sum(values)) / len(values)) if values else 0


@table
class CountBest(_Count):
    """The best K. At the edge, of equal values: a result before an absence, the better place, programme order.

    A value that always counts takes one of the K. Contests of `must` count in any case, besides the K. Of each list in
    `choice` («table tennis or chess») only the better value competes.
    """

    k: int = key(Whole(1))
    must: tuple[str, ...] = key(ListOf(text), default=())
    choice: tuple[tuple[str, ...], ...] = key(ListOf(ListOf(text, filled=True)), default=())

    @property
    def named(self) -> Iterable[str]:
        return (*self.must, *(name for group in self.choice for name in group))

    def choose(self, values: Sequence[Candidate], *, most: bool) -> set[str]:
        compulsory = {value.contest for value in values if value.contest in self.must}
        others = _competing([value for value in values if value.contest not in self.must], self.choice, most=most)
        forced = sum(value.counts == "always" for value in others)
        return compulsory.union(value.contest for value in best_first(others, most=most)[: max(self.k, forced)])

    def left_out(self, contest: str, counted: Collection[str]) -> Reason:
        rivals = next((group for group in self.choice if contest in group), ())
        chosen = [one for one in rivals if one in counted]
        if chosen:
            return Reason("other_choice", self.clause, {"contests": chosen})
        return Reason("beyond_best", self.clause, {"k": self.k})


@table
class CountDrop(_Count):
    """All but the worst D of what there is."""

    d: int = key(Whole(1))

    def choose(self, values: Sequence[Candidate], *, most: bool) -> set[str]:
        kept = max(len(values) - self.d, sum(value.counts == "always" for value in values))
        return {value.contest for value in best_first(values, most=most)[:kept]}

    def left_out(self, contest: str, counted: Collection[str]) -> Reason:
        return Reason("dropped", self.clause, {"d": self.d})


def best_first(values: Sequence[Candidate], *, most: bool) -> list[Candidate]:
    """Values that always count, then the best; programme order among what is equal in every respect."""
    sign = -1 if most else 1
    return sorted(
        values,
        key=lambda one: (one.counts != "always", sign * one.points, one.place is None, one.place or 0),
    )


def _competing(values: list[Candidate], choice: Iterable[Collection[str]], *, most: bool) -> list[Candidate]:
    """The values without those that another of their choice outdoes."""
    beaten: set[str] = set()
    for group in choice:
        beaten.update(one.contest for one in best_first([one for one in values if one.contest in group], most=most)[1:])
    return [one for one in values if one.contest not in beaten]


_PARTS: Mapping[str, Callable[..., CountRule]] = {"all": CountAll, "best": CountBest, "drop": CountDrop}


@table
class Segment:
    """Some contests of a standing, counted by a rule of their own."""

    contests: tuple[str, ...] = key(ListOf(text, filled=True))
    rule: CountRule = key(Tagged("kind", _PARTS), inline=True)


@table
class CountSegments(_Count):
    """Each segment by its own rule: the best 4 of the winter half and the best 4 of the summer half."""

    segments: tuple[Segment, ...] = key(ListOf(Table(Segment), filled=True))

    @property
    def named(self) -> Iterable[str]:
        return [name for segment in self.segments for name in segment.contests]

    def choose(self, values: Sequence[Candidate], *, most: bool) -> set[str]:
        chosen: set[str] = set()
        for segment in self.segments:
            chosen |= segment.rule.choose([one for one in values if one.contest in segment.contests], most=most)
        return chosen

    def left_out(self, contest: str, counted: Collection[str]) -> Reason:
        return next(one.rule for one in self.segments if contest in one.contests).left_out(contest, counted)


COUNTS: Mapping[str, Callable[..., CountRule]] = {**_PARTS, "mean": CountMean, "segments": CountSegments}
