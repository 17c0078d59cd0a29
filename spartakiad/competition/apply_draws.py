"""apply() for draws and start lists: what a draw heeds, its seal, its lots, the pools; plans and lists."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from spartakiad.competition import draw_facts as d
from spartakiad.competition import start_facts as s
from spartakiad.competition.drawing.record import Record
from spartakiad.competition.drawing.slips import Slip
from spartakiad.competition.draws import Drawn, Sealed
from spartakiad.competition.facts import Fact
from spartakiad.competition.plans import plan_of
from spartakiad.competition.state import StartList, State
from spartakiad.store.journal import Recorded


def _sealed(state: State, fact: d.DrawSealed, at: Recorded) -> State:
    sealed = Sealed(fact.way, fact.groups, fact.seal, fact.seed, at.at, fact.size)
    return replace(state, seals={**state.seals, (fact.contest, fact.part): sealed})


def _made(state: State, fact: d.DrawMade, at: Recorded) -> State:
    """A seal is good for one draw."""
    key = (fact.contest, fact.part)
    slips = tuple(Slip(str(who), str(team), int(seeding), int(turn)) for who, team, seeding, turn in fact.slips)
    drawn = tuple(tuple(str(one) for one in group) for group in fact.drawn)
    record = Record(fact.way, fact.groups, fact.seal, fact.seed, fact.called, slips, drawn)
    before = state.draws.get(key)
    made = Drawn(record, before.number + 1 if before else 1, at.at, at.actor, fact.reason)
    left = {other: seal for other, seal in state.seals.items() if other != key}
    return replace(state, draws={**state.draws, key: made}, seals=left)


def _seedings(state: State, fact: d.SeedingsGiven, _at: Recorded) -> State:
    given = {str(entrant): int(seeding) for entrant, seeding in fact.seedings}
    return replace(state, seedings={**state.seedings, (fact.contest, fact.part): given})


def _turns(state: State, fact: d.TurnsNamed, _at: Recorded) -> State:
    key = (fact.contest, fact.part, fact.team)
    return replace(state, turns={**state.turns, key: tuple(fact.athletes)})


def _pools(state: State, fact: d.PoolsDrawn, _at: object) -> State:
    pools = {str(entrant): str(pool) for entrant, pool in fact.pools}
    return replace(state, pools={**state.pools, (fact.contest, fact.part): pools})


def _bracket(state: State, fact: d.BracketDrawn, _at: object) -> State:
    return replace(state, brackets={**state.brackets, (fact.contest, fact.stage): tuple(fact.nodes)})


def _planned(state: State, fact: s.StartsPlanned, _at: Recorded) -> State:
    return replace(state, plans={**state.plans, (fact.contest, fact.part): plan_of(fact.plan)})


def _listed(state: State, fact: s.StartsListed, _at: object) -> State:
    starts = tuple((str(entrant), str(bib)) for entrant, bib in fact.starts)
    offsets = {str(entrant): int(after) for entrant, after in fact.offsets}
    heats = {str(entrant): (int(heat), int(lane)) for entrant, heat, lane in fact.heats}
    where = (fact.contest, fact.part, fact.stage, fact.unit)
    listed = StartList(*where, starts, fact.delay, offsets, heats, fact.turn, fact.court, fact.fed, tuple(fact.without))
    return replace(state, starts={**state.starts, fact.subject: listed})


DRAWS: dict[type[Fact], Callable[[State, Any, Recorded], State]] = {
    d.DrawSealed: _sealed,
    d.DrawMade: _made,
    d.SeedingsGiven: _seedings,
    d.TurnsNamed: _turns,
    d.PoolsDrawn: _pools,
    d.BracketDrawn: _bracket,
    s.StartsPlanned: _planned,
    s.StartsListed: _listed,
}

_TIMELESS: dict[type[Fact], Callable[[State, Any, object], State]] = {
    d.PoolsDrawn: _pools,
    d.BracketDrawn: _bracket,
    s.StartsListed: _listed,
}


def supposed(state: State, facts: Iterable[Fact]) -> State:
    """The state as a list that is not released yet would leave it."""
    for fact in facts:
        state = _TIMELESS[type(fact)](state, fact, None)
    return state
