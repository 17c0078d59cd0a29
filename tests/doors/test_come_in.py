"""Coming in by a venue card: a name and two words, all contests of the hall, another judge at the same telephone."""

import re

import pytest

from tests.doors.halls import (
    BASE,
    CARDS,
    FIRST,
    GAMES,
    ICE,
    NEXT,
    devices,
    it_is,
    make_card,
    move,
    number_of,
    opens,
    phone,
    play_halls,
    printed,
    secretary,
    sign_in,
)
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

HAND_OVER = "/judge/card/judge"


def whose(visitor: Visitor) -> str:
    """Whose name stands on the pages of this telephone."""
    found = re.search(r'<div class="me">\s*<p><b>([^<]+)</b>', visitor.get(f"/judge/{GAMES}").text)
    return found[1] if found else ""


def enter(visitor: Visitor, entrant: str = "1", raw: str = "40:33,2") -> int:
    return visitor.post(f"/judge/{GAMES}/ski-women/marks/{entrant}", {"raw": raw, "version": 0}).status_code


def test_a_judge_of_the_hall_enters_results_under_his_own_name(halls: Site, keys: tuple[str, str]) -> None:
    judge = phone(halls, keys)
    assert judge.get("/me").headers["location"] == f"/judge/{GAMES}"
    assert (whose(judge), enter(judge)) == ("Иванова Анна", 303)
    assert "ввёл: Иванова Анна" in words(judge.get(f"/judge/{GAMES}/ski-women").text)


def test_he_judges_all_contests_of_the_hall_that_day_and_nothing_else(halls: Site, keys: tuple[str, str]) -> None:
    judge = phone(halls, keys)
    assert opens(judge, "ski-women", "ski-men", "figure", "ski-relay") == [200, 200, 404, 404]
    assert opens(judge, "ski-women", games="demo") == [404]
    pages = [f"/judge/{GAMES}/ski-women/card", f"/office/{GAMES}", CARDS, "/team/halls/vologda", "/admin"]
    assert [judge.get(page).status_code for page in pages] == [403] * 5
    assert judge.post(f"/judge/{GAMES}/ski-women/posting").status_code == 403


def test_what_is_moved_to_the_hall_opens_and_what_is_moved_away_shuts(halls: Site, keys: tuple[str, str]) -> None:
    judge = phone(halls, keys)
    move(halls, "figure", f"{FIRST}T18:00", BASE)
    move(halls, "ski-men", f"{FIRST}T12:30", ICE)
    move(halls, "ski-women", f"{NEXT}T10:00", BASE)
    assert opens(judge, "figure", "ski-men", "ski-women") == [200, 404, 404]
    assert "его перенесли, или карточка от другой площадки" in judge.get(f"/judge/{GAMES}/ski-men").text


def test_a_hall_from_which_everything_was_moved_keeps_its_judges(halls: Site, keys: tuple[str, str]) -> None:
    judge = phone(halls, keys)
    for contest in ("ski-women", "ski-men"):
        move(halls, contest, f"{FIRST}T12:30", ICE)
    assert "Вам ещё не назначен ни один вид" in judge.get(f"/judge/{GAMES}").text
    assert opens(judge, "ski-women") == [404]


def test_a_contest_put_off_into_the_night_still_belongs_to_its_day(halls: Site, keys: tuple[str, str]) -> None:
    judge = phone(halls, keys)
    move(halls, "ski-men", f"{NEXT}T00:30", BASE)
    assert opens(judge, "ski-men") == [200]


def test_records_of_a_telephone_are_taken_in_its_hall_and_kept_for_the_secretariat_elsewhere(
    halls: Site, keys: tuple[str, str]
) -> None:
    judge = phone(halls, keys)
    own = {"n": 1, "contest": "ski-women", "entrant": "1", "cells": {"raw": "40:33,2"}}
    strange = {"n": 2, "contest": "figure", "entrant": "vologda", "cells": {"raw": "1"}}
    batch = {"device": "0" * 20, "first": 1, "sent": 0, "unsent": 2, "records": [own, strange]}
    answer = judge.ask("POST", f"/judge/{GAMES}/_/records", json=batch, headers={"X-Form-Token": judge.token})
    assert [one["state"] for one in answer.json()["answers"]] == ["done", "held"]


@pytest.mark.parametrize("spelled", ["{}", "  {}  ", "{}!", "{}".upper()])
def test_the_code_and_the_words_may_be_typed_as_people_type(halls: Site, keys: tuple[str, str], spelled: str) -> None:
    code = " ".join(re.findall("....", keys[0]))
    said = spelled.format(keys[1].upper().replace(" ", "   ")).replace("!", "")
    assert sign_in(halls.visitor(), (code, said)).status_code == 303


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"account_name": ""}, "Имя: заполните"),
        ({"account_name": "Иванова"}, "Напишите фамилию и имя"),
        ({"account_name": "я " * 150}, "Имя: знаков"),
        ({"account_name": "", "judge": "1"}, "Кто вы: такого варианта нет"),
        ({"account_name": "", "judge": "-1; --"}, "Имя: заполните"),
    ],
)
def test_a_name_that_is_none_is_refused_and_what_was_typed_stays(
    halls: Site, keys: tuple[str, str], form: dict[str, str], sentence: str
) -> None:
    answer = sign_in(halls.visitor(), keys, form["account_name"], judge=form.get("judge", ""))
    assert (answer.status_code, sentence in answer.text, f'value="{keys[1]}"' in answer.text) == (422, True, True)


def test_a_telephone_knows_its_judges_again_and_offers_nobody_elses(halls: Site, keys: tuple[str, str]) -> None:
    judge, other = phone(halls, keys), phone(halls, keys, "Петров Пётр")
    page = judge.post("/judge/card", {"token": keys[0]}).text
    assert ("Иванова Анна" in page, "Петров Пётр" in page) == (True, False)
    chosen = re.search(r'name="judge" type="radio" value="(\d+)"', page)
    assert chosen and sign_in(judge, keys, "", judge=chosen[1]).status_code == 303
    assert (whose(judge), whose(other)) == ("Иванова Анна", "Петров Пётр")
    assert sign_in(other, keys, "", judge=chosen[1]).status_code == 422


def test_the_same_name_on_another_device_is_the_same_judge_and_confirms_nothing_of_his_own(
    halls: Site, keys: tuple[str, str]
) -> None:
    first, second, other = phone(halls, keys), phone(halls, keys, "  ИВАНОВА  анна "), phone(halls, keys, "Петров Пётр")
    enter(first)
    form = {"c-1": 1, "verdict": "confirmed"}
    answers = [one.post(f"/judge/{GAMES}/ski-women/checks", form).status_code for one in (second, other)]
    assert answers == [409, 303]


def test_another_judge_takes_the_telephone_with_a_session_of_his_own(
    halls: Site, office: Visitor, keys: tuple[str, str]
) -> None:
    judge = phone(halls, keys)
    before = judge.cookie
    assert "Сменить судью" in judge.get(f"/judge/{GAMES}").text
    assert judge.post(HAND_OVER, {"account_name": "Петров Пётр"}).status_code == 303
    assert (whose(judge), judge.cookie != before, devices(office)) == ("Петров Пётр", True, ["Петров Пётр"])
    copy = halls.visitor()
    copy.client.cookies.set("spartakiad", before, domain="games.test")
    assert copy.get("/me").headers["location"] == "/sign-in"
    page = judge.get(HAND_OVER).text
    back = re.search(r'name="judge" type="radio" value="(\d+)"', page)
    assert back and "Иванова Анна" in page
    judge.post(HAND_OVER, {"judge": back[1]})
    assert whose(judge) == "Иванова Анна"


def test_handing_over_needs_no_more_than_a_name_and_refuses_none(halls: Site, keys: tuple[str, str]) -> None:
    judge = phone(halls, keys)
    answer = judge.post(HAND_OVER, {"account_name": "Пётр"})
    assert (answer.status_code, "Напишите фамилию и имя" in answer.text, whose(judge)) == (422, True, "Иванова Анна")


def test_somebody_who_was_invited_has_no_telephone_to_hand_over(halls: Site, office: Visitor) -> None:
    assert [office.get(HAND_OVER).status_code, office.post(HAND_OVER).status_code] == [403, 403]
    assert "Сменить судью" not in office.get(CARDS).text


def test_the_same_telephone_takes_one_place_however_often_it_comes_in(halls: Site, office: Visitor) -> None:
    make_card(office, devices=1)
    keys = printed(halls)
    judge = phone(halls, keys)
    for name in ("Иванова Анна", "Петров Пётр"):
        assert sign_in(judge, keys, name).status_code == 303
        judge.post(HAND_OVER, {"account_name": "Сидорова Инна"})
    assert devices(office) == ["Сидорова Инна"]
    judge.post("/sign-out")
    assert sign_in(halls.visitor(), keys).status_code == 303


def test_the_session_lasts_until_the_night_is_over_without_a_lock(halls: Site, keys: tuple[str, str]) -> None:
    judge = phone(halls, keys)
    it_is(halls, f"{NEXT}T03:59")
    assert judge.get(f"/judge/{GAMES}/ski-women").status_code == 200
    it_is(halls, f"{NEXT}T04:00")
    assert judge.get(f"/judge/{GAMES}/ski-women").headers["location"] == "/sign-in"


def test_whoever_came_in_at_night_is_out_when_it_is_over(halls: Site, keys: tuple[str, str]) -> None:
    it_is(halls, f"{NEXT}T03:30")
    judge = phone(halls, keys)
    it_is(halls, f"{NEXT}T04:00")
    assert judge.get("/me").headers["location"] == "/sign-in"


def test_a_card_of_the_demonstration_works_on_any_day(site: Site) -> None:
    play_halls(site, "show", demo=True)
    it_is(site, "2026-11-27T12:00")
    make_card(secretary(site, "show"), games="show")
    judge = phone(site, printed(site, games="show"))
    assert opens(judge, "ski-women", "figure", games="show") == [200, 404]


def test_the_judges_of_a_hall_answer_on_the_board_and_are_told_notices(
    halls: Site, office: Visitor, keys: tuple[str, str]
) -> None:
    phone(halls, keys)
    it_is(halls, f"{FIRST}T11:00")
    row = re.search(r'<tr data-kind="begin">.*?</tr>', office.get(f"/office/{GAMES}").text, re.DOTALL)
    assert row and "Иванова Анна" in row[0]
    office.post(f"/office/{GAMES}/notices", {"text": "Старт перенесён", "to-contest:ski-women": "yes"})
    assert "Не прочли: 1 из 1" in words(office.get(f"/office/{GAMES}/notices").text)


def test_a_number_of_a_card_is_no_secret(halls: Site, keys: tuple[str, str]) -> None:
    assert sign_in(halls.visitor(), (str(number_of(halls)), keys[1])).status_code == 422
