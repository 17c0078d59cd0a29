"""The outbox of a judge's phone in a real browser: no network for hours, answers lost, a phone that dies."""

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.phone import (
    NUMBERS,
    TOUCH,
    Keys,
    digits,
    enter,
    entered,
    marks,
    open_entry,
    opened,
    ready,
    send_now,
    sent,
    state,
    use,
    written,
)
from tests.browser.server import ARGUMENTS, CHROMIUM, PHONE, Visitors, running
from tests.browser.venue import JUDGE, RACES, SECOND, SKIERS, VENUE

COLD = 150 * 1024  # bytes of a venue page that nothing was kept of
SAVE = 50.0  # milliseconds from the key to the disk of the phone


def test_thirty_results_offline_reloaded_and_ten_answers_lost_are_exactly_thirty(
    people: Visitors, folder: Path, race: str
) -> None:
    page = opened(people, race)
    page.context.set_offline(True)
    keys = Keys(page)
    for number in range(1, 16):
        keys.type(digits(number))
        keys.press("Enter")
    expect(page.locator("#kept")).to_have_text("На телефоне: 15")
    leave_in_vain(page)
    page.reload()
    ready(page)
    for number in range(16, SKIERS + 1):
        keys.type(digits(number))
        keys.press("Enter")
    expect(page.locator("#kept")).to_have_text(f"На телефоне: {SKIERS}")
    lost = lose_answers(page, 10)
    page.context.set_offline(False)
    while len(lost) < 10:
        send_now(page)
        page.wait_for_timeout(50)
    send_now(page)
    sent(page)
    found = marks(folder, race), entered(folder, race), keys.pressed
    assert found == ({one: written(int(one)) for one in NUMBERS}, SKIERS, 180)


def test_a_record_whose_number_somebody_else_has_used_goes_under_a_new_one(
    people: Visitors, folder: Path, race: str
) -> None:
    page, other = people.somebody(JUDGE, **TOUCH), opened(people, race, SECOND)
    with page.expect_request("**/_/records") as first:
        open_entry(page, race)
    use(other, first.value.post_data_json, {"n": 1, "contest": race, "entrant": "30", "cells": {"raw": "29:00,0"}})
    for number in (1, 2):
        enter(page, number)
        sent(page)
        expect(page.locator(f"#line-{number} .state")).to_contain_text("отправлено")
    assert marks(folder, race) == {"1": written(1), "2": written(2), "30": "29:00,0"}
    use(other, first.value.post_data_json, {"n": 4, "contest": race, "entrant": "29", "cells": {"raw": "28:00,0"}}, 3)
    page.context.set_offline(True)
    page.get_by_role("button", name="Финиш", exact=True).first.click()
    page.locator("#stamp").tap()
    page.get_by_role("button", name="Убрать отметку 1").click()
    expect(page.locator("#kept")).to_have_text("На телефоне: 2")
    page.context.set_offline(False)
    send_now(page)
    sent(page)
    expect(page.locator("#count")).to_have_text("0")
    assert [one.note for one in state(folder).finish.values() if one.contest == race] == []


def leave_in_vain(page: Page) -> None:
    """Without network what this phone does not keep is not opened, and the page says so and stays."""
    entry = page.url
    for role, name in (("link", "Лист вида: сверка и протокол"), ("button", "Выйти")):
        page.get_by_role(role, name=name).click()  # type: ignore[arg-type]
        expect(page.locator("#no-network")).to_contain_text(f"«{name}» без сети")
    assert page.url == entry
    page.get_by_role("link", name="Мои виды").click()
    page.get_by_role("link", name="ПИН для сверки").click()
    expect(page.locator("#no-network")).to_contain_text("без сети не открыть")
    page.goto(entry)


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
        send_now(page)
        sent(page)
    for rest in folder.glob("spartakiad.sqlite*"):
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
    with closing(sqlite3.connect(one)) as source, closing(sqlite3.connect(other)) as target:
        source.backup(target)


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
