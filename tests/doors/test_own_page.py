"""A form is taken only from a page of ours, shown to this session."""

import re

import pytest

from spartakiad.accounts.roles import Role
from tests.doors.visiting import HOST, Site

CABINET = "/team/demo/vologda"
SUBMISSION = "/team/demo/vologda/submission"
PERSON = {"surname": "Лыжина", "name": "Анна", "sex": "ж", "born_on": "05.03.1990"}


def test_the_page_carries_the_token_of_its_session(shared_site: Site) -> None:
    captain = shared_site.captain()
    shown = re.findall(r'name="form_token" value="([^"]+)"', captain.get(CABINET).text)
    assert set(shown) == {captain.token}


@pytest.mark.parametrize("token", ["", "x", "0" * 64, "ё" * 64])
def test_a_form_without_the_token_is_refused(shared_site: Site, token: str) -> None:
    answer = shared_site.captain().post(SUBMISSION, {"form_token": token})
    assert answer.status_code == 403


def test_a_form_with_the_token_of_another_session_is_refused(shared_site: Site) -> None:
    other = shared_site.newly_in(Role.CAPTAIN, team="vologda")
    assert shared_site.captain().post(SUBMISSION, {"form_token": other.token}).status_code == 403


def test_a_token_in_the_header_is_as_good(shared_site: Site) -> None:
    captain = shared_site.captain()
    answer = captain.ask("POST", SUBMISSION, headers={"X-Form-Token": captain.token})
    assert answer.status_code == 303


def test_a_refused_form_changes_nothing(shared_site: Site) -> None:
    before = shared_site.numbers()
    shared_site.captain().post("/team/demo/vologda/athletes", {**PERSON, "form_token": ""})
    assert shared_site.numbers() == before


def test_a_refused_form_says_what_to_do(shared_site: Site) -> None:
    answer = shared_site.captain().post(SUBMISSION, {"form_token": ""})
    assert "Обновите её и отправьте форму ещё раз" in answer.text


FOREIGN = [
    {"Origin": "https://evil.test"},
    {"Origin": "http://games.test.evil.test"},
    {"Origin": "http://games.test:8001"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
]
OWN = [{"Origin": HOST}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_form_from_a_foreign_page_is_refused(shared_site: Site, headers: dict[str, str]) -> None:
    assert shared_site.captain().post(SUBMISSION, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", OWN, ids=str)
def test_a_form_from_our_own_page_is_taken(shared_site: Site, headers: dict[str, str]) -> None:
    assert shared_site.captain().post(SUBMISSION, headers=headers).status_code == 303


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_foreign_page_cannot_sign_anybody_in(shared_site: Site, headers: dict[str, str]) -> None:
    link = shared_site.link(shared_site.new(Role.CAPTAIN, team="vologda"))
    assert shared_site.visitor().post(link, headers=headers).status_code == 403
