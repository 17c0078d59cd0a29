"""A mark: typed by one, confirmed by another, never lost under a newer one."""

import tomllib
from dataclasses import replace

import pytest

import scoring
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Post, ReleaseStarts
from spartakiad.competition.decide.marks import CheckMark, EnterMark, TakeMarkOff
from spartakiad.competition.decide.plans import PlanStarts
from spartakiad.competition.decide.setup import AdoptRegulation
from spartakiad.competition.document import document, parsed
from spartakiad.competition.plans import Plan
from spartakiad.competition.programme import line
from spartakiad.competition.sights import line_of, mark_seen
from tests.competition.conftest import Refused
from tests.competition.playing import CHECKS, REGULATION, TYPES, Played, raced, released


def typed(raw: str = "20:00,0") -> Played:
    games = released()
    games.do(EnterMark("ski", "1", raw, 0))
    return games


def test_the_first_mark_begins_the_contest() -> None:
    assert typed().state.contests["ski"].state == "under_way"


def test_the_second_mark_begins_nothing() -> None:
    facts = typed().do(EnterMark("ski", "2", "21:00,0", 0))
    assert [fact.kind for fact in facts] == ["mark.entered"]


def test_what_was_typed_is_kept_beside_what_was_read() -> None:
    mark = typed("20.00.5").mark("1")
    assert (mark.raw, dict(mark.value)) == ("20.00.5", {"time": "20:00.5"})


def test_typing_the_same_again_changes_nothing() -> None:
    assert typed().do(EnterMark("ski", "1", "20.00,0", 0)) == []


def test_a_correction_by_whoever_saw_the_mark_is_taken() -> None:
    games = typed()
    games.do(EnterMark("ski", "1", "20:30,0", 1), CHECKS)
    assert (games.mark("1").raw, games.mark("1").entered_by) == ("20:30,0", CHECKS)


def test_saving_over_an_unseen_mark_is_refused_with_both_values(refused: Refused) -> None:
    said = refused(typed(), EnterMark("ski", "1", "20:30,0", 0), CHECKS).args_for_words
    assert (said["mine"], said["theirs"], said["who"]) == ("20:30,0", "20:00,0", TYPES)


def test_nobody_confirms_what_he_typed(refused: Refused) -> None:
    assert refused(typed(), CheckMark("ski", "1", 1, "confirmed"), TYPES).kind == "self_confirmation"


def test_nobody_sends_back_what_he_typed(refused: Refused) -> None:
    assert refused(typed(), CheckMark("ski", "1", 1, "rejected", "описка"), TYPES).kind == "self_confirmation"


def test_another_person_confirms() -> None:
    games = typed()
    games.do(CheckMark("ski", "1", 1, "confirmed"), CHECKS)
    assert (games.mark("1").check, games.mark("1").checked_by) == ("confirmed", CHECKS)


def test_confirming_twice_changes_nothing() -> None:
    games = typed()
    games.do(CheckMark("ski", "1", 1, "confirmed"), CHECKS)
    assert games.do(CheckMark("ski", "1", 1, "confirmed"), CHECKS) == []


def test_a_mark_is_not_confirmed_in_a_version_that_nobody_compared(refused: Refused) -> None:
    games = typed()
    games.do(EnterMark("ski", "1", "20:30,0", 1))
    assert refused(games, CheckMark("ski", "1", 1, "confirmed"), CHECKS).kind == "mark_moved"


def test_a_corrected_mark_waits_for_confirmation_again() -> None:
    games = typed()
    games.do(CheckMark("ski", "1", 1, "confirmed"), CHECKS)
    games.do(EnterMark("ski", "1", "20:30,0", 2))
    assert games.mark("1").check == ""


def test_a_mark_is_sent_back_with_a_reason(refused: Refused) -> None:
    assert refused(typed(), CheckMark("ski", "1", 1, "rejected", " "), CHECKS).kind == "reason_needed"


def test_a_mark_that_was_sent_back_is_not_sent_again_by_a_bare_key(refused: Refused) -> None:
    games = typed()
    games.do(CheckMark("ski", "1", 1, "rejected", "не видно секунд"), CHECKS)
    assert refused(games, EnterMark("ski", "1", "20:00,0", 2)).kind == "sent_back"


def test_a_mark_that_was_sent_back_may_be_meant_as_it_was() -> None:
    games = typed()
    games.do(CheckMark("ski", "1", 1, "rejected", "не видно секунд"), CHECKS)
    games.do(EnterMark("ski", "1", "20:00,0", 2, sure=True))
    assert (games.mark("1").check, games.mark("1").reason) == ("", "")


def test_a_mark_that_was_sent_back_is_not_counted() -> None:
    games = raced()
    games.do(EnterMark("ski", "1", "20:05,0", 2))
    games.do(CheckMark("ski", "1", 3, "rejected", "не видно секунд"), CHECKS)
    assert "1" not in {row["entrant"] for row in _document(games)}


def test_where_there_is_no_mark_there_is_nothing_to_confirm(refused: Refused) -> None:
    assert refused(released(), CheckMark("ski", "1", 1, "confirmed"), CHECKS).kind == "nothing_to_confirm"


def test_a_verdict_is_one_of_two(refused: Refused) -> None:
    assert refused(typed(), CheckMark("ski", "1", 1, "maybe"), CHECKS).kind == "bad_choice"


def test_whoever_is_not_entered_has_no_mark(refused: Refused) -> None:
    assert refused(released(), EnterMark("ski", "9", "20:00,0", 0)).kind == "not_entered"


@pytest.mark.parametrize("raw", ["1:75,3", "", "скоро", "20:00,05"])
def test_what_cannot_be_read_is_refused(refused: Refused, raw: str) -> None:
    assert refused(released(), EnterMark("ski", "1", raw, 0)).kind == "mark_unreadable"


def test_an_unlikely_mark_is_refused_unless_it_is_meant(refused: Refused) -> None:
    assert refused(released(), EnterMark("ski", "1", "9:59,9", 0)).kind == "mark_implausible"


def test_an_unlikely_mark_that_is_meant_is_taken() -> None:
    games = released()
    games.do(EnterMark("ski", "1", "9:59,9", 0, sure=True))
    assert dict(games.mark("1").value) == {"time": "9:59.9"}


def test_a_posted_contest_takes_no_mark(refused: Refused) -> None:
    games = raced()
    games.do(Post("ski"))
    assert refused(games, EnterMark("ski", "1", "20:00,0", 2)).kind == "contest_closed"


def _document(games: Played) -> list[dict[str, str]]:
    return list(document(games.state)["mark"])


def test_a_mark_of_somebody_no_longer_admitted_leaves_the_ranking_and_stays_recorded() -> None:
    games = raced()
    games.do(Admit("1", "refused", clause="4.5", reason="нет справки"))
    ranked = [row.key for row in scoring.score(parsed(games.state)).contests["ski"].ranking.rows]
    assert ("1" in ranked, ("ski", "main", "main", "1") in games.state.marks) == (False, True)


def test_another_mark_under_the_version_that_was_seen_is_not_written_over(refused: Refused) -> None:
    """As of a heat and of its final, or after an older copy was put back."""
    games = typed()
    other = mark_seen(replace(games.mark("1"), key="of another"))
    for command in (EnterMark("ski", "1", "20:30,0", 1, over=other), TakeMarkOff("ski", "1", 1, other)):
        assert refused(games, command, CHECKS).kind == "mark_changed"
    games.do(EnterMark("ski", "1", "20:30,0", 1, over=mark_seen(games.mark("1"))), CHECKS)
    assert games.mark("1").raw == "20:30,0"


def test_a_line_with_another_number_by_now_is_looked_at_once_more(refused: Refused) -> None:
    games = released()
    seen = line_of(games.state, line(games.state, "ski"), "1")
    games.do(PlanStarts("ski", "main", Plan(bibs="order", first=(("", 101),))))
    games.do(ReleaseStarts("ski", reason="новые номера"))
    said = refused(games, EnterMark("ski", "1", "20:30,0", 0, line=seen))
    assert (said.kind, said.args_for_words["saw"]["bib"], said.args_for_words["is_now"]["bib"]) == (
        "line_moved",
        "1",
        "101",
    )
    now = line_of(games.state, line(games.state, "ski"), "1")
    assert games.do(EnterMark("ski", "1", "20:30,0", 0, line=now))


def test_each_leg_of_a_relay_is_kept_though_nothing_is_worth_anything_until_all_are_there() -> None:
    games = released()
    games.do(AdoptRegulation(tomllib.loads(REGULATION.replace("limits = {", "relay_legs = 3, limits = {"))))
    for version, raw in enumerate(("20:10,1; ; ", "20:10,1; 20:20,2; ", "дискв; 20:20,2; ")):
        assert games.do(EnterMark("ski", "1", raw, version))
        assert (games.mark("1").raw, games.do(EnterMark("ski", "1", raw, version + 1))) == (raw, [])
