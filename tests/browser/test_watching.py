"""Those who only look: the hall's screen from the far wall, a frame of another site, a page zoomed, printed, kept."""

import io
import re
import zipfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response, expect

from tests.browser.city_site import city_site
from tests.browser.pages import SECRETARY
from tests.browser.server import DESK, PHONE, Visitors

HALL = {"width": 1920, "height": 1080}
HOLD = 10_000  # milliseconds of a page
CAPITAL = 0.70  # of our typeface
ZOOMED = (
    *("/", "/games/demo", "/games/demo/standings", "/games/demo/contests/hockey", "/games/demo/announcer", "/api"),
    *("/games/demo/teams", "/games/demo/points", "/games/demo/race", "/cup"),
)
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""
CUT = """
[...document.querySelectorAll("main :is(h1, h2, p, a, button, label)")]
  .filter((one) => !one.closest(".scroll, .vh, [hidden], details:not([open])") && one.getClientRects().length)
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 90))
"""
LONGEST = """
const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
const longest = (text) => text.replace("Архангельск", "Петропавловск-Камчатский");
while (texts.nextNode()) texts.currentNode.data = longest(texts.currentNode.data);
"""
OVER = "page => [page.scrollWidth - page.clientWidth, Math.max(0, page.scrollHeight - page.clientHeight - 1)]"
BROKEN = """
[...document.querySelectorAll("main :is(.team, tbody th) a, main .team")].filter((one) => {
  const text = one.firstChild?.data || "", range = document.createRange();
  return one.getClientRects().length && [...text.matchAll(/[А-Яа-яё]+/g)].some((word) => {
    range.setStart(one.firstChild, word.index);
    range.setEnd(one.firstChild, word.index + word[0].length);
    return range.getClientRects().length > 1;
  });
}).map((one) => one.textContent)
"""


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
        ["standings", "result", "teams", "medals", "running", "starts", "notices", "possible"],
        8,
    )
    assert least >= 0.0698  # metres: 16 minutes of arc at 15 m


def test_no_number_is_cut_where_letters_are_largest(visitors: Visitors) -> None:
    page = hall(visitors, "?rows=3")
    for _ in range(6):
        over = page.locator("article:visible").evaluate("page => page.scrollWidth - page.clientWidth")
        assert (over, seen(page)) == (0, seen(page))
        page.clock.run_for(HOLD)
    for text in ("Физкультурно-оздоровительный комплекс имени Александра Невского, " * 3, "ориентирование" * 5):
        page.evaluate("text => document.querySelector('article:not([hidden]) tbody th').textContent = text", text)
        page.evaluate("dispatchEvent(new Event('resize'))")
        assert page.locator("article:visible").evaluate(OVER) == [0, 0], text
    page.context.close()


def test_a_hall_without_network_keeps_its_board_says_since_when_and_comes_back(visitors: Visitors) -> None:
    page = hall(visitors)
    page.context.set_offline(True)
    expect(page.locator("#lost")).to_have_text(re.compile(r"^нет связи с \d\d:\d\d$"))
    assert page.locator("article:visible tbody tr").count() == 8
    page.context.set_offline(False)
    expect(page.locator("#lost")).to_be_empty()
    page.context.close()


def test_a_page_without_network_says_of_which_moment_it_is_until_it_is_back(visitors: Visitors) -> None:
    page = visitors.guest(viewport=PHONE)
    for path in ("/games/demo/standings", "/"):
        page.goto(path)
        expect(page.locator("#lost")).to_be_empty()
        page.context.set_offline(True)
        expect(page.locator("#lost")).to_have_text(re.compile(r"^Нет связи, данные на \d\d:\d\d$"))
        expect(page.locator("#lost")).to_be_in_viewport()
        page.context.set_offline(False)
        expect(page.locator("#lost")).to_be_empty()
    page.context.close()


def test_a_city_shows_the_standing_in_a_frame_of_its_own_site_and_nothing_else(visitors: Visitors) -> None:
    """The page around it is of another origin; no cookie is left in the browser. The frame follows the Games, is as
    high as what stands in it and says since when it stands where the network is lost."""
    page = visitors.guest(viewport=PHONE)
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto("/games/demo/embed?city=vologda")
    code = re.sub(r'height="\d+" loading="lazy"', 'height="90"', page.locator("#code").input_value())
    refused = f'<iframe src="{visitors.site.address}/games/demo/rules"></iframe>'
    stack = ExitStack()
    page.goto(stack.enter_context(city_site(f"{code}\n{refused}".encode())))
    framed = page.frame_locator("iframe").first
    expect(framed.locator("tr.mine")).to_contain_text("Вологда")
    expect(framed.locator("tbody tr")).to_have_count(8)
    frame = page.frames[1]
    page.wait_for_function("document.querySelector('iframe').height > 300")
    table = page.locator("iframe").first.get_attribute("height")
    assert frame.evaluate("document.documentElement.scrollHeight - innerHeight") == 0
    page.context.set_offline(True)
    expect(framed.locator("#lost")).to_have_text(re.compile(r"^Нет связи, данные на \d\d:\d\d$"))
    page.wait_for_function(f"document.querySelector('iframe').height > {table}")
    assert page.frame_locator("iframe").nth(1).locator("main").count() == 0
    assert ("frame-ancestors" in " ".join(told), page.context.cookies()) == (True, [])
    page.context.close()
    stack.close()


def test_what_a_spectator_loads_is_small_still_and_ours(visitors: Visitors) -> None:
    """Bytes as they go over the wire; layout shift while the page loads, fonts come and the Games move on."""
    page = visitors.guest(viewport=PHONE, extra_http_headers={"Accept-Encoding": "br, gzip"})
    sizes: dict[str, int] = {}
    hosts = set()

    def note(response: Response) -> None:
        hosts.add(urlsplit(response.url).netloc)
        if "/live/" not in response.url:
            sizes[response.url] = int(response.headers.get("content-length", "0"))

    page.on("response", note)
    page.add_init_script(SHIFTS)
    page.goto("/games/demo/standings")
    page.evaluate("document.fonts.ready.then(() => scrollTo(0, 400))")
    page.wait_for_timeout(300)
    shift, cookies = page.evaluate("window.shifted"), page.context.cookies()
    page.context.close()
    scripts = sum(size for url, size in sizes.items() if url.endswith(".js"))
    whole = sum(size for url, size in sizes.items() if not url.endswith(".woff2"))
    assert (whole <= 60 * 1024, scripts <= 20 * 1024, shift <= 0.05) == (True, True, True), (whole, scripts, shift)
    assert (hosts, cookies) == ({urlsplit(visitors.site.address).netloc}, [])


def test_zoomed_four_times_a_page_reads_without_scrolling_sideways(visitors: Visitors) -> None:
    """1280 pixels at 400 %: 320 of the page, three pixels of the device each; at 200 % 640."""
    for width, scale in ((320, 4), (640, 2)):
        page = visitors.guest(viewport={"width": width, "height": 256}, device_scale_factor=scale)
        for path in ZOOMED:
            page.goto(path)
            page.evaluate(f"() => {{ {LONGEST} }}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            cut = page.evaluate(CUT)
            assert (wide, cut, page.evaluate(BROKEN)) == (width, [], []), (path, width)
        page.context.close()


def test_with_nothing_but_a_keyboard_a_spectator_comes_to_why_and_back(visitors: Visitors) -> None:
    page = visitors.guest(viewport=DESK)
    page.goto("/games/demo/standings")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href') === '/games/demo/standings/vologda'"):
            break
    seen = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    page.wait_for_url("**/standings/vologda")
    page.go_back()
    page.wait_for_url("**/standings")
    page.context.close()
    assert seen == "solid"


def test_a_finished_games_opens_from_a_disk(visitors: Visitors, tmp_path: Path) -> None:
    desk = visitors.somebody(SECRETARY)
    desk.goto("/office/demo/closing")
    desk.locator('form[action="/office/demo/state"] button').click()
    desk.wait_for_url("**/office/demo")
    packed = desk.request.get("/office/demo/static.zip").body()
    desk.context.close()
    zipfile.ZipFile(io.BytesIO(packed)).extractall(tmp_path)
    page = visitors.guest(viewport=PHONE)
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto((tmp_path / "demo" / "index.html").as_uri())
    fonts = page.evaluate("document.fonts.ready.then(() => [...document.fonts].some((one) => one.status === 'loaded'))")
    page.locator(".games-tabs").get_by_role("link", name="Зачёт").click()
    page.locator("#phone-vologda summary").click()
    page.get_by_role("link", name="Почему столько очков").locator("visible=true").click()
    heading = page.locator("h1").inner_text()
    page.context.close()
    assert ("Вологда" in heading, fonts, told) == (True, True, [])
    assert [url for url in asked if not url.startswith(("file://", "data:"))] == []
