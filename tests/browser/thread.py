"""One Spartakiad's last contest from the application to the cup, walked by eight people; a spectator's phone looks on.

Everything that was seen on the way is kept in `said` (words) and `seconds` (how long the spectator waited for them).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import CAPTAIN, CHIEF_JUDGE, COMMISSION, JUDGE, SECRETARY, SPORT_CHIEF
from tests.browser.server import PHONE, Visitors

PASTED = """ФИО\tДата рождения\tПол\tРазряд
Ёлкин-Боров Пётр Ильич\t03.04.1994\tм\tКМС
Снежина Алла\t31.02.1996\tж\tI
Вьюгин Тарас Львович\t12.12.1990\tм\t"""
PATIENCE = 5.0  # seconds: what a spectator with the page in front waits at most
TRAIL = "Зимний трейл"
TIMES = {"17": "1:02:40", "18": "58:31", "66": "дискв", "68": "1.01.05", "65": "0:59:59"}  # the last one makes a team


@dataclass
class Thread:
    """`said`: what a step showed, by its name; `seconds`: from a click to the words on the spectator's phone."""

    visitors: Visitors
    said: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def walk(self) -> None:
        phone = self.visitors.guest(viewport=PHONE, has_touch=True, is_mobile=True)
        phone.goto("/games/demo/standings")
        phone.evaluate("window.openedOnce = 'yes'")
        contest = phone.context.new_page()
        contest.goto("/games/demo/contests/trail")
        contest.evaluate("window.openedOnce = 'yes'")
        self.said["lead before"] = words(phone.locator(".lead"))
        self.apply()
        self.admit()
        self.release(contest)
        self.enter(phone, contest)
        self.confirm(contest)
        self.accept(phone, contest)
        self.explain()
        self.award()
        self.said["never reloaded"] = " ".join(page.evaluate("window.openedOnce") for page in (phone, contest))
        self.said["lead after"] = words(phone.locator(".lead"))
        phone.context.close()

    def apply(self) -> None:
        """Athletes into the application, six of them into the trail, and the whole to the commission."""
        page = self.visitors.somebody(CAPTAIN)
        page.goto("/me")
        self.paste(page)
        self.add_one(page)
        for number, role in {
            "17": "team",
            "18": "team",
            "65": "team",
            "66": "team",
            "67": "team",
            "68": "guest",
        }.items():
            page.locator(f"[name=e-trail-{number}]").select_option(role)
        page.get_by_role("button", name="Сохранить участие").click()
        page.wait_for_url("**?done=entered")
        self.said["quota"] = words(page.get_by_role("columnheader", name=TRAIL))
        page.get_by_role("button", name="Подать изменения").click()
        page.wait_for_url("**?done=submitted")
        self.said["application"] = words(page.locator(".head .badge").first)
        page.context.close()

    def paste(self, page: Page) -> None:
        """Rows from a spreadsheet, one cell mended in place."""
        page.get_by_label("Строки из Excel").fill(PASTED)
        page.get_by_role("button", name="Проверить").click()
        page.wait_for_url("**/paste")
        self.said["preview"] = words(page.get_by_role("heading", level=1))
        cell = page.get_by_label("Дата рождения, строка 2")
        self.said["wrong cell"] = words(page.locator("#" + str(cell.get_attribute("aria-describedby"))))
        cell.fill("28.02.1996")
        page.get_by_role("button", name="Добавить в заявку").click()
        page.wait_for_url("**?done=imported")

    def add_one(self, page: Page) -> None:
        page.get_by_text("Добавить одного").click()
        for label, text in (("Фамилия", "Позёмкина"), ("Имя", "Нина"), ("Дата рождения", "5.3.1991")):
            page.get_by_label(label, exact=True).first.fill(text)
        page.get_by_label("Пол", exact=True).select_option("женский")
        page.get_by_role("button", name="Добавить", exact=True).click()
        page.wait_for_url("**?done=added")
        self.said["athletes"] = words(page.get_by_text("спортсменов:"))

    def admit(self) -> None:
        """Everybody by his papers, one refused: first without the clause, which is not enough."""
        page = self.visitors.somebody(COMMISSION)
        page.goto("/me")
        page.get_by_role("link", name="Вологда").click()
        row = page.locator("#athlete-67")
        row.locator("select").select_option(label="отказать")
        row.locator("summary").click()
        row.get_by_label("Причина").fill("нет страховки")
        page.get_by_role("button", name="Записать решения").click()
        self.said["refusal without clause"] = words(page.locator("#f-clause-67-error"))
        row.get_by_label("Пункт положения").fill("4.5")
        page.get_by_role("button", name="Записать решения").click()
        page.wait_for_url("**/admission/vologda?saved=yes")
        self.said["refused"] = words(row.locator(".sub").nth(1))
        page.get_by_role("button", name="Принять заявку").click()
        expect(page.locator(".head .badge")).to_have_text("принята")
        page.context.close()

    def release(self, contest: Page) -> None:
        page = self.visitors.somebody(SECRETARY)
        page.goto("/me")
        page.get_by_role("link", name=f"Стартовый протокол: {TRAIL}").click()
        self.seen(
            "start list",
            contest.get_by_role("heading", name="Стартовый протокол"),
            "Стартовый протокол",
            page.get_by_role("button", name="Выпустить стартовый протокол").click,
        )
        self.said["starters"] = " ".join(words(cell) for cell in contest.locator("tbody td.n").all())
        page.context.close()

    def enter(self, phone: Page, contest: Page) -> None:
        """Five results, one typed wrong at first; what he typed himself the judge cannot confirm."""
        page = self.visitors.somebody(JUDGE, viewport=PHONE)
        page.goto("/me")
        page.get_by_role("link", name=TRAIL).click()
        type_mark(page, "17", "1:75")
        self.said["wrong mark"] = words(page.locator("#f-raw-17-error"))
        self.said["kept as typed"] = page.locator("#f-raw-17").input_value()
        first, *others, last = TIMES
        total = phone.locator("#phone-vologda .total")
        self.said["points before"] = words(total)
        self.seen("first mark", total, ", очки: 43", lambda: type_mark(page, first, TIMES[first]))
        for number in others:
            type_mark(page, number, TIMES[number])
            expect(page.locator(f"#mark-{number} .badge")).to_have_text("введено")
        sum_of_three = contest.get_by_role("table").first.locator("td .result")
        self.seen("last mark", sum_of_three, "3:01:10", lambda: type_mark(page, last, TIMES[last]))
        expect(page.locator(".check")).to_have_count(len(TIMES))
        self.said["guest"] = words(contest.locator("#row-68"))
        self.said["disqualified"] = words(contest.locator("#row-66"))
        page.locator("#c-17").check()
        page.get_by_role("button", name="Сверено с бумагой").click()
        self.said["own mark"] = words(page.locator("#errors li"))
        page.context.close()

    def confirm(self, contest: Page) -> None:
        page = self.visitors.somebody(SPORT_CHIEF, viewport=PHONE)
        page.goto("/judge/demo/trail")
        for number in TIMES:
            page.locator(f"#c-{number}").check()
        page.get_by_role("button", name="Сверено с бумагой").click()
        expect(page.get_by_text("Несверенных результатов нет")).to_be_visible()
        self.seen(
            "posted",
            contest.locator(".head .badge"),
            "предварительно",
            page.get_by_role("button", name="Вывесить протокол").click,
        )
        page.context.close()

    def accept(self, phone: Page, contest: Page) -> None:
        page = self.visitors.somebody(SECRETARY)
        page.goto("/office/demo")
        accept = "Принять как официальный"
        trail = page.get_by_role("row").filter(has_text=TRAIL).get_by_role("button", name=accept)
        self.seen(
            "trail official", phone.locator(".progress"), "Официально: 7 из 9 видов, предварительно ещё 2", trail.click
        )
        expect(contest.locator(".head .badge")).to_have_text("официально")
        page.get_by_role("button", name=accept).first.click()
        expect(page.get_by_role("button", name=accept)).to_have_count(1)
        self.seen(
            "all official",
            phone.locator(".progress"),
            "Официально: 9 из 9 видов",
            page.get_by_role("button", name=accept).click,
        )
        page.context.close()

    def explain(self) -> None:
        """From the row of a team on a phone to why it has its points."""
        page = self.visitors.guest(viewport=PHONE)
        page.goto("/games/demo/standings")
        page.locator("#phone-vologda summary").click()
        page.locator("#phone-vologda").get_by_role("link", name="Почему столько очков").click()
        self.said["sum"] = words(page.locator(".lead").first)
        self.said["trail"] = words(page.locator(".why > li").filter(has_text=TRAIL))
        page.context.close()

    def award(self) -> None:
        """The cup needs the chair and the document; then the ledger shows it, marked, beside the real one."""
        page = self.visitors.somebody(CHIEF_JUDGE)
        page.goto("/me")
        page.get_by_label("Председатель оргкомитета").fill("Ёжиков Е. Е.")
        page.get_by_role("button", name="Подтвердить").click()
        self.said["no document"] = words(page.locator("#f-document-error"))
        page.get_by_label("Документ").fill("сводный протокол № 1")
        page.get_by_role("button", name="Подтвердить").click()
        expect(page.locator(".notice.ok")).to_be_visible()
        self.said["awarded"] = " ".join(map(words, page.locator(".notice.ok, main dd").all()[:3]))
        page.goto("/cup")
        shown = page.locator("section").filter(has=page.get_by_role("heading", name="Демонстрация"))
        self.said["demo in the ledger"] = words(shown.get_by_role("row").last)
        book = page.locator("section").filter(has=page.get_by_role("heading", name="Книга кубка"))
        self.said["real ledger"] = words(
            book.get_by_role("row").filter(has_text="III зимняя").first.get_by_role("cell").first
        )
        page.context.close()

    def seen(self, step: str, place: Locator, text: str, act: Callable[[], object]) -> None:
        """Act, and wait until the text stands at that place of a page nobody touches."""
        begun = time.monotonic()
        act()
        expect(place).to_have_text(text, timeout=4 * PATIENCE * 1000, use_inner_text=True)
        self.seconds[step] = time.monotonic() - begun


def type_mark(page: Page, number: str, raw: str) -> None:
    """By the field; what has no figures by the buttons, as on a phone whose keyboard has digits only."""
    row = page.locator(f"#mark-{number}")
    if raw[0].isdigit():
        row.locator(f"#f-raw-{number}").fill(raw)
        row.get_by_role("button", name="Сохранить").click()
    else:
        row.get_by_text("Нет результата").click()
        row.get_by_role("button", name=raw).click()


def words(place: Locator) -> str:
    """What a reader sees there, in one line."""
    return " ".join(place.inner_text().split())
