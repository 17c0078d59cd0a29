"""A city with several teams: the best of them counts, or all; the standing is one of cities."""

from typing import Any

import pytest

from scoring import Result, as_json, explain, parse, score

TEAMS = [
    {"id": "a1", "city": "Вологда"},
    {"id": "a2", "city": "Вологда"},
    {"id": "b1", "city": "Тверь"},
    {"id": "c1", "city": "Псков"},
]


def held(rule: dict[str, Any], team: Any = None, adjustment: Any = (), **contests: str) -> Result:
    """A contest is its teams, best first."""
    marks = [
        {"contest": contest, "team": team, "place": place}
        for contest, order in contests.items()
        for place, team in enumerate(order.split(), 1)
    ]
    document = {
        "format": 1,
        "contest": [{"id": one, "rules": "jury"} for one in contests],
        "rules": {"jury": {"order": {"blocks": [{"by": ["place"]}], "places": "given"}}},
        "standing": [{"id": "cities", "value": {"kind": "n_down", "n": 4}, **rule}],
        "team": team or TEAMS,
        "mark": marks,
        "adjustment": list(adjustment),
    }
    return score(parse(document))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"cities": "best"}, {"Вологда": 4 + 4, "Тверь": 2 + 3, "Псков": 1 + 2}),
        ({"cities": "best", "places": "own"}, {"Вологда": 4 + 4, "Тверь": 3 + 3, "Псков": 2 + 2}),
        ({"cities": "all"}, {"Вологда": (4 + 3) + (4 + 1), "Тверь": 2 + 3, "Псков": 1 + 2}),
    ],
)
def test_what_the_teams_of_a_city_bring_it(rule: dict[str, Any], expected: dict[str, int]) -> None:
    table = held(rule, ski="a1 a2 b1 c1", chess="a2 b1 c1 a1").standings["cities"]
    assert {row.team: row.total for row in table.rows} == expected


def test_a_city_explains_itself_by_its_teams() -> None:
    tree = explain(held({"cities": "all"}, ski="a1 b1 a2 c1"), "cities", "Вологда")
    ski = tree.children[0]
    assert ski.reason and ski.reason.kind == "teams_points"
    assert [(one.label, one.value) for one in ski.children] == [("a1", 4), ("a2", 2)]


def test_a_city_in_the_place_of_its_best_team_explains_that_place() -> None:
    tree = explain(held({"cities": "best"}, ski="b1 a2 a1 c1"), "cities", "Вологда")
    place = tree.children[0].children[0]
    assert (place.value, place.children[0].label) == (2, "a2")


def test_a_city_is_absent_only_when_all_its_teams_are() -> None:
    rule = {"cities": "best", "absent": {"any": -1}}
    table = held(rule, ski="a2 b1").standings["cities"]
    assert {row.team: (row.total, row.cells[0].absence) for row in table.rows} == {
        "Вологда": (4, None),
        "Тверь": (3, None),
        "Псков": (-1, "not_entered"),
    }


def test_what_a_team_is_fined_its_city_pays() -> None:
    result = held({"cities": "best"}, ski="a1 b1")
    fined = {"team": "a2", "points": -2, "document": "№ 4"}
    document = {"format": 1, "contest": [], "team": TEAMS, "adjustment": [fined]}
    table = score(parse({**document, "standing": [{"id": "cities", "cities": "all"}]})).standings["cities"]
    assert table.by_team["Вологда"].total == -2
    assert as_json(result)


def test_a_team_that_the_standing_does_not_name_brings_its_city_nothing() -> None:
    paper = [{"team": "a1", "points": 100}]
    for cities, expected in (("best", {"Вологда": 2, "Тверь": 3}), ("all", {"Вологда": 2, "Тверь": 3})):
        table = held({"cities": cities, "teams": ["a2", "b1"]}, ski="a1 b1 a2 c1", adjustment=paper)
        assert {row.team: row.total for row in table.standings["cities"].rows} == expected


def test_a_team_outside_the_standings_brings_its_city_nothing() -> None:
    outside = [{**one, "scores": one["id"] != "a1"} for one in TEAMS]
    for cities in ("best", "all"):
        table = held({"cities": cities}, ski="a1 b1 a2 c1", team=outside).standings["cities"]
        assert {row.team: row.total for row in table.rows} == {"Вологда": 2, "Тверь": 3, "Псков": 1}
    alone = [{**one, "scores": one["id"] not in ("a1", "a2")} for one in TEAMS]
    table = held({"cities": "best"}, ski="a1 b1 a2 c1", team=alone).standings["cities"]
    assert {row.team: (row.total, row.guest) for row in table.rows}["Вологда"] == (4, True)
