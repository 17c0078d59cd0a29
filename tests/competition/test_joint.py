"""A team of several cities: whose city each athlete is, and what the team counts for by the regulation."""

import tomllib
from fractions import Fraction

import pytest

import scoring
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import ReleaseStarts
from spartakiad.competition.decide.delegations import Enter, JoinAthlete, SubmitDelegation
from spartakiad.competition.decide.marks import EnterMark
from spartakiad.competition.decide.persons import CorrectAthlete
from spartakiad.competition.decide.replacing import TakeOriginal
from spartakiad.competition.decide.setup import AdoptRegulation, JoinTeam, StateGames
from spartakiad.competition.document import document, parsed
from spartakiad.competition.joint import city_words, team_words
from spartakiad.entries.papers import paper_words
from tests.competition.conftest import Refused
from tests.competition.playing import Played

# One contest of athletes; a standing by their places, another of cities.
REGULATION = """
format = 1
contest = [{ id = "ski", title = "Лыжи", rules = "ski" }]
[rules.ski]
stages = [{ format = "list", mark = "place" }]
order = { blocks = [{ by = ["place"] }], places = "given" }
[rules.ski.team]
members = { kind = "best", k = 1, value = "place" }
[[standing]]
id = "overall"
value = { kind = "table", table = [10, 6, 4, 2], of = "entrants", scorers = 9 }
absent = { any = 0 }
[[standing]]
id = "cities"
cities = "all"
value = { kind = "table", table = [10, 6, 4, 2], of = "entrants", scorers = 9 }
absent = { any = 0 }
[eligibility.joint]
counts = "%s"
clause = "3.4"
"""
CITIES = (("vologda", "Вологда"), ("pskov", "Псков"))
JOINT = "vologda-pskov"
RUNNERS = (("1", JOINT, "vologda"), ("2", JOINT, "pskov"), ("3", "pskov", ""), ("4", "tver", ""))


def joined(counts: str = "team") -> Played:
    """The joint team of Vologda and Pskov; Pskov has a team of its own as well, Vologda has none."""
    games = Played()
    games.do(AdoptRegulation(tomllib.loads(REGULATION % counts)))
    games.do(JoinTeam(JOINT, "Вологда – Псков", "vologda", CITIES))
    for team, title in (("pskov", "Псков"), ("tver", "Тверь")):
        games.do(JoinTeam(team, title, team))
    games.do(StateGames("entries_open"))
    for number, team, city in RUNNERS:
        games.do(JoinAthlete(number, team, int(number), True, city=city))
    return games


def raced(counts: str) -> scoring.Result:
    """They finish in the order of their numbers."""
    games = joined(counts)
    for number, team, _ in RUNNERS:
        games.do(Enter("ski", number, team, "team", "f"))
        games.do(Admit(number, "admitted"))
    games.do(StateGames("entries_closed"))
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("ski"))
    for place, (number, _, _) in enumerate(RUNNERS, 1):
        games.do(EnterMark("ski", number, str(place), 0))
    return scoring.score(parsed(games.state))


def totals(result: scoring.Result, standing: str) -> dict[str, Fraction]:
    return {row.team: Fraction(row.total) for row in result.standings[standing].rows}


def test_a_team_of_its_own_stands_for_itself_everywhere() -> None:
    found = raced("team")
    assert totals(found, "overall") == {JOINT: 16, "pskov": 4, "tver": 2}
    assert totals(found, "cities") == {JOINT: 16, "pskov": 4, "tver": 2}


def test_of_one_city_it_counts_for_the_first_where_cities_are_ranked() -> None:
    found = raced("city")
    assert totals(found, "overall") == {JOINT: 16, "pskov": 4, "tver": 2}
    assert totals(found, "cities") == {"vologda": 16, "pskov": 4, "tver": 2}


def test_shared_each_wins_for_both_cities_in_equal_parts() -> None:
    """Vologda sends no team of its own, so that its half stays with the joint one."""
    assert totals(raced("shares"), "overall") == {JOINT: 8, "pskov": 12, "tver": 2}


def test_to_each_his_own_an_athlete_wins_for_his_city() -> None:
    assert totals(raced("own"), "overall") == {JOINT: 10, "pskov": 10, "tver": 2}


def test_nothing_is_shared_where_neither_city_has_a_team_of_its_own() -> None:
    games = joined("shares")
    games.do(JoinTeam("kirov-tula", "Киров – Тула", "kirov", (("kirov", "Киров"), ("tula", "Тула"))))
    games.do(JoinAthlete("5", "kirov-tula", 5, True, city="tula"))
    games.do(Enter("ski", "5", "kirov-tula", "team", "f"))
    games.do(Admit("5", "admitted"))
    assert "credit" not in next(row for row in document(games.state)["entrant"] if row["id"] == "5")


def test_everybody_of_it_says_his_city_and_nobody_else_does(refused: Refused) -> None:
    games = joined()
    told = [refused(games, JoinAthlete("5", JOINT, 5, True, city=city)) for city in ("", "tver")]
    assert [(one.kind, one.field, one.args_for_words["cities"]) for one in told] == [
        ("city_needed", "city", ["Вологда", "Псков"])
    ] * 2
    games.do(JoinAthlete("5", "tver", 5, True, city="pskov"))
    assert games.state.athletes["5"].city == ""


def test_his_city_is_told_beside_his_team() -> None:
    state = joined().state
    assert [team_words(state, one) for one in ("2", "3", JOINT)] == [
        "Вологда – Псков (Псков)",
        "Псков",
        "Вологда – Псков",
    ]
    assert [city_words(state, one) for one in ("1", "4")] == ["Вологда", "Тверь"]


@pytest.mark.parametrize("cities", [(("vologda", "Вологда"),), (("vologda", "Вологда"), ("vologda", "Вологда"))])
def test_a_joint_team_is_of_two_cities_at_least(refused: Refused, cities: tuple[tuple[str, str], ...]) -> None:
    games = joined()
    assert refused(games, JoinTeam("one", "Одна", "vologda", cities)).kind == "joint_cities"


def test_another_city_is_a_change_of_the_application() -> None:
    games = joined()
    games.do(SubmitDelegation(JOINT))
    games.do(TakeOriginal(JOINT, 1))
    games.do(CorrectAthlete("1", JOINT, "", city="pskov"))
    assert games.state.athletes["1"].city == "pskov"
    assert paper_words(games.state, JOINT).endswith("бумага устарела: сведения изменены: 1.")


def test_an_unknown_way_to_count_is_refused(refused: Refused) -> None:
    games = Played()
    told = refused(games, AdoptRegulation(tomllib.loads(REGULATION % "half")))
    assert (told.kind, told.args_for_words["path"]) == ("regulation_broken", "eligibility.joint.counts")
