"""The places are announced with one key, on the hall's screen and on a telephone at once;
without scripts by a button."""

from playwright.sync_api import Page, expect

from tests.browser.pages import SECRETARY
from tests.browser.server import PHONE, Visitors

SWITCH = "/office/demo/freeze"
HELD, BEGIN, NEXT = "Придержать результаты", "Начать объявление с последнего места", "Объявить следующее место"


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def test_each_key_is_a_place_on_every_open_screen(visitors: Visitors) -> None:
    desk, hall, phone = visitors.somebody(SECRETARY), visitors.guest(), visitors.guest(viewport=PHONE)
    desk.goto(SWITCH)
    press(desk, HELD)
    press(desk, BEGIN)
    hall.goto("/games/demo/screen")
    phone.goto("/games/demo/reveal")
    for shown, key in enumerate((" ", "Enter", "ArrowRight", "ArrowDown", "PageDown"), 1):
        expect(desk.locator("#h")).to_have_text(f"Идёт объявление: {shown - 1} из 8")
        desk.keyboard.press(key)
        expect(desk.locator("#h")).to_have_text(f"Идёт объявление: {shown} из 8")
    for screen in (hall, phone):
        expect(screen.get_by_text("Объявлено мест: 5 из 8")).to_be_visible()
        assert screen.locator(".reveal tbody b").count() == 5
    release(visitors)


def release(visitors: Visitors) -> None:
    """Without scripts: two more places by the button, then everything at once."""
    bare = visitors.somebody(SECRETARY, java_script_enabled=False)
    bare.goto(SWITCH)
    for _ in range(2):
        press(bare, NEXT)
    assert bare.locator("#h").inner_text() == "Идёт объявление: 7 из 8"
    press(bare, NEXT)
    assert bare.locator("#h").inner_text() == "Сейчас все видят всё"
