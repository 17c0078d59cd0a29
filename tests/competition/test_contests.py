"""A contest on its way: start list released → under way → posted → official."""

import pytest

from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Accept, Post, ReleaseStarts, Reopen
from spartakiad.competition.decide.delegations import Enter
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.decide.records import SettleRecord, TakeRecord
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, Played, drafted, entered, raced, released, run


def posted() -> Played:
    games = raced()
    games.do(Post("ski"))
    return games


def starts(games: Played, contest: str) -> list[tuple[str, str]]:
    return [start for one in games.state.starts.values() if one.contest == contest for start in one.starts]


def test_a_start_list_holds_the_admitted_by_number() -> None:
    assert starts(released(), "ski") == [("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")]


def test_a_start_list_of_teams_holds_them_in_the_order_they_joined() -> None:
    assert starts(released(), "figure") == [("vologda", ""), ("pskov", "")]


def test_whoever_is_not_admitted_is_not_in_the_start_list() -> None:
    games = entered()
    games.do(Admit("3", "refused", clause="4.5", reason="нет справки"))
    games.do(ReleaseStarts("ski"))
    assert [entrant for entrant, _ in starts(games, "ski")] == ["1", "2", "4"]


def test_a_guest_stands_in_the_start_list() -> None:
    games = entered()
    games.do(Enter("ski", "3", "pskov", "guest", "f"))
    games.do(ReleaseStarts("ski"))
    assert "3" in dict(starts(games, "ski"))


def test_a_start_list_of_nobody_is_refused(refused: Refused) -> None:
    assert refused(drafted(), ReleaseStarts("ski")).kind == "nobody_starts"


def test_a_start_list_that_is_out_is_changed_with_a_reason_until_the_first_mark(refused: Refused) -> None:
    games = released()
    games.do(Admit("2", "refused", clause="4.5", reason="нет справки"))
    said = refused(games, ReleaseStarts("ski"))
    games.do(ReleaseStarts("ski", reason="№ 2 не допущена"))
    assert (said.kind, said.field, len(starts(games, "ski"))) == ("reason_needed", "reason", 3)


def test_a_contest_under_way_keeps_its_start_list(refused: Refused) -> None:
    assert refused(raced(), ReleaseStarts("ski")).kind == "wrong_state"


def test_a_contest_is_posted_when_every_mark_is_confirmed() -> None:
    assert posted().state.contests["ski"].state == "posted"


def test_a_contest_is_not_posted_while_a_starter_has_no_mark(refused: Refused) -> None:
    games = run(released(), "ski", {"1": "20:00,0", "2": "21:00,0"})
    assert refused(games, Post("ski")).args_for_words["entrants"] == ["№ 3", "№ 4"]


def test_a_contest_is_not_posted_while_a_mark_is_not_confirmed(refused: Refused) -> None:
    games = raced()
    games.do(EnterMark("ski", "2", "21:30,0", 2))
    refusal = refused(games, Post("ski"))
    assert (refusal.kind, refusal.args_for_words["entrants"]) == ("not_all_confirmed", ["№ 2"])


def test_a_mark_that_was_sent_back_is_as_good_as_none(refused: Refused) -> None:
    games = raced()
    games.do(EnterMark("ski", "2", "21:30,0", 2))
    games.do(CheckMark("ski", "2", 3, "rejected", "не видно"), CHECKS)
    assert refused(games, Post("ski")).args_for_words["entrants"] == ["№ 2"]


def test_whoever_was_refused_after_the_start_list_is_not_waited_for() -> None:
    games = run(released(), "ski", {"1": "20:00,0", "2": "21:00,0", "3": "19:00,0"})
    games.do(Admit("4", "refused", clause="4.5", reason="нет справки"))
    games.do(Post("ski"))
    assert games.state.contests["ski"].state == "posted"


def test_a_posted_contest_is_taken_back_with_a_reason(refused: Refused) -> None:
    assert refused(posted(), Reopen("ski", " ")).kind == "reason_needed"


def test_a_contest_taken_back_says_why() -> None:
    games = posted()
    games.do(Reopen("ski", "описка в протоколе"))
    assert (games.state.contests["ski"].state, games.state.contests["ski"].reason) == (
        "under_way",
        "описка в протоколе",
    )


def test_an_official_result_is_the_first_revision() -> None:
    games = posted()
    games.do(Accept("ski"))
    assert (games.state.contests["ski"].state, games.state.contests["ski"].revision) == ("official", 1)


def test_a_result_that_was_taken_back_before_is_still_the_first_revision() -> None:
    games = posted()
    games.do(Reopen("ski", "описка"))
    games.do(Post("ski"))
    games.do(Accept("ski"))
    assert games.state.contests["ski"].revision == 1


@pytest.mark.parametrize(
    "command", [Post("ski"), Reopen("ski", "описка"), Accept("ski"), ReleaseStarts("ski")], ids=repr
)
def test_an_official_contest_stays_official(refused: Refused, command: object) -> None:
    games = posted()
    games.do(Accept("ski"))
    assert refused(games, command).kind == "wrong_state"


@pytest.mark.parametrize("command", [Post("ski"), Accept("ski"), Reopen("ski", "описка")], ids=repr)
def test_a_contest_goes_step_by_step(refused: Refused, command: object) -> None:
    assert refused(released(), command).kind == "wrong_state"


@pytest.mark.parametrize(
    "command", [Post("chess"), ReleaseStarts("chess"), Accept("chess"), EnterMark("chess", "1", "1", 0)], ids=repr
)
def test_a_contest_that_is_not_in_the_programme_is_not_found(refused: Refused, command: object) -> None:
    assert refused(raced(), command).kind == "not_found"


def test_nothing_is_posted_or_official_past_a_record_that_waits_unseen(refused: Refused) -> None:
    games = raced()
    games.do(TakeRecord("r1", "ski", "99", "20:00,0"))
    told = refused(games, Post("ski"))
    assert (told.kind, told.args_for_words["records"]) == ("records_wait", ["r1"])
    newest = int(str(told.args_for_words["newest"]))
    games.do(TakeRecord("r2", "ski", "98", "21:00,0"))
    assert refused(games, Post("ski", despite=newest)).kind == "records_wait"  # one more has come since
    games.do(Post("ski", despite=newest + 1))
    assert refused(games, Accept("ski")).kind == "records_wait"
    games.do(SettleRecord("r1", "dropped", reason="чужой номер"))
    games.do(SettleRecord("r2", "dropped", reason="чужой номер"))
    games.do(Accept("ski"))
    assert games.state.contests["ski"].state == "official"
