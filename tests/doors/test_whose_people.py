"""Whoever hands out links shuts out his own people only: nobody who works elsewhere too."""

import pytest

from spartakiad.accounts.actions import NewGrant, grant
from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from tests.doors.test_invitations import number
from tests.doors.visiting import Site, Visitor

PEOPLE = "/office/demo/people"


def also(site: Site, account: int, role: Role, games: str, team: str = "", contest: str = "") -> int:
    """The same account, which has got one more role."""
    site.shell.write_now(grant, NewGrant(account, role, games, team, contest), SYSTEM)
    return account


@pytest.fixture
def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY)


def test_a_coach_of_two_teams_is_not_the_captains_to_shut_out(site: Site) -> None:
    coach = site.new(Role.COACH, team="vologda", contest="trail")
    both = also(site, coach, Role.COACH, "demo", "pskov", "trail")
    page = f"/team/demo/vologda/coaches/{both}"
    assert {site.captain().post(f"{page}/{what}").status_code for what in ("link", "exclusion")} == {404}


def test_whoever_works_at_other_games_too_is_not_this_secretariats_to_shut_out(site: Site, secretary: Visitor) -> None:
    both = also(site, site.new(Role.OPERATOR), Role.OPERATOR, "other")
    assert {secretary.post(f"{PEOPLE}/{both}/{what}").status_code for what in ("link", "exclusion")} == {404}


def test_a_judge_who_got_another_contest_too_is_not_the_chiefs_to_shut_out(site: Site) -> None:
    chief = site.signed_in(Role.SPORT_CHIEF, contest="trail")
    chief.post("/judge/demo/trail/judges", {"account_name": "Тропин"})
    judge = int(number(chief.get("/judge/demo/trail/judges").text, "Тропин"))
    also(site, judge, Role.JUDGE, "demo", contest="figure")
    assert chief.post(f"/judge/demo/trail/judges/{judge}/exclusion").status_code == 404


@pytest.mark.parametrize("role", [Role.ADMIN, Role.OFFICE, Role.COACH, "king"])
def test_the_secretariat_invites_nobody_above_itself_nor_a_coach(site: Site, secretary: Visitor, role: str) -> None:
    answer = secretary.post(PEOPLE, {"account_name": "Новый", "account_role": str(role), "place": ""})
    assert (answer.status_code, 'href="#f-account_role"' in answer.text) == (422, True)


@pytest.mark.parametrize(("role", "place"), [(Role.CAPTAIN, "trail"), (Role.JUDGE, "vologda"), (Role.JUDGE, "curling")])
def test_a_place_that_is_not_of_the_role_is_no_choice(secretary: Visitor, role: Role, place: str) -> None:
    answer = secretary.post(PEOPLE, {"account_name": "Новый", "account_role": role.value, "place": place})
    assert (answer.status_code, 'href="#f-place"' in answer.text) == (422, True)
