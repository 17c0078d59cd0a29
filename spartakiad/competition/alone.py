"""One contest scored by itself, out of a state: what a decision about its next stage stands on."""

from dataclasses import replace
from typing import Any

import scoring
from spartakiad.competition.document import parsed
from spartakiad.competition.state import State


def scored_alone(state: State, contest: str) -> scoring.ContestResult:
    """By the results as they are entered."""
    regulation: dict[str, Any] = {"format": state.regulation["format"], "rules": state.regulation["rules"]}
    for name, ours in (("contest", "id"), ("part", "contest"), ("decision", "contest"), ("adjustment", "contest")):
        regulation[name] = [row for row in state.regulation.get(name, ()) if row.get(ours) == contest]
    alone = replace(
        state,
        regulation=regulation,
        entries={key: one for key, one in state.entries.items() if key[0] == contest},
        marks=state.marks_of(contest),
        scratches={key: one for key, one in state.scratches.items() if key[0] == contest},
        decisions={number: one for number, one in state.decisions.items() if one.contest == contest},
        cancelled={},
        cup_decision=None,
        taken={},
    )
    return scoring.score(parsed(alone)).contests[contest]
