"""Every route walked by every role. The table says who may; nothing else of the application is asked about it."""

import re
from typing import Any

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.app import ROUTES
from spartakiad.web.assets import asset
from spartakiad.web.live import live
from tests.doors.visiting import Site

EVERYBODY, SIGNED_IN = "everybody", "signed in"
CAPTAIN = "captain chief_secretary"
JUDGE = "judge sport_chief chief_secretary"
READERS = "captain judge sport_chief commission chief_judge chief_secretary"
COMMISSION = "commission chief_secretary"
BOARD = "chief_secretary chief_judge"

# route: who may, and what he gets for the places of PLACES and an empty form
TABLE: dict[str, tuple[str, int]] = {
    "GET /": (EVERYBODY, 200),
    "GET /games": (EVERYBODY, 200),
    "GET /games/{games}": (EVERYBODY, 200),
    "GET /games/{games}/standings": (EVERYBODY, 200),
    "GET /games/{games}/standings/{team}": (EVERYBODY, 200),
    "GET /games/{games}/contests": (EVERYBODY, 200),
    "GET /games/{games}/contests/{contest}": (EVERYBODY, 200),
    "GET /games/{games}/rules": (EVERYBODY, 200),
    "GET /games/{games}/schedule": (EVERYBODY, 200),
    "GET /games/{games}/schedule.ics": (EVERYBODY, 200),
    "GET /games/{games}/schedule.pdf": (EVERYBODY, 200),
    "GET /games/{games}/notices.pdf": (EVERYBODY, 200),
    "GET /games/{games}/standings.pdf": (EVERYBODY, 200),
    "GET /games/{games}/standings.xlsx": (EVERYBODY, 200),
    "GET /games/{games}/contests/{contest}/protocol.pdf": (EVERYBODY, 200),
    "GET /games/{games}/contests/{contest}/protocol.xlsx": (EVERYBODY, 200),
    "GET /games/{games}/contests/{contest}/starts.pdf": (EVERYBODY, 200),
    "GET /games/{games}/contests/{contest}/starts.xlsx": (EVERYBODY, 200),
    "GET /verify": (EVERYBODY, 200),
    "GET /games/{games}/notices": (EVERYBODY, 200),
    "GET /games/{games}/screen": (EVERYBODY, 200),
    "GET /office/{games}/notices": ("chief_secretary", 200),
    "GET /office/{games}/notices.pdf": ("chief_secretary", 200),
    "POST /office/{games}/notices": ("chief_secretary", 422),
    "GET /me/notices/{games}": (READERS, 200),
    "POST /me/notices/{games}/{number}": (READERS, 303),
    "GET /calendar": (EVERYBODY, 200),
    "GET /calendar/{year}": (EVERYBODY, 200),
    "GET /calendar/events/{slug}": (EVERYBODY, 404),
    "GET /calendar.ics": (EVERYBODY, 200),
    "GET /cities": (EVERYBODY, 200),
    "GET /cities/{slug}": (EVERYBODY, 404),
    "GET /cup": (EVERYBODY, 200),
    "GET /sign-in": (EVERYBODY, 200),
    "GET /invitation/{token}": (EVERYBODY, 404),
    "POST /invitation/{token}": (EVERYBODY, 404),
    "GET /healthz": (EVERYBODY, 200),
    "GET /readyz": (EVERYBODY, 200),
    "GET /static/{digest}/{name}": (EVERYBODY, 404),
    "GET /me": (SIGNED_IN, 303),
    "POST /sign-out": (SIGNED_IN, 303),
    "GET /team/{games}/{team}": (CAPTAIN, 200),
    "POST /team/{games}/{team}/athletes": (CAPTAIN, 422),
    "POST /team/{games}/{team}/athletes/{athlete}/leave": (CAPTAIN, 409),
    "POST /team/{games}/{team}/paste": (CAPTAIN, 422),
    "POST /team/{games}/{team}/import": (CAPTAIN, 422),
    "POST /team/{games}/{team}/entries": (CAPTAIN, 303),
    "POST /team/{games}/{team}/submission": (CAPTAIN, 303),
    "GET /judge/{games}": (JUDGE, 200),
    "GET /judge/{games}/{contest}": (JUDGE, 200),
    "POST /judge/{games}/{contest}/marks/{entrant}": (JUDGE, 422),
    "POST /judge/{games}/{contest}/checks": (JUDGE, 422),
    "GET /team/{games}/{team}/application.pdf": (CAPTAIN, 200),
    "GET /team/{games}/{team}/application.xlsx": (CAPTAIN, 200),
    "GET /judge/{games}/{contest}/card": ("sport_chief chief_secretary", 200),
    "POST /judge/{games}/{contest}/card": ("sport_chief chief_secretary", 303),
    "GET /office/{games}/contests/{contest}/cancellation": ("chief_secretary", 200),
    "POST /office/{games}/contests/{contest}/cancellation": ("chief_secretary", 422),
    "GET /office/{games}/contests/{contest}/draw": ("chief_secretary", 404),
    "POST /office/{games}/contests/{contest}/draw": ("chief_secretary", 404),
    "GET /office/{games}/contests/{contest}/places": ("chief_secretary", 200),
    "POST /office/{games}/contests/{contest}/places": ("chief_secretary", 422),
    "GET /office/{games}/contests/{contest}/photo": ("chief_secretary chief_judge sport_chief", 404),
    "GET /office/{games}/protests": ("chief_secretary chief_judge", 200),
    "POST /office/{games}/protests": ("chief_secretary", 422),
    "POST /office/{games}/protests/{number}": ("chief_judge", 422),
    "GET /office/{games}/card": ("chief_secretary", 200),
    "POST /office/{games}/card": ("chief_secretary", 303),
    "POST /judge/{games}/{contest}/matches": ("sport_chief chief_secretary", 409),
    "POST /judge/{games}/{contest}/posting": ("sport_chief", 409),
    "POST /judge/{games}/{contest}/reopening": ("sport_chief", 409),
    "GET /office": ("office admin", 200),
    "GET /office/new": ("office chief_secretary", 200),
    "POST /office/new": ("office chief_secretary", 422),
    "GET /office/{games}/setup": ("chief_secretary", 200),
    "POST /office/{games}/setup/contests": ("chief_secretary", 422),
    "POST /office/{games}/setup/contests/{contest}/removal": ("chief_secretary", 422),
    "POST /office/{games}/setup/contests/{contest}/quota": ("chief_secretary", 422),
    "POST /office/{games}/setup/teams": ("chief_secretary", 422),
    "POST /office/{games}/setup/standing": ("chief_secretary", 422),
    "GET /office/{games}/timetable": ("chief_secretary", 200),
    "POST /office/{games}/timetable/venues": ("chief_secretary", 422),
    "POST /office/{games}/timetable/slots/{contest}": ("chief_secretary", 422),
    "POST /office/{games}/timetable/shift": ("chief_secretary", 422),
    "GET /office/{games}/people": ("chief_secretary", 200),
    "POST /office/{games}/people": ("chief_secretary", 422),
    "POST /office/{games}/people/{account}/link": ("chief_secretary", 404),
    "POST /office/{games}/people/{account}/exclusion": ("chief_secretary", 404),
    "GET /office/{games}": (BOARD, 200),
    "POST /office/{games}/contests/{contest}/starts": ("chief_secretary", 409),
    "POST /office/{games}/contests/{contest}/official": ("chief_secretary", 409),
    "POST /office/{games}/state": ("chief_secretary", 409),
    "GET /office/{games}/admission": (COMMISSION, 200),
    "GET /office/{games}/admission/{team}": (COMMISSION, 200),
    "POST /office/{games}/admission/{team}/all": (COMMISSION, 303),
    "POST /office/{games}/admission/{team}/verdict": (COMMISSION, 422),
    "POST /office/{games}/admission/{team}/athletes/{athlete}": (COMMISSION, 422),
    "GET /office/{games}/cup": (BOARD, 200),
    "POST /office/{games}/cup": ("chief_judge", 409),
    "GET /admin": ("admin", 200),
    "POST /admin/accounts": ("admin", 422),
    "POST /admin/accounts/{account}/link": ("admin", 404),
    "POST /admin/accounts/{account}/exclusion": ("admin", 404),
}
PLACES = {
    "games": "demo",
    "team": "vologda",
    "contest": "trail",
    "athlete": "17",
    "number": "1",
    "entrant": "17",
    "account": "999",
    "year": "2024",
    "slug": "nowhere",
    "token": "nobody",
    "digest": "0",
    "name": "nothing.css",
}
# who walks: role, Games, team, contest
WALKERS = {
    "nobody": None,
    "captain": (Role.CAPTAIN, "demo", "vologda", ""),
    "captain of another city": (Role.CAPTAIN, "demo", "pskov", ""),
    "judge": (Role.JUDGE, "demo", "", "trail"),
    "judge of another contest": (Role.JUDGE, "demo", "", "figure"),
    "chief judge of the sport": (Role.SPORT_CHIEF, "demo", "", "trail"),
    "chief secretary": (Role.CHIEF_SECRETARY, "demo", "", ""),
    "chief secretary of another Games": (Role.CHIEF_SECRETARY, "winter-2099", "", ""),
    "chief judge": (Role.CHIEF_JUDGE, "demo", "", ""),
    "commission": (Role.COMMISSION, "demo", "", ""),
    "office": (Role.OFFICE, "", "", ""),
    "admin": (Role.ADMIN, "", "", ""),
}
STRANGERS = {
    "captain of another city": "{team}",
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


@pytest.mark.parametrize("route", [route for route in TABLE if "{team}" in route and TABLE[route][0] == CAPTAIN])
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
