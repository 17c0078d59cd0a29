"""Stages of one contest: the later one first, the rest in the order of the stage they came to, each by its own kind."""

from typing import Any

from scoring import ContestResult, parse, score


def held(stages: list[dict[str, Any]], facts: dict[str, Any], **rules: Any) -> ContestResult:
    document = {
        "format": 1,
        "contest": [{"id": "c", "rules": "r"}],
        "rules": {"r": {"stages": stages, **rules}},
        "team": [{"id": one} for one in "ABCD"],
        **facts,
    }
    return score(parse(document)).contests["c"]


def marks(kind: str, **stages: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"contest": "c", "stage": stage, "team": team, kind: shown}
        for stage, shown_by in stages.items()
        for team, shown in shown_by.items()
    ]


def places(contest: ContestResult) -> dict[str, Any]:
    return {row.key: row.place for row in contest.teams.rows}


HEATS = [{"id": "heat", "format": "list", "mark": "time"}, {"id": "final", "format": "list", "mark": "time"}]


def test_whoever_is_not_in_the_final_stands_below_it_by_the_heat() -> None:
    run = held(HEATS, {"mark": marks("time", heat={"A": 10, "B": 11, "C": 12, "D": 13}, final={"B": 12, "A": 13})})
    assert places(run) == {"B": 1, "A": 2, "C": 3, "D": 4}


def test_whoever_ran_in_the_heats_and_not_in_the_final_has_not_stayed_away() -> None:
    """B ran in the heat and not in the final; C was in neither."""
    away = [
        {"contest": "c", "stage": at, "team": team, "status": "DNS"} for team, at in (("B", "final"), ("C", "heat"))
    ]
    run = held(HEATS, {"mark": marks("time", heat={"A": 10, "B": 11}, final={"A": 12}) + away})
    assert {team: str(run.absences[team]) for team in "BC"} == {"B": "unplaced", "C": "no_show"}


def test_members_are_worth_what_they_showed_last() -> None:
    """A: 13 in the final; C: 12 in the heat, which was its last race."""
    team = {"members": {"kind": "best", "k": 1, "value": "time"}, "wins": "least"}
    facts = {"mark": marks("time", heat={"A": 10, "C": 12}, final={"A": 13})}
    assert {key: squad.sum for key, squad in held(HEATS, facts, team=team).squads.items()} == {"A": 13_000, "C": 12_000}


def test_a_stage_of_another_kind_of_mark_is_ranked_by_that() -> None:
    stages = [{"id": "run", "format": "list", "mark": "time"}, {"id": "shoot", "format": "list", "mark": "score"}]
    shown = marks("time", run={"A": 10, "B": 11, "C": 12}) + marks("score", shoot={"B": 90})
    assert places(held(stages, {"mark": shown})) == {"B": 1, "A": 2, "C": 3}


def match(stage: str, sides: str, score: list[int], unit: str = "") -> dict[str, Any]:
    return {"contest": "c", "stage": stage, "sides": sides.split(), "score": score, **({"unit": unit} if unit else {})}


GROUP = {"id": "group", "format": "round_robin", "points": {"win": 2, "loss": 0}}


def test_a_group_before_a_bracket_is_ranked_by_its_points() -> None:
    final = {"id": "final", "format": "knockout", "bracket": [{"unit": "f", "winner": 1, "loser": 2}]}
    met = [match("group", "C D", [2, 1]), match("group", "A C", [1, 0]), match("final", "A B", [0, 1], "f")]
    assert places(held([GROUP, final], {"match": met})) == {"B": 1, "A": 2, "C": 3, "D": 4}


def test_a_group_and_a_list_go_together() -> None:
    shoot = {"id": "shoot", "format": "list", "mark": "score"}
    facts = {"match": [match("group", "A B", [1, 0])], "mark": marks("score", shoot={"B": 5})}
    assert places(held([GROUP, shoot], facts)) == {"B": 1, "A": 2}
