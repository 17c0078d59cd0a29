"""A Spartakiad from nothing to the cup: made, applied for, held in five formats, won; everybody in his own browser.

`said` keeps what was seen on the way.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.browser import office_work as office
from tests.browser.hands import Hands
from tests.browser.office_work import Invited
from tests.browser.pages import OFFICE
from tests.browser.server import PHONE, Visitors
from tests.browser.thread import words

GAMES = "winter-2027"
TITLE = "V зимняя Спартакиада Союза городов"
SPORTS = ("Лыжные гонки", "Хоккей", "Волейбол", "Шахматы", "Дартс")
GUESTS = "Сборная Щёлкова"
TEAMS = ("Вологда", "Псков", "Киров", GUESTS)  # the first is the strongest, and so on
SLUGS = dict(zip(TEAMS, ("vologda", "pskov", "kirov", "sbornaya-schelkova"), strict=True))
VENUES = ({"Название": "Лыжная база", "Кто отвечает": "Сторожев П. А."}, {"Название": "Дворец спорта"})
SLOTS = {
    "Лыжные гонки, женщины": ("", "10:00", "Лыжная база"),
    "Лыжные гонки, мужчины": ("", "12:00", "Лыжная база"),
    "Хоккей": ("", "10:00", "Дворец спорта"),
    "Волейбол": ("", "13:00", "Дворец спорта"),
    "Шахматы": ("", "16:00", "Дворец спорта"),
    "Дартс": ("", "18:30", "Дворец спорта"),
}
CONTESTS = dict(zip(SLOTS, ("ski-women", "ski-men", "hockey", "volleyball", "chess", "darts"), strict=True))
JUDGE, CHIEF, COMMISSION, CHIEF_JUDGE = "Судья Озёрова", "Судья Лыжин", "Допускова Анна", "Зимин Алексей"
STAFF = (
    *(Invited(f"Представитель: {team}", "представитель команды", team) for team in TEAMS),
    Invited(JUDGE, "судья"),
    Invited(CHIEF, "главный судья вида"),
    Invited(COMMISSION, "комиссия по допуску"),
    Invited(CHIEF_JUDGE, "главный судья Спартакиады"),
)
PEOPLE = (("Ёлкина Анна", "ж"), ("Снежина Алла", "ж"), ("Вьюгин Тарас", "м"), ("Позёмкин Пётр", "м"))


@dataclass
class WholeJob:
    visitors: Visitors
    links: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def do(self) -> None:
        desk = self.hands(self.visitors.somebody(OFFICE))
        self.prepare(desk)
        for team in TEAMS:
            self.apply(team)
        self.admit()
        self.begin(desk)
        self.judge()
        self.check()
        self.accept(desk)
        self.award()
        self.look()
        desk.page.context.close()

    def hands(self, page: Page) -> Hands:
        """All who work share one list of pages that failed."""
        return Hands(page, faults=self.faults)

    def prepare(self, desk: Hands) -> None:
        office.make_games(desk, TITLE, SPORTS, TEAMS[:-1], [GUESTS])
        office.name_venues(desk, VENUES)
        office.set_hours(desk, SLOTS)
        self.said["timetable"] = words(desk.page.locator("#contest-volleyball"))
        desk.follow("Подготовка")
        self.links = office.invite(desk, STAFF)
        office.open_entries(desk)

    def come_in(self, name: str, **options: object) -> Hands:
        """By the link that the secretary has sent, in a browser of one's own."""
        hands = self.hands(self.visitors.guest(**options))
        hands.page.goto(self.links[name])
        hands.press("Войти")
        hands.page.get_by_role("button", name="Выйти").wait_for()
        return hands

    def apply(self, team: str) -> None:
        """Four people out of a spreadsheet: into the races of their sex and into darts; the team into the rest."""
        captain = self.come_in(f"Представитель: {team}")
        born = range(1990, 1994)
        rows = [
            f"{name} {team.split()[-1]}\t{sex}\t05.03.{year}\tI" for (name, sex), year in zip(PEOPLE, born, strict=True)
        ]
        captain.type("Вставьте строки из Excel или Word", "ФИО\tПол\tДата рождения\tРазряд\n" + "\n".join(rows))
        captain.press("Проверить")
        captain.press("Добавить в заявку")
        captain.page.wait_for_url("**?done=imported")
        for contest in ("ski-women", "ski-men", "darts"):
            for choice in captain.page.locator(f"select[name^='e-{contest}-']").all():
                choice.select_option("team")
        for contest in ("hockey", "volleyball", "chess"):
            captain.page.locator(f"[name='e-{contest}-{SLUGS[team]}']").select_option("team")
        captain.press("Сохранить участие")
        captain.page.wait_for_url("**?done=entered")
        captain.press("Подать заявку в комиссию")
        captain.page.wait_for_url("**?done=submitted")
        self.said["deadline"] = words(captain.page.locator(".head .row").nth(1))
        captain.page.context.close()

    def admit(self) -> None:
        commission = self.come_in(COMMISSION)
        for team in TEAMS:
            commission.page.goto(f"/office/{GAMES}/admission/{SLUGS[team]}")
            commission.press("Записать решения")
            commission.press("Принять заявку")
            expect(commission.page.locator(".head .badge")).to_have_text("принята")
        commission.page.context.close()

    def begin(self, desk: Hands) -> None:
        """The application is closed, the Games begin, every start list is released."""
        desk.page.goto(f"/office/{GAMES}")
        desk.press("Закрыть приём заявок")
        desk.press("Начать Спартакиаду")
        for title in CONTESTS:
            desk.page.goto(f"/office/{GAMES}")
            desk.click(desk.page.get_by_role("link", name=f"Стартовый протокол: {title}"))
            desk.press("Выпустить стартовый протокол")
            expect(desk.page.locator(".head .badge")).to_have_text("стартовый протокол готов")

    def judge(self) -> None:
        """Results of six contests in five formats, on a phone; the lines are in the order of the start lists."""
        judge = self.come_in(JUDGE, viewport=PHONE)
        for title, contest in CONTESTS.items():
            judge.page.goto(f"/judge/{GAMES}")
            judge.follow(title)
            judge.page.locator("#sheet > li").first.wait_for()  # a link first asks whether there is a network
            for number, line in enumerate(judge.page.locator("#sheet > li").all()):
                line.locator("input[name=raw]").fill(mark(contest, number, words(line.locator(".who"))))
                line.get_by_role("button", name="Сохранить").click()
                expect(line.locator(".badge")).to_have_text("введено")
        judge.page.context.close()

    def check(self) -> None:
        """Another one compares every result with the paper and posts it."""
        chief = self.come_in(CHIEF, viewport=PHONE)
        for contest in CONTESTS.values():
            chief.page.goto(f"/judge/{GAMES}/{contest}")
            for box in chief.page.locator("#checks [type=checkbox]").all():
                box.check()
            chief.press("Сверено с бумагой")
            chief.page.get_by_text("Несверенных результатов нет").wait_for()
            chief.press("Вывесить протокол")
            expect(chief.page.locator(".head .badge")).to_have_text("предварительно")
        chief.page.context.close()

    def accept(self, desk: Hands) -> None:
        desk.page.goto(f"/office/{GAMES}")
        accept = desk.page.get_by_role("button", name="Принять как официальный")
        for left in range(len(CONTESTS), 0, -1):
            expect(accept).to_have_count(left)
            desk.click(accept.first)
        expect(accept).to_have_count(0)
        self.said["awaited"] = words(desk.page.locator("#live tbody"))

    def award(self) -> None:
        chief_judge = self.come_in(CHIEF_JUDGE)
        chief_judge.page.goto(f"/office/{GAMES}/cup")
        chief_judge.type("Председатель оргкомитета", "Морошкина О. П.")
        chief_judge.type("Документ", "сводный протокол № 1 от 21.02.2027")
        chief_judge.press("Подтвердить: Вологда")
        expect(chief_judge.page.locator(".notice.ok")).to_be_visible()
        chief_judge.page.context.close()

    def look(self) -> None:
        """What anybody sees afterwards."""
        page = self.visitors.guest(viewport=PHONE)
        page.goto(f"/games/{GAMES}/standings")
        self.said["leader"] = words(page.locator(".lead"))
        self.said["progress"] = words(page.locator(".progress"))
        page.goto("/cup")
        book = page.locator("section").filter(has=page.get_by_role("heading", name="Книга кубка"))
        self.said["ledger"] = words(book.get_by_role("row").nth(1))
        page.context.close()


def mark(contest: str, line: int, who: str) -> str:
    """The strongest team is first everywhere; of a match `who` names both sides."""
    if contest.startswith("ski"):
        return f"{20 + line}:0{line}.{line}"
    if contest == "darts":
        return str(300 - 10 * line)
    if contest == "chess":
        return str(1 + next(place for place, team in enumerate(TEAMS) if who.startswith(team)))
    first, second = sorted(TEAMS, key=lambda team: who.find(team) if team in who else len(who))[:2]
    won = TEAMS.index(first) < TEAMS.index(second)
    if contest == "volleyball":
        return "25:20 25:18" if won else "20:25 18:25"
    return "4:1" if won else "2:3 Б"
