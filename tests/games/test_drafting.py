"""A regulation is put together out of sports and a preset, and every step of it is one that the engine reads."""

from datetime import date

import pytest

import scoring
from spartakiad.competition.eligibility import check_eligibility
from spartakiad.errors import Refusal
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import answer_of, blank, of_year, with_preset, with_sport, without_contest
from spartakiad.words.keys import slug_of

FIRST = date(2027, 2, 18)
BLANK = blank("Проба", presets()["n-down"])


def contests(document: object) -> list[str]:
    assert isinstance(document, dict)
    return [row["id"] for row in document["contest"]]


@pytest.mark.parametrize("sport", sports())
def test_every_sport_of_the_catalogue_is_read_by_the_engine(sport: str) -> None:
    document = with_sport(BLANK, sports()[sport], FIRST)
    check_eligibility(document)
    scoring.parse({name: value for name, value in document.items() if name != "eligibility"})
    assert contests(document) == [row["id"] for row in sports()[sport].contests]


def test_all_of_them_together_do_not_get_in_each_others_way() -> None:
    document = BLANK
    for sport in sports().values():
        document = with_sport(document, sport, FIRST)
    assert (
        len(contests(document)) == len(set(contests(document))) == sum(len(one.contests) for one in sports().values())
    )


def test_a_sport_added_twice_is_there_once() -> None:
    once = with_sport(BLANK, sports()["ski"], FIRST)
    assert with_sport(once, sports()["ski"], FIRST) == once


def test_a_contest_taken_out_leaves_nothing_behind() -> None:
    document = with_sport(with_sport(BLANK, sports()["ski"], FIRST), sports()["chess"], FIRST)
    for contest in ("ski-women", "ski-men"):
        document = without_contest(document, contest)
    assert document == with_sport(BLANK, sports()["chess"], FIRST)


def test_a_contest_that_is_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(Refusal):
        without_contest(BLANK, "curling")


def test_parts_come_with_their_contest_and_go_with_it() -> None:
    document = with_sport(with_sport(BLANK, sports()["chess"], FIRST), sports()["ski-parts"], FIRST)
    assert [(row["id"], row["rules"]) for row in document["part"]] == [
        ("women", "ski-parts-race"),
        ("men-18", "ski-parts-race"),
        ("men-40", "ski-parts-race"),
        ("relay", "ski-parts-relay"),
    ]
    assert without_contest(document, "ski") == with_sport(BLANK, sports()["chess"], FIRST)


def test_ages_are_those_on_the_last_day_of_the_year() -> None:
    parts = with_sport(BLANK, sports()["ski-parts"], FIRST)["eligibility"]["contest"]["ski"]["part"]
    assert parts["men-40"] == {"sex": "m", "quota": 3, "age_from": 40, "age_on": "2027-12-31"}


def test_a_regulation_of_last_year_counts_ages_in_this_one() -> None:
    document = with_sport(BLANK, sports()["ski-parts"], FIRST)
    assert of_year(document, date(2028, 3, 1)) == with_sport(BLANK, sports()["ski-parts"], date(2028, 3, 1))


@pytest.mark.parametrize(
    ("since", "held", "moved"),
    [("2025-12-31", 2026, "2026-12-31"), ("2024-02-29", 2026, "2025-02-28"), ("2025-12-31", None, "2025-12-31")],
)
def test_whoever_has_to_belong_to_his_city_does_as_long_before_as_then(
    since: str, held: int | None, moved: str
) -> None:
    document = {**BLANK, "eligibility": {"residence": {"how": ["lives"], "since": since, "clause": "4.4"}}}
    told = of_year(document, date(2027, 2, 18), held)["eligibility"]["residence"]
    assert told == {"how": ["lives"], "since": moved, "clause": "4.4"}


def test_a_preset_with_questions_needs_its_answers() -> None:
    best = presets()["best"]
    with pytest.raises(Refusal) as refused:
        with_preset(BLANK, best, {})
    assert refused.value.field == "answer-standing[0].count.k"
    answers = {question.path: answer_of(question.path, "3") for question in best.questions}
    assert with_preset(BLANK, best, answers)["standing"][0]["count"] == {"kind": "best", "k": 3, "of": 3}


def test_a_list_is_answered_with_blanks_or_commas() -> None:
    assert answer_of("standing[0].value.table", "9, 6 4;3") == [9, 6, 4, 3]
    assert answer_of("standing[0].count.must", "ski") == ["ski"]


@pytest.mark.parametrize(
    ("title", "slug"), [("Великие Луки", "velikie-luki"), ("Щёлково-2", "schelkovo-2"), ("«Ёж»", "ezh"), ("???", "")]
)
def test_a_title_becomes_a_name_for_an_address(title: str, slug: str) -> None:
    assert slug_of(title) == slug
