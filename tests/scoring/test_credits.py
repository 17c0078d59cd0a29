"""One entrant, several teams: his points go to each by its share, once."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from scoring import Problem, Result

RACE = """
contest = [{ id = "c", rules = "r" }]
team = [{ id = "A", city = "X" }, { id = "B", city = "X" }, { id = "C", city = "Y" }]
entrant = [
    { contest = "c", id = "1", team = "A", credit = [{ team = "A", share = "1/2" }, { team = "C", share = "1/2" }] },
    { contest = "c", id = "2", team = "C" },
    { contest = "c", id = "3", team = "B" },
]
mark = [
    { contest = "c", entrant = "1", place = 1 },
    { contest = "c", entrant = "2", place = 2 },
    { contest = "c", entrant = "3", place = 3 },
]
[rules.r.team.members]
"""
POINTS = 'value = "points"\npoints = { kind = "table", table = [10, 6, 4] }\n'


def test_all_who_are_named_for_a_team_count_and_so_does_whoever_it_shares(scored: Callable[[str], Result]) -> None:
    squads = scored(RACE + 'kind = "named"\n' + POINTS).contests["c"].squads
    sums = {team: (squad.sum, squad.needed, squad.wanting) for team, squad in squads.items()}
    assert sums == {"A": (5, 1, 0), "B": (4, 1, 0), "C": (11, 2, 0)}


def test_a_reason_tells_what_part_of_a_shared_value_counts(scored: Callable[[str], Result]) -> None:
    contest = scored(RACE + 'kind = "named"\n' + POINTS).contests["c"]
    told = {row.key: row.because().args["members"] for row in contest.teams.rows if row.because()}
    assert told["A"] == [{"entrant": "1", "value": 5, "share": Fraction(1, 2)}]
    assert told["B"] == [{"entrant": "3", "value": 4}]


@pytest.mark.parametrize("way", ["best", "all"])
def test_a_city_has_the_shares_of_all_its_teams(scored: Callable[[str], Result], way: str) -> None:
    standing = f"""
    [[standing]]
    id = "cities"
    cities = "{way}"
    value = {{ kind = "table", table = [10, 6, 4], of = "entrants" }}
    """
    text = RACE.replace('{ team = "C", share', '{ team = "B", share') + 'kind = "best"\nk = 1\n' + POINTS + standing
    table = scored(text).standings["cities"]
    assert {row.team: row.total for row in table.rows} == {"X": 14, "Y": 6}
    assert [one.share for one in table.rows[0].cells[0].shares] == [Fraction(1), 1]


def test_a_team_is_named_once_among_those_who_share(refused: Callable[[str], list[Problem]]) -> None:
    text = RACE.replace('{ team = "C", share', '{ team = "A", share') + 'kind = "best"\nk = 1\n' + POINTS
    assert [(one.kind, one.path) for one in refused(text)] == [("duplicate_id", "entrant[0].credit[1]")]


def test_whose_shares_go_to_teams_that_do_not_count_brings_his_city_nothing(scored: Callable[[str], Result]) -> None:
    text = RACE.replace(
        '{ id = "C", city = "Y" }', '{ id = "C", city = "Y", scores = false }, { id = "D", city = "Y" }'
    )
    text = text.replace(
        'credit = [{ team = "A", share = "1/2" }, { team = "C", share = "1/2" }]', 'credit = [{ team = "C" }]'
    )
    standing = (
        '[[standing]]\nid = "o"\ncities = "all"\nvalue = { kind = "table", table = [10, 6, 4], of = "entrants" }\n'
    )
    table = scored(text + 'kind = "best"\nk = 1\n' + POINTS + standing).standings["o"]
    assert {row.team: row.total for row in table.rows} == {"X": 4, "Y": 0}


def test_a_team_whose_quota_is_full_takes_nothing_from_who_shares_with_it(scored: Callable[[str], Result]) -> None:
    text = RACE.replace('id = "1", team = "A", credit = [', 'id = "1", team = "C", credit = [')
    text = text.replace('id = "2", team = "C"', 'id = "2", team = "C", credit = [{ team = "C" }, { team = "B" }]')
    standing = '[[standing]]\nid = "o"\nvalue = { kind = "table", table = [10, 6, 4], of = "entrants", scorers = 1 }\n'
    table = scored(text + 'kind = "best"\nk = 1\n' + POINTS + standing).standings["o"]
    assert {row.team: row.total for row in table.rows} == {"A": 5, "C": 5, "B": 6}


def test_a_group_of_teams_keeps_the_shares_of_others_entrants(scored: Callable[[str], Result]) -> None:
    text = RACE.replace('id = "1", team = "A"', 'id = "1", team = "B"')
    standing = '[[standing]]\nid = "o"\nteams = ["A", "C"]\nplaces = "own"\n'
    standing += 'value = { kind = "table", table = [10, 6, 4], of = "entrants" }\n'
    table = scored(text + 'kind = "best"\nk = 1\n' + POINTS + standing).standings["o"]
    assert {row.team: row.total for row in table.rows} == {"A": 5, "C": 11}
