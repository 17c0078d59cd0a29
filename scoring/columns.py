"""What a stage is scored from, laid out by column when the document is read."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field

from scoring.attempts import fouled
from scoring.facts import Entrant, Mark, Match
from scoring.lazy import copied, record
from scoring.marks import MarkKind
from scoring.marks.distance import DistanceMark
from scoring.marks.time import TimeMark
from scoring.numbers import Number
from scoring.order import Decision
from scoring.ranking import Ranking
from scoring.statuses import Status

Values = Mapping[str, Number | None]


@record
class Meetings:
    """What a stage of matches is scored from.

    `pools`: of everybody who plays here, the pool, "" where there are none. `withdrew`: whose team withdrew.
    `annulled`: decisions that matches are void. `fair_play`: penalty points. `seeds`: numbers.
    """

    matches: tuple[Match, ...] = ()
    pools: Mapping[str, str] = field(default_factory=dict)
    withdrew: tuple[str, ...] = ()
    annulled: tuple[Decision, ...] = ()
    fair_play: Mapping[str, Number] = field(default_factory=dict)
    seeds: Mapping[str, Number] = field(default_factory=dict)


@record
class StageFacts:
    """The entrants of a contest in listing order, the mark of each who has one here, and how marks are read.

    `keys` are those with a mark, in listing order; so are `statuses`, and `able`: who shows a value and has no status.
    `columns` hold what the marks show, by kind, penalties and rounding included; `shown`: what those who are able do.
    """

    entrants: Mapping[str, Entrant]
    guests: frozenset[str]
    marks: Mapping[str, Mark]
    rule: MarkKind
    keys: Sequence[str]
    able: Sequence[str]
    shown: Sequence[Number | None]
    statuses: Mapping[str, Status]
    columns: dict[str, Values]
    meetings: Meetings
    parts: tuple["PartFacts", ...] = ()

    def column(self, kind: str) -> Values:
        if kind not in self.columns:
            self.columns[kind] = _column(self.marks, kind, self.rule)
        return self.columns[kind]

    def with_mark(self, mark: Mark) -> "StageFacts":
        """With one mark changed, of somebody who is an entrant."""
        if self.parts:
            return with_parts(self, tuple(part.with_mark(mark) for part in self.parts))
        who, kind = mark.who, self.rule.criterion
        marks = {**self.marks, who: mark}
        keys = self.keys if who in self.marks else [key for key in self.entrants if key in marks]
        status, statuses = status_of(mark), self.statuses
        if statuses.get(who) is not status:
            called = {**statuses, who: status}
            statuses = {key: one for key in keys if (one := called.get(key))}
        columns: dict[str, Values] = {
            other: {**column, who: _shown(mark, other, self.rule)} for other, column in self.columns.items()
        }
        was, leading = self.columns[kind].get(who), columns[kind]
        if keys is self.keys and statuses is self.statuses and (was is None) == (leading[who] is None):
            able, shown = self.able, [*self.shown]
            if who not in statuses and leading[who] is not None:
                shown[able.index(who)] = leading[who]
        else:
            able = _able(keys, statuses, leading)
            shown = [leading[key] for key in able]
        return copied(self, marks=marks, keys=keys, able=able, shown=shown, statuses=statuses, columns=columns)


@record
class PartFacts:
    """One part of a combined event; `ranked` makes its own ranking."""

    id: str
    facts: StageFacts
    ranked: Callable[[StageFacts], Ranking]

    def rank(self) -> Ranking:
        return self.ranked(self.facts)

    def with_mark(self, mark: Mark) -> "PartFacts":
        return copied(self, facts=self.facts.with_mark(mark)) if mark.part == self.id else self


def with_parts(facts: StageFacts, parts: tuple[PartFacts, ...]) -> StageFacts:
    """A stage whose entrants have their marks in its parts: whoever has one anywhere is in it."""
    keys = [key for key in facts.entrants if any(key in part.facts.marks for part in parts)]
    return copied(facts, keys=keys, able=keys, shown=(), parts=parts)


def stage_facts(
    entrants: Mapping[str, Entrant], marks: Mapping[str, Mark], rule: MarkKind, meetings: Meetings
) -> StageFacts:
    keys = [key for key in entrants if key in marks]
    statuses = {key: status for key in keys if (status := status_of(marks[key]))}
    column = _column(marks, rule.criterion, rule)
    able = _able(keys, statuses, column)
    return StageFacts(
        entrants=entrants,
        guests=frozenset(key for key, entrant in entrants.items() if not entrant.displaces),
        marks=marks,
        rule=rule,
        keys=keys,
        able=able,
        shown=[column[key] for key in able],
        statuses=statuses,
        columns={rule.criterion: column},
        meetings=meetings,
    )


def status_of(mark: Mark) -> Status | None:
    """The status that was called; whoever tried and has nothing to show has no mark."""
    if mark.status is None and mark.attempts and fouled(mark.attempts):
        return Status.NM
    return mark.status


def _able(keys: Sequence[str], statuses: Collection[str], column: Values) -> Sequence[str]:
    return [key for key in keys if column[key] is not None and key not in statuses]


def _column(marks: Mapping[str, Mark], kind: str, rule: MarkKind) -> Values:
    return {key: _shown(mark, kind, rule) for key, mark in marks.items()}


def _shown(mark: Mark, kind: str, rule: MarkKind) -> Number | None:
    """What a mark shows: a time with its declared penalties, rounded as declared."""
    value = mark.shown(kind)
    if value is None or kind != rule.criterion:
        return value
    if isinstance(rule, DistanceMark):
        return rule.rounded(int(value))
    return _timed(rule, mark, int(value)) if isinstance(rule, TimeMark) else value


def _timed(rule: TimeMark, mark: Mark, time: int) -> int:
    extra = rule.penalty or {}
    return rule.rounded(time) + sum(extra.get(name, 0) * count for name, count in (mark.penalties or {}).items())
