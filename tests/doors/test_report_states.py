"""The report of a year says of each event what became of it: held, called off, moved away, left by its host."""

import re

import pytest

from tests.doors.reading import read, section
from tests.doors.test_union_office import added, office, public, send
from tests.doors.visiting import Site

REPORT = "/union/report/2031"
PAST = "/union/report/2011"
AWAY = {"became": "moved", "when": "10.02.2032", "reason": "паводок"}


def version(site: Site, slug: str) -> int:
    return int(re.findall(r'name="version" value="(\d+)"', office(site).get(f"/office/union/events/{slug}").text)[0])


def part(site: Site, year: int, heading: str) -> str:
    """The words of a part of the report."""
    told = read(site, f"/union/report/{year}")
    return told[told.index(heading) :] if heading in told else ""


@pytest.mark.parametrize("state", ["planned", "cancelled"])
def test_what_was_not_held_is_not_called_held(site: Site, state: str) -> None:
    exchange = added(site, event_kind="exchange", title="О тарифах", when="05.2031", event_host="")
    festival = added(site, event_kind="festival", title="Фестиваль Г", when="06.06.2031")
    for one in (exchange, festival) if state == "cancelled" else ():
        assert send(site, one, "/steps", became="cancelled", reason="нет денег") == 303
    told = read(site, REPORT)
    assert "информационный обмен:" not in told and "Союз поддержал" not in told
    said = "отменён" if state == "cancelled" else "запланирован"
    assert f"О тарифах: информационный обмен {said}" in told and f"Фестиваль Г {said}" in told


def test_an_exchange_that_was_held_is_told_in_the_singular(site: Site) -> None:
    added(site, event_kind="exchange", title="Обмен", when="05.2011", event_host="")
    assert "Между городами проведён 1 информационный обмен" in read(site, PAST)


def test_the_opening_counts_what_was_held_and_says_the_rest_apart(site: Site) -> None:
    slugs = [added(site, title=f"Форум {at}", when="03.2011") for at in range(4)]
    assert send(site, slugs[0], "/steps", became="cancelled", reason="паводок") == 303
    assert send(site, slugs[1], "/steps", **AWAY) == 303
    assert send(site, slugs[2], "/steps", became="planned") == 303
    told = read(site, PAST)
    assert "В 2011 году прошло 1 событие: форумы – 1." in told
    assert "Кроме того: запланировано – 1, отменено – 1, перенесено на другой год – 1." in told


def test_what_was_moved_out_of_a_year_stays_in_it(site: Site) -> None:
    slug = added(site, title="Паводковый форум")
    assert send(site, slug, "/steps", **AWAY) == 303
    assert "Паводковый форум перенесён на 10 февраля 2032 г. в Пскове; причина – паводок." in read(site, REPORT)
    for page in ("/calendar/2031", "/calendar/2031/3", "/calendar/2031/plan", "/calendar/all?year=2031"):
        assert "перенесено на 10 февраля 2032 г." in read(site, page)
    assert site.visitor().get("/calendar/2031/plan.pdf").status_code == 200


def test_the_new_year_says_from_when_an_event_was_moved(site: Site) -> None:
    slug = added(site, title="Паводковый форум")
    assert send(site, slug, "/steps", **AWAY) == 303
    told = read(site, "/union/report/2032")
    assert "Паводковый форум перенесён на 10 февраля 2032 г." in told and "Прежний срок – 12–14 марта 2031 г." in told
    assert "Прежний срок 12–14 марта 2031 г." in public(site, slug)
    body = site.visitor().get("/calendar.ics?year=2032").text.replace("\r\n ", "")
    assert "Прежний срок – 12–14 марта 2031" in body.replace("\u00a0", " ")


def test_a_date_that_became_more_exact_is_no_move(site: Site) -> None:
    slug = added(site, when="2031")
    assert send(site, slug, "/steps", became="planned", when="10.04.2031") == 303
    assert "Прежний срок" not in public(site, slug)


def test_a_host_that_withdrew_stands_beside_the_decision(site: Site) -> None:
    sitting = added(site, event_kind="section", section="sport", title="Секция", when="12.03.2026")
    said = {"decision_kind": "decision", "season": "winter", "numeral": "V", "decided_year": "2031"}
    assert send(site, sitting, "/decisions", decision="Псков принимает", decided_city="pskov", **said) == 303
    games = re.findall(r"/calendar/events/(v-zim[^\"]*)", site.visitor().get("/calendar/2031").text)[0]
    gone = {"became": "withdrawn", "reason": "нет льда"}
    assert send(site, games, "/steps", version(site, games), **gone) == 303
    later = "ород Псков отказался от проведения V зимней Спартакиады"
    for told in (public(site, sitting), section(site, "/calendar/sections/sport", "decisions")):
        assert later in told and "причина – нет льда" in told
    assert f"Позднее: г{later}" in part(site, 2026, "Заседания секций")
    assert "город отказался: Псков" in read(site, "/calendar/next")


def test_what_the_report_does_not_know_it_does_not_mention(site: Site) -> None:
    added(site, event_kind="exchange", event_host="", title="Обмен", when="05.2011")
    told = read(site, PAST)
    assert "не внесен" not in told and "не записан" not in told and "Сведений" not in told


def test_cities_ticked_as_answered_are_counted(site: Site) -> None:
    slug = added(site, event_kind="exchange", event_host="", title="Обмен", when="05.2011")
    ticked = {"came-pskov": "in_person", "came-tver": "in_person"}
    assert send(site, slug, "/cities", **ticked) == 303
    assert "Обмен: ответили 2 города" in read(site, PAST)
    assert "Ответившие города" in section(site, f"/calendar/events/{slug}", "cities")


def test_a_count_of_nobody_has_a_noun(site: Site) -> None:
    slug = added(site, title="Форум", when="01.02.2011")
    own = {"title": "Форум", "people": "21", "people_who": "", "cities": "12", "cities_who": "", "event_place": "ДК"}
    assert send(site, slug, **own) == 303
    told = read(site, PAST)
    assert "Участвовал 21 участник." in told and "Всего представлено: 12 городов." in told and "в Пскове (ДК)" in told
