"""The regulation of the demonstration can be scored, and every rule of it has its clause."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from scoring import Result, load_text, parse, score

FILE = Path(__file__).parents[2] / "fixtures" / "regulations" / "demo.toml"
TEAMS = ("pskov", "vologda", "ivanovo", "kirov")


@pytest.fixture(scope="module")
def raw() -> dict[str, Any]:
    return dict(load_text(FILE.read_text(encoding="utf-8"), "toml"))


def played(raw: dict[str, Any], contests: list[str]) -> Result:
    """These contests held, the teams finishing everywhere in one order."""
    document = parse(raw)
    facts: dict[str, list[dict[str, Any]]] = {"team": [{"id": team} for team in TEAMS], "entrant": [], "mark": []}
    facts["match"] = []
    for contest in contests:
        case = document.cases[contest]
        if case.rules.stages[0].takes == "matches":
            pairs = combinations(TEAMS, 2)
            facts["match"] += [{"contest": contest, "sides": list(pair), "score": [2, 0]} for pair in pairs]
        elif case.rules.team.members.verbatim:
            kind = "time" if document.mark_rule(contest).criterion == "time" else "place"
            shown = [{"time": f"5{order}:00", "place": order}[kind] for order in range(1, len(TEAMS) + 1)]
            facts["mark"] += [
                {"contest": contest, "team": team, kind: value} for team, value in zip(TEAMS, shown, strict=True)
            ]
        else:
            _race(facts, contest, document.mark_rule(contest).criterion)
    return score(parse(raw | facts))


def _race(facts: dict[str, list[dict[str, Any]]], contest: str, kind: str) -> None:
    """Three of each team, against the clock or for points."""
    for order, team in enumerate(TEAMS):
        for number in range(3):
            who = f"{contest}-{team}-{number}"
            value = f"{20 + order}:0{number}" if kind == "time" else 100 - order * 10 - number
            facts["entrant"].append({"id": who, "contest": contest, "team": team})
            facts["mark"].append({"contest": contest, "entrant": who, kind: value})


def counting(raw: dict[str, Any]) -> list[str]:
    return [contest["id"] for contest in raw["contest"] if not contest.get("outside")]


def test_it_says_that_it_is_invented(raw: dict[str, Any]) -> None:
    assert "вымышленн" in raw["about"]["title"]


def test_every_rule_has_its_clause(raw: dict[str, Any]) -> None:
    document = parse(raw)
    rules = [case.rules for case in document.cases.values()]
    clauses = [one.order.clause for one in rules] + [one.team.clause for one in rules if one.team.order]
    for one in document.standings:
        clauses += [one.value.clause, one.absent.clause, one.count.clause, one.order.clause]
    assert [clause for clause in [*clauses, document.cup and document.cup.clause] if not clause] == []


def test_the_team_that_wins_everything_is_proposed_for_the_cup(raw: dict[str, Any]) -> None:
    cup = played(raw, counting(raw)).cup
    assert cup is not None and (cup.state, cup.teams) == ("proposed", ("pskov",))


def test_while_a_contest_is_not_held_the_cup_waits_for_it(raw: dict[str, Any]) -> None:
    *held, last = counting(raw)
    cup = played(raw, held).cup
    assert cup is not None and (cup.state, cup.missing) == ("not_computable", (last,))


def test_a_value_is_left_out_of_every_total(raw: dict[str, Any]) -> None:
    rows = played(raw, counting(raw)).standings["overall"].rows
    assert [sum(not cell.counted for cell in row.cells) for row in rows] == [2] * len(TEAMS)
