"""A venue card in a real browser: its code leaves no trace, two judges share a telephone that loses its network."""

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.pages import SECRETARY, open_the_trail
from tests.browser.phone import TOUCH, ready, sent
from tests.browser.server import PHONE, Visitors

CARDS = "/office/demo/venue-cards"
HALL = "#hall-park-severnyy-2026-02-21"
ENTRY = "/judge/demo/trail/entry"


@pytest.fixture(scope="module")
def card(visitors: Visitors) -> tuple[str, str]:
    """The code of the trail's hall and the words that are said aloud."""
    open_the_trail(visitors)
    page = visitors.somebody(SECRETARY)
    page.goto(CARDS)
    page.locator(HALL).get_by_role("button", name="Сделать карточку").click()
    page.locator(f"{HALL} summary").click()
    words = page.locator(f"{HALL} .sign").inner_text()
    paper = page.context.request.get(page.locator(HALL).get_by_role("link").get_attribute("href") or "")
    code = code_on(paper.body())
    page.context.close()
    return code, words


def code_on(paper: bytes) -> str:
    text = PdfReader(io.BytesIO(paper)).pages[0].extract_text()
    return "".join(re.findall(r"\d", text.partition("наберите:")[2]))[:40]


def come_in(page: Page, card: tuple[str, str], name: str) -> None:
    page.goto(f"/judge/card#{card[0]}")
    page.get_by_label("Кодовые слова").fill(card[1])
    page.get_by_label("Фамилия и имя").fill(name)
    page.get_by_role("button", name="Войти").click()
    page.get_by_role("heading", name="Мои виды").wait_for()


def test_the_code_is_in_no_address_no_referer_and_nothing_that_is_kept(
    visitors: Visitors, card: tuple[str, str]
) -> None:
    page = visitors.guest(**TOUCH)
    told: list[str] = []
    page.on("request", lambda one: told.append(f"{one.url} {one.all_headers().get('referer', '')}"))
    come_in(page, card, "Тропина Вера")
    page.goto(ENTRY)
    ready(page)
    page.goto(f"/judge/card#{card[0]}")
    page.get_by_label("Кодовые слова").wait_for()
    kept = page.evaluate(
        "async () => { const urls = []; for (const name of await caches.keys())"
        " for (const one of await (await caches.open(name)).keys()) urls.push(one.url); return urls.join(' '); }"
    )
    page.go_back()
    assert (card[0] in " ".join(told).replace("#", " ").split(), card[0] in kept, card[0] in page.url) == (
        False,
        False,
        False,
    )
    assert "/judge/card" not in kept
    page.context.close()


def test_without_scripts_the_code_is_typed(visitors: Visitors, card: tuple[str, str]) -> None:
    page = visitors.guest(java_script_enabled=False, viewport=PHONE)
    page.goto("/judge/card")
    page.get_by_label("Код с карточки").fill(" ".join(re.findall("....", card[0])))
    page.get_by_role("button", name="Дальше").click()
    page.get_by_label("Фамилия и имя").fill("Тропин Пётр")
    page.get_by_label("Кодовые слова").fill(card[1].upper())
    page.get_by_role("button", name="Войти").click()
    expect(page.get_by_role("heading", name="Мои виды")).to_be_visible()
    page.context.close()


def test_what_the_first_judge_typed_without_network_goes_under_his_name_when_the_second_has_the_telephone(
    visitors: Visitors, card: tuple[str, str]
) -> None:
    page = visitors.guest(**TOUCH)
    come_in(page, card, "Первая Анна")
    page.goto(ENTRY)
    ready(page)
    page.context.set_offline(True)
    page.locator("#line-18 input").fill("10400")
    page.locator("#line-18 input").press("Enter")
    expect(page.locator("#kept")).to_have_text("На телефоне: 1")
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto("/judge/card/judge")
    page.get_by_label("фамилия и имя").fill("Вторая Инна")
    page.get_by_role("button", name="Продолжить").click()
    page.get_by_text("Вторая Инна").wait_for()
    page.goto(ENTRY)
    ready(page)
    page.locator("#line-21 input").fill("10500")
    page.locator("#line-21 input").press("Enter")
    sent(page)
    page.goto("/judge/demo/trail")
    said = {number: page.locator(f"#mark-{number}").inner_text() for number in (18, 21)}
    assert ("Первая Анна" in said[18], "Вторая Инна" in said[21]) == (True, True)
    page.context.close()
