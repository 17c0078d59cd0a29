"""Matches: the pairs of a round robin are drawn with the start list; any other match is set by its two sides."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count, zip_longest

from spartakiad.competition.berger import berger
from spartakiad.competition.courts import hours
from spartakiad.competition.facts import Fact
from spartakiad.competition.matches import key_of, match_of, matches_of, stage_id
from spartakiad.competition.plans import Plan
from spartakiad.competition.programme import MAIN, Line, line
from spartakiad.competition.start_facts import StartsListed
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

_UNIT = re.compile(r"[a-z0-9-]{1,20}", re.ASCII)


@dataclass(frozen=True, slots=True)
class SetMatch:
    """`unit`: of a bracket, or "" for one more match; `stage`: "" for the first one. No sides: the match is dropped."""

    contest: str
    stage: str
    unit: str
    first: str
    second: str


def set_match(state: State, command: SetMatch, _by: str) -> list[Fact]:
    """Who meets is settled until somebody enters the result; a unit of a bracket gets its sides when they are known."""
    contest = line(state, command.contest)
    if not contest.by_matches or state.contests[contest.id].state not in ("start_list", "under_way"):
        raise Refusal("wrong_state", state=state.contests[contest.id].state, contest=contest.title)
    stage = command.stage or stage_id(contest)
    unit = _unit(state, contest, stage, command.unit)
    known = match_of(state, contest.id, key_of(unit))
    if (contest.id, MAIN, stage, key_of(unit)) in state.marks:
        raise Refusal("match_played", "unit", contest=contest.title)
    sides = (command.first, command.second)
    if sides == ("", ""):
        return [StartsListed(contest.id, MAIN, stage, unit, ())] if known else []
    _check_sides(state, contest, stage, sides)
    _check_met(state, contest, stage, unit, sides)
    if known and known.sides == sides:
        return []
    return [StartsListed(contest.id, MAIN, stage, unit, _sides(sides))]


def draw(state: State, contest: Line, plan: Plan, entrants: Sequence[str], pools: Mapping[str, str]) -> list[Fact]:
    """Every pair of the first stage when it is a round robin, round after round, the pools side by side.

    What an earlier list had beyond goes.
    """
    first, stage = contest.stages[0], stage_id(contest)
    together = [[one for one in entrants if pools.get(one) == pool] for pool in sorted(set(pools.values()))]
    meeting = together or [list(entrants)] if first["format"] == "round_robin" else []
    tables = [berger(those, int(first.get("legs", 1))) for those in meeting]
    rounds = [[pair for pairs in turn for pair in pairs] for turn in zip_longest(*tables, fillvalue=())]
    played = [(turn, pair) for turn, pairs in enumerate(rounds, 1) for pair in pairs]
    at = hours(plan, [len(pairs) for pairs in rounds])
    drawn: list[Fact] = [
        StartsListed(contest.id, MAIN, stage, str(number), _sides(pair), delay=after, turn=turn, court=court)
        for number, ((turn, pair), (after, court)) in enumerate(zip(played, at, strict=True), 1)
    ]
    kept = {str(number) for number in range(1, len(played) + 1)}
    old = [one for one in matches_of(state, contest.id) if one.unit not in kept]
    return drawn + [StartsListed(contest.id, MAIN, one.stage, one.unit, ()) for one in old]


def _sides(pair: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((side, "") for side in pair)


def undrawn_units(state: State, contest: Line) -> list[str]:
    """Units of the brackets that nobody has been put into yet, by their titles."""
    drawn = {(one.stage, one.unit) for one in matches_of(state, contest.id)}
    return [
        unit
        for number, stage in enumerate(contest.stages)
        for unit in bracket_of(contest, number)
        if stage.get("format") == "knockout" and (stage_id(contest, number), unit) not in drawn
    ]


def bracket_of(contest: Line, stage: int) -> list[str]:
    return [str(node["unit"]) for node in contest.stages[stage].get("bracket", ())]


def _unit(state: State, contest: Line, stage: str, unit: str) -> str:
    numbers = {stage_id(contest, number): number for number in range(len(contest.stages))}
    if stage not in numbers:
        raise Refusal("bad_choice", "stage")
    bracket = bracket_of(contest, numbers[stage])
    taken = {one.unit: one.stage for one in matches_of(state, contest.id)}
    if bracket and unit not in bracket:
        raise Refusal("bad_choice" if unit else "choice_needed", "unit")
    if bracket or unit:
        if not _UNIT.fullmatch(unit) or taken.get(unit, stage) != stage or (not bracket and unit not in taken):
            raise Refusal("bad_choice", "unit")
        return unit
    return next(str(number) for number in count(1) if str(number) not in taken)


def _check_met(state: State, contest: Line, stage: str, unit: str, sides: tuple[str, str]) -> None:
    """They meet as often as the regulation says; an annulled match is replayed."""
    legs = next(
        (one.get("legs") for number, one in enumerate(contest.stages) if stage_id(contest, number) == stage), None
    )
    void = {one.unit for one in state.decisions.values() if one.contest == contest.id and one.unit and not one.lifted}
    met = [one for one in matches_of(state, contest.id) if one.stage == stage and set(one.sides) == set(sides)]
    if legs and sum(one.unit != unit and one.unit not in void for one in met) >= legs:
        raise Refusal("met_enough", "second", times=legs)


def _check_sides(state: State, contest: Line, stage: str, sides: tuple[str, str]) -> None:
    for field, side in zip(("first", "second"), sides, strict=True):
        if (contest.id, side) not in state.entries:
            raise Refusal("bad_choice" if side else "choice_needed", field)
    if sides[0] == sides[1]:
        raise Refusal("same_sides", "second")
    pools = state.pools.get((contest.id, MAIN), {}) if stage == stage_id(contest) else {}
    if pools and pools.get(sides[0]) != pools.get(sides[1]):
        raise Refusal("other_pool", "second", contest=contest.title)
