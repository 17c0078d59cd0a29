"""[eligibility] of a regulation: who may start. It is ours, not the engine's, so its unknown keys are refused here.

[eligibility.contest.<id>]: sex = "f" | "m"; quota = number of athletes a team may enter; clause = where it is written.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from spartakiad.competition.programme import Line
from spartakiad.competition.state import State
from spartakiad.errors import Refusal

_KEYS = ("sex", "quota", "clause")


def check_eligibility(document: Mapping[str, Any]) -> None:
    """Raises Refusal regulation_broken at the first key that nobody would read."""
    section = document.get("eligibility", {})
    _only(section, ("contest",), "eligibility")
    for contest, conditions in section.get("contest", {}).items():
        _only(conditions, _KEYS, f"eligibility.contest.{contest}")


def check_entry(state: State, line: Line, team: str, sex: str) -> None:
    """One more athlete of a team in a contest: right sex, quota not full. Raises Refusal with the clause."""
    clause = state.regulation.get("eligibility", {}).get("contest", {}).get(line.id, {}).get("clause", "")
    if line.sex and sex != line.sex:
        raise Refusal("wrong_sex", contest=line.title, sex=line.sex, clause=clause)
    entered = sum(entry.team == team and entry.role == "team" for entry in state.entries_of(line.id))
    if line.quota is not None and entered >= line.quota:
        title = state.teams[team].title
        raise Refusal("quota_full", contest=line.title, team=title, quota=line.quota, clause=clause)


def _only(mapping: Mapping[str, Any], known: tuple[str, ...], path: str) -> None:
    for key in mapping:
        if key not in known:
            nearest = get_close_matches(key, known, n=1, cutoff=0.0)
            raise Refusal(
                "regulation_broken", "document", path=f"{path}.{key}", problem="unknown_key", nearest=nearest[0]
            )
