"""How those of a list start and which numbers they wear.

All at once, one after another, in waves, or as far apart as an earlier race left them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from spartakiad.competition.lanes import Heats

Gaps = Mapping[str, int]  # milliseconds behind the first of an earlier race
TOGETHER = "together"
PURSUIT = "pursuit"


@dataclass(frozen=True, slots=True)
class Plan:
    """`start`: of STARTS. `delay`: minutes from the hour of the timetable to the first start of this list.

    `every`: seconds between starts; `at_once`: how many start at one time. Of a pursuit: `after`, `after_part`: whose
    results part them; `closed`: seconds behind which everybody starts at one time, 0 where nobody does.
    `bibs`: of BIBS; `first`: pairs (whose, the first number of his range): "" of all, a sex, a team; `typed`: pairs
    (entrant, bib). `lanes`: of a heat, 0 where it has none.
    Of a tournament: `courts`, `minutes` that a match takes, `rounds_a_day`, 0 where all are on one day.
    """

    start: str = TOGETHER
    delay: int = 0
    every: int = 0
    at_once: int = 1
    after: str = ""
    after_part: str = ""
    closed: int = 0
    bibs: str = "number"
    first: tuple[tuple[str, int], ...] = ()
    typed: tuple[tuple[str, str], ...] = ()
    lanes: int = 0
    courts: tuple[str, ...] = ()
    minutes: int = 0
    rounds_a_day: int = 0


NO_PLAN = Plan()


@dataclass(frozen=True, slots=True)
class Known:
    """What facts do not say: how far behind whoever was after the race that a pursuit follows, and of which sex."""

    gaps: Gaps = field(default_factory=dict)
    sexes: Mapping[str, str] = field(default_factory=dict)


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Starting:
    """A list in starting order; `heats`: heat and lane of each, where it is run in heats."""

    order: Sequence[str]
    gaps: Gaps
    heats: Heats


Timing = Callable[[Plan, Starting], dict[str, int]]


def plan_of(told: Mapping[str, Any]) -> Plan:
    """As a fact keeps it: only what is not as usual."""
    first = tuple((str(whose), int(number)) for whose, number in told.get("first", ()))
    typed = tuple((str(who), str(bib)) for who, bib in told.get("typed", ()))
    courts = tuple(str(court) for court in told.get("courts", ()))
    return Plan(**{**told, "first": first, "typed": typed, "courts": courts})


def told_of(plan: Plan) -> dict[str, Any]:
    usual = asdict(NO_PLAN)
    return {name: value for name, value in asdict(plan).items() if value != usual[name]}


def _together(_plan: Plan, _those: Starting) -> dict[str, int]:
    return {}


def _one_by_one(plan: Plan, those: Starting) -> dict[str, int]:
    return {who: at // plan.at_once * plan.every * 1000 for at, who in enumerate(those.order)}


def _heat_by_heat(plan: Plan, those: Starting) -> dict[str, int]:
    return {who: (those.heats[who][0] - 1) * plan.every * 1000 for who in those.order if who in those.heats}


def _pursuit(plan: Plan, those: Starting) -> dict[str, int]:
    """By gaps, cut to whole seconds. Whoever has none starts with the last, or `every` seconds after him."""
    cut = {who: those.gaps[who] // 1000 * 1000 for who in those.order if who in those.gaps}
    latest = plan.closed * 1000
    times = {who: min(gap, latest) if latest else gap for who, gap in cut.items()}
    last = max(times.values(), default=0) + plan.every * 1000
    return {who: times.get(who, last) for who in those.order}


STARTS: Mapping[str, Timing] = {
    TOGETHER: _together,
    "interval": _one_by_one,
    "waves": _one_by_one,
    "heats": _heat_by_heat,
    PURSUIT: _pursuit,
}


def offsets(plan: Plan, those: Starting) -> dict[str, int]:
    """How long after the first each starts, in milliseconds; nobody where all start together."""
    return STARTS[plan.start](plan, those)
