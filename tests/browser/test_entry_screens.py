"""The entry screens: by number from paper, stamps of a mass finish, attempts, places of a jury, sets of a match."""

import time
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.phone import (
    NUMBERS,
    READ,
    Keys,
    digits,
    enter,
    in_reach,
    marks,
    opened,
    sent,
    state,
    tap_keys,
    written,
)
from tests.browser.server import PHONE, Visitors
from tests.browser.venue import SECOND, SLUG


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
    gun = page.get_by_role("button", name="Старт")
    assert (in_reach(gun), in_reach(page.locator("#stamp"))) == (True, True)
    gun.tap()
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


def test_far_down_the_list_the_field_and_the_way_back_are_in_reach(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race)
    undo = page.get_by_role("button", name="Отменить")
    for number in (2, 13, 25):
        page.locator(f"#line-{number} input").tap()
        tap_keys(page, f"{digits(number)}↵")
        expect(page.locator("#said")).to_contain_text(f"№ {number}:")
        assert (in_reach(page.locator(f"#line-{number + 1} input:focus")), in_reach(undo)) == (True, True)
    undo.tap()
    sent(page)
    assert marks(folder, race) == {"2": written(2), "13": written(13)}


def test_one_touch_changes_the_way_of_entry_while_the_keys_are_there(people: Visitors) -> None:
    page = opened(people, "far", mode="По номеру")
    page.locator("#bib").tap()
    page.get_by_role("button", name="По порядку", exact=True).tap()
    expect(page.locator("#line-1 input").first).to_be_focused()


def test_what_was_sent_back_is_marked_in_the_list_and_led_to(people: Visitors, race: str) -> None:
    page = opened(people, race)
    enter(page, 20)
    sent(page)
    checks = people.somebody(SECOND)
    checks.goto(f"/judge/{SLUG}/{race}")
    checks.locator("#c-20").check()
    checks.get_by_label("Причина, если возвращаете").fill("на бумаге 20:26,0")
    checks.get_by_role("button", name="Вернуть судье").click()
    expect(page.locator("#returned")).to_contain_text("№ 20")
    page.get_by_role("button", name="Показать").tap()
    expect(page.locator("#line-20 input")).to_be_focused()
    line = page.locator("#line-20")
    expect(line).to_have_attribute("data-check", "rejected")
    expect(line).to_contain_text("возвращено")
    expect(line).to_contain_text("на бумаге 20:26,0")
    for key, said in (("Enter", "rejected"), ("Enter", "")):  # the bare key asks, and once it was read it means it
        page.keyboard.press(key)
        sent(page)
        expect(line).to_have_attribute("data-check", said)
        page.wait_for_timeout(READ if said else 0)


def test_an_unlikely_time_is_asked_about_and_a_second_enter_means_it(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race)
    field = page.locator("#line-1 input")
    field.fill("5000")
    field.press("Enter")
    expect(page.locator("#line-1 .says")).to_contain_text("так бывает редко")
    page.wait_for_timeout(READ)
    field.press("Enter")
    page.locator("#line-2 input").tap()
    tap_keys(page, "5000↵")
    expect(page.locator("#line-2 .says")).to_contain_text("так бывает редко")
    tap_keys(page, "25000↵")
    sent(page)
    assert marks(folder, race) == {"1": "5:00,0", "2": "25:00,0"}


def test_who_has_no_result_is_one_key_of_the_numeric_pad_or_a_letter(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race)
    for key in ("NumpadMultiply", "NumpadDivide", "NumpadSubtract", "KeyY", "KeyC", "KeyL", "KeyD", *"*/-"):
        page.keyboard.press(key)
        page.keyboard.press("Enter")
    full_stop = page.locator("#line-11 input")  # of a Russian layout
    full_stop.dispatch_event("keydown", {"code": "Slash", "key": "."})
    sent(page)
    said = ["н/ст", "н/фин", "дискв", "н/ст", "н/фин", "дискв", "снят врачом", "н/ст", "н/фин", "дискв"]
    assert (marks(folder, race), full_stop.input_value()) == (dict(zip(NUMBERS[:10], said, strict=True)), "")


def test_attempts_are_typed_one_after_the_other_down_the_list(people: Visitors, folder: Path) -> None:
    page = opened(people, "jump")
    for text in ("451", "388"):
        Keys(page).type(text)
        page.keyboard.press("Enter")
    page.locator("#line-1 input").nth(1).fill("х")
    page.locator("#line-1 input").nth(1).press("Enter")
    sent(page)
    assert marks(folder, "jump") == {"1": "4,51; х", "2": "3,88"}


def test_misses_come_after_their_time_at_the_keys_of_the_phone_too(people: Visitors, folder: Path) -> None:
    page = opened(people, "shots")
    page.locator(".lines input").nth(1).tap()
    tap_keys(page, "3↵")
    expect(page.locator("#said")).to_contain_text("Времени ещё нет")
    page.locator(".lines input").first.tap()
    tap_keys(page, [*"25301", "↵", "↵", *"26002", "↵", "↵", "н/ст"])
    sent(page)
    assert list(marks(folder, "shots").values()) == ["25:30,1; ш3", "26:00,2", "н/ст"]


def test_the_legs_of_a_relay_are_typed_along_its_line(people: Visitors, folder: Path) -> None:
    page = opened(people, "relay")
    for text in ("20101", "20202", "20303", "20404"):
        Keys(page).type(text)
        page.keyboard.press("Enter")
    page.keyboard.press("ArrowUp")
    Keys(page).type("20112")
    page.keyboard.press("Enter")
    sent(page)
    assert list(marks(folder, "relay").values()) == ["20:10,1; 20:11,2; 20:30,3", "20:40,4; ; "]


def test_heights_go_attempt_by_attempt_with_the_bar_and_the_next_in_view(people: Visitors, folder: Path) -> None:
    page = opened(people, "high", mode="По высотам")
    tap_keys(page, "165↵")
    called = ((1, "х"), (2, "о"), (11, "х"), (12, "–"), (21, "о"), (22, "о"), (1, "о"), (11, "х"), (11, "х"))
    for number, call in called:
        expect(page.locator("#next")).to_contain_text(f"№ {number},")
        key = page.locator(f"#line-{number} .three").get_by_role("button").filter(has_text=call)
        assert (in_reach(page.locator("#bar")), in_reach(key)) == (True, True)
        key.tap()
        page.wait_for_timeout(READ * (number == 11))
    expect(page.locator("#next")).to_have_text("На этой высоте прыгнули все")
    expect(page.locator("#line-11 .three button").first).to_be_disabled()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    sent(page)
    raised = {"1": "165 хо", "2": "165 о", "11": "165 ххх", "12": "165 –", "21": "165 о", "22": "165 о"}
    assert marks(folder, "high") == raised


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


def test_a_score_may_begin_with_nought_and_tells_how_it_was_won(people: Visitors, folder: Path) -> None:
    page = opened(people, "hockey")
    fields = page.locator(".lines input")
    for at, (keys, shown) in enumerate((("03", "0:3"), ("010", "0:10"))):
        fields.nth(at).tap()
        tap_keys(page, keys)
        expect(fields.nth(at)).to_have_value(shown)
        tap_keys(page, "↵")
    fields.nth(2).tap()
    tap_keys(page, ["3", "2", "ОТ", "↵"])
    sent(page)
    assert sorted(marks(folder, "hockey").values()) == ["0:10", "0:3", "3:2 ОТ"]
