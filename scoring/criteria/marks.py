"""Criteria of a list of marks."""

from collections.abc import Callable, Mapping, Sequence

from scoring.attempts import failures, in_order
from scoring.columns import StageFacts
from scoring.lazy import record
from scoring.numbers import Number
from scoring.order import Column, Criterion
from scoring.shape import OneOf, key, table, text


@record
class MarksField:
    """Those to be ranked out of the marks of a stage."""

    keys: Sequence[str]
    facts: StageFacts

    def value(self, key: str, kind: str) -> Number | None:
        return self.facts.column(kind)[key]

    def values(self, tied: Sequence[str], kind: str) -> Sequence[Number | None]:
        if tied is self.facts.able and kind == self.facts.rule.criterion:
            return self.facts.shown
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
class GunTime:
    """The time from the first start of all: one's own time and how much later one started."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        times = zip(field.values(tied, "time"), (field.facts.marks[key].start for key in tied), strict=True)
        return Column([None if time is None else time + (start or 0) for time, start in times])


@table
class Laps:
    """Whole laps; more are better."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([field.facts.marks[key].laps for key in tied], high=True)


@table
class Distance:
    """The longest attempt."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column(field.values(tied, "distance"), high=True)


@table
class AllAttempts:
    """The best attempt, then the second best, the third … A mark without attempts is its own only one."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        shown = zip(field.values(tied, "distance"), (field.facts.marks[key].attempts for key in tied), strict=True)
        return Column([None if one is None else in_order(those) or (one,) for one, those in shown], high=True)


@table
class Height:
    """The last height that was cleared."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column(field.values(tied, "height"), high=True)


@table
class FailuresAt:
    """Failures at the last height cleared; fewer are better."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([failures(field.facts.marks[key].attempts, upto=False) for key in tied])


@table
class FailuresTo:
    """Failures at all heights up to the last one cleared; fewer are better."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        return Column([failures(field.facts.marks[key].attempts, upto=True) for key in tied])


@table
class JumpOff:
    """The jump-off, height by height: whoever clears where the other fails is better."""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        rounds = [field.facts.marks[key].jump_off for key in tied]
        return Column([tuple(one.cleared for one in those) or None for those in rounds], high=True)


@table
class SeriesBack:
    """The last series, then the one before it …"""

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        series = [field.facts.marks[key].series[::-1] or None for key in tied]
        return Column(series, getattr(field.facts.rule, "wins", "most") == "most")


@table
class Key:
    """A number of the mark's own under its name: inner tens, the time of the last shot, the jerk."""

    name: str = key(text)
    wins: str = key(OneOf(("most", "least")), default="most")

    def measure(self, field: MarksField, tied: Sequence[str]) -> Column:
        values = [(field.facts.marks[one].keys or {}).get(self.name) for one in tied]
        return Column(values, self.wins == "most")


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
    "gun_time": GunTime,
    "laps": Laps,
    "distance": Distance,
    "attempts": AllAttempts,
    "height": Height,
    "failures_at": FailuresAt,
    "failures_to": FailuresTo,
    "jump_off": JumpOff,
    "score": Score,
    "series_back": SeriesBack,
    "key": Key,
    "tie_break": TieBreak,
    "body_weight": BodyWeight,
    "place": Place,
}
