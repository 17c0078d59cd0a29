"""A joint team where teams compete as a whole: it is entered, and its points are divided as those of its athletes."""

import tomllib
from fractions import Fraction

import pytest

import scoring
from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.delegations import Enter
from spartakiad.competition.decide.marks import EnterMark
from spartakiad.competition.decide.setup import AdoptRegulation, JoinTeam, StateGames
from spartakiad.competition.document import parsed
from spartakiad.competition.matches import matches_of
from tests.competition.playing import Played
from tests.competition.test_joint import CITIES, JOINT

# Matches and a relay; the first gets 10 points, then 6 and 4.
REGULATION = """
format = 1
contest = [{ id = "chess", title = "Шахматы", rules = "chess" }, { id = "relay", title = "Эстафета", rules = "relay" }]
[rules.chess]
stages = [{ format = "round_robin", legs = 1, points = { win = 2, draw = 1 } }]
order = { blocks = [{ by = ["points"] }], end = "share" }
[rules.relay]
stages = [{ format = "list", mark = "time", precision = "0.1" }]
order = { blocks = [{ by = ["time"] }], end = "share" }
[[standing]]
id = "overall"
value = { kind = "table", table = [10, 6, 4], of = "entrants", scorers = 9 }
absent = { any = 0 }
[eligibility.joint]
counts = "%s"
"""
TEAMS = (JOINT, "pskov", "tver")


def total(counts: str, contest: str) -> dict[str, Fraction]:
    """They take their places in the order of TEAMS."""
    games = Played()
    games.do(AdoptRegulation(tomllib.loads(REGULATION % counts)))
    games.do(JoinTeam(JOINT, "Вологда – Псков", "vologda", CITIES))
    for team in TEAMS[1:]:
        games.do(JoinTeam(team, team.title(), team))
    games.do(StateGames("entries_open"))
    for team in TEAMS:
        games.do(Enter(contest, team, team, "team", ""))
    for state in ("entries_closed", "under_way"):
        games.do(StateGames(state))
    games.do(ReleaseStarts(contest))
    if contest == "relay":
        for at, team in enumerate(TEAMS):
            games.do(EnterMark(contest, team, f"2{at}:00,0", 0))
    for match in matches_of(games.state, contest):
        won = TEAMS.index(match.sides[0]) < TEAMS.index(match.sides[1])
        games.do(EnterMark(contest, match.key, "3:1" if won else "1:3", 0))
    rows = scoring.score(parsed(games.state)).standings["overall"].rows
    return {row.team: Fraction(row.total) for row in rows}


@pytest.mark.parametrize("contest", ["chess", "relay"])
@pytest.mark.parametrize("counts", ["shares", "own"])
def test_what_it_wins_is_divided_between_its_cities(contest: str, counts: str) -> None:
    assert total(counts, contest) == {JOINT: 5, "pskov": 11, "tver": 4}


@pytest.mark.parametrize("contest", ["chess", "relay"])
def test_a_team_of_its_own_keeps_what_it_wins(contest: str) -> None:
    assert total("team", contest) == {JOINT: 10, "pskov": 6, "tver": 4}
