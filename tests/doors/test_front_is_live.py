"""Pages of all Games follow them as the pages of one do."""

from tests.doors.happenings import correct
from tests.doors.visiting import Site


def test_pages_of_all_games_follow_every_one_of_them(site: Site) -> None:
    told: list[tuple[str, int]] = []
    site.shell.memory.listeners.append(lambda *news: told.append(news))
    before = [_followed(site, path) for path in ("/", "/games")]
    correct(site.shell)
    (*_, last) = (number for stream, number in told if stream == "front")
    assert (before[0] == before[1] < last, [_followed(site, path) for path in ("/", "/games")]) == (True, [last] * 2)


def _followed(site: Site, path: str) -> int:
    """The number at which a page says to have been made."""
    page = site.visitor().get(path).text
    assert f'hx-get="{path}" hx-trigger="changed from:#stream' in page
    return int(page.partition('hx-sse:connect="/live/front?seen=')[2].partition('"')[0])
