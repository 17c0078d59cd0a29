"""Every page as people meet it: axe finds nothing, the console is silent, nothing is wider than the phone."""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from spartakiad.app import ROUTES
from tests.browser.pages import CAPTAIN, COMMISSION, EVERY, JUDGE, NOT_VISITED, open_the_trail
from tests.browser.server import DESK, PHONE, Visitors

NARROWEST = {"width": 320, "height": 568}
AXE = Axe().axe_script
FILE = re.compile(r"\.\w+$|^/(?:api/v1|healthz|readyz|static)\b")  # answers that are no pages
GLOVE = 56  # pixels: what a hand in a glove hits
COLOURS = {
    "runOnly": ["color-contrast"]
}  # what takes axe longest; in each theme at one size, for they are no others there
REST = {"rules": {"color-contrast": {"enabled": False}}}
LOOKS: list[tuple[str, dict[str, int], dict[str, Any]]] = [
    ("light", PHONE, {}),
    ("light", DESK, REST),
    ("dark", DESK, COLOURS),
]
FEWER = LOOKS[::2]  # of staff
MOVING = """
[...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  return parseFloat(style.animationDuration) > 0.01 || parseFloat(style.transitionDuration) > 0.01;
}).map((one) => one.outerHTML.slice(0, 90))
"""
APART = """
[...document.querySelectorAll("svg.bars > g")].filter((bar) => bar.getClientRects().length).flatMap((bar) => {
  const pieces = [...bar.querySelectorAll(".piece rect")].map((one) => one.getBoundingClientRect());
  return pieces.filter((one, at) => at && one.left < pieces[at - 1].right - 1).map(() => bar.dataset.city);
})
"""
pages = pytest.mark.parametrize(("role", "address"), EVERY, ids=[f"{a} {r or ''}".strip() for r, a in EVERY])


@pytest.fixture(scope="module")
def venue(visitors: Visitors) -> Visitors:
    open_the_trail(visitors)
    return visitors


def test_every_page_of_the_site_map_is_looked_at() -> None:
    """A route that gives a page is visited, or it is said why not."""
    seen = [address.partition("?")[0] for _, address in EVERY]
    routes = {re.sub(r":\w+", "", path) for one in ROUTES if "GET" in one.http_methods for path in one.paths}
    pages = {route for route in routes if not FILE.search(route)}
    visited = {route for route in pages if any(_like(route).fullmatch(address) for address in seen)}
    assert pages - visited == set(NOT_VISITED)


@pytest.fixture(scope="module")
def seats(venue: Visitors) -> Iterator[Callable[[str | None], Page]]:
    """A window of each role, opened once: to come in takes as long as to look."""
    known: dict[str | None, Page] = {}

    def seat(role: str | None) -> Page:
        if role not in known:
            known[role] = venue.somebody(role) if role else venue.guest()
        return known[role]

    yield seat
    for page in known.values():
        page.context.close()


@pages
def test_a_page_has_no_fault(seats: Callable[[str | None], Page], role: str | None, address: str) -> None:
    """Axe in both themes and sizes; a silent console; nothing wider than the narrowest phone, a desk at 400 %."""
    page, told, widths = seats(role), [], []
    page.goto("about:blank")  # what the page before still has to say, it says there
    hears = {"console": lambda said: told.append(said.text), "pageerror": lambda error: told.append(str(error))}
    for event, hear in hears.items():
        page.on(event, hear)  # type: ignore[call-overload]
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.wait_for_timeout(50)
    for size in (PHONE, NARROWEST):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        widths.append(page.evaluate("document.documentElement.scrollWidth"))
    told = [text for text in told if address != "/no-such-page" or "404" not in text]
    found = violations(page, FEWER if role else LOOKS)
    for event, hear in hears.items():
        page.remove_listener(event, hear)
    assert (found, told, widths) == ([], [], [PHONE["width"], NARROWEST["width"]])


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


def test_nothing_moves_for_whoever_asked_for_it_and_paper_is_light(visitors: Visitors) -> None:
    page = visitors.guest(viewport=DESK, reduced_motion="reduce", color_scheme="dark")
    page.goto("/games/demo/standings")
    moving = page.evaluate(MOVING)
    page.emulate_media(media="print")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    left = page.locator("header.site nav, footer.site, .crumbs, nav.games-tabs").locator("visible=true").count()
    papers = {"standings": printed(page)}
    for path in ("points", "race"):
        page.goto(f"/games/demo/{path}")
        papers[path] = printed(page)
    page.context.close()
    assert (moving, ground, left) == ([], "rgb(255, 255, 255)", 0)
    assert [name for name, (first, *more) in papers.items() if more or "Петрозаводск" not in first] == []
    assert [name for name in ("points", "race") if "Хоккей" not in papers[name][0]] == []


def printed(page: Page) -> list[str]:
    """What stands on each sheet, turned as the page itself asks for."""
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(paper)).pages]


def test_pieces_of_a_bar_stand_beside_each_other(visitors: Visitors) -> None:
    """Those out of the count too, at its end."""
    page = visitors.guest(viewport=DESK)
    over = []
    for path, size in (("points", DESK), ("points", PHONE), ("medals", DESK)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.goto(f"/games/demo/{path}")
        over += page.evaluate(APART)
    page.context.close()
    assert over == []


def violations(page: Page, looks: Sequence[tuple[str, dict[str, int], Any]] = LOOKS) -> list[tuple[str, int, str, str]]:
    """Theme, width, rule and place of each violation. Of the dark theme the colours: nothing else is another there."""
    found = []
    page.evaluate(AXE)
    for scheme, size, more in looks:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size(size)  # type: ignore[arg-type]
        answer: Any = page.evaluate(
            "options => axe.run(options).then(answer => answer.violations)",
            {"resultTypes": ["violations"], "preload": False, **more},
        )
        for rule in answer:
            found += [(scheme, size["width"], rule["id"], node["html"][:90]) for node in rule["nodes"]]
    return found


def _like(route: str) -> re.Pattern[str]:
    parts = re.split(r"({\w+})", route)
    return re.compile("".join("[^/]+" if part.startswith("{") else re.escape(part) for part in parts))
