"""Words in an address: those that a page reads choose it; no other word changes a page or misses the memo."""

import asyncio

import pytest

from spartakiad.app import ROUTES
from spartakiad.competition.shell import Shell
from spartakiad.site.kept import kept_queries
from spartakiad.web.access import PUBLIC
from tests.doors.public_routes import addresses
from tests.doors.visiting import PUBLIC_PAGES, Site, site_of

COUNTED = "utm_source=vk&fbclid=IwAR0x%D1%8F&x=1;y"
ALL = "&".join(
    f"{word}={text}"
    for word, text in {
        **{"m": "12", "s": "3", "rows": "7", "city": "pskov", "part": "m", "page": "2", "q": "а", "year": "2024"},
        **{"kind": "section", "section": "sport", "series": "x", "state": "held", "games": "demo", "number": "1"},
        **{"revision": "1", "code": "0", "hash": "0", "after": "3", "basis": "word", "saved": "yes", "seen": "4"},
    }.items()
)
SCREEN = "/games/demo/screen"


def keys(site: Site) -> set[str]:
    return set(site.app.pages)


@pytest.fixture
def visited(demo_shell: Shell, runner: asyncio.Runner) -> Site:
    """Whoever came by a link of a messenger looked at every page."""
    site = site_of(demo_shell, runner)
    for path in PUBLIC_PAGES:
        site.visitor().get(f"{path}?{COUNTED}")
    return site


def test_a_page_is_kept_once_whatever_counters_stand_in_its_address(visited: Site) -> None:
    assert keys(visited) == set(PUBLIC_PAGES)


def test_the_page_made_for_whoever_was_counted_is_everybodys(visited: Site, bare_site: Site) -> None:
    for path in PUBLIC_PAGES:
        assert visited.visitor().get(path).content == bare_site.visitor().get(path).content


def test_every_word_that_any_page_reads_is_answered_as_without_the_memo(shared_site: Site, bare_site: Site) -> None:
    state = shared_site.shell.now("demo").state
    paths = [path for _, path in addresses(state) if "?" not in path and not path.endswith((".pdf", ".xlsx", ".docx"))]
    for path in [*dict.fromkeys(paths), "/games/demo/embed"]:
        for said in (COUNTED, ALL):
            one = f"{path}?{said}"
            kept, bare = (site.visitor().get(one) for site in (shared_site, bare_site))
            assert (kept.status_code, kept.content) == (bare.status_code, bare.content), one


@pytest.mark.parametrize(
    "query",
    ["rows=3&rows=7", "m=15&m=60&s=3", "m=0&m=15&s=3", "rows=5;x=1", "rows=5&rows=x", "rows=&rows=5", "rows=5&y"],
)
def test_of_a_word_said_twice_the_first_holds(shared_site: Site, bare_site: Site, query: str) -> None:
    kept, bare = (site.visitor().get(f"{SCREEN}?{query}") for site in (shared_site, bare_site))
    assert (kept.status_code, kept.content) == (bare.status_code, bare.content)


def test_a_screen_with_a_counter_is_kept_under_its_rows(shared_site: Site) -> None:
    for query in ("rows=9&utm_source=vk", "fbclid=1&rows=9"):
        shared_site.visitor().get(f"{SCREEN}?{query}")
    assert {key for key in keys(shared_site) if "rows=9" in key} == {f"{SCREEN}?rows=9"}


def test_queries_of_pages_that_are_not_public_are_left_alone(shared_site: Site) -> None:
    kept_as = kept_queries(shared_site.shell)
    private = {path for one in ROUTES if one.opt.get("who") != PUBLIC for path in one.paths}
    assert {
        path for path in private if kept_as(path.replace("{", "").replace("}", ""), b"basis=word") is not None
    } == set()
