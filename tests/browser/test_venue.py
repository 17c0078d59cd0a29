"""A judge at the venue, in a real browser with touch: no network for hours, answers lost, a phone that dies."""

import json
import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from spartakiad.competition.apply import fold
from spartakiad.competition.memory import stream_of
from spartakiad.competition.state import State
from spartakiad.store import journal
from spartakiad.store.store import Store
from tests.browser.server import ARGUMENTS, CHROMIUM, PHONE, Site, Visitors, running
from tests.browser.venue import JUDGE, RACES, SECOND, SECRETARY, SKIERS, SLUG

TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
VENUE = ("tests.browser.venue",)
COLD = 150 * 1024  # bytes of a venue page that nothing was kept of
SAVE = 50.0  # milliseconds from the key to the disk of the phone
NUMBERS = [str(number) for number in range(1, SKIERS + 1)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("venue") / "data"


@pytest.fixture(scope="module")
def venue(folder: Path) -> Iterator[Site]:
    with running(folder, VENUE) as started:
        yield started


@pytest.fixture(scope="module")
def people(browser: Browser, venue: Site) -> Visitors:
    return Visitors(browser, venue)


@pytest.fixture(scope="module")
def untouched() -> Iterator[str]:
    return iter(RACES)


@pytest.fixture
def race(untouched: Iterator[str]) -> str:
    """A race in which nobody has entered anything yet."""
    return next(untouched)


def opened(people: Visitors, contest: str, who: str = JUDGE, mode: str = "") -> Page:
    page = people.somebody(who, **TOUCH)
    open_entry(page, contest, mode)
    return page


def open_entry(page: Page, contest: str, mode: str = "") -> None:
    page.goto(f"/judge/{SLUG}/{contest}/entry")
    ready(page)
    if mode:
        page.get_by_role("button", name=mode, exact=True).click()


def ready(page: Page) -> None:
    """Open, and kept for the time without network."""
    page.locator("#entry[data-open=yes][data-ready=offline]").wait_for()


def sent(page: Page) -> None:
    expect(page.locator("#kept")).to_have_text("На телефоне: 0", timeout=30_000)


def state(folder: Path) -> State:
    """As the journal on the server's disk has it."""
    store = Store(f"sqlite:///{folder / 'spartakiad.sqlite'}")
    with store.reader() as session:
        found = fold(journal.read(session, stream_of(SLUG)))
    store.close()
    return found


def marks(folder: Path, contest: str) -> dict[str, str]:
    return {key[3]: mark.raw for key, mark in state(folder).marks.items() if key[0] == contest}


def entered(folder: Path, contest: str) -> int:
    """How many marks were ever entered: a doubled one would be seen here."""
    store = Store(f"sqlite:///{folder / 'spartakiad.sqlite'}")
    with store.reader() as session:
        found = [one for one in journal.read(session, stream_of(SLUG)) if one.kind == "mark.entered"]
    store.close()
    return sum(one.payload["contest"] == contest for one in found)


def digits(number: int) -> str:
    """20:00,0 and so on, as keys."""
    return f"20{number % 60:02}0"


def written(number: int) -> str:
    return f"20:{number % 60:02},0"


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def type(self, text: str) -> None:
        for sign in text:
            self.press(sign)

    def press(self, key: str) -> None:
        self.pressed += 1
        self.page.keyboard.press(key)


def test_thirty_results_offline_reloaded_and_ten_answers_lost_are_exactly_thirty(
    people: Visitors, folder: Path, race: str
) -> None:
    page = opened(people, race)
    page.context.set_offline(True)
    keys = Keys(page)
    for number in range(1, 16):
        keys.type(digits(number))
        keys.press("Enter")
    page.reload()
    ready(page)
    for number in range(16, SKIERS + 1):
        keys.type(digits(number))
        keys.press("Enter")
    expect(page.locator("#kept")).to_have_text(f"На телефоне: {SKIERS}")
    lost = lose_answers(page, 10)
    page.context.set_offline(False)
    while len(lost) < 10:
        page.get_by_role("button", name="Отправить сейчас").click()
        page.wait_for_timeout(50)
    page.get_by_role("button", name="Отправить сейчас").click()
    sent(page)
    found = marks(folder, race), entered(folder, race), keys.pressed
    assert found == ({one: written(int(one)) for one in NUMBERS}, SKIERS, 180)


def lose_answers(page: Page, many: int) -> list[int]:
    """The server has done it and the phone does not hear of it, so many times."""
    lost: list[int] = []

    def losing(route: Route) -> None:
        if len(lost) >= many:
            route.continue_()
            return
        answer = route.fetch()
        lost.append(answer.status)
        route.abort()

    page.route("**/_/records", losing)
    return lost


def test_thirty_results_from_paper_in_any_order(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race, mode="По номеру")
    keys = Keys(page)
    for number in NUMBERS[::-1]:
        keys.type(number)
        keys.press("Enter")
        keys.type(digits(int(number)))
        keys.press("Enter")
        expect(page.locator("#bib")).to_be_focused()
    sent(page)
    assert (marks(folder, race), keys.pressed <= 270) == ({one: written(int(one)) for one in NUMBERS}, True)


def test_sixty_stamps_and_the_numbers_of_thirty_finishers_after_them(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race, mode="Финиш")
    page.get_by_role("button", name="Старт").click()
    begun = time.monotonic()
    for at in range(60):
        page.wait_for_timeout(max(0.0, (begun + at / 4 - time.monotonic()) * 1000))
        page.locator("#stamp").tap()
    expect(page.locator("#count")).to_have_text("60")
    page.locator("#finisher").focus()
    keys = Keys(page)
    for number in NUMBERS:
        keys.type(number)
        keys.press("Enter")
    sent(page)
    stamps = [one for one in state(folder).finish.values() if one.note == "stamp"]
    assert (len(stamps), set(marks(folder, race)), keys.pressed <= 90) == (60, set(NUMBERS), True)


def test_a_second_phone_at_the_chute_writes_the_numbers(people: Visitors, folder: Path, race: str) -> None:
    clock, chute = opened(people, race, mode="Финиш"), opened(people, race, SECOND, "Финиш")
    clock.get_by_role("button", name="Старт").click()
    for _ in range(3):
        clock.locator("#stamp").tap()
    chute.locator("#finisher").focus()
    for number in ("7", "3", "12"):
        Keys(chute).type(number)
        chute.keyboard.press("Enter")
    sent(chute)
    clock.get_by_role("button", name="Принять номера со второго телефона: 3").click()
    sent(clock)
    order = sorted(marks(folder, race).items(), key=lambda one: one[1])
    assert sorted(number for number, _ in order) == ["12", "3", "7"]


def test_what_is_typed_and_what_is_unsent_outlive_a_browser_that_is_killed(
    people: Visitors, folder: Path, tmp_path: Path, race: str
) -> None:
    page = profile(people, tmp_path)
    page.context.add_cookies(people.somebody(JUDGE).context.cookies())
    open_entry(page, race)
    page.context.set_offline(True)
    enter(page, 1)
    expect(page.locator("#kept")).to_have_text("На телефоне: 1")
    Keys(page).type("21345")
    page.wait_for_timeout(1000)
    kill(tmp_path / "profile")
    again = profile(people, tmp_path)
    again.context.add_cookies(people.somebody(JUDGE).context.cookies())
    open_entry(again, race)
    expect(again.locator("#line-2 input")).not_to_have_value("")
    draft = again.locator("#line-2 input").input_value()
    sent(again)
    again.context.close()
    assert (draft, marks(folder, race)) == ("21:34,5", {"1": written(1)})


def profile(people: Visitors, tmp_path: Path) -> Page:
    """A browser whose storage is on the disk, as a phone's is."""
    context = people.browser.browser_type.launch_persistent_context(
        tmp_path / "profile",
        executable_path=CHROMIUM,
        args=ARGUMENTS,
        base_url=people.site.address,
        locale="ru-RU",
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
    )
    return context.pages[0] if context.pages else context.new_page()


def kill(profile_folder: Path) -> None:
    """Without a word, as a battery that dies: the process that was started over this folder, and only it."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if f"--user-data-dir={profile_folder}" in command and not any(one.startswith("--type=") for one in command):
            os.kill(int(process.name), signal.SIGKILL)


def test_two_tabs_and_a_double_tap_double_nothing(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race)
    other = page.context.new_page()
    open_entry(other, race)
    for tab, number in ((page, 1), (other, 2), (page, 3)):
        tab.bring_to_front()
        field = tab.locator(f"#line-{number} input")
        field.fill(digits(number))
        field.press("Enter")
        field.press("Enter")
    sent(page)
    sent(other)
    assert (marks(folder, race), entered(folder, race)) == ({one: written(int(one)) for one in "123"}, 3)


def test_a_server_put_back_from_an_older_copy_gets_everything_again(browser: Browser, tmp_path: Path) -> None:
    folder, race = tmp_path / "data", RACES[0]
    with running(folder, VENUE) as first:
        page = opened(Visitors(browser, first), race)
        enter(page, 1)
        sent(page)
    copy(folder / "spartakiad.sqlite", tmp_path / "older")
    port = int(first.address.rpartition(":")[2])
    with running(folder, VENUE, port):
        enter(page, 2)
        enter(page, 3)
        page.get_by_role("button", name="Отправить сейчас").click()
        sent(page)
    for rest in folder.glob("spartakiad.sqlite-*"):
        rest.unlink()
    copy(tmp_path / "older", folder / "spartakiad.sqlite")
    with running(folder, VENUE, port):
        page.reload()
        expect(page.locator("#line-3 .state")).to_contain_text("отправлено")
        while len(marks(folder, race)) < 3:
            page.wait_for_timeout(200)
    assert marks(folder, race) == {one: written(int(one)) for one in "123"}


def copy(one: Path, other: Path) -> None:
    """As a backup does it, with what the log beside the file holds."""
    with sqlite3.connect(one) as source, sqlite3.connect(other) as target:
        source.backup(target)


def enter(page: Page, number: int) -> None:
    field = page.locator(f"#line-{number} input")
    field.fill(digits(number))
    field.press("Enter")


def test_a_result_is_on_the_disk_of_the_phone_at_once(people: Visitors, race: str) -> None:
    page = opened(people, race)
    page.evaluate(
        """() => {
          window.waits = [];
          let pressed = 0;
          addEventListener("keydown", (event) => { if (event.key === "Enter") pressed = performance.now(); }, true);
          new MutationObserver(() => { if (pressed) { waits.push(performance.now() - pressed); pressed = 0; } })
            .observe(document.getElementById("said"), { childList: true });
        }"""
    )
    keys = Keys(page)
    for number in range(1, 21):
        keys.type(digits(number))
        keys.press("Enter")
        page.wait_for_timeout(30)
    waits = sorted(page.evaluate("window.waits"))
    assert (len(waits), waits[len(waits) // 2] <= SAVE) == (20, True), waits


def test_a_venue_page_that_nothing_was_kept_of_is_small(people: Visitors, race: str) -> None:
    page = people.somebody(JUDGE, **TOUCH)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    open_entry(page, race)
    assert sum(sizes) <= COLD, sizes


def test_a_number_that_is_not_in_the_list_reaches_the_secretary_who_gives_it_to_its_starter(
    people: Visitors, folder: Path, race: str
) -> None:
    page = opened(people, race, mode="По номеру")
    for text in ("99", "", digits(5)):
        Keys(page).type(text)
        page.keyboard.press("Enter")
    expect(page.locator("#held")).to_contain_text("У секретариата: 1")
    desk = people.somebody(SECRETARY)
    desk.goto(f"/office/{SLUG}/inbox")
    card = desk.locator("article").filter(has_text=race)
    card.get_by_label("Чей это результат").select_option("5")
    card.get_by_role("button", name="Верно присланное: записать").click()
    expect(card).to_have_count(0)
    assert marks(folder, race) == {"5": written(5)}


def test_two_judges_who_disagree_are_both_on_the_card(people: Visitors, folder: Path, race: str) -> None:
    one, other = opened(people, race), opened(people, race, SECOND)
    for page in (one, other):
        page.context.set_offline(True)
    enter(one, 1)
    other.locator("#line-1 input").fill("20300")
    other.locator("#line-1 input").press("Enter")
    for page in (one, other):
        page.context.set_offline(False)
        page.get_by_role("button", name="Отправить сейчас").click()
        sent(page)
    desk = people.somebody(SECRETARY)
    desk.goto(f"/office/{SLUG}/inbox")
    said = " ".join(desk.locator("article").filter(has_text=race).locator("dl").inner_text().split())
    assert [part for part in (written(1), "20:30,0", f"Демо: {JUDGE}", f"Демо: {SECOND}") if part not in said] == []
    assert marks(folder, race) == {"1": written(1)}


def test_what_could_not_be_sent_is_brought_as_a_file_and_is_not_doubled_when_the_phone_is_back(
    people: Visitors, folder: Path, tmp_path: Path, race: str
) -> None:
    page = opened(people, race)
    page.context.set_offline(True)
    enter(page, 1)
    enter(page, 2)
    page.locator("#carry summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Сохранить файлом").click()
    download.value.save_as(tmp_path / "brought.json")
    desk = people.somebody(SECRETARY)
    desk.goto(f"/office/{SLUG}/inbox/brought")
    desk.get_by_label("Файл с телефона").set_input_files(tmp_path / "brought.json")
    expect(desk.get_by_label("Записи", exact=True)).not_to_be_empty()
    desk.get_by_role("button", name="Принять").click()
    expect(desk.get_by_text("Принято записей: 2")).to_be_visible()
    brought = {key[3]: mark.typed_by for key, mark in state(folder).marks.items() if key[0] == race}
    page.context.set_offline(False)
    page.get_by_role("button", name="Отправить сейчас").click()
    sent(page)
    assert (set(brought), all(brought.values()), entered(folder, race)) == ({"1", "2"}, True, 2)


def test_a_file_that_was_changed_on_the_way_is_not_believed(
    people: Visitors, folder: Path, tmp_path: Path, race: str
) -> None:
    page = opened(people, race)
    page.context.set_offline(True)
    enter(page, 1)
    page.locator("#carry summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Сохранить файлом").click()
    bundle = json.loads(download.value.path().read_text(encoding="utf-8"))
    bundle["records"] = bundle["records"].replace(written(1), "19:00,0")
    desk = people.somebody(SECRETARY)
    desk.goto(f"/office/{SLUG}/inbox/brought")
    desk.get_by_label("Записи", exact=True).fill(json.dumps(bundle))
    desk.get_by_role("button", name="Принять").click()
    expect(desk.locator("#f-bundle-error")).to_contain_text("не доказано")
    assert marks(folder, race) == {}


def test_the_codes_on_the_screen_carry_the_same(people: Visitors, race: str) -> None:
    page = opened(people, race)
    page.context.set_offline(True)
    for number in range(1, 8):
        enter(page, number)
    page.locator("#carry summary").click()
    page.get_by_role("button", name="Показать коды").click()
    expect(page.locator("#carried svg")).to_have_count(2)


def test_a_result_is_taken_back_by_one_touch(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race)
    enter(page, 1)
    page.get_by_role("button", name="Отменить").click()
    sent(page)
    assert marks(folder, race) == {}


def test_an_unlikely_time_is_asked_about_and_a_second_enter_means_it(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race)
    field = page.locator("#line-1 input")
    field.fill("5000")
    field.press("Enter")
    expect(page.locator("#line-1 .says")).to_contain_text("так бывает редко")
    field.press("Enter")
    sent(page)
    assert marks(folder, race) == {"1": "5:00,0"}


@pytest.mark.parametrize(
    ("key", "status"), [("*", "н/ст"), ("/", "н/фин"), ("-", "дискв"), ("н", "н/ст"), ("д", "дискв")]
)
def test_who_has_no_result_is_one_key(people: Visitors, folder: Path, key: str, status: str, race: str) -> None:
    page = opened(people, race)
    code = {"*": "NumpadMultiply", "/": "NumpadDivide", "-": "NumpadSubtract", "н": "KeyY", "д": "KeyL"}[key]
    page.keyboard.press(code)
    page.keyboard.press("Enter")
    sent(page)
    assert marks(folder, race) == {"1": status}


def test_attempts_are_typed_one_after_the_other_down_the_list(people: Visitors, folder: Path) -> None:
    page = opened(people, "jump")
    for text in ("451", "388"):
        Keys(page).type(text)
        page.keyboard.press("Enter")
    page.locator("#line-1 input").nth(1).fill("х")
    page.locator("#line-1 input").nth(1).press("Enter")
    sent(page)
    assert marks(folder, "jump") == {"1": "4,51; х", "2": "3,88"}


def test_the_jury_gives_places_in_their_order(people: Visitors, folder: Path) -> None:
    page = opened(people, "figure", mode="По местам")
    for team in ("Псков", "Вологда"):
        page.get_by_role("button", name=team).tap()
        expect(page.locator("#said")).to_contain_text(team)
    sent(page)
    assert marks(folder, "figure") == {"pskov": "1", "vologda": "2"}


def test_the_sets_of_a_match_are_pairs_of_digits(people: Visitors, folder: Path) -> None:
    page = opened(people, "volley")
    page.locator(".lines input").first.focus()
    Keys(page).type("2518 2520")
    page.keyboard.press("Enter")
    sent(page)
    assert list(marks(folder, "volley").values()) == ["25:18 25:20"]
