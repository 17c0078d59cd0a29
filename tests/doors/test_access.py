"""Every route walked by every role. The table says who may; nothing else of the application is asked about it."""

import re
from typing import Any

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.app import ROUTES
from spartakiad.web.assets import asset
from spartakiad.web.live import live
from tests.doors.access_table import CAPTAIN, COACH, EVERYBODY, SIGNED_IN, TABLE
from tests.doors.places import PLACES
from tests.doors.visiting import Site

# who walks: role, Games, team, contest
WALKERS = {
    "nobody": None,
    "captain": (Role.CAPTAIN, "demo", "vologda", ""),
    "captain of another city": (Role.CAPTAIN, "demo", "pskov", ""),
    "coach": (Role.COACH, "demo", "vologda", "trail"),
    "coach of another contest": (Role.COACH, "demo", "vologda", "figure"),
    "coach of another city": (Role.COACH, "demo", "pskov", "trail"),
    "judge": (Role.JUDGE, "demo", "", "trail"),
    "judge of another contest": (Role.JUDGE, "demo", "", "figure"),
    "chief judge of the sport": (Role.SPORT_CHIEF, "demo", "", "trail"),
    "secretary of the sport": (Role.SPORT_SECRETARY, "demo", "", "trail"),
    "chief secretary": (Role.CHIEF_SECRETARY, "demo", "", ""),
    "chief secretary of another Games": (Role.CHIEF_SECRETARY, "winter-2099", "", ""),
    "operator": (Role.OPERATOR, "demo", "", ""),
    "chief judge": (Role.CHIEF_JUDGE, "demo", "", ""),
    "commission": (Role.COMMISSION, "demo", "", ""),
    "office": (Role.OFFICE, "", "", ""),
    "admin": (Role.ADMIN, "", "", ""),
}
STRANGERS = {
    "captain of another city": "{team}",
    "coach of another contest": "{contest}",
    "coach of another city": "{team}",
    "judge of another contest": "{contest}",
    "chief secretary of another Games": "{games}",
}


def expected(walker: str, route: str) -> int:
    who, answer = TABLE[route]
    if who == EVERYBODY:
        return answer
    if WALKERS[walker] is None:
        return 303
    if who == SIGNED_IN:
        return answer
    if STRANGERS.get(walker, "nowhere") in route:
        return 404
    return answer if WALKERS[walker][0] in who.split() else 403


@pytest.mark.parametrize("walker", WALKERS)
@pytest.mark.parametrize("route", TABLE)
def test_a_route_answers_each_role_as_the_table_says(shared_site: Site, route: str, walker: str) -> None:
    scope = WALKERS[walker]
    visitor = shared_site.signed_in(*scope) if scope else shared_site.visitor()
    if route == "POST /sign-out" and scope:
        visitor = shared_site.newly_in(*scope)
    method, path = route.format(**PLACES).split()
    answer = visitor.get(path) if method == "GET" else visitor.post(path)
    assert answer.status_code == expected(walker, route)


@pytest.mark.parametrize("route", [route for route in TABLE if TABLE[route][0] != EVERYBODY])
def test_nobody_is_led_to_the_sign_in_page(shared_site: Site, route: str) -> None:
    method, path = route.format(**PLACES).split()
    assert shared_site.visitor().ask(method, path).headers["location"] == "/sign-in"


def test_nobody_is_led_there_by_a_header_when_htmx_asks(shared_site: Site) -> None:
    answer = shared_site.visitor().get("/team/demo/vologda", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["hx-redirect"], answer.text) == (200, "/sign-in", "")


def test_the_table_names_every_route_and_no_other() -> None:
    declared = {f"{method} {path}" for handler in [*ROUTES, asset] for method, path in _addresses(handler)}
    assert declared == set(TABLE)


def test_the_stream_of_changes_is_for_everybody() -> None:
    assert live.opt["who"].signed_in is False


@pytest.mark.parametrize(
    "route", [route for route in TABLE if "{team}" in route and TABLE[route][0] in (CAPTAIN, COACH)]
)
def test_a_team_that_is_not_there_is_not_there_for_the_secretary_either(shared_site: Site, route: str) -> None:
    method, path = route.format(**{**PLACES, "team": "atlantis"}).split()
    secretary = shared_site.signed_in(Role.CHIEF_SECRETARY)
    answer = secretary.get(path) if method == "GET" else secretary.post(path)
    assert answer.status_code == 404


def test_an_athlete_of_another_city_is_not_found_under_this_team(shared_site: Site) -> None:
    athletes = shared_site.shell.now("demo").state.athletes.values()
    stranger = next(athlete.number for athlete in athletes if athlete.team == "pskov")
    form = {"verdict": "refused", "clause": "4.5", "reason": "чужой"}
    commission = shared_site.signed_in(Role.COMMISSION)
    answer = commission.post(f"/office/demo/admission/vologda/athletes/{stranger}", form)
    assert answer.status_code == 404


def _addresses(handler: Any) -> list[tuple[str, str]]:
    return [(method, re.sub(r":\w+", "", path)) for method in handler.http_methods for path in handler.paths]
