"""Pages for a disk: whatever a page links to is there or is no link, nothing is asked of any server."""

import asyncio
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.documents.static_site import StaticSite, file_of
from spartakiad.web.fetching import fetched
from tests.conftest import opened
from tests.doors.visiting import Site, site_of

PAGE = "/office/demo/static.zip"


@pytest.fixture(scope="module")
def site(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    shell = opened(played, tmp_path_factory.mktemp("closed"))
    with asyncio.Runner() as runner:
        site = site_of(shell, runner)
        yield site
    shell.store.close()


@pytest.fixture(scope="module")
def copy(site: Site) -> zipfile.ZipFile:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    secretary.post("/office/demo/state", {"state": "closed", "sure": "yes"})
    return zipfile.ZipFile(io.BytesIO(secretary.get(PAGE).content))


def pages(copy: zipfile.ZipFile) -> dict[str, str]:
    return {name: copy.read(name).decode() for name in copy.namelist() if name.endswith(".html")}


def test_before_the_end_it_is_refused_in_words(site: Site) -> None:
    answer = site.signed_in(Role.CHIEF_SECRETARY).get(PAGE)
    assert (answer.status_code, "когда Спартакиада завершена" in answer.text) == (409, True)


def test_every_page_file_and_font_is_there(copy: zipfile.ZipFile) -> None:
    names = set(copy.namelist())
    wanted = {"index.html", "standings.html", "standings/vologda.html", "contests/ski-women.html", "medals.html"}
    wanted |= {"standings.pdf", "standings.xlsx", "contests/ski-women/protocol.pdf", "schedule.ics", "rules.html"}
    assert {f"demo/{name}" for name in wanted} - names == set()
    assert [name for name in names if name.endswith(("style.css", ".woff2", "site.js"))] != []
    assert copy.read("demo/standings.pdf").startswith(b"%PDF")


def test_every_link_leads_to_a_file_that_is_there(copy: zipfile.ZipFile) -> None:
    names, lost = set(copy.namelist()), set()
    for name, page in pages(copy).items():
        for link in re.findall(r'\s(?:href|src)="([^"#]+)', page):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), link))
            if not link.startswith("tel:") and target not in names:
                lost.add((name, link))
    assert lost == set()


def test_nothing_follows_the_games_any_more_and_nothing_is_asked_of_a_server(copy: zipfile.ZipFile) -> None:
    for name, page in pages(copy).items():
        assert not re.search(r'hx-|id="stream"|htmx|(?:href|src)="(?:/|https?:)', page), name


def test_the_styles_find_their_fonts(copy: zipfile.ZipFile) -> None:
    style = next(name for name in copy.namelist() if name.endswith("style.css"))
    for font in re.findall(r'url\("([^"]+)"\)', copy.read(style).decode()):
        assert posixpath.normpath(posixpath.join(posixpath.dirname(style), font)) in copy.namelist()


def test_the_same_pages_have_the_same_bytes(site: Site, copy: zipfile.ZipFile) -> None:
    again = site.signed_in(Role.CHIEF_SECRETARY).get(PAGE).content
    assert copy.fp is not None
    copy.fp.seek(0)
    assert copy.fp.read() == again


def test_where_the_site_knows_its_address_links_lead_out_to_it(site: Site, copy: zipfile.ZipFile) -> None:
    assert copy.namelist()
    made = StaticSite("demo", partial(fetched, site.app), "https://games.example")
    packed = zipfile.ZipFile(io.BytesIO(site.runner.run(made.zipped())))
    page = packed.read("demo/index.html").decode()
    assert ('href="https://games.example/cup"' in page, 'href="standings.html"' in page) == (True, True)


@pytest.mark.parametrize(
    ("address", "kind", "file"),
    [
        ("/games/x", "text/html", "index.html"),
        ("/games/x/contests/ski", "text/html", "contests/ski.html"),
        ("/games/x/contests/ski/protocol.pdf?part=5km", "application/pdf", "contests/ski/protocol-5km.pdf"),
        ("/games/x/sheets/1/2?a=../../b", "text/html", "sheets/1/2-______bd959b077.html"),
        ("/static/0a/style.css", "text/css", "static/0a/style.css"),
    ],
)
def test_where_each_of_them_lies(address: str, kind: str, file: str) -> None:
    assert file_of("x", address, kind) == file


def test_two_parts_of_a_protocol_are_two_files() -> None:
    address = "/games/x/contests/ski/protocol.pdf?part="
    files = {file_of("x", f"{address}{part}", "application/pdf") for part in ("м", "ж", "%D1%8E", "a_b", "a.b", "A_b")}
    assert len(files) == 6
    assert all(re.fullmatch(r"contests/ski/protocol-[a-z0-9_-]+\.pdf", file) for file in files)
