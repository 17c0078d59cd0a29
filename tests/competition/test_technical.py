"""The technical application: its revision counts every change, and a paper in hand is compared with what stands."""

from spartakiad.competition.apply import fold
from spartakiad.competition.decide.replacing import Replace
from spartakiad.competition.decide.scratching import Scratch, TakeScratchBack
from spartakiad.competition.decide.technical import TakeTechnical
from spartakiad.competition.technical import technical, technical_outdated
from spartakiad.entries.technical import technical_of
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, Played, drafted, released
from tests.competition.test_expiries import FIRST

OFF = Scratch("ski", "2", "vologda", "травма", "Иванова")


def taken() -> Played:
    games = released()
    games.do(TakeTechnical("ski", "vologda", technical(games.state, "ski", "vologda").revision), CHECKS)
    return games


def told(games: Played) -> str:
    found = technical_of(games.state, "ski", "vologda")
    return found.told if found else ""


def test_a_paper_of_what_stands_is_taken_and_stays_good() -> None:
    games = taken()
    assert technical_outdated(games.state, "ski", "vologda") == technical_outdated(released().state, "ski", "vologda")
    assert "Бумага принята, ред. 2." in told(games) and fold(games.journal) == games.state


def test_a_scratch_makes_it_outdated_and_taking_it_back_makes_it_say_the_same_again() -> None:
    games = taken()
    games.do(OFF)
    outdated = told(games)
    games.do(TakeScratchBack("ski", "2", "vologda"))
    assert "редакция 3" in outdated and "Бумага принята, ред. 2; бумага устарела: изменено: 1." in outdated
    assert "устарела" not in told(games) and "редакция 4" in told(games)


def test_whoever_was_replaced_went_and_came() -> None:
    games = taken()
    games.do(Replace("2", "vologda", 50, True, "f", FIRST, "травма", "Петров"))
    assert technical_outdated(games.state, "ski", "vologda").came == ("2",)
    assert "бумага устарела: +1 −1." in told(games) and "редакция 3" in told(games)


def test_another_contest_changes_nothing_here() -> None:
    games = taken()
    before = technical(games.state, "ski", "vologda")
    games.do(Scratch("figure", "vologda", "vologda", "болезнь", "Иванова", "withdrew"))
    assert technical(games.state, "ski", "vologda") == before
    assert technical(games.state, "figure", "vologda").revision == 2


def test_a_paper_of_another_revision_is_refused(refused: Refused) -> None:
    stale = refused(released(), TakeTechnical("ski", "vologda", 1))
    assert (stale.kind, stale.status) == ("technical_outdated", 409)


def test_of_a_team_that_sends_nobody_there_is_no_paper(refused: Refused) -> None:
    assert refused(drafted(), TakeTechnical("ski", "vologda", 0)).kind == "nobody_entered"
    assert technical_of(drafted().state, "ski", "vologda") is None
