"""The regulation of the demonstration can be scored, and every rule of it has its clause."""

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
    """These contests held, the teams finishing everywhere in one order: three a team against the clock, or a jury."""
    document = parse(raw)
    entrants, marks = [], []
    for contest in contests:
        for order, team in enumerate(TEAMS):
            if document.mark_rule(contest).criterion == "place":
                marks.append({"contest": contest, "team": team, "place": order + 1})
                continue
            runners = [f"{contest}-{team}-{number}" for number in range(3)]
            entrants += [{"id": who, "contest": contest, "team": team} for who in runners]
            marks += [{"contest": contest, "entrant": who, "time": f"{20 + order}:0{who[-1]}"} for who in runners]
    facts = {"team": [{"id": team} for team in TEAMS], "entrant": entrants, "mark": marks}
    return score(parse(raw | facts))


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
    assert [sum(not cell.counted for cell in row.cells) for row in rows] == [1] * len(TEAMS)
