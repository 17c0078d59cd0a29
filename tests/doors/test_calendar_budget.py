"""However many years the calendar has, a page asks the database as often; a list shows so many events at once."""

from datetime import date

import pytest

from spartakiad.competition.desk import SYSTEM
from spartakiad.models.union import UnionEvent
from spartakiad.union.listing import PAGE
from tests.calendars import fill
from tests.doors.reading import Added, add, links
from tests.doors.test_budget import statements
from tests.doors.visiting import Site

YEAR = 2040
MOST = 18  # statements of one page
PAGES = (
    "/calendar",
    f"/calendar/{YEAR}",
    f"/calendar/{YEAR}/3",
    f"/calendar/{YEAR}/plan",
    "/calendar/all",
    "/calendar/all?q=событие в Пскове&kind=conference",
    "/calendar/next",
    "/calendar/series/winter-spartakiad",
    "/calendar/sections/sport",
    "/calendar.ics",
    "/calendar.atom",
    "/union/statistics",
    f"/union/report/{YEAR}",
    "/cup",
)


def counted(site: Site) -> dict[str, int]:
    found = {}
    for page in PAGES:
        with statements() as seen:
            assert site.visitor().get(f"{page}{'&' if '?' in page else '?'}fresh=yes").status_code == 200
        found[page] = len(seen)
    return found


@pytest.fixture
def many(site: Site) -> Site:
    fill(site.shell, [YEAR], 20)
    return site


def test_a_page_asks_as_often_however_many_events_there_are(many: Site) -> None:
    before = counted(many)
    fill(many.shell, range(YEAR + 1, YEAR + 4), 100)
    on = date(YEAR + 1, 1, 1)
    stale = UnionEvent(slug="stale", title="Форум", kind="forum", starts_on=on, ends_on=on, precision="days")
    many.shell.write_now(add, Added(stale), SYSTEM)
    assert counted(many) == before
    assert {page: count for page, count in before.items() if count > MOST} == {}


def test_a_long_list_comes_in_pages(many: Site) -> None:
    fill(many.shell, range(YEAR + 1, YEAR + 3), 100)
    pages = [many.visitor().get(f"/calendar/all?page={page}").text for page in (1, 2)]
    first, second = (links(page, "/calendar/events/") for page in pages)
    assert (len(first), len(second), set(first) & set(second)) == (PAGE, PAGE, set())
