"""The city a reader follows, and addresses that lead to a team: all of it in his browser, nothing on the server."""

from playwright.sync_api import Page, expect

from tests.browser.server import DESK, PHONE, Visitors

STANDINGS = "/games/demo/standings"
MINE = "light-dark(#fff3c4, #3b3413)"


def colours(page: Page, city: str) -> set[str]:
    """The grounds of the rows of a city that are to be seen."""
    rows = page.locator(f'#live [data-city="{city}"]:not([data-own]) > :first-child:visible')
    return set(
        rows.evaluate_all(
            "all => all.map(one => getComputedStyle(one.closest('[data-city]')).getPropertyValue('--row'))"
        )
    )


def test_a_city_is_chosen_once_and_marked_everywhere(visitors: Visitors) -> None:
    page = visitors.guest(viewport=DESK)
    page.goto(STANDINGS)
    expect(page.locator("[data-own]")).to_be_hidden()
    page.get_by_label("Мой город").select_option("pskov")
    expect(page.locator("[data-own]")).to_contain_text("Псков")
    for address in ("", "/race", "/points", "/medals", "/teams", "/stakes", "/contests/ski-women", "/contests/hockey"):
        page.goto(f"/games/demo{address}")
        assert colours(page, "pskov") == {MINE}, address
        assert colours(page, "ivanovo") <= {""}, address
    assert page.context.cookies() == []
    page.context.close()


def test_the_line_of_the_city_is_the_row_of_the_table(visitors: Visitors) -> None:
    page = visitors.guest(viewport=PHONE)
    page.goto("/games/demo/teams/pskov")
    page.get_by_role("button", name="Мой город").click()
    expect(page.get_by_role("button", name="Мой город")).to_have_attribute("aria-pressed", "true")
    page.goto(STANDINGS)
    row = page.locator("#phone-pskov")
    told = page.locator("[data-own]").inner_text().replace("\u00a0", " ")
    place, total = (row.locator(f".{one}").first.inner_text().strip() for one in ("place", "total"))
    assert told.startswith(f"Псков – {place}-е место, очков: {total.split()[-1]}")
    page.locator("[data-own] a").click()
    assert page.url.endswith("/games/demo/standings/pskov")
    page.get_by_role("button", name="Мой город").click()
    page.goto(STANDINGS)
    expect(page.locator("[data-own]")).to_be_hidden()
    page.context.close()


def test_an_address_leads_to_a_team_on_both_screens(visitors: Visitors) -> None:
    for size, row in ((PHONE, "#phone-petrozavodsk"), (DESK, "#row-petrozavodsk")):
        page = visitors.guest(viewport=size)
        page.goto(f"{STANDINGS}#petrozavodsk")
        expect(page.locator(row)).to_be_in_viewport()
        if size == PHONE:
            expect(page.locator(f"{row} details")).to_have_attribute("open", "")
        page.context.close()


def test_back_finds_the_place_as_it_was_left(visitors: Visitors) -> None:
    page = visitors.guest(viewport=PHONE)
    page.goto(STANDINGS)
    page.locator("#phone-cherepovets summary").click()
    page.locator("#phone-cherepovets").get_by_role("link", name="Почему столько очков").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    page.locator("#phone-cherepovets").get_by_role("link", name="Почему столько очков").click()
    page.wait_for_url("**/standings/cherepovets")
    page.go_back()
    expect(page.locator("#phone-cherepovets details")).to_have_attribute("open", "")
    page.wait_for_function("before => Math.abs(scrollY - before) < 8", arg=before)
    page.context.close()
