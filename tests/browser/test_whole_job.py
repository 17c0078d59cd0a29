"""The whole job in a real browser: a Spartakiad from nothing to the cup, and how few touches its making takes."""

import pytest

from tests.browser import office_work as office
from tests.browser.hands import Hands
from tests.browser.office_work import Invited
from tests.browser.pages import OFFICE
from tests.browser.server import Visitors
from tests.browser.whole_job import WholeJob

pytestmark = pytest.mark.timeout(400)  # the whole job is one fixture; two busy cores take four times one idle core
MOST_TOUCHES = 250
CITIES = ("Вологда", "Псков", "Киров", "Иваново", "Сыктывкар", "Череповец")
GUESTS = ("Сборная Щёлкова", "Сборная посёлка Ёлкино")
SPORTS = ("Лыжные гонки", "Хоккей", "Волейбол", "Шахматы", "Дартс", "Фигурное катание", "Баскетбол")
BASE, ICE, HALL, CLUB = "Лыжная база «Снежинка»", "Ледовый дворец", "Дворец спорта «Волна»", "Шахматный клуб"
SATURDAY = "20\u00a0февраля 2027\u00a0г."
SLOTS = {  # on the second day where nothing else is said
    "Лыжные гонки, женщины": ("", "10:00", BASE),
    "Лыжные гонки, мужчины": (SATURDAY, "10:00", BASE),
    "Хоккей": ("", "12:00", ICE),
    "Волейбол": ("", "12:00", HALL),
    "Шахматы": ("", "15:00", CLUB),
    "Дартс": (SATURDAY, "14:00", CLUB),
    "Фигурное катание": (SATURDAY, "17:00", ICE),
    "Баскетбол": (SATURDAY, "12:00", HALL),
}
SAID = {
    "timetable": "Волейбол предстоит 19 февраля, 13:00 – 15:00 Дворец спорта Перенести",
    "deadline": "Заявки – до 10 февраля, 18:00 Секретариат: 8 (817) 200-00-01",
    "awaited": "Кубок подтвердить победителя – Зимин Алексей +7 900 000-00-00",
    "leader": "Первое место – Вологда – 24 очка, на 6 больше, чем у второго места (Псков).",
    "progress": "Официально: 6 из 6 видов",
}


@pytest.fixture(scope="module")
def done(visitors: Visitors) -> WholeJob:
    """Done once; each test below looks at one thing that was seen on the way."""
    job = WholeJob(visitors)
    job.do()
    return job


@pytest.mark.parametrize("step", SAID)
def test_each_step_says_what_happened(done: WholeJob, step: str) -> None:
    assert done.said[step] == SAID[step]


def test_the_ledger_names_the_holder_and_the_paper(done: WholeJob) -> None:
    parts = ("V зимняя", "Вологда", "присуждён", "документ: сводный протокол № 1 от 21.02.2027")
    assert [part for part in parts if part not in done.said["ledger"]] == []


def test_no_page_failed_on_the_way(done: WholeJob) -> None:
    assert done.faults == []


def test_games_of_eight_teams_and_eight_contests_are_made_by_few_touches(visitors: Visitors) -> None:
    """Teams, contests, venues, hours, quotas, captains, the deadline and whoever signs: until the entries are open."""
    hands = Hands(visitors.somebody(OFFICE))
    office.make_games(hands, "VI зимняя Спартакиада Союза городов", SPORTS, CITIES, GUESTS)
    venues = [
        {"Название": name, "Адрес": "Лесная, 1", "Кто отвечает": "Сторожев П. А."} for name in (BASE, ICE, HALL, CLUB)
    ]
    office.name_venues(hands, [{**venue, "Телефон на площадке": "+7 900 000-00-11"} for venue in venues])
    office.set_hours(hands, SLOTS)
    office.set_quotas(hands, {"ski-women": "3", "ski-men": "3", "darts": "2"})
    captains = [Invited(f"Представитель: {team}", "представитель команды", team) for team in (*CITIES, *GUESTS)]
    office.invite(hands, captains)
    office.open_entries(hands)
    print(f"touches: {hands.touches}")  # noqa: T201 – the figure of docs/performance.md
    hands.page.context.close()
    assert (hands.faults, hands.touches <= MOST_TOUCHES) == ([], True)
