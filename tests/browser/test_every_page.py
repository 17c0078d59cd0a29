"""Every page as people meet it: axe finds nothing, the console is silent, nothing is wider than the phone."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.pages import CAPTAIN, COMMISSION, EVERY, JUDGE, open_the_trail
from tests.browser.server import DESK, PHONE, Visitors

NARROWEST = {"width": 320, "height": 568}
GLOVE = 56  # pixels: what a hand in a glove hits
LOOKS = [(scheme, size) for scheme in ("light", "dark") for size in (PHONE, DESK)]
pages = pytest.mark.parametrize(("role", "address"), EVERY, ids=[f"{a} {r or ''}".strip() for r, a in EVERY])


@pytest.fixture(scope="module")
def venue(visitors: Visitors) -> Visitors:
    open_the_trail(visitors)
    return visitors


@pages
def test_axe_finds_nothing_on_a_page_in_both_themes_and_sizes(venue: Visitors, role: str | None, address: str) -> None:
    page = opened(venue, role)
    page.goto(address)
    found = violations(page)
    page.context.close()
    assert found == []


def test_axe_finds_nothing_where_a_table_was_pasted_with_an_error(venue: Visitors) -> None:
    page = venue.somebody(CAPTAIN)
    page.goto("/team/demo/vologda")
    page.get_by_label("Строки из Excel").fill("Снежина Алла\tж\t31.02.1996\tI")
    page.get_by_role("button", name="Проверить").click()
    page.get_by_role("button", name="Добавить в заявку").wait_for()
    found = violations(page)
    page.context.close()
    assert found == []


def test_axe_finds_nothing_where_a_form_came_back(venue: Visitors) -> None:
    page = venue.somebody(COMMISSION)
    page.goto("/office/demo/admission/vologda")
    page.locator("#f-outcome-17").select_option("refused")
    page.get_by_role("button", name="Записать решения").click()
    page.locator("#f-clause-17-error").wait_for()
    found = violations(page)
    page.context.close()
    assert found == []


def test_axe_finds_nothing_where_a_mark_was_typed_wrong(venue: Visitors) -> None:
    page = venue.somebody(JUDGE)
    page.goto("/judge/demo/trail")
    page.locator("#f-raw-18").fill("5:00")
    page.locator("#save-18").click()
    page.locator("#sure-18").wait_for()
    expect(page.locator(".htmx-request")).to_have_count(0)  # what is being sent is dimmed for the moment
    found = violations(page)
    page.context.close()
    assert found == []


@pages
def test_a_page_says_nothing_in_the_console(venue: Visitors, role: str | None, address: str) -> None:
    """A breach of the content security policy, a missing file or a failing script is told there."""
    page, told = opened(venue, role), []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(address)
    page.wait_for_timeout(100)
    page.context.close()
    assert [text for text in told if address != "/no-such-page" or "404" not in text] == []


@pages
def test_a_page_is_never_wider_than_a_phone(venue: Visitors, role: str | None, address: str) -> None:
    page, widths = opened(venue, role), []
    page.goto(address)
    for size in (PHONE, NARROWEST):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        widths.append(page.evaluate("document.documentElement.scrollWidth"))
    page.context.close()
    assert widths == [PHONE["width"], NARROWEST["width"]]


def test_a_judge_in_gloves_hits_everything_of_his_sheet(venue: Visitors) -> None:
    page = venue.somebody(JUDGE, viewport=PHONE)
    page.goto("/judge/demo/trail")
    for summary in page.locator("#sheet summary").all():
        summary.click()
    heights = "all => all.map(one => [one.id || one.textContent.trim(), one.getBoundingClientRect().height])"
    found = page.locator("main :is(a, button, summary, input:not([type=checkbox], [type=hidden]), .check label)")
    small = [name for name, height in found.evaluate_all(heights) if height < GLOVE]
    page.context.close()
    assert small == []


def test_saving_and_following_live_break_no_policy(venue: Visitors) -> None:
    """What htmx puts into a page later is under the same policy as the page itself."""
    told: list[str] = []
    phone, judge = venue.guest(), venue.somebody(JUDGE)
    for page in (phone, judge):
        page.on("console", lambda message: told.append(message.text))
    phone.goto("/games/demo/contests/trail")
    judge.goto("/judge/demo/trail")
    judge.locator("#f-raw-21").fill("59:10")
    judge.locator("#save-21").click()
    phone.locator("#row-21").wait_for()
    phone.context.close()
    judge.context.close()
    assert told == []


def opened(venue: Visitors, role: str | None) -> Page:
    return venue.somebody(role) if role else venue.guest()


def violations(page: Page) -> list[tuple[str, int, str, str]]:
    """Theme, width, rule and place of each violation."""
    found = []
    for scheme, size in LOOKS:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size(size)  # type: ignore[arg-type]
        answer: Any = Axe().run(page, options={"resultTypes": ["violations"]}).response
        for rule in answer["violations"]:
            found += [(scheme, size["width"], rule["id"], node["html"][:90]) for node in rule["nodes"]]
    return found
