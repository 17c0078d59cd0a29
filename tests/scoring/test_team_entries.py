"""Contests in which the teams themselves are entered: places of a jury, scores."""

from fractions import Fraction

import pytest

from scoring import ContestResult, parse, score

JURY = {
    "format": 1,
    "contest": [{"id": "dance", "rules": "jury"}],
    "rules": {"jury": {"order": {"blocks": [{"by": ["place"]}], "places": "given"}}},
    "team": [{"id": "A"}, {"id": "B"}, {"id": "C"}],
}


def jury(**places: int) -> ContestResult:
    marks = [{"contest": "dance", "team": team, "place": place} for team, place in places.items()]
    return score(parse({**JURY, "mark": marks})).contests["dance"]


def test_the_places_of_a_jury_are_kept_as_they_are() -> None:
    assert {row.key: row.place for row in jury(A=2, B=5, C=2).teams.rows} == {"A": 2, "C": 2, "B": 5}


@pytest.mark.parametrize(("placed", "complete"), [({"A": 1, "B": 2}, False), ({"A": 1, "B": 2, "C": 3}, True)])
def test_a_contest_of_teams_is_complete_when_every_team_is_known(placed: dict[str, int], complete: bool) -> None:
    assert jury(**placed).complete == complete


def test_a_score_counts_most_unless_the_stage_says_otherwise() -> None:
    rules = {"g": {"stages": [{"format": "list", "mark": "score", "wins": "least"}]}}
    marks = [{"contest": "dance", "team": team, "score": score} for team, score in (("A", "12.5"), ("B", "1/2"))]
    contest = score(
        parse({**JURY, "contest": [{"id": "dance", "rules": "g"}], "rules": rules, "mark": marks})
    ).contests["dance"]
    assert [(row.key, row.because().args["shown"]) for row in contest.ranking.rows if row.because()] == [
        ("B", Fraction(1, 2)),
        ("A", Fraction(25, 2)),
    ]
