"""An old phone, a strict browser, a script that did not arrive: the work is done all the same."""

import pytest

from tests.browser.pages import CAPTAIN, JUDGE, open_the_trail
from tests.browser.server import PHONE, Visitors

BARE = {"java_script_enabled": False, "viewport": PHONE}


@pytest.fixture(scope="module")
def venue(visitors: Visitors) -> Visitors:
    open_the_trail(visitors)
    return visitors


def test_the_standings_unfold_without_scripts(venue: Visitors) -> None:
    page = venue.guest(**BARE)
    page.goto("/games/demo/standings")
    page.locator("#phone-vologda summary").click()
    assert page.locator("#phone-vologda").get_by_role("link", name="Почему").inner_text() == "Почему столько очков"


def test_the_judge_saves_a_mark_without_scripts(venue: Visitors) -> None:
    page = venue.somebody(JUDGE, **BARE)
    page.goto("/judge/demo/trail")
    page.locator("#f-raw-18").fill("58:31")
    page.locator("#save-18").click()
    assert page.locator("#mark-18 .read b").inner_text() == "58:31"


def test_the_judge_disqualifies_without_scripts(venue: Visitors) -> None:
    page = venue.somebody(JUDGE, **BARE)
    page.goto("/judge/demo/trail")
    page.locator("#mark-21 summary").click()
    page.locator("#mark-21").get_by_role("button", name="дискв").click()
    assert page.locator("#mark-21 .read b").inner_text() == "дискв."


def test_a_wrong_mark_comes_back_at_its_field_without_scripts(venue: Visitors) -> None:
    page = venue.somebody(JUDGE, **BARE)
    page.goto("/judge/demo/trail")
    page.locator("#f-raw-22").fill("1:75")
    page.locator("#save-22").click()
    said = (page.locator("#f-raw-22").input_value(), page.locator("#f-raw-22-error").inner_text())
    assert said == ("1:75", "«75» – минут и секунд не бывает 60 и больше. Сверьте с бумагой.")


def test_the_captain_adds_an_athlete_without_scripts(venue: Visitors) -> None:
    page = venue.somebody(CAPTAIN, **BARE)
    page.goto("/team/demo/vologda")
    page.get_by_text("Добавить одного").click()
    for field, text in (("surname", "Позёмкина"), ("name", "Нина"), ("born_on", "5.3.1991")):
        page.locator(f"#f-{field}").fill(text)
    page.locator("#f-sex").select_option("ж")
    page.get_by_role("button", name="Добавить", exact=True).click()
    page.wait_for_url("**?done=added")
    assert page.get_by_role("rowheader", name="Позёмкина Нина").count() == 1
