"""Results are held: whatever happens, no public address gives another byte, until everybody may see them again."""

import asyncio
from dataclasses import dataclass

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.freezing import Freeze
from spartakiad.competition.shell import Shell
from spartakiad.people.actions import WithdrawConsent, withdraw_consent
from spartakiad.standings.actions import Press, press
from spartakiad.web import live
from tests.doors.happenings import correct, much_happens
from tests.doors.public_routes import addresses, bodies, templates
from tests.doors.visiting import Site, Visitor, site_of

Bodies = dict[tuple[str, str], tuple[int, bytes]]
PAGE = "/office/demo/freeze"
NOTICE = "Итоги объявят на церемонии"
API = "/api/v1/games/{games}"
TELLING = {  # what certainly shows a result, a place, the cup or how far the Games are
    "/",
    "/cup",
    "/games",
    "/games/{games}",
    "/games/{games}/announcer",
    "/games/{games}/atom.xml",
    "/games/{games}/widget",
    "/games/{games}/contests",
    "/games/{games}/contests/{contest}",
    "/games/{games}/contests/{contest}/protocol.pdf",
    "/games/{games}/contests/{contest}/protocol.xlsx",
    "/games/{games}/medals",
    "/games/{games}/notices",
    "/games/{games}/notices.pdf",
    "/games/{games}/og.png",
    "/games/{games}/points",
    "/games/{games}/race",
    "/games/{games}/schedule",
    "/games/{games}/schedule.ics",
    "/games/{games}/schedule.pdf",
    "/games/{games}/screen",
    "/games/{games}/sheets",
    "/games/{games}/sheets/{number}/{revision}",
    "/games/{games}/sheets/{number}/{revision}/protocol.pdf",
    "/games/{games}/stakes",
    "/games/{games}/standings",
    "/games/{games}/standings.pdf",
    "/games/{games}/standings.xlsx",
    "/games/{games}/standings/{team}",
    "/games/{games}/teams",
    "/games/{games}/teams/{team}",
    "/verify",
    *(API + path for path in ("", "/feed", "/standings", "/standings.csv", "/contests", "/contests.csv", "/schedule")),
    *(API + path for path in ("/schedule.csv", "/notices", "/notices.csv")),
    *(API + f"/contests/{{contest}}/results{suffix}" for suffix in ("", ".csv")),
}


def pressed(shell: Shell, step: str) -> None:
    shell.write_now(press, Press("demo", step, shell.now("demo").state.versions.get("freeze", 0)), SYSTEM)


def moved(before: Bodies, after: Bodies) -> set[str]:
    """Routes that give something else than before."""
    return {route for route, path in before if before[route, path] != after[route, path]}


@dataclass(frozen=True)
class Held:
    """`before`: what everybody got when much happened behind the hold; `after`, by the memo: what they get now."""

    shell: Shell
    number: int
    before: Bodies
    after: dict[str, Bodies]


@pytest.fixture(scope="module")
def held(module_shell: Shell, runner: asyncio.Runner) -> Held:
    """Results were held and much happened; walked with the memo, whose bytes of before the others have to give too."""
    state, site = module_shell.now("demo").state, site_of(module_shell, runner)
    pressed(module_shell, "hold")
    before, number = bodies(site.visitor(), state), module_shell.memory.numbers["games:demo"]
    much_happens(module_shell)
    again = Shell(module_shell.store)
    again.load()
    sites = {"memo": site, "bare": site_of(module_shell, runner, memo=False), "restarted": site_of(again, runner)}
    after = {name: bodies(one.visitor(), state) for name, one in sites.items()}
    assert again.memory.numbers["games:demo"] == number
    return Held(module_shell, number, before, after)


@pytest.mark.parametrize("site_as", ["memo", "bare", "restarted"])
def test_while_results_are_held_no_public_address_moves(held: Held, site_as: str) -> None:
    assert moved(held.before, held.after[site_as]) == set()


def test_what_is_held_back_raises_no_number(held: Held) -> None:
    assert held.shell.memory.numbers["games:demo"] == held.number


def test_the_same_happenings_move_them_when_nothing_is_held(site: Site) -> None:
    state = site.shell.now("demo").state
    before = bodies(site.visitor(), state)
    much_happens(site.shell)
    assert TELLING - moved(before, bodies(site.visitor(), state)) == set()


def test_every_public_route_is_walked(site: Site) -> None:
    walked = {route for route, _ in addresses(site.shell.now("demo").state)}
    assert set(templates()) - walked == {"/invitation/{token}", "/static/{digest}/{name}"}


def test_the_secretary_holds_them_and_everybody_reads_since_when(site: Site) -> None:
    judge, visitor = site.signed_in(Role.CHIEF_JUDGE), site.visitor()
    assert judge.post(PAGE, {"step": "hold", "seen": "0"}).status_code == 303
    for path in ("", "/standings", "/contests/ski-men", "/screen", "/schedule", "/rules", "/reveal"):
        assert f"{NOTICE}" in visitor.get(f"/games/demo{path}").text
    assert "Проверяющий: chief_judge" in judge.get(PAGE).text
    correct(site.shell)
    living = site.signed_in(Role.CHIEF_SECRETARY).get("/office/demo/document.json").json()
    assert [one for one in living["mark"] if one.get("status") == "DSQ" and one["contest"] == "figure"]


def test_opened_again_everybody_sees_what_came_since(site: Site) -> None:
    before = site.visitor().get("/games/demo/standings").text
    pressed(site.shell, "hold")
    much_happens(site.shell)
    pressed(site.shell, "release")
    after, cup = site.visitor().get("/games/demo/standings").text, site.visitor().get("/cup").text
    assert (NOTICE in after, after != before, "вручён, 22\u00a0февраля 2026" in cup) == (False, True, True)


def test_a_consent_taken_back_is_not_held_back(site: Site) -> None:
    pressed(site.shell, "hold")
    number, page = site.shell.memory.numbers["games:demo"], "/games/demo/contests/ski-men"
    assert "Инеев Дмитрий" in site.visitor().get(page).text
    person = site.shell.now("demo").state.athletes["48"].person
    site.shell.write_now(withdraw_consent, WithdrawConsent(person), SYSTEM)
    hidden = site.visitor().get(page).text
    assert ("Инеев Дмитрий" in hidden, "Участник №\u00a048" in hidden, NOTICE in hidden) == (False, True, True)
    assert site.shell.memory.numbers["games:demo"] > number


@pytest.mark.parametrize(
    ("form", "status"),
    [({"step": "begin", "seen": "0"}, 409), ({"step": "melt", "seen": "0"}, 422), ({"step": "hold", "seen": "x"}, 422)],
)
def test_a_wrong_step_is_refused_in_words_and_changes_nothing(site: Site, form: dict[str, str], status: int) -> None:
    number = site.numbers()
    answer = site.signed_in(Role.CHIEF_SECRETARY).post(PAGE, form)
    assert (answer.status_code, 'id="errors"' in answer.text, site.numbers()) == (status, True, number)


def test_a_page_that_is_behind_presses_nothing(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    for _ in range(2):
        secretary.post(PAGE, {"step": "hold", "seen": "0"})
    pressed(site.shell, "release")
    secretary.post(PAGE, {"step": "hold", "seen": "1"})
    assert site.shell.now("demo").state.freeze is None


def test_only_those_who_work_here_hear_of_every_fact(site: Site) -> None:
    async def stream(visitor: Visitor) -> int:
        async def asked() -> dict[str, object]:
            return {"type": "http.disconnect"}

        status: list[int] = []

        async def answer(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                status.append(int(str(message["status"])))

        cookie = f"spartakiad={visitor.cookie}".encode()
        scope = {"type": "http", "method": "GET", "path": "/live/desk:demo", "query_string": b"", "http_version": "1.1"}
        scope |= {"headers": [(b"cookie", cookie)], "raw_path": b"", "root_path": "", "scheme": "http"}
        await site.app({**scope, "client": None, "server": ("t", 80)}, asked, answer)
        return status[0]

    assert live.live.opt["who"].signed_in is False
    assert site.runner.run(stream(site.visitor())) == 404
    assert site.runner.run(stream(site.captain())) == 200


def test_what_is_held_says_by_whom_and_since_which_number(site: Site) -> None:
    number = site.shell.now("demo").state.number
    pressed(site.shell, "hold")
    freeze = site.shell.now("demo").state.freeze
    assert isinstance(freeze, Freeze) and (freeze.number, freeze.by, freeze.moved) == (number, "system", number + 1)
