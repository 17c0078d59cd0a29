"""Facts applied to a state and written nowhere."""

import json
from collections.abc import Iterable
from datetime import datetime

from spartakiad.competition.apply import apply
from spartakiad.competition.facts import Fact
from spartakiad.competition.state import State
from spartakiad.store.journal import Recorded


def supposed(state: State, facts: Iterable[Fact], by: str, at: datetime) -> State:
    """The state as it would be after them."""
    for fact in facts:
        state = apply(state, _as_recorded(state, fact, by, at))
    return state


def _as_recorded(state: State, fact: Fact, by: str, at: datetime) -> Recorded:
    """As the journal would give it back."""
    line = fact.line(state.next_version(fact.subject))
    payload = json.loads(json.dumps(line.payload))
    return Recorded(
        state.number + 1, line.kind, line.subject, line.version, payload, line.texts, by, "", "", at, hash=""
    )
