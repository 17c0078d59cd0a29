"""Links are used once, sessions are made new and end when they should."""

from datetime import datetime, timedelta

import pytest

from spartakiad.accounts.actions import INVITATION_DAYS, SESSION_HOURS
from spartakiad.accounts.roles import Role
from tests.doors.visiting import Site, Visitor

CABINET = "/team/demo/vologda"


def test_a_link_leads_to_the_page_of_its_role(site: Site) -> None:
    assert site.captain().get("/me").headers["location"] == CABINET


@pytest.mark.parametrize(("contest", "leads"), [("trail", f"{CABINET}/contests/trail"), ("gone", "/me/notices/demo")])
def test_a_coach_without_his_contest_is_led_to_his_notices(site: Site, contest: str, leads: str) -> None:
    coach = site.signed_in(Role.COACH, team="vologda", contest=contest)
    page = coach.get("/me").headers["location"]
    assert (page, coach.get(page).status_code) == (leads, 200)


def test_looking_at_a_link_does_not_use_it_up(site: Site) -> None:
    link = site.link(site.new(Role.CAPTAIN, team="vologda"))
    site.visitor().get(link)
    assert site.visitor().post(link).status_code == 303


def test_a_link_works_once(site: Site) -> None:
    link = site.link(site.new(Role.CAPTAIN, team="vologda"))
    site.visitor().post(link)
    assert site.visitor().post(link).status_code == 404


def test_a_used_link_says_what_to_do(site: Site) -> None:
    link = site.link(site.new(Role.CAPTAIN, team="vologda"))
    site.visitor().post(link)
    assert "Попросите в секретариате новую" in site.visitor().get(link).text


def test_a_newer_link_voids_the_older(site: Site) -> None:
    account = site.new(Role.CAPTAIN, team="vologda")
    older = site.link(account)
    site.link(account)
    assert site.visitor().post(older).status_code == 404


def test_a_link_expires(site: Site) -> None:
    link = site.link(site.new(Role.CAPTAIN, team="vologda"))
    _later(site, days=INVITATION_DAYS, minutes=1)
    assert site.visitor().post(link).status_code == 404


def test_a_link_lives_until_it_expires(site: Site) -> None:
    link = site.link(site.new(Role.CAPTAIN, team="vologda"))
    _later(site, days=INVITATION_DAYS, minutes=-1)
    assert site.visitor().post(link).status_code == 303


def test_exclusion_voids_the_links(site: Site) -> None:
    account = site.new(Role.CAPTAIN, team="vologda")
    link = site.link(account)
    site.signed_in(Role.ADMIN, games="").post(f"/admin/accounts/{account}/exclusion")
    assert site.visitor().post(link).status_code == 404


def test_a_refused_link_sets_no_cookie(site: Site) -> None:
    assert "set-cookie" not in site.visitor().post("/invitation/nobody").headers


def test_the_session_is_made_new_at_sign_in(site: Site) -> None:
    visitor = site.visitor()
    visitor.client.cookies.set("spartakiad", "chosen-by-an-attacker", domain="games.test")
    answer = visitor.post(site.link(site.new(Role.CAPTAIN, team="vologda")))
    assert "chosen-by-an-attacker" not in answer.headers["set-cookie"]


def test_a_cookie_sent_before_sign_in_opens_nothing_after_it(site: Site) -> None:
    visitor, attacker = site.visitor(), site.visitor()
    visitor.client.cookies.set("spartakiad", "chosen-by-an-attacker", domain="games.test")
    visitor.post(site.link(site.new(Role.CAPTAIN, team="vologda")))
    attacker.client.cookies.set("spartakiad", "chosen-by-an-attacker", domain="games.test")
    assert attacker.get(CABINET).status_code == 303


def test_each_sign_in_has_its_own_session(site: Site) -> None:
    account = site.new(Role.CAPTAIN, team="vologda")
    first, second = site.visitor(), site.visitor()
    first.post(site.link(account))
    second.post(site.link(account))
    assert first.cookie != second.cookie


@pytest.mark.parametrize("attribute", ["HttpOnly", "SameSite=lax", "Path=/"])
def test_the_cookie_keeps_to_itself(site: Site, attribute: str) -> None:
    answer = site.visitor().post(site.link(site.new(Role.CAPTAIN, team="vologda")))
    assert attribute.casefold() in answer.headers["set-cookie"].casefold()


def test_a_session_ends_at_sign_out(site: Site) -> None:
    visitor, copy = site.captain(), site.visitor()
    copy.client.cookies.set("spartakiad", visitor.cookie, domain="games.test")
    visitor.post("/sign-out")
    assert copy.get(CABINET).status_code == 303


def test_sign_out_takes_the_cookie_away(site: Site) -> None:
    visitor = site.captain()
    visitor.post("/sign-out")
    assert visitor.cookie == ""


def test_sessions_end_at_exclusion(site: Site) -> None:
    account = site.new(Role.CAPTAIN, team="vologda")
    visitor = site.visitor()
    visitor.post(site.link(account))
    site.signed_in(Role.ADMIN, games="").post(f"/admin/accounts/{account}/exclusion")
    assert visitor.get(CABINET).status_code == 303


def test_exclusion_leaves_others_in(site: Site) -> None:
    visitor = site.captain()
    stranger = site.new(Role.CAPTAIN, team="pskov")
    site.signed_in(Role.ADMIN, games="").post(f"/admin/accounts/{stranger}/exclusion")
    assert visitor.get(CABINET).status_code == 200


def test_a_session_ends_by_the_clock(site: Site) -> None:
    visitor = site.captain()
    _later(site, hours=SESSION_HOURS, minutes=1)
    assert visitor.get(CABINET).status_code == 303


@pytest.mark.parametrize("cookie", ["", "x", "x" * 4000, "%00", "'; DROP TABLE sign_in; --"])
def test_an_invented_cookie_opens_nothing(site: Site, cookie: str) -> None:
    answer = site.visitor().get(CABINET, headers={"Cookie": f"spartakiad={cookie}"})
    assert answer.status_code == 303


def test_the_administrator_sees_a_new_link_once(site: Site) -> None:
    account = site.new(Role.CAPTAIN, team="vologda")
    admin = site.signed_in(Role.ADMIN, games="")
    shown = admin.post(f"/admin/accounts/{account}/link").text
    link = shown.partition("http://games.test")[2].partition("<")[0]
    assert (_comes_in(site, link), link in admin.get("/admin").text) == (True, False)


def test_the_administrator_makes_an_account_of_a_scope_that_is_there(site: Site) -> None:
    form = {"name": "Судья", "role": "judge", "games": "demo", "contest": "curling"}
    assert site.signed_in(Role.ADMIN, games="").post("/admin/accounts", form).status_code == 422


def _comes_in(site: Site, link: str) -> bool:
    visitor: Visitor = site.visitor()
    return visitor.post(link).status_code == 303 and visitor.get(CABINET).status_code == 200


def _later(site: Site, **passed: float) -> None:
    moment = site.shell.clock() + timedelta(**passed)

    def clock() -> datetime:
        return moment

    site.shell.clock = clock
