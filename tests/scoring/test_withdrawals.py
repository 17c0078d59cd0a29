"""Who withdrew from a round robin, whose matches are void, and who plays outside it: nobody wins the same twice."""

from typing import Any

import pytest

from scoring import Result
from tests.scoring.test_matches import places, protocol, table

REST_LOST = {"withdrawn": "walkover"}


def gone(*teams: str) -> list[dict[str, Any]]:
    return [{"contest": "c", "team": one, "kind": "withdrew"} for one in teams]


def points(result: Result) -> dict[str, object]:
    return {key: table(result, key)["points"] for keys in result.contests["c"].ranking.sets for key in keys}


def test_of_two_who_withdrew_neither_wins_their_match() -> None:
    result = protocol("A-B 1:0, A-C 1:0, B-C 1:0, A-D 1:0, C-D 0:1", REST_LOST, absence=gone("B", "D"))
    assert points(result) == {"A": 9, "B": 3, "C": 0, "D": 3}
    assert result.contests["c"].complete


def test_nobody_wins_by_the_withdrawal_of_a_team_that_plays_outside() -> None:
    teams = [{"id": one} for one in "ABC"] + [{"id": "D", "displaces": False}]
    result = protocol("A-B 1:0, B-C 1:0, A-D 0:5", REST_LOST, absence=gone("C"), team=teams)
    assert points(result) == {"A": 6, "B": 3, "C": 0}
    result = protocol("A-B 1:0, B-C 1:0, A-C 2:0, A-D 0:5", REST_LOST, absence=gone("D"), team=teams)
    assert points(result) == {"A": 6, "B": 3, "C": 0}
    assert result.contests["c"].ranking.by_key["D"].because().kind == "guest"


def test_matches_of_a_team_that_were_annulled_are_not_won_by_its_withdrawal() -> None:
    void = {"kind": "annul", "contest": "c", "entrant": "C"}
    result = protocol("A-B 1:0, A-C 1:0", REST_LOST, absence=gone("C"), decision=[void])
    assert points(result) == {"A": 3, "B": 0}
    assert not result.unused


@pytest.mark.parametrize(("places_", "expected"), [("mean", "3/2 3/2 7/2 7/2"), ("dense", "1 1 2 2")])
def test_two_pools_side_by_side_number_their_places_as_declared(places_: str, expected: str) -> None:
    order = {"blocks": [{"by": ["points"]}], "places": places_}
    pools = [{"contest": "c", "id": key, "pool": pool} for key, pool in zip("ABCD", "1122", strict=True)]
    result = protocol("A-B 1:0, C-D 1:0", order=order, entrant=pools)
    assert " ".join(str(row.place) for row in result.contests["c"].ranking.rows) == expected


def test_whose_matches_are_all_void_is_told_why_he_has_no_place() -> None:
    void = [{"kind": "annul", "contest": "c", "entrant": one} for one in "AB"]
    rows = protocol("A-B 1:0", decision=void).contests["c"].ranking.rows
    assert [(row.key, row.place, getattr(row.because(), "kind", None)) for row in rows] == [
        ("A", None, "matches_annulled"),
        ("B", None, "matches_annulled"),
    ]


def test_somebody_annulled_who_met_nobody_starts_for_no_team() -> None:
    standing = {"id": "o", "order": {"blocks": [{"by": ["total", "starters"]}]}}
    void = {"kind": "annul", "contest": "c", "entrant": "C"}
    teams = [{"id": one} for one in "ABC"]
    result = protocol("A-B 1:1", team=teams, decision=[void], standing=[standing])
    assert places(result) == "A=B"
    assert [row.team for row in result.standings["o"].rows] == ["A", "B", "C"]
