"""Lifters are weighed: the last weight holds, a mistake is taken back, the lighter of equals is before the heavier."""

from datetime import date
from typing import Any

import pytest

import scoring
from spartakiad.competition.decide.admission import Admit
from spartakiad.competition.decide.contests import Post, ReleaseStarts
from spartakiad.competition.decide.delegations import Enter, JoinAthlete
from spartakiad.competition.decide.lineups import NameLineup
from spartakiad.competition.decide.replacing import Replace
from spartakiad.competition.decide.setup import StateGames
from spartakiad.competition.decide.weighing import UndoWeighing, Weigh, weighed_here
from spartakiad.competition.document import document
from spartakiad.competition.eligibility import check_eligibility
from spartakiad.competition.lineups import Member
from spartakiad.competition.programme import line
from spartakiad.competition.weights import proposed, standing
from spartakiad.entries.weighing import Person, found_by, weigh_rows
from spartakiad.errors import Refusal
from tests.competition.conftest import Refused
from tests.competition.playing import REGULATION, Played, drafted, run

LIFTS = (
    REGULATION.replace(', precision = "0.1", limits = { min = "10:00", max = "1:30:00" }', "")
    .replace('mark = "time"', 'mark = "score"')
    .replace('[{ by = ["time"] }]', '[{ by = ["score", "body_weight"] }]')
    .replace('value = "time" }\nwins = "least"', 'value = "score" }')
    .replace('sex = "f"\nquota = 2', 'weights_women = ["63", "+63"]\nweights_men = ["73", "85", "+85"]')
)
SEXES = {"1": "m", "2": "m", "3": "m", "4": "f"}
BORN = date(1990, 3, 5)


def enter(number: str, category: str = "") -> Enter:
    return Enter("ski", number, "vologda", "team", SEXES[number], "", BORN, SEXES, "", category)


def lifters() -> Played:
    """№ 1, 2, 3 (men) and № 4 (a woman) of Vologda are entered, № 1 up to 85 kg."""
    games = drafted(LIFTS)
    for number in SEXES:
        games.do(JoinAthlete(number, "vologda", int(number), True))
        games.do(Admit(number, "admitted"))
        games.do(enter(number, "85" if number == "1" else ""))
    return games


def weights(games: Played) -> dict[str, str]:
    return {number: standing(told) for (_, number), told in games.state.weighings.items()}


def test_a_weight_reaches_the_engine() -> None:
    games = lifters()
    games.do(Weigh("ski", "1", "84.6"))
    (row,) = [row for row in document(games.state)["entrant"] if row["id"] == "1" and row["contest"] == "ski"]
    assert row["body_weight"] == "84.6"


def test_the_lighter_of_equals_is_before_the_heavier() -> None:
    games = lifters()
    for number, weight in (("1", "84.6"), ("2", "84.55"), ("3", "84.6")):
        games.do(Weigh("ski", number, weight))
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("ski"))
    run(games, "ski", {"1": "100", "2": "100", "3": "120", "4": "90"})
    ranking = scoring.score(scoring.parse(document(games.state))).contests["ski"].ranking.rows
    assert [row.key for row in ranking] == ["3", "2", "1", "4"]


def test_weighed_again_the_later_weight_holds_and_the_first_stays_known() -> None:
    games = lifters()
    for weight in ("85.4", "84.9"):
        games.do(Weigh("ski", "1", weight))
    assert [one.weight for one in games.state.weighings["ski", "1"]] == ["85.4", "84.9"]
    assert weights(games) == {"1": "84.9"}


def test_the_same_weight_again_is_nothing_new() -> None:
    games = lifters()
    games.do(Weigh("ski", "1", "84.9"))
    assert games.do(Weigh("ski", "1", "84.9")) == []


def test_taken_back_the_weight_before_it_holds() -> None:
    games = lifters()
    for weight in ("85.4", "84.9"):
        games.do(Weigh("ski", "1", weight))
    games.do(UndoWeighing("ski", "1", "84.9"))
    assert weights(games) == {"1": "85.4"}
    games.do(UndoWeighing("ski", "1", "85.4"))
    assert weights(games) == {"1": ""}


def test_what_another_weighed_meanwhile_is_not_taken_back_unseen(refused: Refused) -> None:
    games = lifters()
    games.do(Weigh("ski", "1", "84.9"))
    assert refused(games, UndoWeighing("ski", "1", "85.4")).kind == "weighing_moved"


@pytest.mark.parametrize("weight", ["8.46", "846", "24.9"])
def test_an_unlikely_weight_is_asked_about_and_taken_when_it_is_meant(refused: Refused, weight: str) -> None:
    games = lifters()
    assert refused(games, Weigh("ski", "1", weight)).kind == "weight_unlikely"
    games.do(Weigh("ski", "1", weight, sure=True))
    assert weights(games) == {"1": weight}


@pytest.mark.parametrize(("contest", "number", "kind"), [("ski", "9", "not_entered"), ("figure", "1", "not_found")])
def test_nobody_else_is_weighed(refused: Refused, contest: str, number: str, kind: str) -> None:
    assert refused(lifters(), Weigh(contest, number, "84.6")).kind == kind


def test_what_is_posted_is_not_weighed_any_more(refused: Refused) -> None:
    games = lifters()
    games.do(StateGames("under_way"))
    games.do(ReleaseStarts("ski"))
    run(games, "ski", {"1": "100", "2": "100", "3": "120", "4": "90"})
    games.do(Post("ski"))
    assert refused(games, Weigh("ski", "1", "84.6")).kind == "weighing_closed"


def test_whoever_comes_in_for_somebody_is_weighed_himself() -> None:
    games = lifters()
    games.do(Weigh("ski", "1", "84.6"))
    games.do(Replace("1", "vologda", 50, True, "m", BORN, "травма", "Петров"))
    assert weights(games) == {}


def test_of_a_contest_of_teams_the_line_up_is_weighed() -> None:
    games = drafted(LIFTS + "[eligibility.contest.figure]\nweighed = true\n")
    for number in SEXES:
        games.do(JoinAthlete(number, "vologda", int(number), True))
    games.do(Enter("figure", "vologda", "vologda", "team", ""))
    named, bench = (Member("3", "m", BORN), Member("1", "m", BORN)), (Member("2", "m", BORN),)
    games.do(NameLineup("figure", "main", "vologda", named, bench))
    assert weighed_here(games.state, line(games.state, "figure")) == ["1", "2", "3"]


def test_a_category_is_one_of_his_sex(refused: Refused) -> None:
    told = refused(lifters(), enter("2", "63"))
    assert (told.kind, told.field) == ("bad_choice", "category")


def rows(games: Played) -> dict[str, tuple[str, str, str]]:
    """Of each: the category he is entered for, what is said of it, where he belongs."""
    people = [Person(number, f"Участник {number}", sex) for number, sex in SEXES.items()]
    found = weigh_rows(games.state, line(games.state, "ski"), people, {})
    return {row.number: (row.category, row.note, row.fit_words) for row in found}


@pytest.mark.parametrize(
    ("weight", "said"),
    [
        ("84.9", ("до 85 кг", "", "")),
        ("85", ("до 85 кг", "", "")),
        ("85.1", ("до 85 кг", "тяжелее заявленной (п. 4.2 положения)", "свыше 85 кг")),
        ("73", ("до 85 кг", "легче заявленной (п. 4.2 положения)", "до 73 кг")),
    ],
)
def test_the_weight_is_compared_with_the_category(weight: str, said: tuple[str, str, str]) -> None:
    games = lifters()
    games.do(Weigh("ski", "1", weight))
    assert rows(games)["1"] == said


def test_where_no_category_was_named_one_is_proposed() -> None:
    games = lifters()
    games.do(Weigh("ski", "4", "63.1"))
    assert rows(games)["4"] == ("", "категория не названа (п. 4.2 положения)", "свыше 63 кг")


def test_above_all_categories_there_is_none() -> None:
    assert proposed(("63", "73"), "73.1") == ""


PEOPLE = [Person("1", "Лыжин Пётр", "m"), Person("12", "Лыжина Анна", "f"), Person("2", "Ёлкин Иван", "m")]


@pytest.mark.parametrize(("typed", "number"), [("12", "12"), (" № 1", "1"), ("елк", "2"), ("лыжина", "12")])
def test_somebody_is_found_by_number_or_surname(typed: str, number: str) -> None:
    assert found_by(typed, PEOPLE) == number


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("", "required"), ("3", "nobody_of_name"), ("Зимин", "nobody_of_name"), ("Лыж", "several_of_name")],
)
def test_whoever_is_not_found_is_asked_about(typed: str, kind: str) -> None:
    with pytest.raises(Refusal) as asked:
        found_by(typed, PEOPLE)
    assert (asked.value.kind, asked.value.field) == (kind, "who")


@pytest.mark.parametrize(
    ("told", "path"),
    [
        ({"weighed": 1}, "weighed"),
        ({"weights_men": []}, "weights_men"),
        ({"weights_men": ["85", "73"]}, "weights_men"),
        ({"weights_men": ["73", "73"]}, "weights_men"),
        ({"weights_men": ["85", "+90"]}, "weights_men"),
        ({"weights_men": ["+85", "85"]}, "weights_men"),
        ({"weights_men": [85]}, "weights_men"),
        ({"weights_men": ["до 85"]}, "weights_men"),
        ({"weights_men": ["85"], "part": {"old": {"weight": "73"}}}, "part.old.weight"),
        ({"weights_men": ["85"], "part": {"old": {"sex": "f", "weight": "85"}}}, "part.old.weight"),
        ({"part": {"old": {"weights_men": ["85"]}}}, "part.old.weights_men"),
    ],
)
def test_categories_that_cannot_be_are_refused_by_their_path(told: dict[str, Any], path: str) -> None:
    part = [{"id": "old", "contest": "ski"}]
    with pytest.raises(Refusal) as caught:
        check_eligibility({"contest": [{"id": "ski"}], "part": part, "eligibility": {"contest": {"ski": told}}})
    assert caught.value.args_for_words["path"] == f"eligibility.contest.ski.{path}"
