"""A record of a judge's device: taken, or held with the reason; never dropped, never written over what was not seen."""

import pytest

from spartakiad.competition.decide.contests import Post
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.decide.records import NoteFinish, SettleRecord, TakeRecord, waiting
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, TYPES, Played, raced, released

OTHER = "a3"


def kinds(games: Played, command: object, by: str = TYPES) -> list[str]:
    return [fact.kind for fact in games.do(command, by)]


def held(games: Played) -> list[tuple[str, str, str]]:
    return [(one.entrant, one.raw, one.why) for one in waiting(games.state)]


def disputed() -> Played:
    """Two judges typed different times for № 1, neither having seen the other's."""
    games = released()
    games.do(TakeRecord("r1", "ski", "1", "20:00,0"), TYPES)
    games.do(TakeRecord("r2", "ski", "1", "20:30,0"), OTHER)
    return games


def test_a_record_becomes_a_mark() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "1", "20:00,0"))
    assert games.mark("1").raw == "20:00,0"


def test_of_two_values_the_first_stands_and_the_second_waits() -> None:
    games = disputed()
    assert (games.mark("1").raw, held(games)) == ("20:00,0", [("1", "20:30,0", "mark_changed")])


def test_the_same_value_of_two_judges_is_no_dispute() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "1", "20:00,0"), TYPES)
    assert kinds(games, TakeRecord("r2", "ski", "1", "20.00,0"), OTHER) == []


@pytest.mark.parametrize(
    ("entrant", "raw", "why"),
    [
        ("1", "20:75,0", "mark_unreadable"),
        ("1", "5:00,0", "mark_implausible"),
        ("99", "20:00,0", "not_entered"),
        ("?", "20:00,0", "not_entered"),
    ],
)
def test_what_cannot_be_a_mark_waits_with_the_reason(entrant: str, raw: str, why: str) -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", entrant, raw))
    assert held(games) == [(entrant, raw, why)]


def test_a_number_that_is_in_no_list_is_named_as_it_is_worn() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "?99", "20:00,0"))
    assert [one.args["entrant"] for one in waiting(games.state)] == ["99"]


def test_a_record_that_comes_after_the_posting_waits() -> None:
    games = raced()
    games.do(Post("ski"))
    games.do(TakeRecord("r1", "ski", "1", "20:05,0", seen=2))
    assert held(games) == [("1", "20:05,0", "contest_closed")]


def test_of_a_contest_that_there_is_not_the_record_waits_too() -> None:
    games = released()
    games.do(TakeRecord("r1", "curling", "1", "20:05,0"))
    assert held(games) == [("1", "20:05,0", "not_found")]


def test_who_may_not_enter_here_is_held_with_the_reason() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "1", "20:00,0", refused="device_revoked"))
    assert held(games) == [("1", "20:00,0", "device_revoked")]


def test_what_was_sent_back_stays_so_until_its_judge_means_it() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "1", "20:00,0"), TYPES)
    games.do(CheckMark("ski", "1", 1, "rejected", "не видно секунд"), CHECKS)
    assert kinds(games, TakeRecord("r2", "ski", "1", "20:00,0", seen=2, after="r1")) == []
    assert (games.mark("1").check, held(games)) == ("rejected", [])
    games.do(TakeRecord("r3", "ski", "1", "20:00,0", seen=2, after="r2", sure=True))
    assert games.mark("1").check == ""


def test_a_later_record_takes_the_place_of_the_held_one() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "1", "20:75,0"))
    games.do(TakeRecord("r2", "ski", "1", "20:57,0", after="r1"))
    assert (games.mark("1").raw, held(games), games.state.held["r1"].verdict) == ("20:57,0", [], "replaced")


def test_what_was_entered_by_mistake_is_taken_back() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "1", "20:00,0"))
    games.do(TakeRecord("r2", "ski", "1", "", seen=1, after="r1", undo=True))
    assert ("ski", "main", "main", "1") not in games.state.marks


def test_what_another_has_changed_meanwhile_is_not_taken_back() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "1", "20:00,0"))
    games.do(EnterMark("ski", "1", "20:30,0", 1), CHECKS)
    games.do(TakeRecord("r2", "ski", "1", "", seen=1, after="r1", undo=True))
    assert (games.mark("1").raw, [one.why for one in waiting(games.state)]) == ("20:30,0", ["mark_moved"])


def test_nobody_takes_back_what_another_device_entered() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "1", "20:00,0"))
    games.do(TakeRecord("other", "ski", "1", "", seen=1, undo=True))
    assert (games.mark("1").raw, [one.why for one in waiting(games.state)]) == ("20:00,0", ["mark_moved"])


def test_a_held_record_that_is_taken_back_leaves_what_stands_as_it_is() -> None:
    games = disputed()
    stands = games.mark("1").raw
    games.do(TakeRecord("r3", "ski", "1", "", seen=1, after="r2", undo=True))
    assert (games.mark("1").raw, held(games), games.state.held["r2"].verdict) == (stands, [], "replaced")


def test_the_secretary_takes_back_what_the_judge_could_not() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "1", "20:00,0"))
    games.do(EnterMark("ski", "1", "20:30,0", 1), CHECKS)
    games.do(TakeRecord("r2", "ski", "1", "", seen=1, after="r1", undo=True))
    games.do(SettleRecord("r2", "taken", "1", seen=2), CHECKS)
    assert (("ski", "main", "main", "1") in games.state.marks, held(games)) == (False, [])


def test_taking_back_nothing_changes_nothing() -> None:
    assert kinds(released(), TakeRecord("r1", "ski", "1", "", undo=True)) == []


def test_a_mark_taken_back_may_be_typed_anew() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "1", "20:00,0"))
    games.do(TakeRecord("r2", "ski", "1", "", seen=1, after="r1", undo=True))
    games.do(TakeRecord("r3", "ski", "1", "21:00,0"))
    assert games.mark("1").raw == "21:00,0"


def test_the_secretary_decides_for_the_second_value() -> None:
    games = disputed()
    games.do(SettleRecord("r2", "taken", "1", seen=1), CHECKS)
    assert (games.mark("1").raw, held(games)) == ("20:30,0", [])


def test_the_judge_who_typed_it_cannot_confirm_what_the_secretary_took(refused: Refused) -> None:
    games = disputed()
    games.do(SettleRecord("r2", "taken", "1", seen=1), CHECKS)
    assert refused(games, CheckMark("ski", "1", 2, "confirmed"), OTHER).kind == "self_confirmation"


def test_an_unknown_number_is_given_to_its_starter() -> None:
    games = released()
    games.do(TakeRecord("r1", "ski", "?", "20:00,0"))
    games.do(SettleRecord("r1", "taken", "2"), CHECKS)
    assert games.mark("2").raw == "20:00,0"


def test_a_held_record_is_dropped_only_with_a_reason(refused: Refused) -> None:
    assert refused(disputed(), SettleRecord("r2", "dropped"), CHECKS).kind == "reason_needed"


def test_what_was_dropped_stays_in_the_journal() -> None:
    games = disputed()
    games.do(SettleRecord("r2", "dropped", reason="описка"), CHECKS)
    assert (held(games), games.state.held["r2"].raw) == ([], "20:30,0")


def test_a_record_is_settled_once(refused: Refused) -> None:
    games = disputed()
    games.do(SettleRecord("r2", "dropped", reason="описка"), CHECKS)
    assert refused(games, SettleRecord("r2", "taken", "1", seen=1), CHECKS).kind == "record_settled"


def test_the_secretary_does_not_write_over_what_he_has_not_seen(refused: Refused) -> None:
    games = disputed()
    games.do(EnterMark("ski", "1", "20:10,0", 1), TYPES)
    assert refused(games, SettleRecord("r2", "taken", "1", seen=1), CHECKS).kind == "mark_changed"


def test_a_tap_at_the_finish_is_kept_until_it_is_void() -> None:
    games = released()
    games.do(NoteFinish("r1", "ski", "", "stamp", "d", 1, "1771412345678"))
    games.do(NoteFinish("r2", "ski", "", "stamp", "d", 2, "1771412346000"))
    games.do(NoteFinish("r3", "ski", "", "void", "d", 3, "r1"))
    assert list(games.state.finish) == ["r2"]
