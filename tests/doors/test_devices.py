"""Devices of judges at the secretariat's desk: who has what unsent, cutting one off, ringing those that are silent."""

import re
from datetime import timedelta

import pytest

from spartakiad.accounts.actions import hash_of, note_unsent
from spartakiad.accounts.queries import signed_in
from spartakiad.accounts.roles import Role
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

PAGE, BOARD = "/office/demo/devices", "/office/demo"


@pytest.fixture
def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY)


@pytest.fixture
def trail(site: Site) -> Visitor:
    return site.signed_in(Role.JUDGE, contest="trail")


def number_of(site: Site, visitor: Visitor) -> int:
    """Of the session that a visitor has now."""
    with site.shell.store.reader() as session:
        me = signed_in(session, hash_of(visitor.cookie), site.shell.clock())
    assert me is not None
    return me.sign_in


def holds_back(site: Site, device: int, unsent: int) -> None:
    at = site.shell.clock()
    site.shell.store.writer.submit(lambda session, _: note_unsent(session, device, unsent, at)).result()


def later(site: Site, **passed: float) -> None:
    moment = site.shell.clock() + timedelta(**passed)
    site.shell.clock = lambda: moment


def listed(secretary: Visitor, device: int) -> str:
    found = re.search(rf'<tr id="device-{device}".*?</tr>', secretary.get(PAGE).text, re.DOTALL)
    return found.group() if found else ""


def rung(secretary: Visitor) -> list[str]:
    """What the board says about devices."""
    return [words(row) for row in re.findall(r'<tr data-kind="device">.*?</tr>', secretary.get(BOARD).text, re.DOTALL)]


def test_a_device_is_listed_with_its_judge_its_contests_and_what_it_holds(
    site: Site, secretary: Visitor, trail: Visitor
) -> None:
    device = number_of(site, trail)
    assert " – " in words(listed(secretary, device))
    holds_back(site, device, 3)
    line = words(listed(secretary, device))
    assert "Проверяющий: judge trail" in line and "приглашение Зимний трейл" in line and " 3 " in line
    holds_back(site, device, 0)
    assert "всё передано" in listed(secretary, device)


def test_a_device_that_holds_something_and_is_silent_is_rung_about(
    site: Site, secretary: Visitor, trail: Visitor
) -> None:
    device = number_of(site, trail)
    holds_back(site, device, 3)
    later(site, minutes=14)
    assert (rung(secretary), 'class="wrong"' in listed(secretary, device)) == ([], False)
    later(site, minutes=2)
    assert "позвоните" in listed(secretary, device) and 'class="wrong"' in listed(secretary, device)
    (line,) = rung(secretary)
    assert line.startswith("Зимний трейл нет связи: не передано 3 записи ") and "Проверяющий: judge trail" in line
    assert f'href="{PAGE}#device-{device}"' in secretary.get(BOARD).text
    holds_back(site, device, 3)
    assert rung(secretary) == []


def test_a_device_that_has_sent_everything_may_be_silent(site: Site, secretary: Visitor, trail: Visitor) -> None:
    holds_back(site, number_of(site, trail), 0)
    later(site, hours=3)
    assert rung(secretary) == []


def test_a_device_is_cut_off_at_once_by_one_tap(site: Site, secretary: Visitor, trail: Visitor) -> None:
    device = number_of(site, trail)
    assert secretary.post(f"{PAGE}/{device}/revocation").status_code == 303
    assert trail.get("/judge/demo/trail").headers["location"] == "/sign-in"
    assert trail.post("/judge/demo/trail/marks/17", {"raw": "40:00", "version": 0}).headers["location"] == "/sign-in"
    assert listed(secretary, device) == ""


def test_a_device_that_was_cut_off_with_something_unsent_is_waited_for_until_somebody_says_otherwise(
    site: Site, secretary: Visitor, trail: Visitor
) -> None:
    device = number_of(site, trail)
    holds_back(site, device, 1)
    secretary.post(f"{PAGE}/{device}/revocation")
    assert "записи остались в устройстве" in listed(secretary, device)
    assert [line.partition(" 2")[0] for line in rung(secretary)] != []
    secretary.post(f"{PAGE}/{device}/written-off")
    assert (listed(secretary, device), rung(secretary)) == ("", [])


def test_so_is_one_whose_session_ran_out(site: Site, secretary: Visitor, trail: Visitor) -> None:
    holds_back(site, number_of(site, trail), 2)
    later(site, hours=17)
    late = site.newly_in(Role.CHIEF_SECRETARY)
    assert "вход закончился: не передано 2 записи" in rung(late)[0]


@pytest.mark.parametrize("action", ["revocation", "written-off"])
def test_nobody_touches_a_device_of_another_games_or_of_somebody_who_does_not_judge(
    site: Site, race: Site, secretary: Visitor, action: str
) -> None:
    stranger, captain = race.signed_in(Role.JUDGE, games="race", contest="ski-women"), site.captain()
    answers = [
        secretary.post(f"{PAGE}/{number_of(site, visitor)}/{action}").status_code for visitor in (stranger, captain)
    ]
    assert answers == [404, 404]
    assert [stranger.get("/judge/race").status_code, captain.get("/me").headers["location"]] == [
        200,
        "/team/demo/vologda",
    ]


def test_the_operator_sees_the_devices_too_and_the_page_follows_the_games(site: Site, trail: Visitor) -> None:
    operator = site.signed_in(Role.OPERATOR)
    assert PAGE in operator.get(BOARD).text
    page = operator.get(PAGE).text
    assert "Проверяющий: judge trail" in page and 'hx-sse:connect="/live/desk:demo?seen=' in page


def test_what_a_device_sends_and_keeps_is_noted_with_each_batch(race: Site, judge: Visitor) -> None:
    secretary = race.signed_in(Role.CHIEF_SECRETARY, games="race")
    cells = {"contest": "ski-women", "entrant": "1", "cells": {"raw": "20:00,0"}}
    for unsent, told in ((4, " 3 "), (1, "всё передано")):
        batch = {"device": "0" * 20, "first": 1, "sent": 0, "unsent": unsent, "records": [{"n": 1, **cells}]}
        headers = {"X-Form-Token": judge.token}
        assert judge.ask("POST", "/judge/race/_/records", json=batch, headers=headers).is_success
        race.shell.store.writer.submit(lambda *_: None).result()  # nobody waits for the note
        assert told in words(secretary.get("/office/race/devices").text)
