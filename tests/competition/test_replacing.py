"""After the deadline: who comes in for whom, who may still add, which revision of the paper the commission holds."""

from datetime import date, datetime

import pytest

from spartakiad.competition.applied import Entry
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.cards import FillGamesCard
from spartakiad.competition.decide.contests import Post, ReleaseStarts
from spartakiad.competition.decide.delegations import (
    Enter,
    WithdrawEntry,
)
from spartakiad.competition.decide.replacing import AllowLate, Replace, RevokeLate
from spartakiad.competition.decide.setup import StateGames
from spartakiad.entries.papers import late_words
from spartakiad.words.dates import MOSCOW
from tests.competition.conftest import Refused
from tests.competition.playing import Played, drafted, entered, raced, released, run

BORN = date(1990, 3, 5)


def coming(person: int = 50, athlete: str = "1", sex: str = "f", reason: str = "травма", by: str = "Петров") -> Replace:
    return Replace(athlete, "vologda", person, True, sex, BORN, reason, by)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=MOSCOW)


def test_whoever_comes_in_has_the_number_the_start_and_no_admission_yet() -> None:
    games = released()
    before = games.state.starts
    games.do(coming())
    one = games.state.athletes["1"]
    assert (one.person, games.state.starts == before, games.state.admission("1").state) == (50, True, "pending")


def test_his_entries_stay() -> None:
    games = entered()
    games.do(coming())
    assert games.state.entries["ski", "1"] == Entry("ski", "1", "vologda", "team", by="a1")


def test_who_was_replaced_by_whom_and_why_is_remembered() -> None:
    games = entered()
    games.do(coming())
    (told,) = games.state.replacements
    assert (told.athlete, told.was, told.now, told.reason, told.allowed) == ("1", 1, 50, "травма", "Петров")


def test_words_about_people_are_no_part_of_the_chain() -> None:
    (fact,) = entered().do(coming())
    assert fact.line(2).payload == {"athlete": "1", "person": 50, "shown": True, "rank": "", "city": ""}


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        (coming(reason=" "), "reason_needed"),
        (coming(by=""), "required"),
        (coming(sex="m"), "wrong_sex"),
        (coming(person=2), "already_in_delegation"),
        (coming(person=3), "person_in_other_team"),
        (coming(athlete="3"), "not_found"),
        (coming(athlete="9"), "not_found"),
    ],
)
def test_a_replacement_that_cannot_be_is_refused(refused: Refused, wish: Replace, kind: str) -> None:
    assert refused(entered(), wish).kind == kind


def test_nobody_takes_over_a_result(refused: Refused) -> None:
    told = refused(raced(), coming())
    assert (told.kind, told.args_for_words["contests"]) == ("replaced_has_results", ["Лыжи"])


def test_nobody_comes_into_what_is_posted(refused: Refused) -> None:
    """He did not start, so he has no result of his own."""
    games = run(released(), "ski", {"2": "21:00,0", "3": "19:00,0", "4": "20:00,0"})
    games.do(Admit("1", "withdrawn"))
    games.do(Post("ski"))
    assert refused(games, coming()).kind == "replaced_has_results"


def test_a_full_quota_has_room_for_whoever_comes_in_for_somebody() -> None:
    """Two of two are entered."""
    games = entered()
    games.do(coming())
    assert games.state.athletes["1"].person == 50


@pytest.mark.parametrize(
    ("state", "until", "now", "adds"),
    [
        ("entries_open", "", "2026-02-19T10:00", True),
        ("entries_open", "2026-02-19T10:00", "2026-02-19T09:59", True),
        ("entries_open", "2026-02-19T10:00", "2026-02-19T10:00", False),
        ("entries_closed", "2026-02-19T10:00", "2026-02-19T09:00", False),
        ("under_way", "", "2026-02-19T09:00", False),
    ],
)
def test_a_team_adds_until_the_deadline(state: str, until: str, now: str, adds: bool) -> None:
    games = drafted()
    games.do(FillGamesCard(until, {}))
    if state != "entries_open":
        games.do(StateGames("entries_closed"))
        games.do(StateGames(state))
    assert games.state.takes_late("vologda", at(now)) is adds


def test_afterwards_it_adds_until_the_hour_it_was_allowed() -> None:
    games = drafted()
    games.do(StateGames("entries_closed"))
    games.do(AllowLate("vologda", "2026-02-19T12:00", "автобус задержался", "Петров"))
    asked = [games.state.takes_late(team, at("2026-02-19T11:59")) for team in ("vologda", "pskov")]
    assert [*asked, games.state.takes_late("vologda", at("2026-02-19T12:00"))] == [True, False, False]


def permitted() -> Played:
    games = drafted()
    games.do(StateGames("entries_closed"))
    games.do(AllowLate("vologda", "2026-02-19T12:00", "автобус задержался", "Петров"))
    return games


def test_a_permission_is_taken_back_before_its_hour_and_may_be_given_again() -> None:
    games, noon = permitted(), at("2026-02-19T11:00")
    games.do(RevokeLate("vologda", "ошиблись командой"))
    taken = games.state.takes_late("vologda", noon), late_words(games.state.teams["vologda"].late)
    games.do(AllowLate("vologda", "2026-02-19T12:00", "автобус задержался", "Петров"))
    assert taken == (False, "Разрешение на дозаявку отозвано: ошиблись командой.")
    assert games.state.takes_late("vologda", noon)


def test_it_is_taken_back_once_and_with_a_reason(refused: Refused) -> None:
    games = permitted()
    kinds = [refused(games, RevokeLate("vologda", " ")).kind, refused(games, RevokeLate("pskov", "так")).kind]
    games.do(RevokeLate("vologda", "ошиблись командой"))
    assert [*kinds, refused(games, RevokeLate("vologda", "снова")).kind] == [
        "reason_needed",
        "permission_gone",
        "permission_gone",
    ]


def test_a_permission_says_why_and_by_whom(refused: Refused) -> None:
    kinds = [
        refused(drafted(), AllowLate("vologda", "2026-02-19T12:00", *words)).kind
        for words in (("", "Петров"), ("автобус", ""))
    ]
    assert kinds == ["reason_needed", "required"]


def test_entries_of_those_who_are_in_the_application_change_until_the_start_list(refused: Refused) -> None:
    games = entered()
    games.do(StateGames("entries_closed"))
    games.do(WithdrawEntry("ski", "2", "vologda"))
    games.do(Enter("ski", "2", "vologda", "personal", "f"))
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("ski"))
    assert refused(games, WithdrawEntry("ski", "2", "vologda")).kind == "entries_closed"
