"""Pictures for docs/users, taken from the demonstration: python -m tests.browser.pictures."""

import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.pages import CAPTAIN, CHIEF_JUDGE, COMMISSION, JUDGE, OFFICE, SECRETARY, SPORT_CHIEF, open_the_trail
from tests.browser.server import ARGUMENTS, CHROMIUM, PHONE, ROOT, Visitors, running

FOLDER = ROOT / "docs" / "users"
SIZES = {"-phone": PHONE, "-wide": {"width": 1920, "height": 1080}}
COLOURS = 96  # flat ground and text need no more, and a picture stays under 100 KB


def take_all(visitors: Visitors) -> None:
    """Of what everybody sees, of an application while it is open, then of a contest while it is held."""
    for picture in (*WATCHING, *UNION, *APPLICATION):
        take(visitors, *picture)
    open_the_trail(visitors)
    for picture in CONTEST:
        take(visitors, *picture)
    run_the_trail(visitors)
    for picture in POSTING:
        take(visitors, *picture)


def take(visitors: Visitors, name: str, role: str, address: str, prepare: Callable[[Page], None]) -> None:
    size = next((size for end, size in SIZES.items() if name.endswith(end)), {"width": 1280, "height": 720})
    look = {"viewport": size, "has_touch": name.endswith("-phone"), "is_mobile": name.endswith("-phone")}
    page = visitors.somebody(role, **look) if role else visitors.guest(**look)
    page.goto(address)
    prepare(page)
    keep(page.screenshot(), FOLDER / f"{name}.png")
    page.context.close()


def keep(picture: bytes, path: Path) -> None:
    flat = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    flat.save(path, optimize=True)


def as_it_is(page: Page) -> None:
    page.locator("main").wait_for()


def unfolded(page: Page) -> None:
    page.locator("#phone-vologda summary").click()
    page.locator("#phone-vologda").scroll_into_view_if_needed()


def at_the_drawing(page: Page) -> None:
    page.evaluate("document.querySelector('.narrow > svg.race').scrollIntoView()")


def at_the_chances(page: Page) -> None:
    page.evaluate("document.getElementById('first').scrollIntoView()")


def pasted(page: Page) -> None:
    rows = "ФИО\tДата рождения\tПол\tРазряд\nЁлкин Пётр Ильич\t03.04.1994\tм\tКМС\nСнежина Алла\t31.02.1996\tж\tI"
    page.get_by_label("Строки из Excel").fill(rows)
    page.get_by_role("button", name="Проверить").click()
    page.get_by_role("button", name="Добавить в заявку").wait_for()


def at_the_matrix(page: Page) -> None:
    page.evaluate("document.getElementById('who').scrollIntoView()")


def typed_wrong(page: Page) -> None:
    page.locator("#f-raw-18").fill("1:75")
    page.locator("#save-18").click()
    page.locator("#f-raw-18-error").wait_for()
    page.evaluate("document.getElementById('marks').scrollIntoView()")


def offline(page: Page) -> None:
    page.locator("#entry[data-open=yes]").wait_for()
    page.context.set_offline(True)
    page.keyboard.type("10240")
    page.keyboard.press("Enter")
    page.locator("#said button").wait_for()
    page.keyboard.type("58")


def at_the_check(page: Page) -> None:
    page.evaluate("document.getElementById('check').scrollIntoView()")


def run_the_trail(visitors: Visitors) -> None:
    """Everybody has a result, and one came of a number that is in no list."""
    page = visitors.somebody(JUDGE)
    page.goto("/judge/demo/trail/entry")
    page.locator("#entry[data-open=yes]").wait_for()
    page.get_by_role("button", name="По номеру", exact=True).click()
    for number, time in (("18", "10310"), ("21", "10510"), ("22", "10910"), ("99", "11002")):
        for text in (number, *[""] * (number == "99"), time):
            page.keyboard.type(text)
            page.wait_for_timeout(500)
            page.keyboard.press("Enter")
    page.get_by_text("У секретариата: 1.").wait_for()
    page.context.close()


def compared(page: Page) -> None:
    for one in page.locator("#checks input[type=checkbox]").all():
        one.check()
    page.get_by_role("button", name="Сверено с бумагой").click()
    page.get_by_text("Сверено: ").wait_for()


def asked_at_posting(page: Page) -> None:
    page.get_by_role("button", name="Вывесить протокол").click()
    page.get_by_role("button", name="Вывесить без этих записей").wait_for()
    page.locator("#f-despite-error").scroll_into_view_if_needed()


def brought(page: Page) -> None:
    page.get_by_label("вставьте строки").fill(
        "Место\tСт. №\tФамилия, имя\tРезультат\n1\t17\tПолярная-Северова Любовь\t1:02:41\n"
        "2\t18\tМорозова Мария\t1:03:10\n3\t99\tОзеров Алексей\t1:05:10\n4\t22\tХвойный Борис\tсошёл"
    )
    page.get_by_role("button", name="Проверить").click()
    page.get_by_role("button", name="Записать").wait_for()


def refusing(page: Page) -> None:
    page.locator("#commission summary").nth(2).click()
    page.get_by_label("Страховка: действует до").nth(2).fill("01.02.2026")
    page.evaluate("document.getElementById('commission').scrollIntoView()")


def corrected(page: Page) -> None:
    """A look at what would move if the winner had fallen."""
    page.locator("form.line input[name=raw]").fill("15:00,0")
    page.get_by_label("Почему").fill("опечатка: на бумаге 15:00,0")
    page.get_by_role("button", name="Посмотреть, что изменится").click()
    page.locator(".moves").wait_for()
    page.evaluate("document.getElementById('correct').scrollIntoView()")


def vacated(page: Page) -> None:
    page.locator("#f-remove-contest").select_option(label="Лыжные гонки, женщины")
    page.locator("#f-remove-who").fill("1")
    page.locator("#f-remove-how-vacate").check()
    page.locator("#f-remove-jury").fill("Зимин А., Озёрова Л.")
    page.locator("#f-remove-document").fill("решение жюри № 3")
    page.locator("section").filter(has_text="Лишить места").get_by_role("button", name="Посмотреть").click()
    page.locator(".moves").wait_for()
    page.evaluate("document.querySelector('.moves').scrollIntoView()")


def at_the_trail(page: Page) -> None:
    page.get_by_role("row").filter(has_text="Зимний трейл").scroll_into_view_if_needed()


def announced(page: Page) -> None:
    """Three places from the last one, on the switch that was pressed for it."""
    for words in ("Придержать результаты", "Начать объявление с последнего места", *["Объявить следующее место"] * 3):
        page.get_by_role("button", name=words, exact=True).click()
        page.wait_for_load_state()
    page.get_by_role("heading", name="Идёт объявление: 3 из 8").wait_for()
    page.evaluate("document.getElementById('h').scrollIntoView()")


def planned(page: Page) -> None:
    page.get_by_label("Или строки из Excel").fill(
        "Мероприятие\tДата\tГород\nКонференция «Лес и город»\t12–14 марта\tПсков\n"
        "Заседание секции «Культура»\tвесной\tТверь\nФорум малых городов\tII квартал\t"
    )
    page.get_by_role("button", name="Посмотреть").click()
    page.get_by_role("button", name="Внести в календарь").wait_for()


def at_the_steps(page: Page) -> None:
    page.evaluate("document.getElementById('became').scrollIntoView()")


Picture = tuple[str, str, str, Callable[[Page], None]]
WATCHING: tuple[Picture, ...] = (
    ("standings-phone", "", "/games/demo/standings", as_it_is),
    ("cells-phone", "", "/games/demo/standings", unfolded),
    ("why-phone", "", "/games/demo/standings/vologda", as_it_is),
    ("race-phone", "", "/games/demo/race", at_the_drawing),
    ("stakes-phone", "", "/games/demo/stakes", at_the_chances),
    ("screen", "", "/games/demo/screen?m=15&s=3", as_it_is),
)
APPLICATION: tuple[Picture, ...] = (
    ("pasted", CAPTAIN, "/team/demo/vologda", pasted),
    ("entries", CAPTAIN, "/team/demo/vologda", at_the_matrix),
    ("entries-phone", CAPTAIN, "/team/demo/vologda", at_the_matrix),
    ("timetable-wide", SECRETARY, "/office/demo/timetable", as_it_is),
    ("schedule-phone", "", "/games/demo/schedule", at_the_trail),
)
CONTEST: tuple[Picture, ...] = (
    ("sheet-phone", JUDGE, "/judge/demo/trail", typed_wrong),
    ("entry-phone", JUDGE, "/judge/demo/trail/entry", offline),
    ("file", JUDGE, "/judge/demo/trail/import", brought),
    ("check-phone", SPORT_CHIEF, "/judge/demo/trail", at_the_check),
    ("correction-phone", CHIEF_JUDGE, "/judge/demo/ski-women/marks/1", corrected),
    ("decisions", CHIEF_JUDGE, "/office/demo/decisions", vacated),
    ("board", SECRETARY, "/office/demo", as_it_is),
    ("ceremony", SECRETARY, "/office/demo/ceremony", as_it_is),
    ("freeze", SECRETARY, "/office/demo/freeze", announced),
    ("admission", COMMISSION, "/office/demo/admission/vologda", refusing),
)

POSTING: tuple[Picture, ...] = (
    ("checked-phone", SPORT_CHIEF, "/judge/demo/trail", compared),
    ("waiting-phone", SPORT_CHIEF, "/judge/demo/trail", asked_at_posting),
)
UNION: tuple[Picture, ...] = (
    ("year", OFFICE, "/office/union/years/2024", as_it_is),
    ("event", OFFICE, "/office/union/events/summer-spartakiad-2025", at_the_steps),
    ("plan", OFFICE, "/office/union/plan", planned),
    ("report-phone", "", "/union/report/2024", as_it_is),
    ("events-phone", "", "/calendar/all?q=секция спорт", as_it_is),
)

if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder) / "data") as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        take_all(Visitors(browser, site))
        browser.close()
