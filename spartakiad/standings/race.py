"""How the standing came about: place and total of every team after each contest that ended, in the order of time."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import scoring
from scoring import Table, TableRow
from scoring.case import ContestCase
from spartakiad.competition.document import parsed
from spartakiad.competition.freezing import overall_of
from spartakiad.competition.memory import Now
from spartakiad.competition.state import State
from spartakiad.standings.queries import Head, columns, overall_table
from spartakiad.words.numbers import number

_ENDED = ("posted", "official")
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """After which contest; `title` of the last one says what still goes on. `url`: "" there."""

    number: int
    short: str
    title: str
    url: str
    official: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """Of a team after a step: `line` counts from 1 in the order of the table, where equals share a `place`."""

    place: str
    line: int
    total: str


@dataclass(frozen=True, slots=True)
class Runner:
    slug: str
    team: str
    city: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Race:
    """`runners` in the order of the last step."""

    steps: tuple[Step, ...]
    runners: tuple[Runner, ...]


def race(now: Now) -> Race:
    """No step while nothing has ended; the last one is the standing as it is shown everywhere."""
    ended, running = _held(now)
    tables = list(_tables(now, [one.id for one in ended]))
    steps = [_step(one, at) for at, one in enumerate(ended, 1)]
    last = overall_table(now)
    if last is not None and running:
        tables.append(last)
        titles = ", ".join(one.title for one in running)
        steps.append(Step(len(steps) + 1, "сейчас", f"сейчас, пока идут: {titles}", "", official=False))
    stands = [_stands(table) for table in tables]
    order = sorted(stands[-1], key=lambda team: stands[-1][team].line) if stands else ()
    teams = now.state.teams
    runners = [
        Runner(team, teams[team].title, teams[team].city, tuple(one[team] for one in stands))
        for team in order
        if team in teams
    ]
    return Race(tuple(steps), tuple(runners))


def _held(now: Now) -> tuple[list[Head], list[Head]]:
    """Contests of the standing that ended, by their hour, and those whose first marks count already."""
    if now.result is None:
        return [], []
    known = [one for one in columns(now) if one.id in now.result.contests and now.result.contests[one.id].held]
    ended = [one for one in known if now.state.contests[one.id].state in _ENDED]
    return sorted(ended, key=lambda one: _hour(now.state, one.id)), [one for one in known if one not in ended]


def _hour(state: State, contest: str) -> datetime:
    """When it was held; without a timetable, when its result was posted."""
    slot = state.slots.get(contest)
    return (slot and slot.starts_at) or state.contests[contest].at or _NEVER


def _tables(now: Now, order: list[str]) -> Iterator[Table]:
    """The standing with the first contest alone, with the first two, and so on.

    Contests are scored already; only standings are added up again, with the others as not held yet.
    """
    if now.result is None or not order:
        return
    blank = parsed(_not_begun(now.state), upto="posted")
    for many in range(1, len(order) + 1):
        cases = {key: _case(now.result, key, order[:many], one) for key, one in blank.cases.items()}
        table = overall_of(now.state.regulation, scoring.score(replace(blank, cases=cases), before=now.result))
        if table is not None:
            yield table


def _case(result: scoring.Result, contest: str, held: Collection[str], blank: ContestCase) -> ContestCase:
    return result.contests[contest].case if contest in held else blank


def _not_begun(state: State) -> State:
    """The same Games before its first mark."""
    contests = {key: replace(one, state="planned") for key, one in state.contests.items()}
    parts = {key: replace(one, state="planned") for key, one in state.parts.items()}
    return replace(state, contests=contests, parts=parts)


def _step(head: Head, at: int) -> Step:
    return Step(at, head.short, head.title, head.url, head.step == "official")


def _stands(table: Table) -> dict[str, Stand]:
    return {row.team: _stand(row, line) for line, row in enumerate(table.rows, 1)}


def _stand(row: TableRow, line: int) -> Stand:
    return Stand("–" if row.place is None else number(row.place), line, number(row.total))
