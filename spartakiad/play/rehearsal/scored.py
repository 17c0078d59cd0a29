"""The standings of a plan: its own document, put together without the application, scored by the engine."""

from collections.abc import Mapping
from typing import Any

import scoring
from spartakiad.play.rehearsal.plan import Plan
from spartakiad.play.rehearsal.programme import Contest
from spartakiad.play.rehearsal.results import BETWEEN, Line

Rows = dict[str, list[tuple[str, ...]]]


def document(plan: Plan) -> dict[str, Any]:
    """Athletes are called by team and seat here: nothing of a table depends on what they are called."""
    truth = [(contest, line) for contest in plan.held for line in plan.lines[contest.id]]
    return {
        **{name: value for name, value in plan.regulation.items() if name != "eligibility"},
        "team": [{"id": team, "title": title} for team, title in plan.teams.items()],
        "entrant": [row for contest in plan.contests for row in _entrants(plan, contest)],
        "mark": [_mark(contest, line) for contest, line in truth if contest.kind != "match"],
        "match": [_match(line) for contest, line in truth if contest.kind == "match"],
    }


def standings(plan: Plan) -> Rows:
    return rows(scoring.as_json(scoring.score(scoring.parse(document(plan)))))


def rows(result: Mapping[str, Any]) -> Rows:
    """Of what `python -m scoring` prints: each standing as team, place and total, and so the teams of each contest."""
    tables = {f"standing {name}": one["rows"] for name, one in result["standings"].items()}
    tables |= {f"contest {name}": one["teams"] for name, one in result["contests"].items()}
    return {
        name: sorted((row["team"], str(row["place"]), str(row.get("total", ""))) for row in table)
        for name, table in tables.items()
    }


def _entrants(plan: Plan, contest: Contest) -> list[dict[str, Any]]:
    if contest.kind == "match":
        return [{"id": team, "team": team, "contest": contest.id} for team in plan.teams]
    own = [(team, f"{team}/{seat}") for team in plan.teams for seat in contest.seats]
    return [{"id": one, "team": team, "contest": contest.id} for team, one in own]


def _mark(contest: Contest, line: Line) -> dict[str, Any]:
    return {"contest": contest.id, "entrant" if contest.seats else "team": line.who, **line.shown.value}


def _match(line: Line) -> dict[str, Any]:
    return {
        "contest": line.contest,
        "unit": line.who.replace(BETWEEN, "-"),
        "sides": line.who.split(BETWEEN),
        **line.shown.value,
    }
