"""Those who only look: the hall's screen from the far wall."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.server import Visitors

HALL = {"width": 1920, "height": 1080}
HOLD = 10_000  # milliseconds of a page
CAPITAL = 0.70  # of our typeface


def hall(visitors: Visitors, query: str = "?m=15&s=3", **more: Any) -> Page:
    page = visitors.guest(viewport=HALL, **more)
    page.clock.install()
    page.goto(f"/games/demo/screen{query}")
    expect(page.locator("#heard")).not_to_be_empty()
    return page


def seen(page: Page) -> str:
    return page.locator("#boards > article:visible").get_attribute("id") or ""


def test_every_board_comes_by_itself_and_is_read_from_fifteen_metres(visitors: Visitors) -> None:
    page = hall(visitors)
    expect(page.locator('[data-kind="possible"]').first).to_be_attached()
    shown, teams, letters = [], 0, []
    for _ in range(len(page.locator("#boards > article").all())):
        shown.append(re.sub(r"-.*", "", seen(page)))
        teams += page.locator('article[data-kind="standings"]:visible tbody tr').count()
        letters.append(
            page.locator("article:visible th[scope=row]").first.evaluate("e => getComputedStyle(e).fontSize")
        )
        fits = page.evaluate(
            "[...document.querySelectorAll('article')].every(a => a.scrollHeight <= a.clientHeight + 1)"
        )
        assert fits, seen(page)
        page.clock.run_for(HOLD)
    least = min(float(size.removesuffix("px")) for size in letters) * CAPITAL * 3 / HALL["width"]
    page.context.close()
    assert (list(dict.fromkeys(shown)), teams) == (
        ["standings", "result", "medals", "running", "starts", "notices", "possible"],
        8,
    )
    assert least >= 0.0698  # metres: 16 minutes of arc at 15 m


def test_a_hall_without_network_keeps_its_board_says_since_when_and_comes_back(visitors: Visitors) -> None:
    page = hall(visitors)
    page.context.set_offline(True)
    expect(page.locator("#lost")).to_have_text(re.compile(r"^нет связи с \d\d:\d\d$"))
    assert page.locator("article:visible tbody tr").count() == 8
    page.context.set_offline(False)
    expect(page.locator("#lost")).to_be_empty()
    page.context.close()
