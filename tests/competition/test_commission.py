"""The commission: documents, conditions that lapse aloud, an admission that covers some contests only."""

from collections.abc import Callable
from datetime import datetime

import pytest

from spartakiad.competition.applied import Admission
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Accept, Post
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from spartakiad.competition.document import counts
from spartakiad.competition.eligibility import check_eligibility
from spartakiad.competition.programme import line
from spartakiad.competition.starters import starters
from spartakiad.competition.state import State
from spartakiad.entries.commission import condition
from spartakiad.errors import Refusal
from spartakiad.words.dates import MOSCOW
from tests.competition.playing import REGULATION, Played, drafted, entered, raced, released, run

Refused = Callable[[Played, object], Refusal]
PAPERS = """
[eligibility]
documents = [{ id = "medical", title = "Допуск врача", clause = "4.5" }, { id = "policy", title = "Страховка" }]
limits = { athletes = 2, contests = 1, clause = "4.1" }
"""
WITH_PAPERS = REGULATION.replace("[eligibility.contest.ski]", PAPERS + "[eligibility.contest.ski]")
BARRED = Admit("1", "admitted", clause="4.7", reason="нет лыжного разряда", barred=("ski",))


def at(hour: int, minute: int = 0, day: int = 19) -> datetime:
    return datetime(2026, 2, day, hour, minute, tzinfo=MOSCOW)


def skiers(state: State) -> list[str]:
    return starters(state, line(state, "ski"))


def test_whoever_is_barred_from_a_contest_is_not_in_its_start_list() -> None:
    games = entered()
    games.do(BARRED)
    assert (skiers(games.state), games.state.is_admitted("1", "figure")) == (["2", "3", "4"], True)


def test_a_contest_he_is_not_entered_for_is_not_kept_among_the_barred() -> None:
    games = entered()
    games.do(Admit("1", "admitted", clause="4.7", reason="мал", barred=("figure",)))
    assert games.state.admission("1") == Admission("admitted")


def test_a_barred_athlete_is_let_in_again() -> None:
    games = entered()
    games.do(BARRED)
    games.do(Admit("1", "admitted"))
    assert (skiers(games.state), games.state.admission("1")) == (["1", "2", "3", "4"], Admission("admitted"))


def test_nobody_is_barred_from_what_is_official(refused: Refused) -> None:
    games = raced()
    games.do(Post("ski"))
    games.do(Accept("ski"))
    assert refused(games, BARRED).kind == "admission_official"


def test_documents_that_were_not_there_are_remembered_and_those_nobody_asks_for_are_not() -> None:
    games = drafted(WITH_PAPERS)
    games.do(JoinAthlete("1", "vologda", 1, True))
    games.do(Admit("1", "until", "2026-02-19T18:00", "4.5", "нет: допуск врача", lacks=("medical", "visa")))
    assert games.state.admission("1").lacks == ("medical",)


def test_what_was_not_there_is_no_part_of_the_chain() -> None:
    """It may tell of somebody's health: it lies beside the fact and can be erased."""
    games = entered()
    (fact,) = games.do(Admit("1", "refused", "", "4.5", "нет справки"))
    assert {"reason", "lacks"} & set(fact.line(1).payload) == set()


def test_one_more_than_a_delegation_may_have_is_refused(refused: Refused) -> None:
    games = drafted(WITH_PAPERS)
    for number in ("1", "2"):
        games.do(JoinAthlete(number, "vologda", int(number), True))
    told = refused(games, JoinAthlete("3", "vologda", 3, True))
    assert (told.kind, told.args_for_words["clause"]) == ("delegation_full", "4.1")


def test_a_second_contest_is_refused_where_one_may_score_in_one_only(refused: Refused) -> None:
    sprint = '{ id = "sprint", title = "Спринт", rules = "ski" }'
    two = WITH_PAPERS.replace('rules = "ski" },', f'rules = "ski" }}, {sprint},')
    games = drafted(two)
    games.do(JoinAthlete("1", "vologda", 1, True))
    games.do(Enter("ski", "1", "vologda", "team", "f"))
    kind = refused(games, Enter("sprint", "1", "vologda", "team", "f")).kind
    games.do(Enter("sprint", "1", "vologda", "personal", "f"))
    assert kind == "too_many_contests"


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"documents": 3}, "eligibility.documents"),
        ({"documents": [{"id": "medical"}]}, "eligibility.documents[0]"),
        ({"documents": [{"id": "m", "title": "М"}, {"id": "m", "title": "М"}]}, "eligibility.documents[1].id"),
        ({"documents": [{"id": "Врач", "title": "М"}]}, "eligibility.documents[0].id"),
        ({"documents": [{"id": "m", "title": "М", "valid": 1}]}, "eligibility.documents[0].valid"),
        ({"documents": [{"id": "m", "title": "М", "to_the_end": 1}]}, "eligibility.documents[0].to_the_end"),
        ({"documents": [{"id": f"d{n}", "title": "М"} for n in range(9)]}, "eligibility.documents"),
        ({"limits": {"athletes": 0}}, "eligibility.limits.athletes"),
        ({"limits": {"sports": 1}}, "eligibility.limits.sports"),
    ],
)
def test_a_condition_that_nobody_would_read_is_refused_by_its_path(said: dict[str, object], path: str) -> None:
    with pytest.raises(Refusal) as caught:
        check_eligibility({"contest": [], "eligibility": said})
    assert caught.value.args_for_words["path"] == path


@pytest.mark.parametrize(
    ("hour", "day", "moment"),
    [
        ("9", None, "2026-02-20T09:00"),
        ("18.30", None, "2026-02-19T18:30"),
        ("0900", at(0, day=21).date(), "2026-02-21T09:00"),
    ],
)
def test_an_hour_is_the_next_one_there_is(hour: str, day: object, moment: str) -> None:
    assert condition(hour, day, at(10), "until") == moment  # type: ignore[arg-type]


def test_an_hour_that_has_passed_is_no_condition() -> None:
    with pytest.raises(Refusal) as caught:
        condition("9:00", at(0).date(), at(10), "until")
    assert caught.value.kind == "condition_past"


@pytest.mark.parametrize(("now", "lapsed"), [(at(8, 59), False), (at(9), True)])
def test_a_condition_lapses_at_its_hour(now: datetime, lapsed: bool) -> None:
    assert Admission("until", "2026-02-19T09:00").lapsed(now) is lapsed


def test_a_result_of_a_barred_athlete_does_not_count() -> None:
    games = run(released(), "ski", {"1": "20:00,0", "2": "21:00,0"})
    games.do(BARRED)
    key = ("ski", "main", "main", "1")
    assert counts(games.state, key, games.state.marks[key]) is False
