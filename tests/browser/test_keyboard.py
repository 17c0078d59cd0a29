"""With nothing but a keyboard: sign in, add an athlete, enter a mark."""

import pytest
from playwright.sync_api import Page

from tests.browser.pages import CAPTAIN, JUDGE, open_the_trail
from tests.browser.server import Site, Visitors

FARTHEST = 60  # presses of Tab


@pytest.fixture(scope="module")
def venue(visitors: Visitors) -> Visitors:
    open_the_trail(visitors)
    return visitors


def test_an_invitation_is_taken_with_the_keyboard(visitors: Visitors, site: Site) -> None:
    page = visitors.guest()
    page.goto(site.links["администратор"])
    reach(page, "button.primary")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin")
    assert page.get_by_role("heading", level=1).inner_text() == "Кто входит"


def test_an_athlete_is_added_with_the_keyboard(visitors: Visitors) -> None:
    page = visitors.somebody(CAPTAIN)
    page.goto("/team/demo/vologda")
    reach(page, "details.more > summary")
    page.keyboard.press("Enter")
    for field, text in (("surname", "Позёмкина"), ("name", "Нина"), ("sex", ""), ("born_on", "5.3.1991")):
        reach(page, f"#f-{field}")
        page.keyboard.type(text) if text else page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_text("Сохранено").wait_for()
    assert page.get_by_role("rowheader", name="Позёмкина Нина").count() == 1


def test_a_mark_is_entered_with_the_keyboard_and_the_focus_stays_in_its_line(venue: Visitors) -> None:
    page = venue.somebody(JUDGE)
    page.goto("/judge/demo")
    reach(page, ".card a")
    page.keyboard.press("Enter")
    reach(page, "#f-raw-18")
    page.keyboard.type("58:31")
    page.keyboard.press("Enter")
    page.locator("#mark-18 .badge").wait_for()
    seen = (page.locator("#mark-18 .read b").inner_text(), page.evaluate("document.activeElement.id"))
    assert seen == ("58:31", "f-raw-18")


def test_the_first_stop_of_every_page_leads_past_its_head(visitors: Visitors) -> None:
    page = visitors.guest()
    page.goto("/games/demo/standings")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def reach(page: Page, selector: str) -> None:
    """Press Tab until the focus is there, as somebody without a mouse has to."""
    page.locator(selector).first.wait_for()
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {FARTHEST} presses of Tab")
