"""apply() for a weigh-in."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from spartakiad.competition import weigh_facts as w
from spartakiad.competition.facts import Fact
from spartakiad.competition.state import State
from spartakiad.competition.weights import Weighing
from spartakiad.store.journal import Recorded


def _weighed(state: State, fact: w.AthleteWeighed, at: Recorded) -> State:
    key = (fact.contest, fact.athlete)
    weighing = Weighing(fact.weight, at.at, at.actor, at.basis)
    return replace(state, weighings={**state.weighings, key: (*state.weighings.get(key, ()), weighing)})


def _undone(state: State, fact: w.WeighingUndone, _at: Recorded) -> State:
    key = (fact.contest, fact.athlete)
    told = list(state.weighings[key])
    last = max(at for at, one in enumerate(told) if not one.void)
    told[last] = replace(told[last], void=True)
    return replace(state, weighings={**state.weighings, key: tuple(told)})


WEIGHING: dict[type[Fact], Callable[[State, Any, Recorded], State]] = {
    w.AthleteWeighed: _weighed,
    w.WeighingUndone: _undone,
}
