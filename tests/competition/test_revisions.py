"""Which revision of an application there is, and what it differs in from the paper that the commission holds."""

from datetime import date

import pytest

from spartakiad.competition.applications import outdated, revision
from spartakiad.competition.decide.delegations import (
    Enter,
    JoinAthlete,
    JudgeDelegation,
    SubmitDelegation,
    TakeOut,
    WithdrawEntry,
)
from spartakiad.competition.decide.officials import DropOfficial, JoinOfficial
from spartakiad.competition.decide.persons import CorrectAthlete
from spartakiad.competition.decide.replacing import Replace, TakeOriginal
from spartakiad.entries.papers import paper_words
from tests.competition.conftest import Refused
from tests.competition.playing import Played, drafted, entered

BORN = date(1990, 3, 5)


def submitted() -> Played:
    games = entered()
    games.do(SubmitDelegation("vologda"))
    return games


def test_each_submission_of_something_else_is_a_revision() -> None:
    games = submitted()
    games.do(JudgeDelegation("vologda", "remarks", "нет печати"))
    games.do(SubmitDelegation("vologda"))
    again = revision(games.state, "vologda")
    games.do(WithdrawEntry("ski", "2", "vologda"))
    changed = revision(games.state, "vologda")
    games.do(SubmitDelegation("vologda"))
    assert (again, changed, revision(games.state, "vologda")) == ((1, True), (2, False), (2, True))


def test_a_paper_goes_out_of_date_with_every_change() -> None:
    games = submitted()
    games.do(TakeOriginal("vologda", 1))
    games.do(Replace("1", "vologda", 50, True, "f", BORN, "травма", "Петров"))
    games.do(TakeOut("2", "vologda"))
    games.do(JoinAthlete("5", "vologda", 5, True))
    assert paper_words(games.state, "vologda") == (
        "Редакция 2 ещё не подана. Оригинал принят, ред. 1; бумага устарела: +2 −2."
    )


def test_a_change_taken_back_makes_the_paper_good_again() -> None:
    games = submitted()
    games.do(TakeOriginal("vologda", 1))
    games.do(WithdrawEntry("ski", "2", "vologda"))
    changed = outdated(games.state, "vologda").changed
    games.do(Enter("ski", "2", "vologda", "team", "f"))
    assert (changed, bool(outdated(games.state, "vologda"))) == (("2",), False)


def test_a_team_that_withdraws_its_squad_has_changed() -> None:
    games = submitted()
    games.do(TakeOriginal("vologda", 1))
    games.do(WithdrawEntry("figure", "vologda", "vologda"))
    assert outdated(games.state, "vologda").changed == ("vologda",)


NAMED = ("II", "Зимин")  # rank and coach on the paper


def on_paper() -> Played:
    """Somebody with a rank and a coach, a doctor comes along, and the commission holds the paper that says so."""
    games = drafted()
    games.do(JoinAthlete("1", "vologda", 1, True, (), "II", "Зимин"))
    games.do(JoinOfficial(7, "vologda", "doctor"))
    games.do(SubmitDelegation("vologda"))
    games.do(TakeOriginal("vologda", 1))
    return games


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        (JoinOfficial(8, "vologda", "coach"), "официальные лица: +1"),
        (DropOfficial(7, "vologda"), "официальные лица: −1"),
        (CorrectAthlete("1", "vologda", "I", "Зимин", NAMED), "сведения изменены: 1"),
        (CorrectAthlete("1", "vologda", "II", "", NAMED), "сведения изменены: 1"),
    ],
)
def test_whoever_comes_along_a_rank_and_a_coach_are_of_the_revision(wish: object, says: str) -> None:
    games = on_paper()
    games.do(wish)
    told = paper_words(games.state, "vologda")
    games.do(SubmitDelegation("vologda"))
    assert told == f"Редакция 2 ещё не подана. Оригинал принят, ред. 1; бумага устарела: {says}."
    assert revision(games.state, "vologda") == (2, True)


def test_a_rank_put_right_again_makes_the_paper_good() -> None:
    games = on_paper()
    games.do(CorrectAthlete("1", "vologda", "I", "Вьюгин", NAMED))
    games.do(CorrectAthlete("1", "vologda", "II", "Зимин", ("I", "Вьюгин")))
    assert not outdated(games.state, "vologda")


def test_a_row_that_comes_again_under_a_number_that_was_free_is_somebody_else() -> None:
    games = on_paper()
    games.do(DropOfficial(7, "vologda"))
    games.do(JoinOfficial(7, "vologda", "doctor"))
    assert paper_words(games.state, "vologda").endswith("бумага устарела: официальные лица: +1 −1.")


def test_officials_of_another_team_stay(refused: Refused) -> None:
    assert refused(on_paper(), DropOfficial(7, "pskov")).kind == "not_found"


def test_no_name_of_a_coach_is_part_of_the_chain() -> None:
    games = drafted()
    (fact,) = games.do(JoinAthlete("1", "vologda", 1, True, (), "II", "Зимин"))
    assert (fact.line(1).payload["rank"], fact.line(1).texts) == ("II", {"coach": "Зимин"})
    assert "coach" not in fact.line(1).payload


def test_the_paper_of_an_older_revision_is_not_taken(refused: Refused) -> None:
    games = submitted()
    games.do(WithdrawEntry("ski", "2", "vologda"))
    games.do(SubmitDelegation("vologda"))
    assert refused(games, TakeOriginal("vologda", 1)).kind == "paper_outdated"


def test_the_paper_of_a_draft_is_not_taken(refused: Refused) -> None:
    assert refused(entered(), TakeOriginal("vologda", 1)).kind == "wrong_state"
