"""The main job in a real browser: a contest from the application to the cup, a spectator looking on."""

import pytest

from tests.browser.server import Visitors
from tests.browser.thread import PATIENCE, Thread

pytestmark = pytest.mark.timeout(400)  # the whole walk is one fixture; two busy cores take four times one idle core


@pytest.fixture(scope="module")
def thread(visitors: Visitors) -> Thread:
    """Walked once; each test below looks at one thing that was seen on the way."""
    walked = Thread(visitors)
    walked.walk()
    return walked


SAID = {
    "preview": "Новых: 2 · уже в заявке: 0 · с ошибками: 1",
    "wrong cell": "Дата рождения: дня 31.02.1996 не бывает. Проверьте число и месяц.",
    "athletes": "спортсменов: 12",
    "quota": "Зимний трейл 5 из 6",
    "application": "подана",
    "refusal without clause": "Ошибка: Укажите пункт положения, по которому отказано.",
    "refused": "не допущен нет страховки (п. 4.5)",
    "points before": ", очки: 39",
    "starters": "17 18 65 66 68",
    "wrong mark": "«75» – минут и секунд не бывает 60 и больше. Сверьте с бумагой.",
    "kept as typed": "1:75",
    "own mark": "№ 17: результат ввели вы сами. Сверить и подтвердить должен другой человек.",
    "guest": "– Участник № 68, Вологда № 68 · в/к 1:01:05 +2:34",
    "disqualified": "– Участник № 66, Вологда № 66 · дискв.",
    "sum": "4 + 4 + 7 + 5 + 7 + 8 + 8 = 43",
    "no document": "Ошибка: Назовите документ: протокол или решение, его номер и дату.",
    "awarded": "Кубок присуждён: Вологда сводный протокол № 1 Ёжиков Е. Е.",
    "never reloaded": "yes yes",
}
STEPS = ("start list", "first mark", "last mark", "posted", "trail official", "all official")


@pytest.mark.parametrize("step", SAID)
def test_each_step_says_what_happened(thread: Thread, step: str) -> None:
    assert thread.said[step] == SAID[step]


@pytest.mark.parametrize("step", STEPS)
def test_the_spectator_sees_each_change_in_time_without_touching_the_page(thread: Thread, step: str) -> None:
    assert thread.seconds[step] < PATIENCE


def test_the_points_of_the_trail_are_explained_down_to_the_three_times_that_counted(thread: Thread) -> None:
    parts = ("1-е место → 8 очков", "Морозова Мария – 58:31", "сумма 3:01:10")
    assert [part for part in parts if part not in thread.said["trail"]] == []


def test_the_cup_of_the_demonstration_stands_apart_from_the_real_ledger(thread: Thread) -> None:
    holders = ["Вологда" in thread.said["demo in the ledger"], "Вологда" in thread.said["real ledger"]]
    assert holders == [True, False]


def test_the_real_ledger_still_names_its_own_holder(thread: Thread) -> None:
    assert "Петрозаводск вручён, дата не указана" in thread.said["real ledger"]
