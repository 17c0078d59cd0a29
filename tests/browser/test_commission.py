"""The commission's desk and the last-hour replacement by few touches: keys and clicks are counted, nothing is timed."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Hands
from tests.browser.pages import CAPTAIN, COMMISSION
from tests.browser.server import Visitors

MOST_KEYS, MOST_TOUCHES = 60, 6
FORTY = [f"Допускова{'абвгдежзиклмнопрстуф'[n // 2]}{'ан'[n % 2]} Анна" for n in range(40)]


@pytest.fixture(scope="module")
def applied(visitors: Visitors) -> Visitors:
    """Forty women of Vologda wait for the commission."""
    page = visitors.somebody(CAPTAIN)
    page.goto("/team/demo/vologda")
    born = date(1990, 1, 1)
    rows = [f"{name}\tж\t{born + timedelta(days=n):%d.%m.%Y}\tII" for n, name in enumerate(FORTY)]
    page.get_by_label("Вставьте строки").fill("\n".join(rows))
    page.get_by_role("button", name="Проверить").click()
    page.get_by_role("button", name="Добавить в заявку").click()
    expect(page.get_by_text("спортсменов: 48")).to_be_visible()
    page.context.close()
    return visitors


class Keyboard:
    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.pressed += 1
            self.page.keyboard.press(key)

    def reach(self, selector: str) -> None:
        while not self.page.locator(selector).evaluate("one => one === document.activeElement"):
            assert self.pressed < MOST_KEYS
            self.press("Tab")


def test_forty_are_decided_about_with_three_exceptions_by_few_keys(applied: Visitors) -> None:
    page = applied.somebody(COMMISSION)
    page.goto("/office/demo/admission/vologda")
    numbers = [one.inner_text().split(".")[0] for one in page.locator("#commission tbody th").all()]
    keys = Keyboard(page)
    keys.reach("#f-all-until")
    keys.press("0", "9", "0", "0")
    keys.press("Shift+Tab")
    for number, steps in zip((numbers[10], numbers[20], numbers[30]), (1, 1, 2), strict=True):
        keys.press(*number, "Enter", *["ArrowRight"] * steps, "Space", "/")
    keys.press(*numbers[11], "Enter", "Enter")
    expect(page.locator("#commission .badge").filter(has_text="допущен условно")).to_have_count(3)
    print(f"keys: {keys.pressed}")  # noqa: T201 – the figure of docs/performance.md
    admitted = page.locator("#commission .badge").filter(has_text="допущен").count()
    page.context.close()
    assert (admitted, keys.pressed <= MOST_KEYS) == (48, True)


def test_a_replacement_takes_few_touches(applied: Visitors) -> None:
    hands = Hands(applied.somebody(CAPTAIN))
    hands.page.goto("/team/demo/vologda")
    hands.click(hands.page.get_by_role("link", name=f"Заменить: {FORTY[0]}"))
    hands.type("Фамилия, имя, отчество", "Ёлкина-Сосновская Ия Олеговна")
    hands.type("Дата рождения", "5.3.1991")
    hands.type("Причина замены", "травма")
    hands.type("Кто разрешил", "главный секретарь")
    hands.press("Заменить")
    expect(hands.page.get_by_text("Сохранено")).to_be_visible()
    print(f"touches: {hands.touches}")  # noqa: T201 – the figure of docs/performance.md
    seen = hands.page.get_by_role("rowheader", name="Ёлкина-Сосновская Ия Олеговна").count()
    hands.page.context.close()
    assert (seen, hands.touches <= MOST_TOUCHES, hands.faults) == (1, True, [])
