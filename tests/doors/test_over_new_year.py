"""Events over New Year and terms that are longer than a month: found where they are looked for, read as they are."""

from datetime import date

import pytest

from spartakiad.words.union import days
from tests.doors.reading import links, read
from tests.doors.test_union_office import added, office
from tests.doors.visiting import Site

EVENTS = "/calendar/events/"


@pytest.mark.parametrize(
    "page", ["/calendar/2034", "/calendar/2035", "/calendar/2034/12", "/calendar/2035/1", "/calendar/all?year=2035"]
)
def test_an_event_over_new_year_stands_in_both_years(site: Site, page: str) -> None:
    slug = added(site, title="Новогодний марафон", when="28.12.2034–05.01.2035")
    assert links(site.visitor().get(page).text, EVENTS) == [slug]


def test_the_report_tells_of_it_once(site: Site) -> None:
    added(site, title="Новогодний марафон", when="28.12.2034–05.01.2035")
    told = read(site, "/union/report/2035")
    assert "С прошлого года продолжалось: Новогодний марафон (28 декабря 2034 г. – 5 января 2035 г.)." in told
    assert "Новогодний марафон запланирован на 28 декабря 2034 г." in read(site, "/union/report/2034")


@pytest.mark.parametrize(
    ("first", "last", "precision", "said"),
    [
        (date(2034, 3, 1), date(2035, 3, 1), "days", "1.03.2034 – 1.03.2035"),
        (date(2034, 6, 28), date(2034, 7, 2), "days", "28.06 – 2.07"),
        (date(2034, 7, 1), date(2034, 9, 30), "within", "один из дней 1.07 – 30.09"),
        (date(2034, 7, 1), date(2034, 7, 4), "days", "1–4"),
    ],
)
def test_days_beside_a_month_name_the_months_they_cross(first: date, last: date, precision: str, said: str) -> None:
    assert days(first, last, precision) == said


def test_a_month_shows_all_its_events_by_pages(site: Site) -> None:
    typed = (("keep", "yes"), ("when", "05.05.2042"), ("event_kind", "forum"))
    rows = {f"{name}-{at}": said for at in range(120) for name, said in (("title", f"Ф{at}"), *typed)}
    assert office(site).post("/office/union/plan/events", rows).status_code == 303
    for page in ("/calendar/2042/5", "/calendar/next"):
        first = site.visitor().get(page).text
        second = site.visitor().get(f"{page}?page=2").text
        assert f'href="{page}?page=2"' in first
        assert len({*links(first, EVENTS), *links(second, EVENTS)}) == 120


def test_what_is_known_to_its_month_stands_in_it_and_to_its_year_last(site: Site) -> None:
    whens = ("2042", "15.05.2042", "май 2042", "01.02.2042")
    slugs = {when: added(site, title=f"Форум {at}", when=when) for at, when in enumerate(whens)}
    wanted = [slugs[when] for when in ("01.02.2042", "май 2042", "15.05.2042", "2042")]
    assert links(site.visitor().get("/calendar/2042/plan").text, EVENTS) == wanted
    assert links(site.visitor().get("/calendar/2042").text, EVENTS) == wanted
