"""The memo of public pages: never another body than the handler's, never a page that is out of date."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from spartakiad.accounts.roles import Role
from spartakiad.app import create_litestar
from spartakiad.competition.shell import Shell
from spartakiad.settings import Settings
from spartakiad.site import cup as cup_page
from spartakiad.union.queries import cities
from spartakiad.web import memo as memo_module
from spartakiad.web.hub import Hub
from spartakiad.web.memo import HOT, Memo
from tests.doors.visiting import PUBLIC_PAGES, SECRET, Site

# The front page and the list of Games show how the one under way stands.
DEMO_PAGES = {
    "/",
    "/games",
    *(path for path in PUBLIC_PAGES if path.startswith(("/games/demo", "/api/v1"))),
}
PERSON = {"surname": "Лыжина", "name": "Анна", "sex": "ж", "born_on": "05.03.1990"}


@pytest.fixture
def kept(demo_shell: Shell, runner: asyncio.Runner) -> Callable[..., Site]:
    """A site whose memo the test can look into, as `site.app`."""
    application = create_litestar(Settings(secret=SECRET), demo_shell, Hub())
    return Site(demo_shell, Memo(application, demo_shell.memory.numbers), runner)


def visit_all(site: Site) -> None:
    for path in PUBLIC_PAGES:
        site.visitor().get(path)


def write(site: Site) -> None:
    """A write into the journal of the demo and no other."""
    site.captain().post("/team/demo/vologda/athletes", PERSON)


@pytest.mark.parametrize("coding", ["identity", "gzip", "br"])
@pytest.mark.parametrize("path", PUBLIC_PAGES)
def test_a_kept_page_is_the_one_that_the_handler_makes(
    shared_site: Site, bare_site: Site, path: str, coding: str
) -> None:
    asked = {"Accept-Encoding": coding}
    made, kept = (shared_site.visitor().get(path, headers=asked).content for _ in range(2))
    assert [made, kept] == [bare_site.visitor().get(path).content] * 2


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.0, gzip;q=0", ""),
        ("identity", ""),
        ("*", ""),
        ("brotli", ""),
    ],
)
def test_the_best_coding_that_the_reader_takes_is_sent(shared_site: Site, accepted: str, coding: str) -> None:
    answer = shared_site.visitor().get("/games/demo/standings", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("content-encoding", "") == coding


def test_each_coding_has_its_own_tag(shared_site: Site) -> None:
    tags = {tag(shared_site, coding) for coding in ("identity", "gzip", "br")}
    assert len(tags) == 3


@pytest.mark.parametrize("coding", ["identity", "gzip", "br"])
def test_an_unchanged_page_is_not_sent_again(shared_site: Site, coding: str) -> None:
    asked = {"Accept-Encoding": coding, "If-None-Match": f'"other", {tag(shared_site, coding)}'}
    answer = shared_site.visitor().get("/games/demo/standings", headers=asked)
    assert (answer.status_code, answer.content) == (304, b"")


def test_a_tag_of_another_coding_gets_the_page(shared_site: Site) -> None:
    asked = {"Accept-Encoding": "gzip", "If-None-Match": tag(shared_site, "br")}
    assert shared_site.visitor().get("/games/demo/standings", headers=asked).status_code == 200


def test_a_changed_page_is_sent_for_an_old_tag(site: Site) -> None:
    old = tag(site, "br", "/games/demo/contests/trail")
    write(site)
    page = site.visitor().get("/games/demo/contests/trail", headers={"If-None-Match": old})
    assert page.status_code == 200


@pytest.mark.parametrize("path", PUBLIC_PAGES)
def test_a_look_at_the_head_says_what_the_page_would(shared_site: Site, path: str) -> None:
    page, head = (shared_site.visitor().ask(method, path) for method in ("GET", "HEAD"))
    assert (head.content, dict(head.headers)) == (b"", dict(page.headers))


def test_exactly_the_pages_that_read_a_stream_are_stale_after_a_write_to_it(kept: Site) -> None:
    visit_all(kept)
    write(kept)
    assert {path for path in PUBLIC_PAGES if kept.app.fresh(path) is None} == DEMO_PAGES


def test_a_new_state_of_a_games_makes_every_page_of_the_union_stale(kept: Site) -> None:
    visit_all(kept)
    kept.signed_in(Role.CHIEF_SECRETARY).post("/office/demo/state", {"state": "closed", "sure": "yes"})
    assert [path for path in PUBLIC_PAGES if kept.app.fresh(path) is not None] == []


def test_a_stale_page_is_made_anew_on_the_next_look(kept: Site) -> None:
    before = kept.visitor().get("/games/demo").text
    kept.signed_in(Role.CHIEF_SECRETARY).post("/office/demo/state", {"state": "closed", "sure": "yes"})
    assert kept.visitor().get("/games/demo").text != before


def test_a_refused_write_leaves_every_page_as_it_was(kept: Site) -> None:
    visit_all(kept)
    kept.captain().post("/team/demo/vologda/athletes", {**PERSON, "surname": ""})
    assert [path for path in PUBLIC_PAGES if kept.app.fresh(path) is None] == []


def test_only_public_pages_are_kept(kept: Site) -> None:
    visit_all(kept)
    captain = kept.captain()
    for path in (
        "/team/demo/vologda",
        "/me",
        "/sign-in",
        "/nowhere",
        "/games/nowhere",
        "/admin",
        "/healthz",
        "/readyz",
    ):
        captain.get(path)
    assert set(kept.app.pages) == set(PUBLIC_PAGES)


@pytest.mark.parametrize("path", ["/games/demo?x=1", "/games/demo/", "/games//demo", "/games/demo///"])
def test_an_address_that_our_links_do_not_have_is_answered_and_not_kept(kept: Site, path: str) -> None:
    answer = kept.visitor().get(path)
    assert (answer.status_code, list(kept.app.pages)) == (200, [])


def test_what_is_written_while_a_page_is_made_makes_it_stale(kept: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows were read before; the number that the handler notes afterwards is already the next one."""
    monkeypatch.setattr(cup_page, "cities", lambda session: written_meanwhile(kept, cities(session)))
    kept.visitor().get("/cup")
    assert kept.app.fresh("/cup") is None


def written_meanwhile(site: Site, found: Any) -> Any:
    numbers = site.shell.memory.numbers
    site.shell.memory.raise_number("union", numbers["union"] + 1)
    return found


def test_a_page_that_failed_is_not_kept(kept: Site) -> None:
    working = kept.app.app.state.templates
    kept.app.app.state.templates = Environment(loader=DictLoader({"layouts/error.html": "{{ heading }}"}))
    failed = kept.visitor().get("/games/demo")
    kept.app.app.state.templates = working
    assert (failed.status_code, kept.visitor().get("/games/demo").status_code) == (500, 200)


def test_a_page_that_names_the_clock_is_stale_after_its_time(kept: Site) -> None:
    kept.visitor().get("/")
    kept.app.pages["/"].until = time.time() - 1
    assert kept.app.fresh("/") is None


def test_the_front_page_holds_until_midnight_in_moscow(kept: Site) -> None:
    kept.visitor().get("/")
    until = kept.app.pages["/"].until
    assert (until % 86400, 0 < until - time.time() <= 86400) == (21 * 3600, True)


def test_what_was_not_asked_for_longest_makes_room(kept: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("/cities", "/cup", "/cities"):
        kept.visitor().get(path)
    monkeypatch.setattr(memo_module, "MOST_BYTES", kept.app.size)
    kept.visitor().get("/games/winter-2024")
    assert "/cup" not in kept.app.pages


def test_the_memo_never_outgrows_its_bound(kept: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo_module, "MOST_BYTES", 40_000)
    visit_all(kept)
    assert (kept.app.size <= 40_000, kept.app.size) == (True, sum(page.size for page in kept.app.pages.values()))


def test_a_page_asked_for_a_moment_ago_is_made_again_before_anybody_asks(kept: Site) -> None:
    kept.visitor().get("/games/demo")
    write(kept)
    kept.runner.run(kept.app.make_again("games:demo"))
    assert kept.app.fresh("/games/demo") is not None


def test_a_page_that_nobody_asks_for_is_not_made_again(kept: Site) -> None:
    kept.visitor().get("/games/demo")
    kept.app.pages["/games/demo"].asked -= HOT
    write(kept)
    kept.runner.run(kept.app.make_again("games:demo"))
    assert kept.app.fresh("/games/demo") is None


def test_a_page_made_again_unasked_does_not_stay_hot_by_itself(kept: Site) -> None:
    kept.visitor().get("/games/demo")
    asked = kept.app.pages["/games/demo"].asked
    write(kept)
    kept.runner.run(kept.app.make_again("games:demo"))
    assert kept.app.pages["/games/demo"].asked == asked


def test_making_pages_again_survives_that_one_of_them_had_to_make_room(
    kept: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in ("/games/demo", "/games/demo/standings", "/games/demo/contests"):
        kept.visitor().get(path)
    write(kept)
    monkeypatch.setattr(memo_module, "MOST_BYTES", 1)
    kept.runner.run(kept.app.make_again("games:demo"))
    assert len(kept.app.pages) == 1


def tag(site: Site, coding: str, path: str = "/games/demo/standings") -> str:
    return str(site.visitor().get(path, headers={"Accept-Encoding": coding}).headers["etag"])
