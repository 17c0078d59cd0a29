"""Pages that the demo has no case for, rendered beside the browser and looked at in it: axe finds nothing."""

import asyncio
import re
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Route

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM, Actor
from spartakiad.competition.shell import Shell
from spartakiad.entries import actions as entries
from spartakiad.results.actions import Checked, TypedMark, check_marks, enter_mark
from tests.browser.server import PHONE
from tests.browser.test_every_page import violations
from tests.doors.small_games import LIFTS, RUN, numbers, play_lifts, play_sprint
from tests.doors.visiting import Site, site_of

STATIC = re.compile(r'(?:href|src)="(/static/[^"]+)"')
HOST = "http://beside.invalid"


@pytest.fixture(scope="module")
def answers(module_shell: Shell) -> Iterator[Mapping[str, tuple[bytes, str]]]:
    """Address → what is answered, with the style and scripts of the pages."""
    with asyncio.Runner() as runner:
        site = site_of(module_shell, runner)
        pages = {address: (page.encode(), "text/html; charset=utf-8") for address, page in _pages(site).items()}
        linked = {found for body, _ in pages.values() for found in STATIC.findall(body.decode())}
        files = {path: site.visitor().get(path) for path in sorted(linked)}
        yield pages | {path: (answer.content, answer.headers["content-type"]) for path, answer in files.items()}


def _pages(site: Site) -> dict[str, str]:
    return {**_weighing(site), **_final(site), **_draw(site), **_sheet(site)}


def _weighing(site: Site) -> dict[str, str]:
    play_lifts(site)
    page, secretary = (
        f"/judge/{LIFTS}/kettlebell/weighing",
        site.signed_in(Role.SPORT_SECRETARY, LIFTS, "", "kettlebell"),
    )
    assert secretary.post(page, {"who": "1", "weight": "85,4"}).status_code < 400
    return {page: secretary.get(page).text}


def _final(site: Site) -> dict[str, str]:
    play_sprint(site)
    for number, raw in zip(numbers(site), ("12,50", "13,50", "13,00", "12,60", "12,80", "13,20"), strict=True):
        site.shell.write_now(enter_mark, TypedMark("cup", RUN, number, raw, 0), SYSTEM)
    items = tuple((key[3], mark.version) for key, mark in site.shell.now("cup").state.marks_of(RUN).items())
    site.shell.write_now(check_marks, Checked("cup", RUN, items, "confirmed"), Actor("other", "test"))
    page = f"/office/cup/contests/{RUN}/final"
    return {page: site.signed_in(Role.CHIEF_SECRETARY, "cup").get(page).text}


def _draw(site: Site) -> dict[str, str]:
    changes = tuple(entries.EntryChange(number, "trail", "team") for number in ("17", "18", "21"))
    site.shell.write_now(entries.change_entries, entries.ChangeEntries("demo", "vologda", changes), SYSTEM)
    secretary, desk = site.signed_in(Role.CHIEF_SECRETARY), "/office/demo/contests/trail/starts"
    for step, typed in (("seal", {"way": "apart", "seed": "2718"}), ("draw", {})):
        assert secretary.post(f"{desk}/{step}", typed).status_code == 303
    page = "/games/demo/contests/trail/draw"
    return {page: site.visitor().get(page).text}


def _sheet(site: Site) -> dict[str, str]:
    site.signed_in(Role.CHIEF_SECRETARY).post("/office/demo/sheets", {"contest": "ski-men"})
    page = "/games/demo/sheets/2/1"
    return {page: site.visitor().get(page).text}


def test_axe_finds_nothing_on_them(answers: Mapping[str, tuple[bytes, str]], request: pytest.FixtureRequest) -> None:
    browser = request.getfixturevalue("browser")  # after the pages are made: both want the thread's event loop
    page = browser.new_page(viewport=PHONE)

    def answer(route: Route) -> None:
        body, kind = answers.get(route.request.url.removeprefix(HOST), (b"", "text/plain"))
        route.fulfill(status=200 if body else 404, body=body, content_type=kind)

    page.route("**/*", answer)
    found = {}
    for address in (one for one in answers if not one.startswith("/static/")):
        page.goto(HOST + address)
        found[address] = (page.evaluate("document.documentElement.scrollWidth"), violations(page))
        page.set_viewport_size(PHONE)
    page.close()
    assert len(found) == 4
    assert found == dict.fromkeys(found, (PHONE["width"], []))
