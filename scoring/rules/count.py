"""Slot: which of a team's values count towards its total."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from scoring.numbers import Number
from scoring.reasons import Reason
from scoring.shape import Whole, key, table, text


class Candidate(Protocol):
    """A value that might count. `place` is None for an absence; `counts` as the rule of that absence says."""

    @property
    def points(self) -> Number | None: ...
    @property
    def place(self) -> Number | None: ...
    @property
    def counts(self) -> str: ...


class CountRule(Protocol):
    """`choose` gets the values in programme order and returns the positions of those that count."""

    @property
    def clause(self) -> str | None: ...
    @property
    def of(self) -> int | None: ...
    @property
    def minimum(self) -> int | None: ...
    def choose(self, values: Sequence[Candidate], *, most: bool) -> set[int]: ...
    def left_out(self) -> Reason: ...


@table
class CountAll:
    """Every value counts, but for absences that never do."""

    minimum: int | None = key(Whole(1), default=None)
    clause: str | None = key(text, default=None)

    of = None

    def choose(self, values: Sequence[Candidate], *, most: bool) -> set[int]:
        return set(_usable(values))

    def left_out(self) -> Reason:
        return Reason("never_counts", self.clause)


@table
class CountBest:
    """The best K. At the edge, of equal values: a result before an absence, the better place, programme order.

    A value that always counts takes one of the K. `of`: how many contests the K was meant for. `minimum`: with fewer
    places than that a team is not classified.
    """

    k: int = key(Whole(1))
    of: int | None = key(Whole(1), default=None)
    minimum: int | None = key(Whole(1), default=None)
    clause: str | None = key(text, default=None)

    def choose(self, values: Sequence[Candidate], *, most: bool) -> set[int]:
        def preference(index: int) -> tuple[bool, Number, bool, Number, int]:
            value = values[index]
            points = (-1 if most else 1) * (value.points or 0)
            return (value.counts != "always", points, value.place is None, value.place or 0, index)

        usable = _usable(values)
        forced = sum(values[index].counts == "always" for index in usable)
        return set(sorted(usable, key=preference)[: max(self.k, forced)])

    def left_out(self) -> Reason:
        return Reason("beyond_best", self.clause, {"k": self.k})


def _usable(values: Sequence[Candidate]) -> list[int]:
    return [index for index, value in enumerate(values) if value.points is not None and value.counts != "never"]


COUNTS: Mapping[str, Callable[..., CountRule]] = {"all": CountAll, "best": CountBest}
