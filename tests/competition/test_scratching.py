"""«Снят»: from the start list on until his first result; the number stays, the ranking knows nothing of him."""

from spartakiad.competition.apply import fold
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Post, ReleaseStarts
from spartakiad.competition.decide.marks import EnterMark
from spartakiad.competition.decide.replacing import Replace
from spartakiad.competition.decide.scratching import Scratch, TakeScratchBack
from spartakiad.competition.document import counts, document
from spartakiad.competition.programme import line
from spartakiad.competition.starters import list_of, scratched, starters
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, Played, entered, raced, released, run
from tests.competition.test_expiries import FIRST

OUT = Scratch("ski", "2", "vologda", "травма", "Иванова")


def out() -> Played:
    games = released()
    games.do(OUT, CHECKS)
    return games


def test_his_line_and_his_number_stay_and_he_is_not_waited_for() -> None:
    games = out()
    ski = line(games.state, "ski")
    assert (starters(games.state, ski), scratched(games.state, ski)) == (["1", "3", "4"], ["2"])
    listed = list_of(games.state, ski)
    assert listed is not None and listed.bibs["2"] == "2"
    told = games.state.scratches["ski", "2"]
    assert (told.reason, told.who, told.by) == ("травма", "Иванова", CHECKS) and fold(games.journal) == games.state


def test_results_are_posted_without_him_and_without_his_mark() -> None:
    games = run(out(), "ski", {"1": "20:00,0", "3": "19:00,0", "4": "22:00,0"})
    games.do(Post("ski"))
    assert games.state.contests["ski"].state == "posted"
    assert "2" not in {row["id"] for row in document(games.state)["entrant"]}


def test_whoever_ran_all_the_same_is_held_out_until_he_is_let_back_in() -> None:
    games = out()
    games.do(EnterMark("ski", "2", "21:00,0", 0))
    key = ("ski", "main", "main", "2")
    before = counts(games.state, key, games.mark("2"))
    games.do(TakeScratchBack("ski", "2", "vologda"))
    assert (before, counts(games.state, key, games.mark("2")), games.state.scratches) == (False, True, {})


def test_before_the_start_list_an_entry_is_withdrawn_instead(refused: Refused) -> None:
    assert refused(entered(), OUT).kind == "scratch_early"


def test_after_his_result_nobody_is_scratched_while_others_may_be(refused: Refused) -> None:
    games = run(released(), "ski", {"2": "21:00,0"})
    assert refused(games, OUT).kind == "scratch_late"
    games.do(Scratch("ski", "1", "vologda", "травма", "Иванова"))
    assert set(games.state.scratches) == {("ski", "1")}


def test_posted_results_let_nobody_out_or_in(refused: Refused) -> None:
    games = raced()
    games.do(Post("ski"))
    assert refused(games, OUT).kind == "scratch_late"
    games = run(out(), "ski", {"1": "20:00,0", "3": "19:00,0", "4": "22:00,0"})
    games.do(Post("ski"))
    assert refused(games, TakeScratchBack("ski", "2", "vologda")).kind == "scratch_late"


def test_why_and_who_said_so_have_to_be_told(refused: Refused) -> None:
    told = [refused(released(), Scratch("ski", "2", "vologda", *one)) for one in ((" ", "Иванова"), ("травма", ""))]
    assert [(one.kind, one.field) for one in told] == [("reason_needed", "scratch-reason"), ("required", "scratch-who")]


def test_nobody_of_another_team_and_no_team_that_is_not_entered_is_scratched(refused: Refused) -> None:
    for athlete, contest in (("3", "ski"), ("9", "ski"), ("pskov", "ski"), ("pskov", "figure")):
        assert refused(released(), Scratch(contest, athlete, "vologda", "травма", "Иванова")).kind == "bad_choice"


def test_why_he_does_not_start_is_no_part_of_the_chain() -> None:
    (fact,) = released().do(OUT)
    assert fact.line(1).payload == {"contest": "ski", "athlete": "2", "absence": ""}


def test_a_list_that_is_released_anew_has_him_no_longer_and_he_is_still_told_of() -> None:
    games = out()
    games.do(ReleaseStarts("ski", reason="снялся"))
    listed = list_of(games.state, line(games.state, "ski"))
    assert listed is not None and "2" not in listed.bibs
    assert scratched(games.state, line(games.state, "ski")) == ["2"]


def test_whoever_comes_in_for_him_starts() -> None:
    games = out()
    games.do(Replace("2", "vologda", 50, True, "f", FIRST, "травма", "Петров"))
    assert games.state.scratches == {}


def test_whoever_the_commission_keeps_out_is_not_scratched_from_a_page_that_is_old(refused: Refused) -> None:
    games = released()
    games.do(Admit("2", "refused", clause="4.5", reason="нет допуска"))
    assert refused(games, OUT).kind == "bad_choice"
