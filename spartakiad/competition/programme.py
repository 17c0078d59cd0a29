"""Questions about the programme that a regulation answers: which contests, whose marks of what kind; which teams."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spartakiad.competition.ages import Born, born_between, both
from spartakiad.competition.applied import Team
from spartakiad.competition.lineups import ANY_LINEUP, Lineup, lineup_of
from spartakiad.competition.quotas import Quotas, quotas_of
from spartakiad.competition.state import State
from spartakiad.competition.weights import NOBODY, Weights, weights_of
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
    """A contest as the regulation has it, or one part of it: a distance or a group with a list of its own.

    `by_teams`: a mark belongs to a team, not to an athlete. `by_matches`: results are those of matches. `stages`: as
    declared, at least one. `born`: who is of an age to start; `ranks`: the lowest and the highest, "" where nobody set
    one. `part`: MAIN of a contest as a whole; `part_title`: what the part is called inside its contest; `parts`: of a
    contest in parts, each of them in declared order. `lineup`: who competes for a team where teams do. `weights`: who
    is weighed, and the categories.
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
    quotas: Quotas
    born: Born = (None, None)
    ranks: tuple[str, str] = ("", "")
    clause: str = ""
    lineup: Lineup = ANY_LINEUP
    weights: Weights = NOBODY
    part: str = MAIN
    part_title: str = ""
    parts: tuple["Line", ...] = ()

    @property
    def lists(self) -> tuple["Line", ...]:
        """The parts, each with a list of starters and results; a contest in one part is its own."""
        return self.parts or (self,)

    def list_of(self, part: str) -> "Line":
        """The part of this name; of a contest without it (its places may come from a paper by now) the whole."""
        return next((one for one in self.parts if one.part == part), self)


def in_force(state: State) -> Mapping[str, Any]:
    """The regulation, where contests whose places come from a paper are held by rules that repeat these."""
    regulation = state.regulation
    if not (state.taken or state.brackets):
        return regulation
    drawn = [row for row in regulation["contest"] if any(contest == row["id"] for contest, _ in state.brackets)]
    names = {row["id"]: f"{row['rules']}:{row['id']}" for row in drawn} | dict.fromkeys(state.taken, _TAKEN)
    rows = [{**row, "rules": names.get(row["id"], row["rules"])} for row in regulation["contest"]]
    own = {f"{row['rules']}:{row['id']}": _with_brackets(state, regulation, row) for row in drawn}
    own |= {_TAKEN: _TAKEN_RULES} if state.taken else {}
    changed = {**regulation, "contest": rows, "rules": {**regulation["rules"], **own}}
    parts = [row for row in regulation.get("part", ()) if row["contest"] not in state.taken]
    return {**changed, "part": parts} if "part" in regulation else changed


def _with_brackets(state: State, regulation: Mapping[str, Any], row: Mapping[str, Any]) -> Mapping[str, Any]:
    """The rules of a contest whose bracket was drawn, with that bracket in them."""
    rules = regulation["rules"][row["rules"]]
    stages = [
        {**stage, "bracket": list(state.brackets[row["id"], name])}
        if stage.get("played_to") and (row["id"], name := str(stage.get("id", MAIN))) in state.brackets
        else stage
        for stage in rules.get("stages", ())
    ]
    return {**rules, "stages": stages}


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


def title_of(row: Mapping[str, Any]) -> str:
    """Of a row of a regulation, which need not have one."""
    return str(row.get("title") or row["id"])


def team_of(state: State, team: str) -> Team:
    """One team; Refusal not_found when the Games has none of this name."""
    found = state.teams.get(team)
    if found is None:
        raise Refusal("not_found")
    return found


def conditions_of(regulation: Mapping[str, Any], contest: str) -> Mapping[str, Any]:
    """[eligibility] of one contest."""
    found: Mapping[str, Any] = regulation.get("eligibility", {}).get("contest", {}).get(contest, {})
    return found


def _line(regulation: Mapping[str, Any], row: Mapping[str, Any]) -> Line:
    rules = regulation["rules"][row["rules"]]
    conditions = conditions_of(regulation, row["id"])
    parts = tuple(_part(regulation, row, one) for one in regulation.get("part", ()) if one["contest"] == row["id"])
    return Line(
        id=row["id"],
        title=title_of(row),
        outside=bool(row.get("outside", False)),
        rules=rules,
        by_teams=not parts and "team" not in rules,
        by_matches=_by_matches(rules),
        stages=_stages(rules),
        mark=_stages(rules)[0].get("mark", "place"),
        sex=conditions.get("sex", ""),
        quotas=quotas_of(conditions),
        born=born_between(conditions),
        ranks=(conditions.get("rank_from", ""), conditions.get("rank_to", "")),
        clause=conditions.get("clause", ""),
        lineup=lineup_of(conditions),
        weights=weights_of(conditions, {}),
        parts=parts,
    )


def _part(regulation: Mapping[str, Any], row: Mapping[str, Any], part: Mapping[str, Any]) -> Line:
    """What holds for the contest holds for its parts too; only the quotas of each are its own."""
    whole = conditions_of(regulation, row["id"])
    own = whole.get("part", {}).get(part["id"], {})
    rules = regulation["rules"][part.get("rules") or row["rules"]]
    title = title_of(part)
    return Line(
        id=row["id"],
        title=f"{title_of(row)}: {title}",
        outside=bool(row.get("outside", False)),
        rules=rules,
        by_teams=bool(own.get("teams", False)),
        by_matches=_by_matches(rules),
        stages=_stages(rules),
        mark=_stages(rules)[0].get("mark", "place"),
        sex=own.get("sex") or whole.get("sex", ""),
        quotas=quotas_of(own),
        born=both(born_between(whole), born_between(own)),
        ranks=tuple(own.get(key) or whole.get(key, "") for key in ("rank_from", "rank_to")),
        clause=own.get("clause") or whole.get("clause", ""),
        lineup=lineup_of(own),
        weights=weights_of(whole, own),
        part=part["id"],
        part_title=title,
    )


def _stages(rules: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = rules.get("stages") or ({},)
    return found


def _by_matches(rules: Mapping[str, Any]) -> bool:
    return any(stage.get("format") in MEETINGS for stage in _stages(rules))
