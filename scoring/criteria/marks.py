"""Criteria of a list of marks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scoring.columns import StageFacts
from scoring.numbers import Number
from scoring.order import Column, Criterion
from scoring.shape import table


@dataclass(frozen=True, slots=True)
class MarksField:
    """Those to be ranked out of the marks of a stage."""

    keys: Sequence[str]
    facts: StageFacts

    def value(self, key: str, kind: str) -> Number | None:
        return self.facts.column(kind)[key]

    def values(self, tied: Sequence[str], kind: str) -> list[Number | None]:
        return list(map(self.facts.column(kind).__getitem__, tied))


@table
class Time:
    """The time from the common start; less is better."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column(field.values(tied, "time"))


@table
class NetTime:
    """The time from one's own start, in a race with handicaps."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        times = field.values(tied, "time")
        starts = [field.facts.marks[key].start for key in tied]
        return Column(
            [None if time is None or start is None else time - start for time, start in zip(times, starts, strict=True)]
        )


@table
class Finish:
    """The order in which the judges saw them cross the line; it outweighs equal clocks."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([field.facts.marks[key].finish for key in tied])


@table
class Score:
    """The score; most wins unless the stage says otherwise."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column(field.values(tied, "score"), getattr(field.facts.rule, "wins", "most") == "most")


@table
class TieBreak:
    """A number that was worked out elsewhere to tell equals apart; more is better."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([field.facts.marks[key].tie_break for key in tied], high=True)


@table
class BodyWeight:
    """The lighter one is better."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([field.facts.entrants[key].body_weight for key in tied])


@table
class Place:
    """The place as the jury or the paper gives it."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([field.facts.marks[key].place for key in tied])


MARK_CRITERIA: Mapping[str, Callable[..., Criterion[MarksField]]] = {
    "time": Time,
    "net_time": NetTime,
    "finish": Finish,
    "score": Score,
    "tie_break": TieBreak,
    "body_weight": BodyWeight,
    "place": Place,
}
