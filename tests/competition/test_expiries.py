"""Papers that end: too early for the Games or for a start is said, and keeps out of «admitted» until it is decided."""

from collections.abc import Callable
from datetime import date

import pytest

from spartakiad.competition.applicants import Applicant
from spartakiad.competition.applied import PaperEnd
from spartakiad.competition.apply import fold
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from spartakiad.competition.decide.describing import DescribeGames
from spartakiad.competition.decide.expiries import DatePaper
from spartakiad.competition.decide.persons import EraseAthlete
from spartakiad.competition.decide.replacing import Replace
from spartakiad.competition.decide.timetable import NameVenue, Schedule
from spartakiad.competition.expiries import lapses, last_day
from spartakiad.competition.misfits import misfits_of
from spartakiad.competition.papers_required import meant
from spartakiad.errors import Refusal
from spartakiad.words.refusals import sentence
from tests.competition.playing import REGULATION, Played, drafted

Refused = Callable[[Played, object], Refusal]
PAPERS = """
[eligibility]
documents = [
  { id = "identity", title = "Паспорт" },
  { id = "policy", title = "Страховка", to_the_end = true, clause = "4.6" },
  { id = "medical", title = "Допуск врача", to_the_start = true, clause = "4.5" },
]
"""
FIRST, LAST = date(2026, 2, 19), date(2026, 2, 22)


@pytest.fixture
def games() -> Played:
    """A Games of four days with a ski race on the second; № 1 of Vologda is entered for it."""
    played = drafted(REGULATION.replace("[eligibility.contest.ski]", PAPERS + "[eligibility.contest.ski]"))
    played.do(DescribeGames("Зимняя", "winter", FIRST, LAST))
    played.do(NameVenue("base", "База", "", "", "", ""))
    played.do(Schedule("ski", "2026-02-20T10:00", 60, "base", ""))
    played.do(JoinAthlete("1", "vologda", 1, True))
    played.do(Enter("ski", "1", "vologda", "team", "f"))
    return played


def ends(paper: str, day: date | None, seen: bool = False) -> DatePaper:
    return DatePaper("1", "vologda", paper, day, seen)


def told(games: Played) -> list[str]:
    return [sentence(one.why) for one in misfits_of(games.state, Applicant("1", "vologda", "f", date(1990, 3, 5)))]


@pytest.mark.parametrize(("day", "holds"), [(date(2026, 2, 21), False), (LAST, True)])
def test_one_that_has_to_hold_to_the_end_holds_on_the_last_day(games: Played, day: date, holds: bool) -> None:
    games.do(ends("policy", day))
    assert (told(games) == []) == holds
    if not holds:
        assert told(games) == [
            "Страховка (п. 4.6 положения): срок до 21\xa0февраля 2026\xa0г., а нужен до 22\xa0февраля 2026\xa0г. – "
            "нужна новая бумага или решение комиссии «условно»."
        ]


@pytest.mark.parametrize(("day", "holds"), [(FIRST, False), (date(2026, 2, 20), True)])
def test_one_that_has_to_hold_at_the_start_holds_on_the_day_of_his_contest(
    games: Played, day: date, holds: bool
) -> None:
    games.do(ends("medical", day))
    assert [(one.contest, one.needed) for one in lapses(games.state, "1")] == (
        [] if holds else [("ski", date(2026, 2, 20))]
    )
    assert holds or "а нужен до 20\xa0февраля 2026\xa0г. («Лыжи»)" in told(games)[0]


def test_a_contest_that_was_moved_makes_a_paper_end_too_early(games: Played) -> None:
    games.do(ends("medical", date(2026, 2, 20)))
    games.do(Schedule("ski", "2026-02-21T10:00", 60, "base", "метель"))
    assert [one.needed for one in lapses(games.state, "1")] == [date(2026, 2, 21)]


def test_whoever_has_one_that_ends_too_early_is_not_admitted_but_under_a_condition(
    games: Played, refused: Refused
) -> None:
    games.do(ends("policy", date(2026, 2, 21)))
    assert refused(games, Admit("1", "admitted")).kind == "paper_ends"
    games.do(Admit("1", "until", "2026-02-19T18:00", "4.6", "страховка"))
    assert games.state.admission("1").state == "until"


def test_a_new_paper_lets_him_in(games: Played) -> None:
    games.do(ends("policy", date(2026, 2, 21)))
    games.do(ends("policy", LAST, seen=True))
    games.do(Admit("1", "admitted"))
    assert games.state.is_admitted("1", "ski")


def test_barred_from_the_contest_he_needs_no_paper_for_its_start(games: Played) -> None:
    games.do(ends("medical", FIRST))
    games.do(Admit("1", "admitted", clause="4.5", reason="справка", barred=("ski",)))
    assert games.state.admission("1").state == "admitted"


def test_what_nobody_said_is_no_breach(games: Played) -> None:
    assert told(games) == [] and games.do(Admit("1", "admitted"))


def test_what_the_commission_has_seen_no_captain_changes(games: Played, refused: Refused) -> None:
    games.do(ends("policy", LAST, seen=True))
    assert refused(games, ends("policy", date(2026, 3, 1))).field == "ends-policy"
    assert games.state.athletes["1"].papers == (PaperEnd("policy", LAST, True),)


def test_a_paper_that_does_not_end_or_of_another_team_has_no_day(games: Played, refused: Refused) -> None:
    assert refused(games, ends("identity", LAST)).kind == "not_found"
    assert refused(games, DatePaper("1", "pskov", "policy", LAST)).kind == "not_found"


def test_the_day_is_no_part_of_the_chain_and_goes_with_him(games: Played) -> None:
    (fact,) = games.do(ends("policy", LAST))
    assert "ends" not in fact.line(1).payload
    games.do(EraseAthlete("1"))
    assert games.state.athletes["1"].papers == () and fold(games.journal) == games.state


def test_whoever_comes_in_for_him_shows_papers_of_his_own(games: Played) -> None:
    games.do(ends("policy", date(2026, 2, 21)))
    games.do(Replace("1", "vologda", 50, True, "f", date(1990, 3, 5), "травма", "Петров"))
    assert games.state.athletes["1"].papers == () and lapses(games.state, "1") == []


def test_the_last_day_is_that_of_the_timetable_where_nobody_described_the_games() -> None:
    games = drafted()
    assert last_day(games.state) is None
    games.do(NameVenue("base", "База", "", "", "", ""))
    games.do(Schedule("ski", "2026-02-20T10:00", 60, "base", ""))
    assert last_day(games.state) == date(2026, 2, 20)


def test_a_column_is_about_the_paper_of_its_name_or_of_its_words() -> None:
    def documents(*rows: dict[str, object]) -> dict[str, object]:
        return {"eligibility": {"documents": rows}}

    policy = {"id": "p-polis", "title": "Договор страхования", "to_the_end": True}
    named = {"id": "insurance", "title": "Полис", "to_the_start": True}
    assert meant(documents(policy), "insurance") == "p-polis"
    assert meant(documents(policy, named), "insurance") == "insurance"
    assert meant(documents({**policy, "to_the_end": False}), "insurance") == ""
    assert meant(documents(policy), "medical") == ""
