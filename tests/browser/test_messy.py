"""A messy table of forty rows becomes thirty-nine people: what is wrong is said at its cell, nothing is typed again."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.hands import Hands
from tests.browser.messy import HEAD, NO_DAY, ONE_TOO_MANY, PEOPLE, TWICE, written
from tests.browser.pages import CAPTAIN
from tests.browser.server import Visitors
from tests.browser.thread import words

MOST_TOUCHES = 25


@dataclass
class Walk:
    """What was seen on the way: numbers of people, the heading of the preview, the sentences at its cells."""

    before: int = 0
    after: int = 0
    heading: str = ""
    sentences: dict[str, str] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)
    trail: str = ""
    touches: int = 0
    faults: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def walk(visitors: Visitors, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    file = written(tmp_path_factory.mktemp("messy") / "заявка.xlsx")
    page = visitors.somebody(CAPTAIN)
    page.goto("/team/demo/vologda")
    seen = Walk(before=_athletes(page))
    _take(page, Hands(page, "main"), file, seen)
    seen.after = _athletes(page)
    seen.trail = words(page.get_by_role("columnheader", name="Зимний трейл"))
    page.context.close()
    return seen


def _take(page: Page, hands: Hands, file: Path, seen: Walk) -> None:
    hands.attach("или выберите файл", file)
    hands.press("Проверить")
    page.wait_for_url("**/paste")
    seen.heading = words(page.get_by_role("heading", level=1))
    seen.columns = [words(one) for one in page.locator("thead th").all()]
    for one in page.locator("tbody td p.error").all():
        cell = re.fullmatch(r"f-(r\d+-\w+)-error", str(one.get_attribute("id")))
        seen.sentences[cell[1] if cell else ""] = words(one)
    hands.untick(f"Взять строку {TWICE}")
    hands.type(f"Дата рождения, строка {NO_DAY}", "28.02.1990")
    hands.type(f"Виды, строка {ONE_TOO_MANY}", "")
    hands.press("Добавить в заявку")
    page.wait_for_url("**?done=imported")
    seen.touches, seen.faults = hands.touches, hands.faults


def _athletes(page: Page) -> int:
    return int(words(page.get_by_text("спортсменов:")).split()[1])


def test_title_rows_and_headings_in_their_own_spelling_are_understood(walk: Walk) -> None:
    assert len(walk.columns) == 1 + 6 + len(("Тренер", "Виды")) and len(HEAD) == 7
    assert walk.heading == "Новых: 37 · уже в заявке: 0 · с ошибками: 3"


def test_each_mistake_is_said_at_its_cell(walk: Walk) -> None:
    assert walk.sentences == {
        f"r{NO_DAY - 1}-born_on": "Дата рождения: дня 31.02.1990 не бывает. Проверьте число и месяц.",
        f"r{ONE_TOO_MANY - 1}-contests": "«Зимний трейл»: у команды «Вологда» уже 6 из 6 (п. 4.3 положения). "
        "Снимите кого-нибудь или заявите «лично».",
        f"r{TWICE - 1}-surname": "Этот человек уже есть выше в таблице. Снимите отметку с одной из строк.",
    }


def test_everybody_is_in_the_application_once(walk: Walk) -> None:
    assert (walk.after - walk.before, walk.trail) == (PEOPLE, "Зимний трейл 6 из 6")


def test_nothing_was_typed_again_but_what_was_wrong(walk: Walk) -> None:
    assert walk.touches == 6 <= MOST_TOUCHES and walk.faults == []
