"""Signed decisions on their page: equals, a place that stays empty, points, and the way back."""

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.publication.actions import OneContest, accept
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

PAGE = "/office/race/decisions"
PAPER = {"jury": "Озёрова, Зимин", "document": "решение жюри № 3"}


@pytest.fixture
def official(race: Site) -> Site:
    """№ 1 was faster than № 2, and the result is official."""
    judge = race.signed_in(Role.JUDGE, games="race")
    chief = race.signed_in(Role.SPORT_CHIEF, games="race", contest="ski-women")
    for number, time in (("1", "40:00,0"), ("2", "41:00,0")):
        judge.post(f"/judge/race/ski-women/marks/{number}", {"raw": time, "version": "0"})
    chief.post("/judge/race/ski-women/checks", {"c-1": "1", "c-2": "1", "verdict": "confirmed"})
    chief.post("/judge/race/ski-women/posting")
    race.shell.write_now(accept, OneContest("race", "ski-women"), SYSTEM)
    return race


def chief(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_JUDGE, games="race")


def place(site: Site, number: str) -> object:
    result = site.shell.now("race").result
    assert result is not None
    return result.contests["ski-women"].ranking.place(number)


def vacate(who: str, **more: str) -> dict[str, str]:
    return {"form": "remove", "contest": "ski-women", "who": who, "how": "vacate", **PAPER, **more}


def test_a_place_is_taken_away_and_stays_empty(official: Site) -> None:
    answer = chief(official).post(PAGE, vacate("№ 1"))
    assert (answer.status_code, place(official, "1"), place(official, "2")) == (303, None, 2)


def test_a_look_says_what_moves_and_signs_nothing(official: Site) -> None:
    before = official.numbers()
    answer = chief(official).post(PAGE, vacate("1", look="yes"))
    assert (official.numbers(), "Лыжина Анна 1 → –" in words(answer.text)) == (before, True)


def test_an_official_result_gets_its_next_revision(official: Site) -> None:
    chief(official).post(PAGE, vacate("1"))
    assert official.shell.now("race").state.contests["ski-women"].revision == 2


def test_a_decision_is_lifted_with_a_reason(official: Site) -> None:
    chief(official).post(PAGE, vacate("1"))
    without = chief(official).post(PAGE, {"form": "lift-1", "reason": ""})
    chief(official).post(PAGE, {"form": "lift-1", "reason": "жюри пересмотрело"})
    assert (without.status_code, place(official, "1")) == (422, 1)


def test_points_are_taken_from_a_total(official: Site) -> None:
    form = {"form": "adjust", "team": "vologda", "contest": "", "points": "−1/2", **PAPER}
    done = chief(official).post(PAGE, form)
    assert "Записано." in words(chief(official).get(done.headers["location"]).text)
    assert "Записано." not in words(chief(official).get(PAGE).text)
    assert "Вологда: −0,5 к очкам" in words(chief(official).get(PAGE).text)
    why = words(official.visitor().get("/games/race/standings/vologda").text)
    assert ("− 0,5 =" in why, "+ −" in why) == (True, False), why[:600]
    assert f"поправка −0,5 ({PAPER['document']})" in why


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"form": "remove", **PAPER}, "Вид: выберите"),
        (vacate("77"), "никого нет под «77»"),
        (vacate(""), "Назовите, о ком речь"),
        ({**vacate("1"), "how": ""}, "выберите"),
        ({**vacate("1"), "how": "annul"}, "игр нет"),
        ({**vacate("1"), "jury": " "}, "Кто решал: заполните"),
        ({**vacate("1"), "document": ""}, "Назовите документ"),
        ({"form": "adjust", "team": "vologda", "points": "много", **PAPER}, "Наберите очки числом"),
        ({"form": "adjust", "team": "x", "points": "1", **PAPER}, "Команда: выберите"),
        ({"form": "tie-", **PAPER}, "равенства больше нет"),
        ({"form": "tie-a.b.c.d.e.f", **PAPER}, "равенства больше нет"),
        ({"form": "lift-x"}, "число"),
        ({"form": "???"}, ""),
        ({}, ""),
    ],
)
def test_what_cannot_be_signed_is_said_and_changes_nothing(official: Site, form: dict[str, str], said: str) -> None:
    before = official.numbers()
    answer = chief(official).post(PAGE, form)
    assert (answer.status_code in (409, 422), official.numbers(), said in words(answer.text)) == (True, before, True)


def test_a_missing_decision_is_not_lifted(official: Site) -> None:
    assert chief(official).post(PAGE, {"form": "lift-9", "reason": "так"}).status_code == 404
