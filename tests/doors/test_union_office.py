"""The union's office keeps the year: events, what became of them, who came, what was decided, a plan from a table."""

import html
import re

import pytest

from spartakiad.accounts.roles import Role
from tests.doors.reading import links, read, section, words
from tests.doors.visiting import Site, Visitor

NEW = "/office/union/new"
FORUM = {"event_kind": "forum", "title": "Форум малых городов", "when": "12–14.03.2031", "event_host": "pskov"}


def office(site: Site) -> Visitor:
    return site.signed_in(Role.OFFICE, "")


def added(site: Site, **typed: str) -> str:
    """The slug of a new event."""
    answer = office(site).post(NEW, {**FORUM, **typed})
    assert answer.status_code == 303, words(answer.text)
    return str(answer.headers["location"]).partition("?")[0].rpartition("/")[2]


def send(site: Site, slug: str, end: str = "", version: int = 1, **typed: str) -> int:
    """The status of a form of its card; what it is stays where nothing else is said."""
    card = f"/office/union/events/{slug}"
    own = {} if end else {"event_kind": chosen(office(site).get(card).text, "event_kind")}
    return office(site).post(card + end, {"version": str(version), **own, **typed}).status_code


def chosen(page: str, name: str) -> str:
    """What a list of choices shows."""
    options = page.partition(f'<select id="f-{name}"')[2].partition("</select>")[0]
    found = re.search(r'value="([^"]*)" selected', options)
    return found[1] if found else ""


def public(site: Site, slug: str) -> str:
    return read(site, f"/calendar/events/{slug}")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "весной",
        "неизвестно",
        "неизвестно, 0000",
        "14–12.03.2027",
        "31.02.2027",
        "мартобрь 2027",
        "декабрь–март 2027",
        "12.03.27",
        "1200",
        "12.03.9999",
    ],
)
def test_a_date_that_is_none_is_refused_at_its_field(site: Site, typed: str) -> None:
    before = site.numbers()
    answer = office(site).post(NEW, {**FORUM, "when": typed})
    assert answer.status_code == 422 and 'id="f-when-error"' in answer.text
    assert 'value="Форум малых городов"' in answer.text and site.numbers() == before


def test_the_form_of_an_event_has_eight_fields_at_most(shared_site: Site) -> None:
    page = office(shared_site).get(NEW).text
    assert page.count('<label for="f-') <= 8


def test_an_event_is_in_the_calendar_at_once(site: Site) -> None:
    slug = added(site)
    assert links(site.visitor().get("/calendar/2031").text, "/calendar/events/") == [slug]
    assert "12–14 марта 2031 г." in public(site, slug) and "запланировано" in public(site, slug)


def test_a_sitting_names_its_section(site: Site) -> None:
    answer = office(site).post(NEW, {**FORUM, "event_kind": "section"})
    assert answer.status_code == 422 and "Секция: выберите" in words(answer.text)


def test_all_that_is_wrong_is_said_at_once(site: Site) -> None:
    answer = office(site).post(NEW, {"event_kind": "parade", "title": "", "when": "", "event_host": "atlantis"})
    wrong = [name for name in ("event_kind", "title", "when", "event_host") if f'id="f-{name}-error"' in answer.text]
    assert (answer.status_code, len(wrong)) == (422, 4)


def test_an_event_of_last_year_is_repeated_by_its_day_alone(site: Site) -> None:
    form = office(site).get(f"{NEW}?copy_of=childrens-art-contest-2024").text
    assert 'name="edition" type="text" value="30"' in " ".join(form.split())
    slug = added(site, copy_of="childrens-art-contest-2024", when="2031", edition="30")
    editions = links(site.visitor().get("/calendar/series/childrens-art-contest").text, "/calendar/events/")
    assert editions == [slug, "childrens-art-contest-2024"]
    assert "Год семьи" not in public(site, slug) and "№ 30" in public(site, slug)


def test_a_series_begins_with_the_first_repetition(site: Site) -> None:
    slug = added(site, copy_of="sinyaya-ptitsa-2024", title="«Синяя птица»", event_kind="festival", when="2031")
    series = links(site.visitor().get(f"/calendar/events/{slug}").text, "/calendar/series/")
    assert links(site.visitor().get(f"/calendar/series/{series[0]}").text, "/calendar/events/") == [
        slug,
        "sinyaya-ptitsa-2024",
    ]


def test_what_became_of_an_event_is_added_and_nothing_is_lost(site: Site) -> None:
    slug = added(site)
    assert send(site, slug, "/steps", 1, became="withdrawn", reason="ремонт зала") == 303
    assert send(site, slug, "/steps", 2, became="moved", event_host="tver", when="май 2031", reason="зал") == 303
    assert send(site, slug, "/steps", 3, became="cancelled", reason="паводок") == 303
    told = section(site, f"/calendar/events/{slug}", "history")
    for said in ("Псков", "ремонт зала", "Тверь", "май 2031 г.", "паводок", "Отменено"):
        assert said in told
    body = site.visitor().get("/calendar.ics?year=2031").text
    assert "STATUS:CANCELLED" in body and "SEQUENCE:3" in body


def test_what_sources_told_of_an_event_stays_when_it_is_changed(site: Site) -> None:
    step = {"became": "moved", "event_host": "tver", "when": "май 2024", "reason": "ремонт"}
    assert send(site, "smart-city-conference-2024", "/steps", 1, **step) == 303
    told = section(site, "/calendar/events/smart-city-conference-2024", "history")
    assert told.index("Состоялось : Кострома, 2024 г.") < told.index("Перенесено : Тверь, май 2024 г.; ремонт")


@pytest.mark.parametrize("became", ["moved", "withdrawn", "cancelled"])
def test_a_change_without_a_reason_is_refused(site: Site, became: str) -> None:
    slug = added(site)
    assert send(site, slug, "/steps", 1, became=became, when="май 2031") == 422
    assert "Как всё было" not in public(site, slug)


def test_a_move_to_nowhere_is_refused(site: Site) -> None:
    assert send(site, added(site), "/steps", 1, became="moved", reason="так решили") == 422


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(site: Site) -> None:
    slug = added(site)
    assert send(site, slug, "", 1, title="Форум городов") == 303
    assert send(site, slug, "", 1, title="Форум сёл") == 409
    assert "Форум городов" in public(site, slug)


def test_what_is_described_stands_on_the_page_and_is_found(site: Site) -> None:
    slug = added(site)
    own = {"title": "Форум", "audience": "главы городов", "people": "120", "people_precision": "more"}
    assert send(site, slug, "", 1, **own, people_who="человек", cities="21", cities_who="городов") == 303
    told = public(site, slug)
    assert "более 120 человек" in told and "21 город" in told and "главы городов" in told
    assert links(site.visitor().get("/calendar/all?q=главы в Пскове 2031&year=2031").text, "/calendar/events/") == []
    assert links(site.visitor().get("/calendar/all?q=главам в Пскове").text, "/calendar/events/") == [slug]


def test_cities_are_picked_from_the_list(site: Site) -> None:
    slug = added(site)
    picked = {"came-tver": "in_person", "came-pskov": "online", "came-moskva": "outside", "spoke-tver": "yes"}
    assert send(site, slug, "/cities", 1, **picked) == 303
    told = section(site, f"/calendar/events/{slug}", "cities")
    assert "Псков (по видеосвязи)" in told and "Москва (не из Союза)" in told
    assert "Выступали представители: Тверь" in told


def test_people_and_topics_are_a_line_each(site: Site) -> None:
    slug = added(site)
    lines = {"topic": "Умный город\nБюджет", "speaker": "Анна Снежина, глава Твери (Тверь)\nОлег Зимин"}
    assert send(site, slug, "/account", 1, **lines) == 303
    told = public(site, slug)
    assert "Анна Снежина, глава Твери" in told and "Олег Зимин" in told and "Бюджет" in told


def test_a_hosting_decision_plans_the_games(site: Site) -> None:
    slug = added(site, event_kind="section", section="sport", title="Заседание секции")
    hosting = {"decided_city": "pskov", "season": "winter", "numeral": "VI", "decided_year": "2033"}
    said = {"decision_kind": "decision", "decision": "Провести VI зимнюю Спартакиаду в Пскове"}
    assert send(site, slug, "/decisions", 1, **said, **hosting) == 303
    planned = links(site.visitor().get("/calendar/2033").text, "/calendar/events/")
    assert len(planned) == 1 and "VI зимняя Спартакиада Союза городов" in public(site, planned[0])
    card = office(site).get(f"/office/union/events/{planned[0]}").text
    form = office(site).get(f"/office/new{html.unescape(links(card, '/office/new')[0])}").text
    assert 'value="winter-2033"' in form and '<option value="pskov" selected>' in form
    assert "Провести VI зимнюю Спартакиаду в Пскове" in section(site, "/calendar/sections/sport", "decisions")


def test_half_a_hosting_decision_is_refused(site: Site) -> None:
    slug = added(site, event_kind="section", section="sport", title="Заседание секции")
    said = {"decision_kind": "decision", "decision": "Провести", "decided_city": "pskov", "season": "winter"}
    assert send(site, slug, "/decisions", 1, **said) == 422
    assert site.visitor().get("/calendar/2033").status_code == 404


def test_gaps_stand_in_the_office_alone(shared_site: Site) -> None:
    told = words(office(shared_site).get("/office/union/years/2024").text)
    assert "не внесено число участников" in told and "не внесена точная дата" in told
    assert "не внесено" not in read(shared_site, "/union/report/2024")


def test_a_plan_is_looked_at_before_it_is_taken(site: Site) -> None:
    conference, sitting = (
        "Конференция «Лес»\t12–14 марта\tг. Псков",
        "Заседание секции «Культура»\tкогда сойдёт лёд\tв Твери",
    )
    table = "\n".join(["План на год", "Мероприятие\tДата\tМесто", conference, sitting])
    before = site.numbers()
    answer = office(site).post("/office/union/plan", {"rows": table, "plan_year": "2031"})
    assert answer.status_code == 200 and site.numbers() == before
    assert 'value="12–14 марта 2031"' in answer.text and 'id="f-when-1-error"' in answer.text
    assert '<option value="pskov" selected>' in answer.text and '<option value="culture" selected>' in answer.text


def test_a_plan_is_taken_whole_or_not_at_all(site: Site) -> None:
    row = {"title-0": "Конференция «Лес»", "when-0": "март 2031", "event_kind-0": "conference", "keep-0": "yes"}
    bad = {"title-1": "Форум", "when-1": "весной", "event_kind-1": "forum", "keep-1": "yes"}
    assert office(site).post("/office/union/plan/events", {**row, **bad}).status_code == 422
    assert site.visitor().get("/calendar/2031").status_code == 404
    bad.pop("keep-1")
    assert office(site).post("/office/union/plan/events", {**row, **bad}).status_code == 303
    assert len(links(site.visitor().get("/calendar/2031").text, "/calendar/events/")) == 1


def test_a_table_without_headings_is_no_plan(site: Site) -> None:
    answer = office(site).post("/office/union/plan", {"rows": "а\tб\nв\tг"})
    assert answer.status_code == 422 and "Мероприятие" in words(answer.text)


def test_an_information_exchange_has_its_terms(site: Site) -> None:
    slug = added(site, event_kind="exchange", title="Информационный обмен о тарифах", when="2031")
    told = {"title": "Информационный обмен о тарифах", "answers_by": "15.04.2031", "summary_by": "30.04.2031"}
    assert send(site, slug, "", 1, **told, cities="21", cities_who="городов") == 303
    assert "Ответы до 15 апреля 2031 г." in public(site, slug)
    assert send(site, slug, "/steps", 2, became="held") == 422  # its year is ahead
    assert send(site, slug, "/steps", 2, became="held", when="2026") == 303
    assert "Информационный обмен о тарифах: ответил 21 город" in read(site, "/union/report/2026")
