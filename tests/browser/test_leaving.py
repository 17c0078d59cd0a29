"""A link of a judge's page while the network is slow: he is told at once, and goes all the same where he wants to."""

from playwright.sync_api import Page, expect

from tests.browser.phone import TOUCH
from tests.browser.server import Visitors
from tests.browser.venue import JUDGE, SLUG

IMPATIENT = "const { timeout } = AbortSignal; AbortSignal.timeout = () => timeout.call(AbortSignal, 1500);"


def slow(page: Page) -> None:
    """Whoever asks whether the server is there gets no answer, pages come."""
    page.route("**/healthz", lambda _: None)
    page.add_init_script(IMPATIENT)
    page.goto(f"/judge/{SLUG}")


def test_while_the_network_is_slow_a_link_keeps_nobody(people: Visitors) -> None:
    page = people.somebody(JUDGE, **TOUCH)
    slow(page)
    link = page.locator("h2 a").first
    says = page.locator("#no-network")
    link.tap()
    expect(says).to_contain_text(f"«{link.text_content()}»: жду ответа сервера.")
    says.get_by_role("button", name="Не ждать").tap()
    expect(page.get_by_role("link", name="Экран ввода")).to_be_visible()


def test_nobody_is_signed_out_of_a_device_that_the_server_does_not_answer(people: Visitors) -> None:
    page = people.somebody(JUDGE, **TOUCH)
    slow(page)
    page.get_by_role("button", name="Выйти").tap()
    says = page.locator("#no-network")
    expect(says).to_contain_text("«Выйти»: связь медленная")
    assert (says.get_by_role("button").count(), page.url.endswith(f"/judge/{SLUG}")) == (0, True)
