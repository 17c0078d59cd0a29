"""The second person compares at the telephone of the one who typed: by the keyboard alone, under his own name."""

from playwright.sync_api import expect

from tests.browser.phone import enter, opened, sent
from tests.browser.server import PHONE, Visitors
from tests.browser.venue import SECOND, SLUG

PIN = "204866"


def test_the_second_judge_signs_by_his_code_at_the_telephone_of_the_first(people: Visitors, race: str) -> None:
    own = people.somebody(SECOND, viewport=PHONE)
    own.goto("/me/pin")
    own.get_by_label("Новый ПИН", exact=True).focus()
    for key in (*PIN, "Tab", *PIN, "Enter"):
        own.keyboard.press(key)
    expect(own.get_by_role("status")).to_have_text("Сохранено. ПИН выбран.")
    page = opened(people, race)
    enter(page, 1)
    sent(page)
    page.goto(f"/judge/{SLUG}/{race}")
    page.get_by_role("checkbox", name="№ 1 ").check()
    page.get_by_label("Кто сверяет").select_option(label=f"Демо: {SECOND}")
    page.get_by_label("ПИН, если сверяет другой").fill(PIN)
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"сверил: Демо: {SECOND}")).to_be_visible()
