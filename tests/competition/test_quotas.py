"""A race for both: two women and one man of a team start for it, one runs personally, nobody as a guest."""

from datetime import date

import pytest

from spartakiad.competition.decide.delegations import Enter, JoinAthlete, WithdrawEntry
from spartakiad.competition.decide.replacing import Replace
from spartakiad.words.quotas import counter_words, quota_rules
from spartakiad.words.refusals import sentence
from tests.competition.conftest import Refused
from tests.competition.playing import REGULATION, Played, drafted

MIXED = REGULATION.replace(
    'sex = "f"\nquota = 2', "quota = 3\nquota_women = 2\nquota_men = 1\nquota_personal = 1\nquota_guests = 0"
)
SEXES = {"1": "f", "2": "f", "3": "f", "4": "m", "5": "m", "6": "f"}
BORN = date(1990, 3, 5)


def enter(number: str, role: str = "team", team: str = "vologda") -> Enter:
    return Enter("ski", number, team, role, SEXES[number], "", BORN, SEXES)


def mixed(*numbers: str) -> Played:
    """№ 1, 2, 3 (women) and № 4, 5 (men) are of Vologda, № 6 of Pskov; these start for their teams."""
    games = drafted(MIXED)
    for number in SEXES:
        games.do(JoinAthlete(number, "pskov" if number == "6" else "vologda", int(number), True))
    for number in numbers:
        games.do(enter(number, team="pskov" if number == "6" else "vologda"))
    return games


def entered(games: Played) -> list[str]:
    return [one.entrant for one in games.state.entries_of("ski")]


def test_so_many_of_each_sex_start_for_a_team() -> None:
    assert entered(mixed("1", "2", "4", "6")) == ["1", "2", "4", "6"]


def test_one_more_of_a_sex_is_refused_with_the_number_and_the_clause(refused: Refused) -> None:
    assert sentence(refused(mixed("4"), enter("5"))) == (
        "«Лыжи»: у команды «Vologda» мужчин уже 1 из 1 (п. 4.2 положения). Снимите кого-нибудь или заявите «лично»."
    )


def test_whoever_goes_makes_room_for_his_sex() -> None:
    games = mixed("1", "4")
    games.do(WithdrawEntry("ski", "4", "vologda"))
    games.do(enter("5"))
    assert entered(games) == ["1", "5"]


def test_whoever_runs_personally_takes_nothing_of_either_sex() -> None:
    games = mixed("4")
    games.do(enter("5", "personal"))
    assert entered(games) == ["4", "5"]


def test_one_more_in_a_role_is_refused(refused: Refused) -> None:
    games = mixed()
    games.do(enter("1", "personal"))
    assert sentence(refused(games, enter("2", "personal"))) == (
        "«Лыжи»: лично у команды «Vologda» уже 1 из 1 (п. 4.2 положения). "
        "Снимите кого-нибудь или выберите другое участие."
    )


def test_a_role_that_the_regulation_shuts_is_not_taken(refused: Refused) -> None:
    assert sentence(refused(mixed(), enter("1", "guest"))) == (
        "«Лыжи»: вне конкурса сюда не заявляют (п. 4.2 положения). Выберите другое участие."
    )


def comes_in(sex: str) -> Replace:
    return Replace("1", "vologda", 50, True, sex, BORN, "травма", "Петров", (), SEXES)


@pytest.mark.parametrize("sex", ["f", "m"])
def test_somebody_of_either_sex_comes_in_where_there_is_room(sex: str) -> None:
    games = mixed("1")
    games.do(comes_in(sex))
    assert games.state.athletes["1"].person == 50


def test_a_man_for_a_woman_needs_room_among_the_men(refused: Refused) -> None:
    assert refused(mixed("1", "4"), comes_in("m")).args_for_words["counted"] == "m"


def test_a_woman_for_a_woman_needs_no_room() -> None:
    games = mixed("1", "2", "4")
    games.do(comes_in("f"))
    assert games.state.athletes["1"].person == 50


@pytest.mark.parametrize(
    ("quotas", "words"),
    [
        ({"team": 4}, "От команды не больше 4 участников"),
        ({"f": 4, "m": 4}, "От команды не больше 4 женщин и 4 мужчин"),
        ({"team": 6, "m": 1}, "От команды не больше 6 участников, из них не больше 1 мужчины"),
        ({"team": 1, "personal": 2, "guest": 0}, "От команды не больше 1 участника; лично не больше 2; "
         "вне конкурса не заявляют"),
        ({"guest": 1}, "Вне конкурса не больше 1"),
        ({}, ""),
    ],
)  # fmt: skip
def test_quotas_are_read_back(quotas: dict[str, int], words: str) -> None:
    assert quota_rules(quotas).replace("\u00a0", " ") == words


def test_counters_of_both_sexes_stand_side_by_side() -> None:
    assert counter_words([("m", 3, 4), ("f", 2, 4)]).replace("\u00a0", " ") == "м 3 из 4 · ж 2 из 4"
