"""A team is taken off a contest: the others' matches become what the regulation or the bracket makes of them."""

import pytest

import scoring
from spartakiad.competition.apply import fold
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Post, ReleaseStarts
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from spartakiad.competition.decide.draws import DrawByHand
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.decide.scratching import Scratch, TakeScratchBack
from spartakiad.competition.decide.setup import StateGames
from spartakiad.competition.document import counts, document
from spartakiad.competition.matches import matches_of
from spartakiad.competition.programme import line
from spartakiad.competition.starters import scratched, starters
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, Played, drafted
from tests.competition.test_brackets import OPEN
from tests.competition.test_brackets import released as bracket
from tests.competition.test_matches import ROUND_ROBIN, enter, places, tournament

WALKOVER = ROUND_ROBIN.replace("points =", 'withdrawn = "walkover"\nwalkover = { score = [5, 0] }\npoints =')
ANNUL = ROUND_ROBIN.replace("points =", 'withdrawn = "annul"\npoints =')
RELAY = """
format = 1
contest = [{ id = "relay", title = "Эстафета", rules = "relay" }]
[rules.relay]
stages = [{ format = "list", mark = "time", precision = "0.1" }]
order = { blocks = [{ by = ["time"] }], end = "share" }
[[standing]]
id = "overall"
contests = "all"
value = { kind = "n_down", n = "teams" }
absent = { any = 0, withdrew = -1, no_show = -3 }
order = { blocks = [{ by = ["total"] }], end = "share" }
"""


def off(team: str = "tver", contest: str = "hockey", absence: str = "withdrew", *, stands_in: bool = False) -> Scratch:
    return Scratch(contest, team, team, "автобус сломался", "Иванова", absence, stands_in)


def relay() -> Played:
    games = drafted(RELAY)
    for team in ("vologda", "pskov"):
        games.do(Enter("relay", team, team, "team", ""))
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("relay"))
    return games


def run(games: Played, team: str, raw: str) -> None:
    games.do(EnterMark("relay", team, raw, 0))
    games.do(CheckMark("relay", team, games.mark(team, "relay").version, "confirmed"), CHECKS)


def total(games: Played, team: str) -> object:
    rows = scoring.score(scoring.parse(document(games.state))).standings["overall"].rows
    return next(row.total for row in rows if row.team == team)


@pytest.mark.parametrize(("absence", "points"), [("withdrew", -1), ("no_show", -3)])
def test_a_relay_team_is_not_waited_for_and_the_standing_says_how_it_was_away(absence: str, points: int) -> None:
    games = relay()
    games.do(off("pskov", "relay", absence), CHECKS)
    found = line(games.state, "relay")
    assert (starters(games.state, found), scratched(games.state, found)) == (["vologda"], ["pskov"])
    run(games, "vologda", "20:00,0")
    games.do(Post("relay"))
    assert games.state.contests["relay"].state == "posted" and total(games, "pskov") == points
    assert scoring.score(scoring.parse(document(games.state))).contests["relay"].complete
    assert fold(games.journal) == games.state


def test_a_team_that_ran_all_the_same_is_held_out_until_it_is_let_back_in() -> None:
    games = relay()
    games.do(off("pskov", "relay"))
    run(games, "pskov", "20:00,0")
    key = ("relay", "main", "main", "pskov")
    before = counts(games.state, key, games.mark("pskov", "relay"))
    games.do(TakeScratchBack("relay", "pskov", "pskov", stands_in=True))
    assert (before, counts(games.state, key, games.mark("pskov", "relay"))) == (False, True)


def test_matches_that_are_left_are_lost_by_not_coming_where_the_regulation_says_so() -> None:
    games = tournament(WALKOVER)
    by_sides = {frozenset(one.sides): one.unit for one in matches_of(games.state, "hockey")}
    enter(games, by_sides[frozenset(("pskov", "tver"))], "1:2")
    games.do(off(stands_in=True))
    enter(games, by_sides[frozenset(("vologda", "pskov"))], "1:0")
    games.do(Post("hockey"))
    assert places(games) == {"vologda": 1, "tver": 2, "pskov": 3}


def test_its_matches_are_annulled_where_the_regulation_says_so() -> None:
    games = tournament(ANNUL)
    by_sides = {frozenset(one.sides): one.unit for one in matches_of(games.state, "hockey")}
    enter(games, by_sides[frozenset(("pskov", "tver"))], "1:2")
    enter(games, by_sides[frozenset(("vologda", "pskov"))], "1:0")
    games.do(off(stands_in=True))
    games.do(Post("hockey"))
    assert places(games) == {"vologda": 1, "pskov": 2, "tver": None}


def test_a_team_that_never_came_is_out_of_the_table_whatever_the_regulation_says() -> None:
    games = tournament(ROUND_ROBIN)
    games.do(off(absence="no_show"))
    by_sides = {frozenset(one.sides): one.unit for one in matches_of(games.state, "hockey")}
    enter(games, by_sides[frozenset(("vologda", "pskov"))], "1:0")
    games.do(Post("hockey"))
    assert places(games) == {"vologda": 1, "pskov": 2, "tver": None}


def test_where_the_regulation_is_silent_what_is_left_is_entered_match_by_match(refused: Refused) -> None:
    games = tournament(ROUND_ROBIN)
    by_sides = {frozenset(one.sides): one.unit for one in matches_of(games.state, "hockey")}
    enter(games, by_sides[frozenset(("pskov", "tver"))], "1:2")
    enter(games, by_sides[frozenset(("vologda", "pskov"))], "1:0")
    games.do(off(stands_in=True))
    assert refused(games, Post("hockey")).kind == "no_marks"


def test_in_a_bracket_whoever_was_to_meet_it_goes_on_and_comes_back_when_it_does() -> None:
    games = bracket(OPEN, 4)
    matches = {one.unit: one for one in matches_of(games.state, "hockey")}
    first, second = matches["s1"].sides
    enter(games, "s2", "3:1")
    games.do(off(first, stands_in=True))
    final = {one.unit: one.sides for one in matches_of(games.state, "hockey")}["final"]
    assert final == (second, matches["s2"].sides[0])
    enter(games, "final", "0:1")
    games.do(Post("hockey"))
    loser = matches["s2"].sides[1]
    assert places(games) == {final[1]: 1, second: 2, loser: 3, first: 4}


def test_let_back_in_it_has_its_match_again() -> None:
    games = bracket(OPEN, 4)
    matches = {one.unit: one for one in matches_of(games.state, "hockey")}
    enter(games, "s2", "3:1")
    games.do(off(matches["s1"].sides[0], stands_in=True))
    games.do(TakeScratchBack("hockey", matches["s1"].sides[0], matches["s1"].sides[0], stands_in=True))
    assert "final" not in {one.unit for one in matches_of(games.state, "hockey")} and games.state.scratches == {}


def test_once_it_has_begun_only_the_secretariat_takes_a_team_off_or_lets_it_back(refused: Refused) -> None:
    games = tournament(WALKOVER)
    games.do(off())
    enter(games, matches_of(games.state, "hockey")[0].unit, "1:2")
    assert refused(games, off("pskov")).kind == "scratch_by_office"
    assert refused(games, TakeScratchBack("hockey", "tver", "tver")).kind == "scratch_by_office"
    games.do(off("pskov", stands_in=True))


def test_how_it_is_away_has_to_be_said(refused: Refused) -> None:
    for absence, kind in (("", "choice_needed"), ("late", "bad_choice")):
        told = refused(relay(), off("pskov", "relay", absence))
        assert (told.kind, told.field) == (kind, "scratch-how")


def test_posted_results_let_no_team_out(refused: Refused) -> None:
    games = relay()
    for team in ("vologda", "pskov"):
        run(games, team, "20:00,0")
    games.do(Post("relay"))
    assert refused(games, off("pskov", "relay", stands_in=True)).kind == "scratch_late"


def test_a_list_released_anew_is_drawn_without_it() -> None:
    games = tournament(ANNUL)
    games.do(off())
    games.do(ReleaseStarts("hockey", reason="снялась"))
    assert [set(one.sides) for one in matches_of(games.state, "hockey")] == [{"vologda", "pskov"}]


WRESTLING = """
format = 1
contest = [{ id = "arm", title = "Армрестлинг", rules = "arm" }]
[rules.arm]
stages = [{ format = "knockout", played_to = 2 }]
team = { members = { kind = "best", k = 1, value = "place" } }
"""


@pytest.mark.parametrize("typed", ["", "3:0"])
def test_an_athlete_taken_off_a_bracket_leaves_his_place_to_whoever_was_to_meet_him(typed: str) -> None:
    """Whatever a judge has typed of their match meanwhile."""
    games = drafted(WRESTLING)
    for number, team in (("1", "vologda"), ("2", "pskov")):
        games.do(JoinAthlete(number, team, int(number), True))
        games.do(Enter("arm", number, team, "team", "m"))
        games.do(Admit(number, "admitted"))
    games.do(StateGames("under_way"))
    games.do(DrawByHand("arm", "", (("1", "1"), ("2", "2"))))
    games.do(ReleaseStarts("arm"))
    games.do(Scratch("arm", "1", "vologda", "травма", "Иванова"))
    if typed:
        games.do(EnterMark("arm", "match_final", typed, 0))
    rows = scoring.score(scoring.parse(document(games.state))).contests["arm"].ranking.rows
    assert {row.key: row.place for row in rows}["2"] == 1
