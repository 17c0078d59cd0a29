"""The pages to look at, and a venue where something is going on: a start list and a mark entered."""

from tests.browser.server import Visitors

CAPTAIN = "представитель команды Вологды"
COMMISSION = "комиссия по допуску"
SECRETARY = "главный секретарь"
JUDGE = "судья трейла"
SPORT_CHIEF = "главный судья трейла"
CHIEF_JUDGE = "главный судья Спартакиады"
OFFICE = "дирекция Союза"
ADMIN = "администратор"
OPERATOR = "оператор секретариата"
COACH = "тренер Вологды (трейл)"

PUBLIC = (
    "/",
    "/games",
    "/games/demo",
    "/games/winter-2024",
    "/games/summer-2025",
    "/games/demo/standings",
    "/games/demo/standings/vologda",
    "/games/demo/standings/ivanovo",
    "/games/demo/schedule",
    "/games/demo/contests",
    "/games/demo/contests/ski-women",
    "/games/demo/contests/figure",
    "/games/demo/contests/trail",
    "/games/demo/contests/bandy",
    "/games/demo/contests/hockey",
    "/verify",
    "/games/demo/notices",
    "/games/demo/rules",
    "/games/demo/stakes",
    "/games/demo/race",
    "/games/demo/points",
    "/games/demo/medals",
    "/games/demo/teams",
    "/games/demo/teams/vologda",
    "/games/demo/schedule",
    "/games/demo/screen",
    "/games/demo/screen/possible?rows=10",
    "/verify?games=demo&number=2&revision=1",
    "/games/demo/sheets",
    "/cup",
    "/calendar",
    "/calendar/2024",
    "/calendar/all?kind=section",
    "/calendar/events/summer-spartakiad-2025",
    "/calendar/sections/sport",
    "/union/report/2024",
    "/union/statistics",
    "/cities",
    "/cities/vologda",
    "/api",
    "/games/demo/announcer",
    "/games/demo/reveal",
    "/calendar/next",
    "/calendar/2024/plan",
    "/calendar/series/winter-spartakiad",
    "/games/demo/widget?city=vologda",
    "/games/demo/embed",
    "/sign-in",
    "/judge/card",
    "/no-such-page",
)
STAFF = (
    (CAPTAIN, "/team/demo/vologda/athletes/17/correction"),
    (CAPTAIN, "/team/demo/vologda/athletes/17/replacement"),
    (SECRETARY, "/office/demo/alike"),
    (SECRETARY, "/office/demo/sheets"),
    (SECRETARY, "/office/demo/meetings/1"),
    (JUDGE, "/me/pin"),
    (CAPTAIN, "/team/demo/vologda"),
    (CAPTAIN, "/team/demo/vologda/coaches"),
    (COACH, "/team/demo/vologda/contests/trail"),
    (OPERATOR, "/office/demo"),
    (OPERATOR, "/team/demo/vologda?basis=word"),
    (OPERATOR, "/judge/demo/trail"),
    (COMMISSION, "/office/demo/admission"),
    (COMMISSION, "/office/demo/admission/vologda"),
    (COMMISSION, "/office/demo/admission/vologda/consents"),
    (SECRETARY, "/office/demo"),
    (SECRETARY, "/office/demo/setup"),
    (SECRETARY, "/office/demo/description"),
    (SECRETARY, "/office/demo/conditions"),
    (SECRETARY, "/office/demo/closing"),
    (SECRETARY, "/office/demo/timetable"),
    (SECRETARY, "/office/demo/people"),
    (SECRETARY, "/office/demo/venue-cards"),
    (SECRETARY, "/office/demo/devices"),
    (SECRETARY, "/office/demo/exports"),
    (OFFICE, "/office/new"),
    (SECRETARY, "/judge/demo/figure"),
    (SECRETARY, "/judge/demo/bandy"),
    (SECRETARY, "/office/demo/card"),
    (SECRETARY, "/office/demo/people"),
    (SECRETARY, "/office/demo/notices"),
    (SECRETARY, "/office/demo/meetings"),
    (SECRETARY, "/office/demo/protests"),
    (SECRETARY, "/office/demo/contests/trail/starts"),
    (COACH, "/team/demo/vologda/contests/trail/turns"),
    (SECRETARY, "/office/demo/contests/trail/places"),
    (SECRETARY, "/office/demo/contests/trail/cancellation"),
    (SECRETARY, "/office/demo/contests/trail/shortening"),
    (SECRETARY, "/office/demo/timetable"),
    (SECRETARY, "/office/demo/timetable/whole"),
    (CAPTAIN, "/me/notices/demo"),
    (SPORT_CHIEF, "/judge/demo/trail/card"),
    (SPORT_CHIEF, "/judge/demo/trail/judges"),
    (JUDGE, "/judge/demo"),
    (JUDGE, "/judge/demo/trail"),
    (JUDGE, "/judge/demo/trail/entry"),
    (SECRETARY, "/office/demo/inbox"),
    (SECRETARY, "/office/demo/inbox/brought"),
    (SPORT_CHIEF, "/judge/demo/trail"),
    (JUDGE, "/judge/demo/trail/import"),
    (CHIEF_JUDGE, "/office/demo/cup"),
    (CHIEF_JUDGE, "/office/demo/decisions"),
    (CHIEF_JUDGE, "/judge/demo/ski-women/marks/1"),
    (SECRETARY, "/office/demo/freeze"),
    (SECRETARY, "/office/demo/ceremony"),
    (SECRETARY, "/office/demo/report"),
    (OFFICE, "/office"),
    (OFFICE, "/office/union/years/2023"),
    (OFFICE, "/office/union/new"),
    (OFFICE, "/office/union/events/sinyaya-ptitsa-2024"),
    (OFFICE, "/office/union/plan"),
    (OFFICE, "/office/new"),
    (ADMIN, "/admin"),
)
EVERY = tuple(dict.fromkeys((*((None, address) for address in PUBLIC), *STAFF)))
# Pages that the demo has nothing to show on, and addresses that are no pages; EVERY has all others of the site map.
NOT_VISITED = {
    "/games/{games}/contests/{contest}/draw": "nothing is drawn by lots; test_rare_pages looks at one",
    "/games/{games}/sheets/{number}/{revision}": "nothing is published; test_rare_pages looks at one",
    "/judge/{games}/{contest}/weighing": "nobody is weighed; test_rare_pages looks at one",
    "/office/{games}/contests/{contest}/final": "there are no heats; test_rare_pages looks at one",
    "/judge/card/judge": "nobody came in by a card; test_venue_card looks at it",
    "/invitation/{token}": "good for once; test_keyboard takes one",
    "/me": "leads on",
    "/judge/{games}/{contest}/list": "data for a telephone",
    "/judge/{games}/{contest}/paper/{digest}": "a picture",
    "/office/{games}/contests/{contest}/photo": "a picture",
    "/office/{games}/ceremony/{file}": "a file",
}


def open_the_trail(visitors: Visitors) -> None:
    """Four of Vologda start in the trail, one of them «в/к»; one has a mark."""
    page = visitors.somebody(CAPTAIN)
    page.goto("/team/demo/vologda")
    for number, role in {"17": "team", "18": "team", "21": "team", "22": "guest"}.items():
        page.locator(f"[name=e-trail-{number}]").select_option(role)
    page.get_by_role("button", name="Сохранить участие").click()
    page.get_by_text("Сохранено").wait_for()
    page.context.close()
    page = visitors.somebody(SECRETARY)
    page.goto("/office/demo")
    page.get_by_role("link", name="Стартовый протокол: Зимний трейл").click()
    page.get_by_role("button", name="Выпустить стартовый протокол").click()
    page.locator(".head").get_by_text("стартовый протокол готов").wait_for()
    page.context.close()
    page = visitors.somebody(JUDGE)
    page.goto("/judge/demo/trail")
    page.locator("#f-raw-17").fill("1:02:40")
    page.locator("#save-17").click()
    page.locator("#mark-17 .badge").wait_for()
    page.context.close()
