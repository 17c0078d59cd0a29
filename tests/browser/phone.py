"""A judge's phone at the venue, and what of its entries the server's journal has."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from spartakiad.competition.apply import fold
from spartakiad.competition.memory import stream_of
from spartakiad.competition.state import State
from spartakiad.store import journal
from spartakiad.store.store import Store
from tests.browser.server import PHONE, Visitors
from tests.browser.venue import JUDGE, SKIERS, SLUG

TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
READ = 500  # milliseconds in which a question is read: what comes sooner is a double tap
NUMBERS = [str(number) for number in range(1, SKIERS + 1)]


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


def send_now(page: Page) -> None:
    """As a tap on the button does it, where the phone has not begun by itself and taken the button away."""
    page.locator("#again").evaluate("(button) => button.click()")


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


def tap_keys(page: Page, keys: Iterable[str]) -> None:
    """On the screen's own pad; «↵» is its «Ввод»."""
    for key in keys:
        page.locator("#pad").get_by_role("button", name="Ввод" if key == "↵" else key, exact=True).tap()


def in_reach(found: Locator) -> bool:
    """Whether a finger gets it as the page stands: on the screen and under nothing else."""
    inside = (
        "(one) => { const { left, right, top, bottom } = one.getBoundingClientRect();"
        " const within = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;"
        " const at = (y) => document.elementFromPoint((left + right) / 2, y);"
        " return within && one.contains(at(top + 4)) && one.contains(at(bottom - 4)); }"
    )
    return bool(found.evaluate(inside))


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


def enter(page: Page, number: int) -> None:
    field = page.locator(f"#line-{number} input")
    field.fill(digits(number))
    field.press("Enter")


def use(page: Page, batch: dict[str, Any], record: dict[str, Any], known: int = 0) -> None:
    """The number of a record of that device is taken by somebody else."""
    sent = {**batch, "sent": known, "unsent": 1, "records": [{**record, "at": ""}]}
    page.evaluate(
        """(batch) => {
          const token = document.getElementById("entry").dataset.token;
          const headers = { "Content-Type": "application/json", "X-Form-Token": token };
          return fetch("/judge/venue/_/records", { method: "POST", body: JSON.stringify(batch), headers });
        }""",
        sent,
    )
