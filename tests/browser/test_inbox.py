"""What a judge's phone could not simply hand over: the secretary decides, or takes it from a file or a code."""

import json
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.phone import READ, Keys, digits, enter, entered, marks, opened, send_now, sent, state, written
from tests.browser.server import Visitors
from tests.browser.venue import JUDGE, SECOND, SECRETARY, SLUG


def test_a_number_that_is_not_in_the_list_reaches_the_secretary_who_gives_it_to_its_starter(
    people: Visitors, folder: Path, race: str
) -> None:
    page = opened(people, race, mode="По номеру")
    for text in ("99", "", digits(5)):
        Keys(page).type(text)
        page.keyboard.press("Enter")
        page.wait_for_timeout(READ)
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
        send_now(page)
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
    send_now(page)
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
