"""Questions about the programme that a regulation answers: which contests, whose marks, what kind of mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spartakiad.competition.state import State
from spartakiad.errors import Refusal

MAIN = "main"  # the part and the stage of a contest that has only one
_TAKEN = "taken-from-paper"  # the name of the rules by which the places of a paper are repeated
_TAKEN_RULES: Mapping[str, Any] = {
    "stages": [{"format": "list", "mark": "place"}],
    "order": {"blocks": [{"by": ["place"]}], "places": "given"},
}
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


def in_force(state: State) -> Mapping[str, Any]:
    """The regulation, where contests whose places come from a paper are held by rules that repeat these."""
    regulation = state.regulation
    if not state.taken:
        return regulation
    rows = [{**row, "rules": _TAKEN} if row["id"] in state.taken else row for row in regulation["contest"]]
    changed = {**regulation, "contest": rows, "rules": {**regulation["rules"], _TAKEN: _TAKEN_RULES}}
    parts = [row for row in regulation.get("part", ()) if row["contest"] not in state.taken]
    return {**changed, "part": parts} if "part" in regulation else changed


def lines(state: State) -> list[Line]:
    """The programme in its own order."""
    regulation = in_force(state)
    return [_line(regulation, row) for row in regulation.get("contest", ())]


def line(state: State, contest: str) -> Line:
    """One contest; Refusal not_found when the programme has none of this name."""
    regulation = in_force(state)
    for row in regulation.get("contest", ()):
        if row["id"] == contest:
            return _line(regulation, row)
    raise Refusal("not_found")


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
