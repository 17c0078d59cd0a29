"""How those of a list will start, and which numbers they will wear."""

import re
from dataclasses import dataclass

from spartakiad.competition.bibs import BIBS, NUMBERS, TYPED
from spartakiad.competition.decide.draws import drawable
from spartakiad.competition.facts import Fact
from spartakiad.competition.plans import NO_PLAN, PURSUIT, STARTS, TOGETHER, Plan, told_of
from spartakiad.competition.programme import Line, lines
from spartakiad.competition.start_facts import StartsPlanned
from spartakiad.competition.starters import starters
from spartakiad.competition.state import State
from spartakiad.competition.texts import free_text
from spartakiad.errors import Refusal

_LONGEST = 3600  # seconds between two starts
_MOST = 99  # at once
_LANES = _COURTS = 20
_NAME = 40  # signs of a court's name
_HALF_DAY = 12 * 60  # minutes of a match
_HIGHEST = 9999  # of the first number of a range
_DAY = 24 * 60  # minutes
_BIB = re.compile(r"[1-9][0-9]{0,4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PlanStarts:
    """`part`: as of an entry."""

    contest: str
    part: str
    plan: Plan


def plan_starts(state: State, command: PlanStarts, _by: str) -> list[Fact]:
    part, plan = drawable(state, command.contest, command.part), command.plan
    if plan.start not in STARTS or plan.bibs not in BIBS:
        raise Refusal("bad_choice", "start" if plan.start not in STARTS else "bibs")
    if not -_DAY < plan.delay < _DAY:
        raise Refusal("out_of_bounds", "begins", least=-_DAY, most=_DAY)
    _check_start(state, part, plan)
    _check_numbers(state, part, plan)
    if state.plans.get((part.id, part.part), NO_PLAN) == plan:
        return []
    return [StartsPlanned(part.id, part.part, told_of(plan))]


def races(state: State, part: Line) -> list[Line]:
    """Lists against the clock that a pursuit may follow."""
    every = (one for contest in lines(state) for one in contest.lists)
    return [one for one in every if one.mark == "time" and not one.by_matches and _differs(one, part)]


def _check_start(state: State, part: Line, plan: Plan) -> None:
    if part.by_matches and plan.start != TOGETHER:
        raise Refusal("bad_choice", "start")
    if plan.start in ("interval", "waves", "heats") and not 1 <= plan.every <= _LONGEST:
        raise Refusal("out_of_bounds" if plan.every else "required", "every", least=1, most=_LONGEST)
    least = 2 if plan.start == "waves" else 1
    if not least <= plan.at_once <= _MOST:
        raise Refusal("out_of_bounds", "at_once", least=least, most=_MOST)
    if not 0 <= plan.lanes <= _LANES:
        raise Refusal("out_of_bounds", "lanes", least=0, most=_LANES)
    _check_courts(part, plan)
    if plan.start == PURSUIT:
        followed = [(one.id, one.part) for one in races(state, part)]
        if (plan.after, plan.after_part) not in followed:
            raise Refusal("bad_choice" if plan.after else "choice_needed", "after")


def _check_courts(part: Line, plan: Plan) -> None:
    """Hours of matches need courts and how long a match takes."""
    if not part.by_matches and (plan.courts or plan.minutes or plan.rounds_a_day):
        raise Refusal("bad_choice", "courts")
    if len(plan.courts) > _COURTS or len(set(plan.courts)) < len(plan.courts):
        raise Refusal("courts_torn", "courts", most=_COURTS)
    for court in plan.courts:
        free_text(court, "courts", _NAME)
    if plan.courts and not 1 <= plan.minutes <= _HALF_DAY:
        raise Refusal("out_of_bounds" if plan.minutes else "required", "minutes", least=1, most=_HALF_DAY)
    if not 0 <= plan.rounds_a_day <= _MOST:
        raise Refusal("out_of_bounds", "rounds_a_day", least=0, most=_MOST)


def _check_numbers(state: State, part: Line, plan: Plan) -> None:
    for whose, number in plan.first:
        if not 1 <= number <= _HIGHEST:
            raise Refusal("out_of_bounds", f"range-{whose}" if whose else "range", least=1, most=_HIGHEST)
    if plan.bibs not in (NUMBERS, TYPED) and not plan.first:
        raise Refusal("required", "range")
    if plan.bibs == TYPED:
        _check_typed(starters(state, part), dict(plan.typed))


def _check_typed(entrants: list[str], typed: dict[str, str]) -> None:
    if not typed.keys() <= set(entrants):
        raise Refusal("not_found")
    whose: dict[str, str] = {}
    for who in entrants:
        bib = typed.get(who, "")
        if not _BIB.fullmatch(bib):
            raise Refusal("bad_number" if bib else "required", f"bib-{who}")
        if bib in whose:
            raise Refusal("bib_twice", f"bib-{who}", bib=bib, who=who, other=whose[bib])
        whose[bib] = who


def _differs(one: Line, part: Line) -> bool:
    return (one.id, one.part) != (part.id, part.part)
