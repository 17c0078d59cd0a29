"""The entry screens: by number from paper, stamps of a mass finish, attempts, places of a jury, sets of a match."""

import time
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.phone import NUMBERS, READ, Keys, digits, enter, marks, opened, sent, state, written
from tests.browser.server import Visitors
from tests.browser.venue import SECOND


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
    stamps = [one for one in state(folder).finish.values() if one.note == "stamp" and one.contest == race]
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
    page.wait_for_timeout(READ)
    field.press("Enter")
    sent(page)
    assert marks(folder, race) == {"1": "5:00,0"}


def test_who_has_no_result_is_one_key_of_the_numeric_pad_or_a_letter(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race)
    for key in ("NumpadMultiply", "NumpadDivide", "NumpadSubtract", "KeyY", "KeyC", "KeyL", "KeyD"):
        page.keyboard.press(key)
        page.keyboard.press("Enter")
    sent(page)
    said = ["н/ст", "н/фин", "дискв", "н/ст", "н/фин", "дискв", "снят врачом"]
    assert marks(folder, race) == dict(zip(NUMBERS[:7], said, strict=True))


def test_attempts_are_typed_one_after_the_other_down_the_list(people: Visitors, folder: Path) -> None:
    page = opened(people, "jump")
    for text in ("451", "388"):
        Keys(page).type(text)
        page.keyboard.press("Enter")
    page.locator("#line-1 input").nth(1).fill("х")
    page.locator("#line-1 input").nth(1).press("Enter")
    sent(page)
    assert marks(folder, "jump") == {"1": "4,51; х", "2": "3,88"}


def test_a_result_that_the_server_took_stands_in_its_line_while_the_list_is_late(people: Visitors, race: str) -> None:
    page = opened(people, race)
    page.route("**/list?*", lambda late: late.abort())
    enter(page, 1)
    sent(page)
    expect(page.locator("#line-1")).to_have_attribute("data-state", "done")
    page.locator("#line-5 input").focus()
    assert page.locator("#line-1 input").input_value() == written(1)


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
