"""The code of the widget names the site and never the address by which somebody else came."""

import asyncio
import html
import re

import pytest

from spartakiad.app import create_app
from spartakiad.competition.shell import Shell
from spartakiad.settings import Settings
from tests.doors.test_memo import write
from tests.doors.visiting import SECRET, Site, Visitor, site_of

EMBED = "/games/demo/embed"


def source(visitor: Visitor, path: str = EMBED, **headers: str) -> str:
    page = html.unescape(visitor.get(path, headers=headers).text)
    return re.findall(r'<iframe src="([^"]*)"', page)[0]


@pytest.mark.parametrize("query", ["", "?city=pskov"])
def test_the_address_of_one_reader_is_not_kept_for_the_next(shared_site: Site, query: str) -> None:
    assert source(shared_site.visitor(), EMBED + query, Host="elsewhere.example").startswith(
        "http://elsewhere.example/"
    )
    assert source(shared_site.visitor(), EMBED + query) == f"http://games.test/games/demo/widget{query}"


def test_made_again_after_a_change_it_names_the_site_still(site: Site) -> None:
    source(site.visitor())
    write(site)
    site.runner.run(site.app.make_again("games:demo"))
    assert source(site.visitor()) == "http://games.test/games/demo/widget"


@pytest.mark.parametrize("host", ["elsewhere.example", "games.test"])
def test_where_the_settings_say_where_the_site_is_nothing_else_is_named(
    demo_shell: Shell, runner: asyncio.Runner, host: str
) -> None:
    app = create_app(Settings(secret=SECRET, address="https://games.example"), demo_shell)
    assert source(Visitor(app, runner), Host=host) == "https://games.example/games/demo/widget"
    assert EMBED in app.pages  # type: ignore[attr-defined]


def test_the_feed_of_the_calendar_names_the_address_of_the_settings(demo_shell: Shell, runner: asyncio.Runner) -> None:
    app = create_app(Settings(secret=SECRET, address="https://games.example"), demo_shell)
    feed = Visitor(app, runner).get("/calendar.atom").text
    assert ("https://games.example/calendar.atom" in feed, "games.test" in feed) == (True, False)


def test_a_host_with_markup_in_it_stays_text(demo_shell: Shell, runner: asyncio.Runner) -> None:
    page = site_of(demo_shell, runner).visitor().get(EMBED, headers={"Host": 'a"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page
