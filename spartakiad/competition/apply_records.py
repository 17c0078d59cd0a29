"""apply() for what came from judges' devices."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from spartakiad.competition import record_facts as r
from spartakiad.competition.facts import Fact
from spartakiad.competition.records import Held, Noted
from spartakiad.competition.state import State
from spartakiad.store.journal import Recorded


def _held(state: State, fact: r.RecordHeld, at: Recorded) -> State:
    held = Held(
        record=fact.record,
        contest=fact.contest,
        entrant=fact.entrant,
        raw=fact.raw,
        seen=fact.seen,
        why=fact.why,
        args=fact.args,
        typed_at=fact.typed_at,
        typed_by=fact.typed_by,
        number=at.number,
        by=at.actor,
        device=at.device,
        at=at.at,
        undo=fact.undo,
        read_in=fact.read_in,
    )
    return replace(state, held={**state.held, fact.record: held})


def _settled(state: State, fact: r.RecordSettled, at: Recorded) -> State:
    held = replace(state.held[fact.record], verdict=fact.verdict, settled_by=at.actor, reason=fact.reason)
    return replace(state, held={**state.held, fact.record: held})


def _taken_back(state: State, fact: r.MarkTakenBack, _at: Recorded) -> State:
    gone = (fact.contest, fact.part, fact.stage, fact.entrant)
    left = {key: mark for key, mark in state.marks.items() if key != gone}
    return replace(state, marks=left, undone=state.undone + 1)


def _noted(state: State, fact: r.FinishNoted, at: Recorded) -> State:
    if fact.note == "void":
        return replace(state, finish={key: one for key, one in state.finish.items() if key != fact.value})
    noted = Noted(
        fact.record, fact.contest, fact.part, fact.note, fact.device, fact.order, fact.value, at.number, at.at
    )
    return replace(state, finish={**state.finish, fact.record: noted})


RECORDS: Mapping[type[Fact], Callable[[State, Any, Recorded], State]] = {
    r.RecordHeld: _held,
    r.RecordSettled: _settled,
    r.MarkTakenBack: _taken_back,
    r.FinishNoted: _noted,
}
