"""What a telephone loads to see a page of the Games: few bytes, nothing of anybody else's, no cookie."""

import re

import pytest

from tests.doors.visiting import PUBLIC_PAGES, Site

PAGE, SCRIPTS = 60 * 1024, 20 * 1024  # bytes as they are sent, without fonts
_NO_PAGES = (".ics", ".xml", "/screen", "/screen/possible")  # files, and the hall, which has scripts of its own
WATCHED = [page for page in PUBLIC_PAGES if page.startswith("/games/demo") and not page.endswith(_NO_PAGES)]


def sent(site: Site, path: str) -> int:
    """Bytes of the body on the wire."""
    with_length = site.visitor().get(path, headers={"accept-encoding": "gzip"})
    return int(with_length.headers.get("content-length") or len(with_length.content))


def loaded(page: str) -> list[str]:
    """What a browser asks for because of this page, fonts left aside."""
    found = re.findall(r'(?:src|<link rel="(?:stylesheet|icon)"[^>]*href)="([^"]+)"', page)
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("path", WATCHED)
def test_a_page_of_the_games_is_light_for_whoever_watches(shared_site: Site, path: str) -> None:
    answer = shared_site.visitor().get(path)
    assets = loaded(answer.text)
    scripts = [one for one in assets if one.endswith(".js")]
    assert scripts and all(one.startswith("/static/") for one in assets)
    assert sum(sent(shared_site, one) for one in scripts) <= SCRIPTS
    assert sum(sent(shared_site, one) for one in [path, *assets]) <= PAGE
    assert "set-cookie" not in answer.headers
