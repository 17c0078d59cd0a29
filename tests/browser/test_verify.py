"""A protocol is published and checked in a real browser: by a file that never leaves it, by keys, without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request

from tests.browser.pages import SECRETARY
from tests.browser.server import PHONE, Visitors
from tests.browser.test_keyboard import reach

FILE = "/games/demo/sheets/2/1/protocol.pdf"
HOLDS, FOREIGN = "Подлинный и действующий.", "Не наш: такого протокола на этом сайте не публиковали. Верить ему нельзя."


@pytest.fixture(scope="module")
def file(visitors: Visitors, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published protocol of the men's race, as anybody takes it from the site."""
    page = visitors.somebody(SECRETARY)
    page.goto("/office/demo")
    page.get_by_role("link", name="Опубликовать протокол: Лыжные гонки, мужчины").click()
    page.get_by_role("button", name="Опубликовать: Лыжные гонки, мужчины").click()
    page.get_by_role("button", name="Опубликовать редакцию 2: Лыжные гонки, мужчины").wait_for()
    path = tmp_path_factory.mktemp("taken") / "protocol.pdf"
    path.write_bytes(visitors.guest().request.get(FILE).body())
    return path


def answer(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def test_a_file_is_hashed_where_it_is(visitors: Visitors, file: Path) -> None:
    page = visitors.guest(viewport=PHONE)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto("/verify")
    assert "останется на вашем устройстве" in page.locator("#f-file-hint").inner_text()
    page.locator("#f-file").set_input_files(file)
    page.get_by_role("button", name="Проверить файл").click()
    page.wait_for_url("**/verify?hash=*")
    assert answer(page) == HOLDS
    assert [request.url for request in asked if request.method != "GET" or request.post_data] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_dropped_file_with_another_byte_is_not_ours(visitors: Visitors, file: Path) -> None:
    page = visitors.guest()
    page.goto("/verify")
    drop = """numbers => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(numbers)], "protocol.pdf"));
      document.getElementById("drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    }"""
    page.evaluate(drop, [*file.read_bytes()[:-1], 0])
    page.wait_for_url("**/verify?hash=*")
    assert answer(page) == FOREIGN


def test_without_scripts_the_file_is_sent_and_checked(visitors: Visitors, file: Path) -> None:
    page = visitors.guest(java_script_enabled=False, viewport=PHONE)
    page.goto("/verify")
    page.locator("#f-file").set_input_files(file)
    page.get_by_role("button", name="Проверить файл").click()
    assert answer(page) == HOLDS


def test_a_paper_is_checked_with_the_keyboard(visitors: Visitors, file: Path) -> None:
    page = visitors.guest()
    page.goto("/verify")
    reach(page, "#f-games")
    page.keyboard.type("Демонстр")
    for field, text in (("number", "2"), ("revision", "1")):
        reach(page, f"#f-{field}")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.wait_for_url("**/verify?games=demo&number=2**")
    assert answer(page) == HOLDS
    assert "код с бумаги не вписан" in page.locator("main").inner_text()
