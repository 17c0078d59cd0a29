"""A contest in parts: distances and age groups with lists of their own, and one scoring line for the team."""

from collections.abc import Callable

import pytest

from scoring import Document, Problem, Result, as_json, explain, score

SKI = """
contest = [{ id = "ski", rules = "ski" }]
team = [{ id = "A" }, { id = "B" }, { id = "C" }]
part = [
  { contest = "ski", id = "women", rules = "race", title = "3 км" },
  { contest = "ski", id = "men", rules = "race", title = "5 км" },
  { contest = "ski", id = "relay", rules = "race", title = "эстафета" },
]
[rules.race]
stages = [{ format = "list", mark = "place" }]
"""
POINTS = """
[rules.ski.team]
incomplete = "as_is"
members = { kind = "quota", value = "points", points = { kind = "table", table = [10, 8, 6, 4], beyond = 1 }, groups = [
  { parts = ["women"], k = 1 }, { parts = ["men"], k = 2 }, { parts = ["relay"], k = 1, weight = 2 } ] }
[[standing]]
id = "overall"
value = { kind = "n_down" }
"""
WOMEN = {"A": "a1 a2", "B": "b1", "C": "c1"}
MEN = {"A": "a3 a4", "B": "b3 b4 b5", "C": ""}


def start_list() -> str:
    parts = [("women", WOMEN), ("men", MEN)]
    names = [(name, team, part) for part, teams in parts for team, own in teams.items() for name in own.split()]
    rows = [f'{{ id = "{name}", contest = "ski", team = "{team}", part = "{part}" }}' for name, team, part in names]
    return f"entrant = [{', '.join(rows)}]\n"


def protocol(women: str, men: str, relay: str) -> str:
    """Each list best first; in the relay the teams themselves."""
    lists = [("women", women, "entrant"), ("men", men, "entrant"), ("relay", relay, "team")]
    rows = [
        f'{{ contest = "ski", part = "{part}", {who} = "{name}", place = {place} }}'
        for part, names, who in lists
        for place, name in enumerate(names.split(), 1)
    ]
    return f"mark = [{', '.join(rows)}]\n"


@pytest.fixture
def race(scored: Callable[[str], Result]) -> Result:
    return scored(start_list() + protocol("b1 a1 c1 a2", "b3 a3 b4 a4 b5", "A C B") + SKI + POINTS)


def test_every_part_has_a_list_of_its_own(race: Result) -> None:
    parts = race.contests["ski"].parts
    assert {key: [row.key for row in part.ranking.rows] for key, part in parts.items()} == {
        "women": ["b1", "a1", "c1", "a2"],
        "men": ["b3", "a3", "b4", "a4", "b5"],
        "relay": ["A", "C", "B"],
    }


def test_a_woman_two_men_and_the_relay_counted_twice_make_one_line(race: Result) -> None:
    """A: 8 + (8 + 4) + 2 × 10; B: 10 + (10 + 6) + 2 × 6; C has no men: 6 + 2 × 8."""
    ski = race.contests["ski"]
    assert {key: squad.sum for key, squad in ski.squads.items()} == {"A": 40, "B": 38, "C": 22}
    assert [(row.key, row.place) for row in ski.teams.rows] == [("A", 1), ("B", 2), ("C", 3)]
    assert [(row.team, row.total) for row in race.standings["overall"].rows] == [("A", 3), ("B", 2), ("C", 1)]


def test_the_explanation_goes_down_to_the_lists_of_the_parts(race: Result) -> None:
    place = explain(race, "overall", "A").children[0].children[0]
    assert sorted((one.label, one.value) for one in place.children) == [("A", 20), ("a1", 8), ("a3", 8), ("a4", 4)]
    assert {one.label: one.reason and one.reason.args["value"] for one in place.children} == {
        "A": 1,
        "a1": 2,
        "a3": 2,
        "a4": 4,
    }


def test_a_team_that_lacks_a_man_has_no_place_where_all_are_needed(scored: Callable[[str], Result]) -> None:
    strict = POINTS.replace('incomplete = "as_is"\n', "")
    ski = scored(start_list() + protocol("b1 a1 c1 a2", "b3 a3 b4 a4 b5", "A C B") + SKI + strict).contests["ski"]
    assert {row.key: row.place for row in ski.teams.rows} == {"A": 1, "B": 2, "C": None}
    assert ski.absences == {"C": "incomplete"}


def test_one_mark_changed_scores_as_if_it_had_been_so_from_the_start(
    parsed: Callable[[str], Document], scored: Callable[[str], Result]
) -> None:
    document = parsed(start_list() + protocol("b1 a1 c1 a2", "b3 a3 b4 a4 b5", "A C B") + SKI + POINTS)
    changed = document.with_mark({"contest": "ski", "entrant": "b5", "place": 1})
    fresh = scored(
        start_list()
        + protocol("b1 a1 c1 a2", "b3 a3 b4 a4 b5", "A C B").replace('"b5", place = 5', '"b5", place = 1')
        + SKI
        + POINTS
    )
    assert as_json(score(changed, score(document))) == as_json(fresh)


def test_entrants_places_are_worth_points_in_each_part(scored: Callable[[str], Result]) -> None:
    """4-3-2-1 in each list, two scorers of a team in each."""
    value = '{ kind = "table", table = [4, 3, 2, 1], beyond = 0, of = "entrants", scorers = 2 }'
    standing = f'[rules.ski]\n[[standing]]\nid = "overall"\nvalue = {value}\n'
    result = scored(start_list() + protocol("b1 a1 c1 a2", "b3 a3 b4 a4 b5", "A C B") + SKI + standing)
    assert {row.team: row.total for row in result.standings["overall"].rows} == {
        "A": (3 + 1) + (3 + 1) + 4,
        "B": 4 + (4 + 2) + 2,
        "C": 2 + 3,
    }


@pytest.mark.parametrize(
    ("text", "kind", "path"),
    [
        (start_list().replace(', part = "men"', "", 1), "missing_key", "entrant[4]"),
        (start_list().replace('part = "men"', 'part = "mem"', 1), "unknown_reference", "entrant[4].part"),
        (start_list() + protocol("b3", "", ""), "other_part", "mark[0].part"),
        ('mark = [{ contest = "ski", team = "A", place = 1 }]\n', "missing_key", "mark[0]"),
        (start_list() + 'match = [{ contest = "ski", sides = ["A", "B"] }]\n', "unknown_reference", "match[0].sides"),
    ],
)
def test_what_is_wrong_with_parts_is_said(
    refused: Callable[[str], list[Problem]], text: str, kind: str, path: str
) -> None:
    assert (kind, path) in [(one.kind, one.path) for one in refused(text + SKI + POINTS)]


def test_a_contest_in_parts_needs_to_know_which_members_count(refused: Callable[[str], list[Problem]]) -> None:
    found = refused(SKI + '[rules.ski]\n[[standing]]\nid = "overall"\n')
    assert [(one.kind, one.path) for one in found] == [("parts_need_members", "contest[0]")]
