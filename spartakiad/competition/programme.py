"""Questions about the programme that a regulation answers: which contests, whose marks, what kind of mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spartakiad.competition.state import State
from spartakiad.errors import Refusal

MAIN = "main"  # the part and the stage of a contest that has only one
TAKEN: Mapping[str, Any] = {
    "stages": [{"format": "list", "mark": "place"}],
    "order": {"blocks": [{"by": ["place"]}], "places": "given"},
}  # the rules of a contest whose places were taken from a paper
MEETINGS = ("round_robin", "knockout")  # formats whose results are those of matches


@dataclass(frozen=True, slots=True)
class Line:
    """A contest as the regulation has it. `by_teams`: a mark belongs to a team, not to an athlete.

    `by_matches`: results are those of matches. `stages`: as declared, at least one.
    """

    id: str
    title: str
    outside: bool
    rules: Mapping[str, Any]
    by_teams: bool
    by_matches: bool
    stages: Sequence[Mapping[str, Any]]
    mark: str
    sex: str
    quota: int | None


def lines(state: State) -> list[Line]:
    """The programme in its own order."""
    return [_line_of(state, row) for row in state.regulation.get("contest", ())]


def line(state: State, contest: str) -> Line:
    """One contest; Refusal not_found when the programme has none of this name."""
    for row in state.regulation.get("contest", ()):
        if row["id"] == contest:
            return _line_of(state, row)
    raise Refusal("not_found")


def _line_of(state: State, row: Mapping[str, Any]) -> Line:
    """By its rules; a contest whose places were taken from a paper is one of teams with a place each."""
    found = _line(state.regulation, row)
    if found.id not in state.taken:
        return found
    return replace(found, rules=TAKEN, by_teams=True, by_matches=False, stages=({},), mark="place")


def _line(regulation: Mapping[str, Any], row: Mapping[str, Any]) -> Line:
    rules = regulation["rules"][row["rules"]]
    stages: Sequence[Mapping[str, Any]] = rules.get("stages") or ({},)
    conditions = regulation.get("eligibility", {}).get("contest", {}).get(row["id"], {})
    return Line(
        id=row["id"],
        title=row["title"],
        outside=bool(row.get("outside", False)),
        rules=rules,
        by_teams="team" not in rules,
        by_matches=any(stage.get("format") in MEETINGS for stage in stages),
        stages=stages,
        mark=stages[0].get("mark", "place"),
        sex=conditions.get("sex", ""),
        quota=conditions.get("quota"),
    )
