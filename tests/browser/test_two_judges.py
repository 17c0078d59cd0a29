"""Two judges at one list: nothing of the other's is written over unseen, nothing is counted from nothing."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.phone import READ, enter, marks, opened, send_now, sent, state
from tests.browser.server import Visitors
from tests.browser.venue import SECOND, SECRETARY, SLUG


def others(people: Visitors, contest: str, text: str, field: int = 0) -> None:
    """The second judge saves it at № 1."""
    page = opened(people, contest, SECOND)
    found = page.locator("#line-1 input").nth(field)
    found.fill(text)
    found.press("Enter")
    sent(page)
    page.context.close()


def said_at(page: Page, number: int, words: str) -> None:
    expect(page.locator(f"#line-{number} .state")).to_contain_text(words)


def test_what_was_begun_before_the_other_saved_waits_for_the_secretariat(
    people: Visitors, folder: Path, race: str
) -> None:
    page = opened(people, race)
    page.locator("#line-1 input").fill("21000")
    others(people, race, "20050")
    said_at(page, 1, "второй судья")
    page.locator("#line-1 input").press("Enter")
    sent(page)
    assert marks(folder, race) == {"1": "20:05,0"}
    assert [one.raw for one in state(folder).held.values() if one.contest == race] == ["21:00,0"]


def test_the_other_judges_attempt_is_in_the_line_that_is_typed_in(people: Visitors, folder: Path) -> None:
    page = opened(people, "far")
    page.locator("#line-1 input").nth(1).focus()
    others(people, "far", "451")
    expect(page.locator("#line-1 input").first).to_have_value("4,51")
    for key in ("4", "7", "0", "Enter"):
        page.keyboard.press(key)
    sent(page)
    assert marks(folder, "far") == {"1": "4,51; 4,70"}


def test_by_number_attempts_are_added_to_those_there_are(people: Visitors, folder: Path) -> None:
    page = opened(people, "triple", mode="По номеру")
    for text in ("451", "470"):
        page.locator("#bib").fill("1")
        page.locator("#bib").press("Enter")
        for key in (*text, "Enter"):
            page.keyboard.press(key)
        expect(page.locator("#bib")).to_be_focused()
    sent(page)
    assert marks(folder, "triple") == {"1": "4,51; 4,70"}


def test_undo_leaves_what_the_other_has_written_since(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race)
    enter(page, 1)
    sent(page)
    undo = page.get_by_role("button", name="Отменить")
    expect(undo).to_be_visible()
    others(people, race, "25000")
    undo.click()
    sent(page)
    assert marks(folder, race) == {"1": "25:00,0"}


def test_a_call_in_the_place_of_a_result_is_asked_about(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race)
    enter(page, 1)
    field = page.locator("#line-1 input")
    for key in ("NumpadSubtract", "Enter", "Enter"):  # the second Enter is a double tap
        field.press(key)
    expect(page.locator("#line-1 .says")).to_contain_text("Уже есть: 20:01,0")
    sent(page)
    assert marks(folder, race) == {"1": "20:01,0"}
    page.wait_for_timeout(READ)
    field.press("Enter")
    sent(page)
    assert marks(folder, race) == {"1": "дискв"}


def test_a_finisher_who_has_a_time_is_asked_about_and_a_touch_before_the_start_is_nobodys(
    people: Visitors, folder: Path, race: str
) -> None:
    page = opened(people, race)
    enter(page, 1)
    page.get_by_role("button", name="Финиш", exact=True).first.click()
    page.locator("#stamp").tap()
    expect(page.locator("#said")).to_contain_text("Старт ещё не отмечен")
    page.get_by_role("button", name="Старт").click()
    page.locator("#stamp").tap()
    for number in ("1", "2"):
        page.locator("#finisher").fill(number)
        page.locator("#finisher").press("Enter")
    expect(page.locator("#said")).to_contain_text("№ 2")
    sent(page)
    found = marks(folder, race)
    assert (found["1"], set(found), found["2"].startswith("0:0")) == ("20:01,0", {"1", "2"}, True)


def test_a_number_that_changed_backs_while_the_phone_was_without_network_is_nobodys_yet(
    people: Visitors, folder: Path, race: str
) -> None:
    page = opened(people, race)
    page.context.set_offline(True)
    enter(page, 1)
    page.locator("#line-2 input").fill("21000")  # begun before, saved after the new list is here
    renumbered(people, race)
    page.context.set_offline(False)
    send_now(page)
    expect(page.locator("#line-2 .who")).to_contain_text("№ 102")
    page.locator("#line-2 input").press("Enter")
    enter(page, 3)
    sent(page)
    expect(page.locator("#line-1 .says")).to_contain_text("судья видел № 1, а теперь здесь № 101")
    waits = [(one.entrant, one.why) for one in state(folder).held.values() if one.contest == race]
    assert (marks(folder, race), waits) == ({"3": "20:03,0"}, [("1", "line_changed"), ("2", "line_changed")])


def renumbered(people: Visitors, race: str) -> None:
    desk = people.somebody(SECRETARY)
    desk.goto(f"/office/{SLUG}/contests/{race}/starts")
    desk.locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    desk.locator("[name=bibs][value=order]").check()
    desk.locator("[name=range]").fill("101")
    desk.get_by_role("button", name="Сохранить старт и номера").click()
    desk.get_by_label("Почему протокол меняется").fill("новые номера")
    desk.get_by_role("button", name="Выпустить изменённый протокол").click()
    expect(desk.get_by_role("cell", name="101", exact=True)).to_be_visible()
    desk.context.close()


def test_a_correction_undone_is_what_stood_there_before(people: Visitors, folder: Path, race: str) -> None:
    page = opened(people, race)
    enter(page, 1)
    sent(page)
    page.locator("#line-1 input").fill("21000")
    page.locator("#line-1 input").press("Enter")
    expect(page.locator("#said")).to_contain_text("21:00,0")
    page.get_by_role("button", name="Отменить").click()
    expect(page.locator("#line-1 input")).to_have_value("20:01,0")
    sent(page)
    assert marks(folder, race) == {"1": "20:01,0"}
