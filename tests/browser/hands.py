"""Hands at a page: every click, every field typed into and every choice is one touch, and all are counted."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, Response


@dataclass
class Hands:
    """`inside`: the part of a page they work in; `faults`: pages that did not answer well, by status and address."""

    page: Page
    inside: str = "body"
    touches: int = 0
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("response", self._look)

    def click(self, place: Locator) -> None:
        self.touches += 1
        place.click()

    def press(self, name: str) -> None:
        self.click(self.page.locator(self.inside).get_by_role("button", name=name, exact=True))

    def follow(self, name: str) -> None:
        self.click(self.page.locator(self.inside).get_by_role("link", name=name, exact=True).first)

    def tick(self, label: str) -> None:
        self.touches += 1
        self.page.locator(self.inside).get_by_label(label, exact=True).check()

    def type(self, label: str, text: str) -> None:
        self.type_at(self.page.locator(self.inside).get_by_label(label, exact=True), text)

    def type_at(self, place: Locator, text: str) -> None:
        self.touches += 1
        place.fill(text)

    def attach(self, label: str, file: Path) -> None:
        self.touches += 1
        self.page.locator(self.inside).get_by_label(label).set_input_files(file)

    def untick(self, label: str) -> None:
        self.touches += 1
        self.page.locator(self.inside).get_by_label(label, exact=True).uncheck()

    def choose(self, label: str, option: str) -> None:
        self.touches += 1
        self.page.locator(self.inside).get_by_label(label, exact=True).select_option(label=option)

    def _look(self, response: Response) -> None:
        if response.request.is_navigation_request() and response.status >= 400:
            self.faults.append(f"{response.status} {response.url}")
