"""Protests: filed by the hour of the paper, flagged, decided by the chief judge; official only after that."""

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.games.actions import GamesState, state_games
from tests.doors.visiting import Site, Visitor

PAPER = {
    "contest": "figure",
    "team": "pskov",
    "received_day": "20.02.2026",
    "received_time": "18:05",
    "clause": "6.1",
    "protest_text": "Оценка второй судьи не учтена",
}


@pytest.fixture
def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY, "demo")


@pytest.fixture
def chief(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_JUDGE, "demo")


def official(secretary: Visitor) -> int:
    return int(secretary.post("/office/demo/contests/figure/official").status_code)


def test_a_protest_is_flagged_and_holds_the_result_until_it_is_decided(
    site: Site, secretary: Visitor, chief: Visitor
) -> None:
    filed = secretary.post("/office/demo/protests", PAPER)
    assert filed.status_code == 303 and "Записано." in secretary.get(filed.headers["location"]).text
    number = max(site.shell.now("demo").state.protests)
    assert "протест" in site.visitor().get("/games/demo/contests/figure").text
    assert f"решить протест № {number}" in secretary.get("/office/demo").text
    assert official(secretary) == 409
    ruling = {"verdict": "rejected", "reason": "оценка учтена", "jury": "Зимин, Озёрова, Ёжиков"}
    assert chief.post(f"/office/demo/protests/{number}", ruling).status_code == 303
    assert "протест" not in site.visitor().get("/games/demo/contests/figure").text
    assert official(secretary) == 303


def test_what_was_decided_is_not_decided_otherwise(site: Site, secretary: Visitor, chief: Visitor) -> None:
    secretary.post("/office/demo/protests", PAPER)
    number = max(site.shell.now("demo").state.protests)
    ruling = {"verdict": "upheld", "reason": "пересчитать", "jury": "Зимин"}
    assert chief.post(f"/office/demo/protests/{number}", ruling).status_code == 303
    assert chief.post(f"/office/demo/protests/{number}", {**ruling, "verdict": "rejected"}).status_code == 409
    assert site.shell.now("demo").state.protests[number].verdict == "upheld"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("contest", "", "Вид: выберите"),
        ("team", "atlantis", "Команда: такого варианта нет"),
        ("received_day", "вчера", "День подачи"),
        ("received_time", "25:00", "Час подачи"),
        ("protest_text", "", "Суть протеста: заполните"),
    ],
)
def test_what_is_no_protest_is_not_filed(site: Site, secretary: Visitor, field: str, typed: str, sentence: str) -> None:
    before = site.shell.now("demo").state.protests
    answer = secretary.post("/office/demo/protests", {**PAPER, field: typed})
    assert answer.status_code == 422 and sentence in answer.text
    assert site.shell.now("demo").state.protests == before


@pytest.mark.parametrize("missing", ["verdict", "reason", "jury"])
def test_a_decision_names_its_reasons_and_who_decided(site: Site, chief: Visitor, missing: str) -> None:
    ruling = {"verdict": "upheld", "reason": "пересчитать", "jury": "Зимин", missing: ""}
    assert chief.post("/office/demo/protests/1", ruling).status_code == 422
    assert site.shell.now("demo").state.protests[1].verdict == ""


def test_the_fee_is_told_as_the_paper_has_it(secretary: Visitor) -> None:
    secretary.post("/office/demo/protests", {**PAPER, "fee": "3000 ₽, сдан Озёровой"})
    assert "Взнос: 3000 ₽, сдан Озёровой" in secretary.get("/office/demo/protests").text


def test_the_column_of_the_overall_table_is_flagged_too(site: Site, secretary: Visitor) -> None:
    before = site.visitor().get("/games/demo/standings").text
    secretary.post("/office/demo/protests", PAPER)
    after = site.visitor().get("/games/demo/standings").text
    assert ("протест</small>" in after, after.count("протест</small>") > before.count("протест</small>")) == (
        True,
        True,
    )


def test_a_fee_as_long_as_a_story_is_refused_at_its_field(secretary: Visitor) -> None:
    answer = secretary.post("/office/demo/protests", {**PAPER, "fee": "ё" * 41})
    assert (answer.status_code, 'id="f-fee-error"' in answer.text) == (422, True)


def test_after_the_end_no_protest_is_taken_until_the_games_are_open_again(site: Site, secretary: Visitor) -> None:
    site.shell.write_now(state_games, GamesState("demo", "closed", sure=True), SYSTEM)
    known = len(site.shell.now("demo").state.protests)
    answer = secretary.post("/office/demo/protests", PAPER)
    assert (answer.status_code, "Спартакиада завершена" in answer.text) == (409, True)
    assert len(site.shell.now("demo").state.protests) == known
