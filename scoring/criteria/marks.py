"""Criteria of a list of marks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scoring.facts import Entrant, Mark
from scoring.marks import MarkKind
from scoring.marks.time import TimeMark
from scoring.numbers import Number
from scoring.order import Column, Criterion
from scoring.shape import table


@dataclass(frozen=True, slots=True)
class MarksField:
    """Those to be ranked, what they showed, and how marks are read here."""

    keys: Sequence[str]
    marks: Mapping[str, Mark]
    entrants: Mapping[str, Entrant]
    rule: MarkKind

    def only(self, keys: Sequence[str]) -> "MarksField":
        return MarksField(keys, self.marks, self.entrants, self.rule)

    def value(self, key: str, kind: str) -> Number | None:
        """A mark's value: a time with its declared penalties, rounded as declared."""
        mark = self.marks[key]
        shown = mark.shown(kind)
        if kind != "time" or shown is None or not isinstance(self.rule, TimeMark):
            return shown
        extra = self.rule.penalty or {}
        penalties = sum(extra.get(name, 0) * count for name, count in (mark.penalties or {}).items())
        return self.rule.rounded(int(shown)) + penalties


@table
class Time:
    """The time from the common start; less is better."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([field.value(key, "time") for key in tied])


@table
class NetTime:
    """The time from one's own start, in a race with handicaps."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        times = [field.value(key, "time") for key in tied]
        starts = [field.marks[key].start for key in tied]
        return Column(
            [None if time is None or start is None else time - start for time, start in zip(times, starts, strict=True)]
        )


@table
class Finish:
    """The order in which the judges saw them cross the line; it outweighs equal clocks."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([field.marks[key].finish for key in tied])


@table
class Score:
    """The score; most wins unless the stage says otherwise."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([field.value(key, "score") for key in tied], getattr(field.rule, "wins", "most") == "most")


@table
class TieBreak:
    """A number that was worked out elsewhere to tell equals apart; more is better."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([field.marks[key].tie_break for key in tied], high=True)


@table
class BodyWeight:
    """The lighter one is better."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([field.entrants[key].body_weight for key in tied])


@table
class Place:
    """The place as the jury or the paper gives it."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([field.marks[key].place for key in tied])


MARK_CRITERIA: Mapping[str, Callable[..., Criterion[MarksField]]] = {
    "time": Time,
    "net_time": NetTime,
    "finish": Finish,
    "score": Score,
    "tie_break": TieBreak,
    "body_weight": BodyWeight,
    "place": Place,
}
