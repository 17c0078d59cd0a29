"""A posted or official result is corrected openly: anew with its hour, or as its next revision."""

from datetime import UTC, datetime

import pytest

from spartakiad.competition.decide.contests import Accept, Post
from spartakiad.competition.decide.corrections import CorrectMark
from spartakiad.competition.decide.cup import proposal
from spartakiad.competition.decide.marks import CheckMark, EnterMark
from spartakiad.competition.decide.setup import StateGames
from spartakiad.competition.imagined import imagined
from spartakiad.errors import Refusal
from tests.competition.playing import CHECKS, TYPES, Played, official, posted, raced, run

AT = datetime(2026, 2, 21, 10, tzinfo=UTC)


def correction(games: Played, entrant: str, raw: str, standing: str, reason: str = "опечатка") -> CorrectMark:
    return CorrectMark("ski", entrant, raw, games.mark(entrant).version, standing, reason)


def test_a_posted_result_is_posted_anew_from_the_minute_of_its_correction() -> None:
    games = posted()
    before = games.state.contests["ski"].at
    games.do(correction(games, "1", "18:00,0", "posted", reason=""))
    after = games.state.contests["ski"]
    assert (after.state, after.revision, before < after.at, games.mark("1").raw) == ("posted", 0, True, "18:00,0")


def test_an_official_result_becomes_its_next_revision() -> None:
    games = official()
    games.do(correction(games, "1", "18:00,0", "official"))
    assert (games.state.contests["ski"].state, games.state.contests["ski"].revision) == ("official", 2)


def test_an_official_result_is_not_corrected_without_a_reason() -> None:
    games = official()
    with pytest.raises(Refusal, match="reason_needed"):
        games.do(correction(games, "1", "18:00,0", "official", reason=" "))


@pytest.mark.parametrize("who", [TYPES, CHECKS])
def test_whoever_corrects_does_not_confirm_and_another_does(who: str) -> None:
    games = posted()
    games.do(correction(games, "1", "18:00,0", "posted"), by=who)
    check = CheckMark("ski", "1", games.mark("1").version, "confirmed")
    with pytest.raises(Refusal, match="self_confirmation"):
        games.do(check, by=who)
    games.do(check, by=CHECKS if who == TYPES else TYPES)
    assert games.mark("1").check == "confirmed"


def test_a_posted_result_is_not_official_before_its_correction_was_compared() -> None:
    games = posted()
    games.do(correction(games, "1", "18:00,0", "posted"))
    with pytest.raises(Refusal, match="not_all_confirmed"):
        games.do(Accept("ski"))


def test_a_correction_is_confirmed_or_corrected_again_but_not_sent_back() -> None:
    games = posted()
    games.do(correction(games, "1", "18:00,0", "posted"))
    with pytest.raises(Refusal, match="contest_closed"):
        games.do(CheckMark("ski", "1", games.mark("1").version, "rejected", "не та бумага"), by=CHECKS)


def test_what_was_never_corrected_is_not_checked_once_it_is_posted() -> None:
    games = posted()
    with pytest.raises(Refusal, match="contest_closed"):
        games.do(CheckMark("ski", "1", games.mark("1").version, "confirmed"), by="a3")


def test_somebody_elses_newer_value_is_not_overwritten() -> None:
    games = posted()
    seen = games.mark("1").version
    games.do(correction(games, "1", "18:00,0", "posted"))
    with pytest.raises(Refusal, match="mark_changed"):
        games.do(CorrectMark("ski", "1", "18:30,0", seen, "posted"))


def test_a_result_that_became_official_meanwhile_is_not_corrected_as_a_posted_one() -> None:
    games = official()
    with pytest.raises(Refusal, match="wrong_state"):
        games.do(correction(games, "1", "18:00,0", "posted"))


def test_the_same_value_again_changes_nothing() -> None:
    games = official()
    assert games.do(correction(games, "1", "20.00,0", "official")) == []


def test_a_contest_under_way_is_entered_not_corrected() -> None:
    games = raced()
    with pytest.raises(Refusal, match="wrong_state"):
        games.do(correction(games, "1", "18:00,0", "posted"))


def test_a_closed_games_is_opened_before_anything_is_corrected() -> None:
    games = official()
    games.do(StateGames("closed"))
    with pytest.raises(Refusal, match="games_closed"):
        games.do(correction(games, "1", "18:00,0", "official"))


def test_a_cup_is_proposed_with_a_reservation_while_a_correction_waits() -> None:
    games = run(official(), "figure", {"vologda": "1", "pskov": "2"})
    games.do(Post("figure"))
    games.do(Accept("figure"))
    games.do(correction(games, "1", "18:00,0", "official"))
    assert proposal(games.state).reservations == (("correction", "1, Лыжи"),)


def test_what_is_imagined_is_what_would_be_and_is_written_nowhere() -> None:
    games = official()
    wish, before = correction(games, "1", "18:00,0", "official"), games.state
    thought = imagined(games.state, wish, TYPES, AT)
    assert games.state is before
    games.do(wish)
    assert (thought.marks.keys(), thought.marks["ski", "main", "main", "1"].value, thought.number) == (
        games.state.marks.keys(),
        games.mark("1").value,
        games.state.number,
    )


def test_an_ordinary_entry_does_not_reach_a_posted_result() -> None:
    games = posted()
    with pytest.raises(Refusal, match="contest_closed"):
        games.do(EnterMark("ski", "1", "18:00,0", games.mark("1").version))
