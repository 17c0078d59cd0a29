"""Signed decisions: what they do to the standing, that they need a paper, and that they can be lifted."""

from fractions import Fraction

import pytest

import scoring
from spartakiad.competition.alone import scored_alone
from spartakiad.competition.decide.contests import Accept, Post, Reopen
from spartakiad.competition.decide.corrections import CorrectMark
from spartakiad.competition.decide.decisions import Adjust, Lift, Remove, TellApart
from spartakiad.competition.decide.setup import StateGames
from spartakiad.competition.document import parsed
from spartakiad.competition.signed import Grounds
from spartakiad.competition.undecided import Undecided, undecided
from spartakiad.errors import Refusal
from tests.competition.playing import REGULATION, Played, drafted, entered, released, run

PAPER = Grounds("Озёрова, Зимин", "решение жюри № 3", "равные секунды")
DECIDES = REGULATION.replace(
    'blocks = [{ by = ["time"] }], end = "share"', 'blocks = [{ by = ["time"] }], end = "decide"'
)


def result(games: Played) -> scoring.Result:
    return scoring.score(parsed(games.state))


def places(games: Played) -> dict[str, object]:
    ranking = result(games).contests["ski"].ranking
    return {key: ranking.place(key) for key in ranking.by_key}


def total(games: Played, team: str) -> object:
    return result(games).standings["overall"].by_team[team].total


@pytest.fixture
def tied(monkeypatch: pytest.MonkeyPatch) -> Played:
    """№ 1 of Vologda and № 3 of Pskov came in the same time, and the regulation asks for a decision."""
    monkeypatch.setattr("tests.competition.playing.drafted", lambda: drafted(DECIDES))
    return run(released(), "ski", {"1": "20:00,0", "2": "21:00,0", "3": "20:00,0", "4": "22:00,0"})


def waiting(games: Played) -> Undecided:
    return next(one for one in undecided(result(games)) if one.among == "entrants")


def test_equals_that_the_regulation_leaves_to_a_decision_are_named(tied: Played) -> None:
    assert waiting(tied) == Undecided("ski", "", "entrants", ("1", "3"))


def test_a_lot_puts_them_in_its_order(tied: Played) -> None:
    tied.do(TellApart(waiting(tied), ("3", "1"), "lot", PAPER))
    assert places(tied) == {"3": 1, "1": 2, "2": 3, "4": 4}


def test_only_those_who_are_equal_now_are_told_apart(tied: Played) -> None:
    wish = TellApart(waiting(tied), ("1", "3"), "order", PAPER)
    tied.do(Post("ski"))
    tied.do(CorrectMark("ski", "1", "19:59,9", tied.mark("1").version, "posted"))
    with pytest.raises(Refusal, match="tie_gone"):
        tied.do(wish)


@pytest.mark.parametrize("order", [("1",), ("1", "1"), ("1", "3", "2"), ()])
def test_everybody_equal_is_placed_and_nobody_else(tied: Played, order: tuple[str, ...]) -> None:
    with pytest.raises(Refusal, match="order_incomplete"):
        tied.do(TellApart(waiting(tied), order, "order", PAPER))


@pytest.mark.parametrize("paper", [Grounds("", "решение № 3"), Grounds("Озёрова", " ")])
def test_a_decision_names_its_paper_and_who_took_it(paper: Grounds) -> None:
    with pytest.raises(Refusal, match=r"required|document_needed"):
        raced().do(Remove("ski", "3", "vacate", paper))


def raced() -> Played:
    return run(released(), "ski", {"1": "20:00,0", "2": "21:00,0", "3": "19:00,0", "4": "22:00,0"})


def test_a_vacated_place_stays_empty() -> None:
    games = raced()
    games.do(Remove("ski", "3", "vacate", PAPER))
    assert places(games) == {"1": 2, "2": 3, "4": 4, "3": None}


def test_a_lifted_decision_holds_no_longer() -> None:
    games = raced()
    games.do(Remove("ski", "3", "vacate", PAPER))
    games.do(Lift(1, "решение отменено"))
    assert places(games) == {"3": 1, "1": 2, "2": 3, "4": 4}


def test_a_fine_is_taken_from_the_total() -> None:
    games = raced()
    before = total(games, "pskov")
    games.do(Adjust("pskov", "", "−1/2", PAPER))
    assert total(games, "pskov") == before - Fraction(1, 2)


@pytest.mark.parametrize("points", ["", "0", "много", "1001", "-1001", "1/0"])
def test_points_are_a_number_that_means_something(points: str) -> None:
    with pytest.raises(Refusal, match="bad_points"):
        raced().do(Adjust("pskov", "", points, PAPER))


def test_a_decision_about_an_official_result_makes_its_next_revision() -> None:
    games = raced()
    games.do(Post("ski"))
    games.do(Accept("ski"))
    games.do(Remove("ski", "3", "vacate", PAPER))
    assert (games.state.contests["ski"].state, games.state.contests["ski"].revision) == ("official", 2)


def test_the_same_decision_is_signed_once() -> None:
    games = raced()
    games.do(Remove("ski", "3", "vacate", PAPER))
    assert games.do(Remove("ski", "3", "vacate", PAPER)) == []


def test_nobody_is_taken_out_of_a_contest_he_is_not_in() -> None:
    with pytest.raises(Refusal, match="choice_needed"):
        entered().do(Remove("ski", "9", "vacate", PAPER))


def test_a_closed_games_keeps_its_decisions() -> None:
    games = raced()
    games.do(Post("ski"))
    games.do(Remove("ski", "3", "vacate", PAPER))
    games.do(StateGames("closed"))
    with pytest.raises(Refusal, match="games_closed"):
        games.do(Lift(1, "передумали"))
    with pytest.raises(Refusal, match="games_closed"):
        games.do(Reopen("ski", "ошибка"))
    assert (games.state.contests["ski"].state, games.state.decisions[1].lifted) == ("posted", "")


def test_a_contest_is_scored_by_itself_whatever_was_decided_about_others() -> None:
    games = raced()
    games.do(Remove("ski", "3", "vacate", PAPER))
    games.do(Adjust("pskov", "ski", "1", PAPER))
    games.do(Adjust("pskov", "", "1", PAPER))
    assert scored_alone(games.state, "figure").ranking.rows == ()
    assert scored_alone(games.state, "ski").ranking.place("3") is None
