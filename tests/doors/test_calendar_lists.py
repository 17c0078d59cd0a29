"""Lists of the calendar: found as people type, narrowed in the address, the same as files."""

import io
from datetime import date, timedelta
from xml.etree import ElementTree

import icalendar
import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from spartakiad.competition.desk import SYSTEM
from spartakiad.models.union import UnionEvent
from spartakiad.words.searching import fold
from tests.doors.reading import FACTS, Added, add, links, read, section
from tests.doors.visiting import Site

EVENTS = "/calendar/events/"


def found(site: Site, question: str) -> list[str]:
    return links(site.visitor().get(f"/calendar/all?{question}").text, EVENTS)


def planned(site: Site, slug: str, in_days: int, **changes: object) -> None:
    on = site.shell.clock().date() + timedelta(days=in_days)
    plain: dict[str, object] = {"slug": slug, "title": "Ёлка Союза", "kind": "festival", "state": "planned"}
    plain |= {"starts_on": on, "ends_on": on, "precision": "days", "found_by": fold("Ёлка Союза")}
    site.shell.write_now(add, Added(UnionEvent(**{**plain, **changes})), SYSTEM)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["елка", "Ёлка", "ЁЛКИ", "ёлке  союза"])
def test_a_word_is_found_however_it_is_spelled_and_declined(site: Site, typed: str) -> None:
    planned(site, "tree", 3)
    assert found(site, f"q={typed}") == ["tree"]


@pytest.mark.parametrize("typed", ["ПСКОВ", "псков", "в Пскове", "Пскова"])
def test_a_city_is_found_in_all_its_cases(shared_site: Site, typed: str) -> None:
    told = {slug for slug, one in FACTS.events.items() if "pskov" in (one.host, *one.cities)}
    assert set(found(shared_site, f"q={typed}")) == told and told


def test_a_city_and_a_word_are_both_wanted(shared_site: Site) -> None:
    assert found(shared_site, "q=секция спорт в Петрозаводске") == ["sport-section-first-2024"]


def test_a_name_of_two_words_is_one_city(shared_site: Site) -> None:
    listed = found(shared_site, "q=в Великом Новгороде&year=2024&kind=festival")
    assert sorted(listed) == ["vse-narody-v-gosti-k-nam-2024", "young-pianists-2024"]


def test_what_is_not_there_is_said_not_to_be(shared_site: Site) -> None:
    assert "Ничего не нашлось" in read(shared_site, "/calendar/all?q=100%_зима")


def test_filters_narrow_and_stay_in_the_address(shared_site: Site) -> None:
    page = shared_site.visitor().get("/calendar/all?year=2024&kind=section&city=cherepovets").text
    told = {slug for slug, one in FACTS.events.items() if one.kind == "section" and "cherepovets" in one.cities}
    assert set(links(page, EVENTS)) == told
    assert 'href="/calendar.ics?year=2024&amp;kind=section&amp;city=cherepovets"' in page


def test_a_filter_of_nothing_known_finds_nothing(shared_site: Site) -> None:
    assert found(shared_site, "kind=parade") == []


@pytest.mark.parametrize("year", ["2024x", "0000", "24", "-1"])
def test_a_year_that_is_none_is_not_there(shared_site: Site, year: str) -> None:
    assert shared_site.visitor().get(f"/calendar/all?year={year}").status_code == 404


@pytest.mark.parametrize(
    "question", ["kind=%00", "q=%00%27", "q=%25_", "page=0", "page=99999", "page=-1", "city=%C3%28"]
)
@pytest.mark.parametrize("page", ["/calendar/all", "/calendar.ics", "/calendar.xlsx", "/calendar.atom"])
def test_an_odd_question_breaks_nothing(shared_site: Site, page: str, question: str) -> None:
    assert shared_site.visitor().get(f"{page}?{question}").status_code == 200


def test_a_month_has_what_touches_it(shared_site: Site) -> None:
    page = shared_site.visitor().get("/calendar/2024/2").text
    assert links(page, EVENTS) == ["winter-spartakiad-2024", "sport-section-first-2024"]


@pytest.mark.parametrize("month", ["0", "13", "02", "x"])
def test_a_month_that_is_none_is_not_there(shared_site: Site, month: str) -> None:
    assert shared_site.visitor().get(f"/calendar/2024/{month}").status_code == 404


def test_what_is_next_stands_by_its_day_and_without_what_was_cancelled(site: Site) -> None:
    planned(site, "later", 9)
    planned(site, "sooner", 2)
    planned(site, "gone", 4, state="cancelled")
    planned(site, "over", -2)
    assert links(site.visitor().get("/calendar/next").text, EVENTS) == ["sooner", "later"]


def test_a_series_knows_its_editions(shared_site: Site) -> None:
    page = shared_site.visitor().get("/calendar/series/winter-spartakiad").text
    wanted = [f"winter-spartakiad-{year}" for year in (2026, 2024, 2022, 2019)]
    assert links(page, EVENTS) == wanted


def test_a_section_keeps_what_it_decided(shared_site: Site) -> None:
    told = section(shared_site, "/calendar/sections/sport", "decisions")
    assert "Провести в 2026 году IV зимнюю Спартакиаду в Сыктывкаре" in told


def test_what_became_of_an_event_is_told_step_by_step(shared_site: Site) -> None:
    told = section(shared_site, "/calendar/events/summer-spartakiad-2025", "history")
    steps = ["Запланировано : Великий Новгород", "Принимающий город отказался", "Перенесено : Вологда", "Состоялось"]
    assert [told.index(step) for step in steps] == sorted(told.index(step) for step in steps)


def test_the_file_for_calendars_follows_the_filters(shared_site: Site) -> None:
    body = shared_site.visitor().get("/calendar.ics?kind=section&year=2024").content
    entries = icalendar.Calendar.from_ical(body).walk("VEVENT")
    sittings = [slug for slug, one in FACTS.events.items() if one.kind == "section" and one.when.year == 2024]
    assert sorted(str(one["UID"]) for one in entries) == sorted(f"{slug}@events.spartakiad" for slug in sittings)


def test_a_cancelled_event_keeps_its_uid_and_says_so(site: Site) -> None:
    planned(site, "tree", 3, state="cancelled", version=2)
    entries = icalendar.Calendar.from_ical(site.visitor().get("/calendar.ics?kind=festival").content).walk("VEVENT")
    own = {str(one["UID"]): one for one in entries}["tree@events.spartakiad"]
    assert (own["STATUS"], own["SEQUENCE"]) == ("CANCELLED", 1)


def test_the_spreadsheet_has_a_row_for_each_event(shared_site: Site) -> None:
    body = shared_site.visitor().get("/calendar.xlsx?year=2024").content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()
    told = " ".join(str(cell) for row in rows for cell in row)
    assert [one.title for one in FACTS.events.values() if one.when.year == 2024 and one.title not in told] == []


def test_the_feed_names_each_event_by_its_page(shared_site: Site) -> None:
    feed = ElementTree.fromstring(shared_site.visitor().get("/calendar.atom?year=2024").content)
    ids = [one.text or "" for one in feed.iter("{http://www.w3.org/2005/Atom}id")]
    assert sorted(one.rpartition("/")[2] for one in ids[1:]) == sorted(
        slug for slug, one in FACTS.events.items() if one.when.year == 2024
    )


def test_the_plan_is_a_page_and_a_sheet_of_paper(shared_site: Site) -> None:
    pages = PdfReader(io.BytesIO(shared_site.visitor().get("/calendar/2024/plan.pdf").content)).pages
    told = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Календарный план" in told and "Медные трубы" in told and "Всего событий: 40" in told
    assert len(links(shared_site.visitor().get("/calendar/2024/plan").text, EVENTS)) == 40


def test_a_year_without_events_has_no_plan(shared_site: Site) -> None:
    assert shared_site.visitor().get(f"/calendar/{date.max.year}/plan.pdf").status_code == 404
