"""Every kind of refusal, reason, reading and problem has its Russian sentence, and none is without a kind."""

import re
from fractions import Fraction

import pytest

from scoring import ADVICE_KINDS, PROBLEM_KINDS, READING_KINDS, REASON_KINDS
from spartakiad.competition.state import State
from spartakiad.errors import Refusal
from spartakiad.models.entries import ADMISSION_STATES, DELEGATION_STATES
from spartakiad.models.games import GAMES_STATES
from spartakiad.refusal_kinds import STATUS
from spartakiad.words.naming import NO_NAMES
from spartakiad.words.numbers import counted, number, points
from spartakiad.words.readings import READINGS
from spartakiad.words.reasons import REASONS
from spartakiad.words.refusals import SENTENCES, sentence
from spartakiad.words.regulation import ADVICE, PROBLEMS, problem_sentence
from spartakiad.words.states import words

LATIN = re.compile(r"[A-Za-z]{2,}")
KNOWN = re.compile(r"{\w+}|Excel|Word|ODS|CSV|PDF|XXI|winter-2027")  # names that Russians write in Latin letters


def test_every_refusal_has_its_sentence() -> None:
    assert set(SENTENCES) == set(STATUS)


def test_every_reason_of_the_engine_has_its_sentence() -> None:
    assert set(REASONS) == set(REASON_KINDS)


def test_every_reading_of_the_engine_has_its_sentence() -> None:
    assert set(READINGS) == set(READING_KINDS)


def test_every_problem_of_the_engine_has_its_sentence() -> None:
    assert set(PROBLEMS) == set(PROBLEM_KINDS)
    assert set(ADVICE) == set(ADVICE_KINDS)


def test_no_sentence_speaks_english() -> None:
    every = [*SENTENCES.values(), *READINGS.values()]
    assert [text for text in every if LATIN.search(KNOWN.sub("", text))] == []


@pytest.mark.parametrize(
    ("of", "states"),
    [("games", GAMES_STATES), ("delegation", DELEGATION_STATES), ("admission", ADMISSION_STATES)],
)
def test_every_state_has_its_words(of: str, states: tuple[str, ...]) -> None:
    assert all(words(state, of) for state in states)


def test_a_refusal_of_a_quota_names_the_team_the_number_and_the_clause() -> None:
    refusal = Refusal("quota_full", contest="Лыжи", team="Вологда", quota=4, counted="team", clause="4.2")
    assert sentence(refusal) == (
        "«Лыжи»: у команды «Вологда» уже 4 из 4 (п. 4.2 положения). Снимите кого-нибудь или заявите «лично»."
    )


def test_an_unknown_key_is_refused_with_the_nearest_known_one() -> None:
    assert problem_sentence("unknown_key", "standing[0].cuont", {"key": "cuont", "nearest": "count"}) == (
        "Положение, standing[0].cuont: ключ «cuont» неизвестен; может быть, «count»?"
    )


def test_what_stands_in_the_place_of_something_else_is_called_in_russian() -> None:
    assert problem_sentence("wrong_type", "contest", {"expected": "list", "found": "table"}) == (
        "Положение, contest: здесь должно стоять: список [ … ], а стоит: таблица { … }."
    )


def test_what_is_divided_between_cities_is_told_with_the_whole_of_it() -> None:
    members = [{"entrant": "1", "value": 150, "share": Fraction(1, 2)}, {"entrant": "2", "value": 140}]
    told = REASONS["members"]({"members": members, "value": "points", "sum": 290, "needed": 2}, NO_NAMES)
    assert told == "зачёт 2 лучших: 1\u00a0– 150 (1/2 от 300), 2\u00a0– 140; сумма 290"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "1\u00a0очко"),
        (3, "3\u00a0очка"),
        (11, "11\u00a0очков"),
        (21, "21\u00a0очко"),
        (Fraction(35, 2), "17,5\u00a0очка"),
    ],
)
def test_points_agree_with_their_number(value: int | Fraction, text: str) -> None:
    assert points(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(Fraction(1, 7), "0,14"), (Fraction(-5, 2), "−2,5"), (12345, "12\u2009345"), (-3, "−3")]
)
def test_numbers_are_rounded_only_in_print(value: int | Fraction, text: str) -> None:
    assert number(value) == text


def test_contests_are_counted_in_the_genitive_after_of() -> None:
    assert counted(8, "вида", "видов", "видов") == "8\u00a0видов"


def test_a_new_state_holds_nothing() -> None:
    assert (State().number, dict(State().marks), State().cup) == (0, {}, None)
