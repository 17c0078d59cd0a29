"""A personal code: the second person compares at the device of the one who typed, and nobody else's name is taken."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from spartakiad.accounts.roles import Role
from tests.doors.halls import GAMES, later, phone
from tests.doors.test_shared_telephone import HAND_OVER, of, send
from tests.doors.visiting import Site, Visitor

PIN, OTHER = "204866", "204867"
CHECKS = "/judge/race/ski-women/checks"


@pytest.fixture
def typed(judge: Visitor) -> Visitor:
    """The judge has typed the result of № 1."""
    judge.post("/judge/race/ski-women/marks/1", {"raw": "40:33,2", "version": 0})
    return judge


@pytest.fixture
def second(race: Site) -> int:
    """Another judge of the race, who chose his code at home."""
    number = race.new(Role.JUDGE, "race", contest="ski-women")
    visitor = race.visitor()
    visitor.post(race.link(number))
    assert visitor.post("/me/pin", {"pin": PIN, "again": PIN}).status_code == 303
    return number


def form(second: int, pin: str) -> dict[str, object]:
    return {"c-1": 1, "verdict": "confirmed", "comparing": second, "pin": pin}


def checked_by(site: Site) -> str:
    (mark,) = site.shell.now("race").state.marks.values()
    return mark.checked_by


def test_the_second_person_compares_at_the_same_device_under_his_own_name(
    race: Site, typed: Visitor, second: int
) -> None:
    assert typed.post(CHECKS, {"c-1": 1, "verdict": "confirmed"}).status_code == 409
    assert typed.post(CHECKS, form(second, PIN)).status_code == 303
    assert checked_by(race) == f"a{second}"


def test_a_wrong_code_confirms_nothing_and_after_five_the_right_one_waits_ten_minutes(
    race: Site, typed: Visitor, second: int
) -> None:
    said = [typed.post(CHECKS, form(second, OTHER)).text for _ in range(5)]
    assert ["Осталось попыток: 4" in said[0], "Осталось попыток: 0" in said[4]] == [True, True]
    assert OTHER not in said[0]
    assert "Подождите 10 минут" in typed.post(CHECKS, form(second, PIN)).text
    assert checked_by(race) == ""
    later(race, minutes=10.1)
    assert typed.post(CHECKS, form(second, PIN)).status_code == 303


def test_who_guesses_on_one_device_keeps_nobody_from_comparing_at_another(
    race: Site, typed: Visitor, second: int
) -> None:
    for _ in range(5):
        typed.post(CHECKS, form(second, OTHER))
    assert "Подождите 10 минут" in typed.post(CHECKS, form(second, PIN)).text
    elsewhere = race.newly_in(Role.JUDGE, "race", contest="ski-women")
    assert (elsewhere.post(CHECKS, form(second, PIN)).status_code, checked_by(race)) == (303, f"a{second}")


def test_on_however_many_devices_a_code_is_tried_twenty_five_times(race: Site, typed: Visitor, second: int) -> None:
    for _ in range(5):
        guessing = race.newly_in(Role.JUDGE, "race", contest="ski-women")
        for _ in range(5):
            guessing.post(CHECKS, form(second, OTHER))
    assert "Подождите 10 минут" in typed.post(CHECKS, form(second, PIN)).text


def test_neither_who_typed_nor_a_stranger_nor_a_judge_of_another_contest_is_the_second_person(
    race: Site, typed: Visitor, second: int
) -> None:
    strangers = [race.new(Role.JUDGE, "race", contest="figure"), race.new(Role.CAPTAIN, "race", "vologda"), 10**6]
    for number in strangers[:2]:
        visitor = race.visitor()
        visitor.post(race.link(number))
        visitor.post("/me/pin", {"pin": PIN, "again": PIN})
    typed.post("/me/pin", {"pin": PIN, "again": PIN})
    page = typed.get("/judge/race/ski-women").text
    assert page.count('name="comparing"') == 1
    for number in strangers:
        assert "Кто сверяет" in typed.post(CHECKS, form(number, PIN)).text
    assert checked_by(race) == ""


def test_one_who_typed_is_not_the_second_person_at_the_device_of_another(race: Site, second: int) -> None:
    first, other = race.newly_in(Role.JUDGE, "race", contest="ski-women"), race.visitor()
    other.post(race.link(second))
    other.post("/judge/race/ski-women/marks/1", {"raw": "40:33,2", "version": 0})
    answer = first.post(CHECKS, form(second, PIN))
    assert (answer.status_code, checked_by(race)) == (409, "")


@pytest.mark.parametrize(
    ("pin", "again", "says"),
    [
        ("", "", "ПИН: заполните"),
        ("12", "12", "от шести до восьми цифр"),
        ("111111", "111111", "угадают"),
        ("654321", "654321", "угадают"),
        (PIN, OTHER, "набрано другое"),
        ("２０４８６６", "２０４８６６", "от шести до восьми цифр"),
    ],
)
def test_a_bad_code_is_not_taken(judge: Visitor, pin: str, again: str, says: str) -> None:
    answer = judge.post("/me/pin", {"pin": pin, "again": again})
    assert (answer.status_code, says in answer.text, "ПИН не выбран" in answer.text) == (422, True, True)


def test_a_code_is_taken_away_again(race: Site, typed: Visitor, second: int) -> None:
    own = race.visitor()
    own.post(race.link(second))
    own.post("/me/pin", {"drop": "yes"})
    assert "Кто сверяет" in typed.post(CHECKS, form(second, PIN)).text


def test_whoever_has_a_code_comes_in_by_the_card_under_his_name_with_it_only(
    halls: Site, keys: tuple[str, str]
) -> None:
    anna = phone(halls, keys)
    anna.post("/me/pin", {"pin": PIN, "again": PIN})
    send(anna, of(1, "1", ""))
    anna.post(HAND_OVER, {"account_name": "Петров Пётр"})
    for pin, says in (("", "заполните"), (OTHER, "Осталось попыток: 4")):
        answer = anna.post(HAND_OVER, {"account_name": "иванова анна", "pin": pin})
        assert (answer.status_code, says in answer.text) == (422, True)
    assert anna.post(HAND_OVER, {"account_name": "иванова анна", "pin": PIN}).status_code == 303
    assert "Иванова Анна" in anna.get(f"/judge/{GAMES}").text


def test_no_record_holds_the_digits(race: Site, typed: Visitor, second: int) -> None:
    typed.post(CHECKS, form(second, PIN))
    file = Path(race.shell.store.url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(file)) as database:
        rows = "\n".join(database.iterdump())
    alone = rf"(?<![0-9A-Za-z.]){PIN}(?![0-9A-Za-z])"  # inside a hash or a fraction of a second they stand by chance
    assert re.search(alone, rows) is None


def test_at_the_telephone_on_which_it_was_typed_another_name_confirms_by_its_code_only(
    halls: Site, keys: tuple[str, str]
) -> None:
    anna = phone(halls, keys)
    send(anna, of(1, "1", ""))
    anna.post(HAND_OVER, {"account_name": "Петров Пётр"})
    checks = f"/judge/{GAMES}/ski-women/checks"
    answer = anna.post(checks, {"c-1": 1, "verdict": "confirmed"})
    assert (answer.status_code, "на этом же устройстве" in answer.text) == (409, True)
    pyotr = phone(halls, keys, "Петров Пётр")
    assert pyotr.post(checks, {"c-1": 1, "verdict": "confirmed"}).status_code == 303


def test_the_second_person_by_his_code_confirms_at_that_telephone(halls: Site, keys: tuple[str, str]) -> None:
    pyotr = phone(halls, keys, "Петров Пётр")
    pyotr.post("/me/pin", {"pin": PIN, "again": PIN})
    anna = phone(halls, keys)
    send(anna, of(1, "1", ""))
    page = anna.get(f"/judge/{GAMES}/ski-women").text
    second = re.findall(r'<option value="(\d+)">Петров Пётр', page)[0]
    form = {"c-1": 1, "verdict": "confirmed", "comparing": second, "pin": PIN}
    assert anna.post(f"/judge/{GAMES}/ski-women/checks", form).status_code == 303
