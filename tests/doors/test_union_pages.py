"""The union's pages as a visitor reads them: the year, its events, the cities, the front page."""

import re
from datetime import date, timedelta

import pytest

from spartakiad.competition.desk import SYSTEM
from spartakiad.models.union import UnionEvent
from tests.doors.reading import FACTS, Added, add, links, read, section, words
from tests.doors.visiting import Site

MONDAY = date(2026, 11, 23)
OF_2024 = {slug: one for slug, one in FACTS.events.items() if one.when.year == 2024}


def event(**changes: object) -> UnionEvent:
    plain: dict[str, object] = {"slug": "forum", "title": "Форум", "kind": "conference", "starts_on": MONDAY}
    return UnionEvent(**{**plain, "ends_on": MONDAY, "precision": "days", **changes})  # type: ignore[arg-type]


def test_every_event_of_2024_stands_on_its_year(shared_site: Site) -> None:
    linked = links(shared_site.visitor().get("/calendar/2024").text, "/calendar/events/")
    assert sorted(linked) == sorted(OF_2024)


@pytest.mark.parametrize("slug", FACTS.events)
def test_the_page_of_an_event_quotes_its_source_word_for_word(shared_site: Site, slug: str) -> None:
    told = read(shared_site, f"/calendar/events/{slug}")
    assert [paragraph for paragraph in FACTS.events[slug].quote if " ".join(paragraph.split()) not in told] == []


@pytest.mark.parametrize("slug", FACTS.events)
def test_the_page_of_an_event_links_every_city_that_took_part(shared_site: Site, slug: str) -> None:
    page = shared_site.visitor().get(f"/calendar/events/{slug}").text
    assert set(FACTS.events[slug].cities) - set(links(page, "/cities/")) == set()


@pytest.mark.parametrize("slug", FACTS.events)
def test_the_page_of_an_event_names_every_person(shared_site: Site, slug: str) -> None:
    told = read(shared_site, f"/calendar/events/{slug}")
    assert [one.name for one in FACTS.events[slug].people if one.name not in told] == []


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("winter-spartakiad-2024", "около 400 спортсменов"),
        ("initiative-budgeting-round-table-2024", "более 100 человек"),
        ("initiative-budgeting-round-table-2024", "40 муниципальных образований России"),
        ("sport-section-first-2024", "в один из дней 1–4 февраля 2024 г., точная дата не указана"),
        ("small-towns-round-table-2024", "январь 2024 г., точная дата не указана"),
        ("ecology-conference-2024", "город источник прямо не называет"),
    ],
)
def test_counts_and_dates_are_as_precise_as_the_source(shared_site: Site, slug: str, said: str) -> None:
    assert said in read(shared_site, f"/calendar/events/{slug}")


def test_an_event_of_known_days_does_not_call_them_unknown(shared_site: Site) -> None:
    assert "точная дата не указана" not in read(shared_site, "/calendar/events/winter-spartakiad-2024")


def test_events_known_to_their_year_stand_apart_and_grouped(shared_site: Site) -> None:
    page = shared_site.visitor().get("/calendar/2024").text
    undated = page[page.index('id="undated"') :]
    assert sorted(links(undated, "/calendar/events/")) == sorted(
        slug for slug, one in OF_2024.items() if one.when.month is None and one.when.start is None
    )


def test_the_calendar_opens_at_the_latest_year(shared_site: Site) -> None:
    assert read(shared_site, "/calendar") == read(shared_site, "/calendar/2026")


@pytest.mark.parametrize(
    "year", ["2020", "0", "99999", "abc", "-2024", "+2024", "2_024", "02024", "\uff12\uff10\uff12\uff14"]
)
def test_a_year_that_is_none_is_not_there(shared_site: Site, year: str) -> None:
    assert shared_site.visitor().get(f"/calendar/{year}").status_code == 404


@pytest.mark.parametrize("path", ["/calendar/events/nothing", "/cities/nowhere", "/games/nothing", "/cities/%3Cb%3E"])
def test_an_unknown_slug_is_not_there(shared_site: Site, path: str) -> None:
    assert shared_site.visitor().get(path).status_code == 404


def test_every_city_has_a_page(shared_site: Site) -> None:
    visitor = shared_site.visitor()
    linked = links(visitor.get("/cities").text, "/cities/")
    answers = {slug: visitor.get(f"/cities/{slug}").status_code for slug in linked}
    assert answers == dict.fromkeys(FACTS.cities, 200)


def test_a_citys_page_declines_its_name(shared_site: Site) -> None:
    assert "События в Великом Новгороде" in read(shared_site, "/cities/velikiy-novgorod")


def test_a_citys_page_tells_its_known_results(shared_site: Site) -> None:
    told = section(shared_site, "/cities/petrozavodsk", "games")
    assert "IV зимняя Спартакиада 2026 г., Сыктывкар 2‑е место в общем зачёте, очков: 29" in told


def test_a_demonstration_tells_nothing_of_a_city(shared_site: Site) -> None:
    assert "/games/demo" not in shared_site.visitor().get("/cities/vologda").text


def test_the_front_page_shows_a_demonstration_as_one(shared_site: Site) -> None:
    assert section(shared_site, "/", "demo").startswith("Демонстрация Участники и результаты вымышлены")


def test_the_front_page_announces_what_is_planned(site: Site) -> None:
    in_a_week = site.shell.clock().date() + timedelta(days=7)
    site.shell.write_now(add, Added(event(state="planned", starts_on=in_a_week, ends_on=in_a_week)), SYSTEM)
    assert "Форум" in section(site, "/", "planned")


def test_the_front_page_does_not_announce_what_has_passed(site: Site) -> None:
    yesterday = site.shell.clock().date() - timedelta(days=2)
    site.shell.write_now(add, Added(event(state="planned", starts_on=yesterday, ends_on=yesterday)), SYSTEM)
    assert section(site, "/", "planned") == ""


def test_a_new_event_is_seen_at_once(site: Site) -> None:
    before = read(site, "/calendar")
    site.shell.write_now(add, Added(event()), SYSTEM)
    assert ("Форум" in before, "Форум" in read(site, "/calendar")) == (False, True)


def test_a_city_has_every_games_it_is_named_at_with_the_sources(shared_site: Site) -> None:
    page = shared_site.visitor().get("/cities/vologda").text
    known = {slug for slug, one in FACTS.games.items() if "vologda" in str(one)}
    history = page[page.index('class="history"') :].partition("</ol>")[0]
    assert set(links(history, "/games/")) == known
    numbers = set(links(history, "#source-"))
    assert numbers and numbers <= {number for number in re.findall(r'id="source-(\d+)"', page)}


def test_the_map_leads_to_the_cities_and_says_whose_the_coordinates_are(shared_site: Site) -> None:
    page = shared_site.visitor().get("/cities").text
    drawing = page[page.index("<svg") : page.index("</svg>")]
    members = {slug for slug, city in FACTS.cities.items() if city.member}
    assert members <= set(re.findall(r'href="/cities/([^"]+)"', drawing))
    assert "Координаты: GeoNames, CC BY 4.0" in words(page)
