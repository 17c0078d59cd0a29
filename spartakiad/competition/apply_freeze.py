"""apply() for the ceremony: what is held, what was announced."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from spartakiad.competition import freeze_facts as z
from spartakiad.competition.facts import AthleteShown, Fact
from spartakiad.competition.freezing import Freeze, Reached, Reveal
from spartakiad.competition.person_facts import AthleteErased, PersonsMerged
from spartakiad.competition.sheet_facts import SheetClosed
from spartakiad.competition.state import State
from spartakiad.store.journal import Recorded

# Whoever is to be hidden is hidden at once.
PERSONAL = {AthleteShown.kind, AthleteErased.kind, PersonsMerged.kind, SheetClosed.kind}


def _held(state: State, fact: z.ResultsHeld, at: Recorded) -> State:
    return replace(state, freeze=Freeze(fact.number, at.at, at.actor, at.number), reveal=None)


def _begun(state: State, fact: z.RevealBegun, at: Recorded) -> State:
    reveal = Reveal(tuple(Reached(place, team, total) for place, team, total in fact.rows))
    return replace(state, freeze=_moved(state, at), reveal=reveal)


def _revealed(state: State, fact: z.PlaceRevealed, at: Recorded) -> State:
    reveal = replace(state.reveal, shown=fact.shown) if state.reveal else None
    return replace(state, freeze=_moved(state, at), reveal=reveal)


def _released(state: State, _fact: z.ResultsReleased, at: Recorded) -> State:
    return replace(state, freeze=None, reveal=replace(state.reveal, released=at.at) if state.reveal else None)


def about_persons(state: State, at: Recorded) -> State:
    """While results are held, the public page has to be made anew for a fact about a person."""
    if state.freeze is None or at.kind not in PERSONAL:
        return state
    return replace(state, freeze=replace(state.freeze, moved=at.number, personal=at.number))


def _moved(state: State, at: Recorded) -> Freeze | None:
    return replace(state.freeze, moved=at.number) if state.freeze else None


FREEZE: dict[type[Fact], Callable[[State, Any, Recorded], State]] = {
    z.ResultsHeld: _held,
    z.RevealBegun: _begun,
    z.PlaceRevealed: _revealed,
    z.ResultsReleased: _released,
}
