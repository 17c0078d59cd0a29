"""A judge brings the file of a timing company: a few touches, nothing is typed again, whatever browser he has."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.hands import Hands
from tests.browser.pages import JUDGE, open_the_trail
from tests.browser.server import PHONE, Visitors
from tests.browser.test_every_page import NARROWEST, violations
from tests.browser.thread import words
from tests.intake.files import xlsx

HEAD = ("Место", "Ст. №", "Фамилия, имя", "Команда", "Результат", "Примечание")
ROWS = (
    (1, 17, "Полярная-Северова Любовь", "Вологда", "1:02:41", ""),  # typed by hand a second faster
    (2, 18, "МОРОЗОВА Мария", "Вологда", "1:03:10", ""),
    (3, 99, "Озеров Алексей", "Вологда", "1:05:1", ""),  # known by his name, and a digit short
    ("", 22, "Хвойный Борис", "Вологда", "", "сошёл"),
    (5, 77, "Гостев Иван", "Псков", "1:09:10", ""),
)


@dataclass
class Walk:
    """`sentences`: at the fields of rows. `results`: what stands on the sheet afterwards."""

    heading: str = ""
    sentences: dict[str, str] = field(default_factory=dict)
    results: dict[str, str] = field(default_factory=dict)
    notice: str = ""
    touches: int = 0
    faults: list[str] = field(default_factory=list)
    seen: list[tuple[str, int, str, str]] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("timing") / "итог.xlsx"
    path.write_bytes(xlsx(("Зимний трейл",), HEAD, *ROWS))
    return path


@pytest.fixture(scope="module")
def walk(visitors: Visitors, file: Path) -> Walk:
    open_the_trail(visitors)
    page, seen = visitors.somebody(JUDGE, viewport=PHONE), Walk()
    page.goto("/judge/demo/trail")
    hands = Hands(page, "main")
    hands.follow("Загрузить результаты из файла")
    hands.attach("Файл", file)
    hands.press("Проверить")
    look(page, seen)
    hands.type("Результат, строка 5", "1:05:10")
    hands.tick("Строки с замечаниями (2) оставить без записи")
    page.get_by_label("Записать, строка 4").uncheck()
    assert words(page.locator("[data-forms]")) == "Записать 2 результата"
    page.get_by_label("Записать, строка 4").check()
    hands.press("Записать 3 результата")
    page.wait_for_url("**?written=3")
    seen.notice = words(page.get_by_role("status"))
    seen.results = {one: words(page.locator(f"#mark-{one} .read")) for one in ("17", "18", "21", "22")}
    seen.touches, seen.faults = hands.touches, hands.faults
    page.context.close()
    return seen


def look(page: Page, seen: Walk) -> None:
    page.get_by_role("button", name="Записать").wait_for()
    seen.heading = words(page.get_by_role("heading", level=1))
    for one in page.locator("tbody td p.error").all():
        seen.sentences[str(one.get_attribute("id"))] = words(one)
    page.locator("summary").click()
    seen.seen = violations(page)
    for size in (NARROWEST, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        seen.widths.append(page.evaluate("document.documentElement.scrollWidth"))


def test_what_is_understood_and_what_is_not_is_said_before_anything_is_written(walk: Walk) -> None:
    assert walk.heading == "Новых: 2 · изменится: 0 · требуют решения: 3 · без изменений: 0"
    assert set(walk.sentences) == {"f-r2-raw-error", "f-r4-who-error"}
    assert walk.sentences["f-r2-raw-error"].startswith("«1»: после двоеточия нужны две цифры")


def test_what_was_ticked_or_mended_is_written_and_says_its_row(walk: Walk) -> None:
    assert walk.notice == "Записано из файла: 3. Сверяет с бумагой другой человек."
    assert walk.results["17"].startswith("1:02:40")
    assert "из файла «итог.xlsx», лист «Заявка», строка 4" in walk.results["18"]
    assert walk.results["21"].startswith("1:05:10") and "исправлено при загрузке" in walk.results["21"]
    assert walk.results["22"].startswith("н/фин")


def test_nothing_was_typed_again_but_what_was_wrong(walk: Walk) -> None:
    assert (walk.touches, walk.faults) == (6, [])


def test_axe_finds_nothing_and_nothing_is_wider_than_the_phone(walk: Walk) -> None:
    assert (walk.seen, walk.widths) == ([], [NARROWEST["width"], PHONE["width"]])


def test_a_file_is_brought_without_scripts(walk: Walk, visitors: Visitors, file: Path) -> None:
    page = visitors.somebody(JUDGE, java_script_enabled=False)
    page.goto("/judge/demo/trail/import")
    page.get_by_label("Файл").set_input_files(file)
    page.get_by_role("button", name="Проверить").click()
    heading = words(page.get_by_role("heading", level=1))
    assert walk.notice and heading == "Новых: 0 · изменится: 0 · требуют решения: 3 · без изменений: 2"
    assert "Этот же файл уже загружали" in words(page.locator("main"))
