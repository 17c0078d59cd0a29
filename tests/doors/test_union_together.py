"""Two secretaries at one event, mistakes taken back, steps and decisions that cannot be."""

import re
from xml.dom.minidom import parseString

import pytest

from tests.doors.reading import words
from tests.doors.test_union_office import added, chosen, office, public, send
from tests.doors.visiting import Site

V = {"decision_kind": "decision", "season": "winter", "numeral": "V", "decided_year": "2038"}


def shown(site: Site, slug: str) -> dict[str, str]:
    """Every field of the form about what it is, as the card shows it."""
    page = office(site).get(f"/office/union/events/{slug}").text.partition('id="what"')[2].partition("</form>")[0]
    plain = dict(re.findall(r'name="([a-z_-]+)"(?: inputmode="\w+")?[^>]*? value="([^"]*)"', page))
    lists = {name: chosen(page, name) for name in re.findall(r'<select id="f-([a-z_]+)"', page)}
    return {**plain, **lists}


def version(site: Site, slug: str) -> int:
    return int(shown(site, slug)["version"])


def test_what_two_people_changed_comes_together_and_is_asked_about_where_both_did(site: Site) -> None:
    slug = added(site)
    form = shown(site, slug)
    assert send(site, slug, people="100", title="Форум городов") == 303
    refused = office(site).post(f"/office/union/events/{slug}", {**form, "theme": "Вода", "title": "Форум сёл"})
    page = words(refused.text)
    assert (refused.status_code, "тем временем записано «Форум городов», ваше – в поле" in page) == (409, True)
    fields = re.findall(r'<input[^>]* name="(people|theme|title)"[^>]* value="([^"]*)"', refused.text)
    assert dict(fields) == {"people": "100", "theme": "Вода", "title": "Форум сёл"}


def test_ticks_of_cities_are_kept_where_somebody_else_ticked_others(site: Site) -> None:
    slug = added(site)
    assert send(site, slug, "/cities", **{"came-pskov": "in_person"}) == 303
    page = office(site).post(f"/office/union/events/{slug}/cities", {"version": "1", "came-vologda": "online"})
    ticked = {city: chosen(page.text, f"came-{city}") for city in ("pskov", "vologda", "tver")}
    assert (page.status_code, ticked) == (409, {"pskov": "in_person", "vologda": "online", "tver": ""})


def test_whoever_spoke_was_there(site: Site) -> None:
    slug = added(site)
    assert send(site, slug, "/cities", **{"spoke-tver": "yes"}) == 303
    assert "Тверь" in public(site, slug)


def test_signs_that_control_a_printer_are_no_part_of_a_title(site: Site) -> None:
    added(site, title="Форум\x07 из\tячейки\x02")
    parseString(site.visitor().get("/calendar.atom").content)
    assert site.visitor().get("/union/report/2031/report.docx").status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        {"became": "held"},
        {"became": "moved", "when": "12–14.03.2031", "reason": "паводок"},
        {"became": "cancelled", "reason": "паводок", "said_on": "01.01.2099"},
        {"became": "cancelled", "reason": "паводок", "said_on": "01.01.0001"},
        {"became": "planned", "when": "11.11.2031"},
        {"became": "planned", "event_host": "tver"},
    ],
)
def test_a_step_that_cannot_be_is_refused(site: Site, typed: dict[str, str]) -> None:
    assert send(site, added(site), "/steps", **typed) == 422


def test_a_month_is_said_more_exactly_without_a_move(site: Site) -> None:
    slug = added(site, when="март 2031")
    assert send(site, slug, "/steps", became="planned", when="12–14.03.2031") == 303
    assert "12–14 марта 2031" in public(site, slug)


def test_nobody_withdraws_twice_and_no_city_where_there_is_none(site: Site) -> None:
    slug = added(site)
    assert send(site, slug, "/steps", became="withdrawn", reason="нет зала") == 303
    assert send(site, slug, "/steps", 2, became="withdrawn", reason="нет зала") == 409
    assert send(site, added(site, event_host=""), "/steps", became="withdrawn", reason="нет зала") == 422


def test_after_a_withdrawal_another_city_is_decided_on_and_not_before(site: Site) -> None:
    sitting = added(site, event_kind="section", section="sport", title="Секция")
    assert send(site, sitting, "/decisions", decision="Псков принимает", decided_city="pskov", **V) == 303
    found = re.search(r"/calendar/events/(v-zim[^\"]*)", site.visitor().get("/calendar/2038").text)
    assert found
    said = {"decision": "Кострома принимает", "decided_city": "kostroma", **V}
    assert send(site, sitting, "/decisions", version(site, sitting), **said) == 409
    away = {"became": "withdrawn", "reason": "нет льда"}
    assert send(site, found[1], "/steps", version(site, found[1]), **away) == 303
    assert send(site, sitting, "/decisions", version(site, sitting), **said) == 303
    assert "Кострома" in public(site, found[1])


@pytest.mark.parametrize(("numeral", "status"), [("21", 422), ("<b>", 422), ("IV", 409), ("XXI", 303)])
def test_the_number_of_a_games_is_roman_and_its_own(site: Site, numeral: str, status: int) -> None:
    said = {**V, "numeral": numeral, "decision": "Псков принимает", "decided_city": "pskov"}
    assert send(site, added(site), "/decisions", **said) == status


def test_what_an_event_is_can_be_put_right_and_a_sitting_keeps_its_section(site: Site) -> None:
    slug = added(site)
    assert send(site, slug, title="Заседание", event_kind="section") == 422
    assert send(site, slug, title="Заседание", event_kind="section", section="sport") == 303
    assert send(site, slug, "", 2, title="Конкурс", event_kind="contest", section="sport") == 303
    assert "Конкурс" in public(site, slug) and slug not in site.visitor().get("/calendar/sections/sport").text


def test_a_long_post_is_refused_not_cut(site: Site) -> None:
    assert send(site, added(site), "/account", speaker="Иван Петров, " + "глава " * 70) == 422


def test_a_summary_is_not_before_the_answers(site: Site) -> None:
    slug = added(site, event_kind="exchange", title="Обмен")
    assert send(site, slug, title="Обмен", answers_by="15.04.2031", summary_by="30.03.2031") == 422
    assert send(site, slug, title="Обмен", answers_by="15.04.0001") == 422


def test_called_off_games_are_not_offered_to_be_made(site: Site) -> None:
    slug = added(site, event_kind="spartakiad", title="Спартакиада")
    assert "/office/new?" in office(site).get(f"/office/union/events/{slug}").text
    send(site, slug, "/steps", became="cancelled", reason="нет льда")
    assert "/office/new?" not in office(site).get(f"/office/union/events/{slug}").text


def test_a_games_made_from_its_event_is_tied_to_it(site: Site) -> None:
    title = "XXI летняя Спартакиада"
    slug = added(site, event_kind="spartakiad", title=title, when="03–05.09.2031")
    button = re.search(r'href="(/office/new\?[^"]*)"', office(site).get(f"/office/union/events/{slug}").text)
    assert button
    form = office(site).get(button[1].replace("&amp;", "&")).text
    told = {name: re.search(rf'name="{name}"[^>]* value="([^"]*)"', form) for name in ("event", "starts_on", "ends_on")}
    typed = {name: found[1] for name, found in told.items() if found}
    assert typed == {"event": slug, "starts_on": "03.09.2031", "ends_on": "05.09.2031"}
    more = {"title": title, "season": chosen(form, "season") or "summer", "host": "pskov", "preset": "n-down"}
    assert office(site).post("/office/new", {**typed, **more}).status_code == 303
    assert "/office/new?" not in office(site).get(f"/office/union/events/{slug}").text


def test_a_decision_is_written_once_and_taken_back_where_it_was_a_mistake(site: Site) -> None:
    slug, said = added(site), {"decision_kind": "decision", "decision": "Собраться в Твери"}
    assert [send(site, slug, "/decisions", at, **said) for at in (1, 2)] == [303, 409]
    assert send(site, slug, "/decisions/removal", 2, wrong="Собраться в Пскове") == 404
    assert send(site, slug, "/decisions/removal", 2, wrong="Собраться в Твери") == 303
    assert "Собраться в Твери" not in public(site, slug)


def test_what_was_written_down_by_mistake_is_in_no_list_and_can_come_back(site: Site) -> None:
    slug = added(site)
    assert send(site, slug, "/steps", became="mistaken") == 422
    assert send(site, slug, "/steps", became="mistaken", reason="внесено дважды") == 303
    anybody, year = site.visitor(), "/office/union/years/2031"
    assert anybody.get(f"/calendar/events/{slug}").status_code == 404
    lists = ("/calendar/all?q=малых", "/calendar.ics", "/calendar.atom", "/cities/pskov", "/union/statistics")
    assert [path for path in lists if slug in anybody.get(path).text] == []
    assert anybody.get("/union/report/2031").status_code == 404
    assert "Внесено по ошибке: 1" in words(office(site).get(year).text)
    assert send(site, slug, "/steps", 2, became="mistaken", reason="внесено дважды") == 409
    assert send(site, slug, "/steps", 2, became="planned") == 303
    assert "внесено дважды" in public(site, slug)


def test_what_was_moved_and_then_called_a_mistake_leaves_no_year_behind(site: Site) -> None:
    slug, years = added(site), ("/calendar/2031", "/calendar/2032")
    assert send(site, slug, "/steps", became="moved", when="10.02.2032", reason="паводок") == 303
    assert [site.visitor().get(year).status_code for year in years] == [200, 200]
    assert send(site, slug, "/steps", 2, became="mistaken", reason="внесено дважды") == 303
    assert [site.visitor().get(year).status_code for year in years] == [404, 404]
