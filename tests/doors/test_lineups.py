"""The captain names the legs of the relay; everybody sees them, by names as consents allow; papers carry them."""

import html
import io
import re

from pypdf import PdfReader

from spartakiad.people.queries import full_names
from tests.doors.visiting import Site

PAGE = "/team/demo/vologda/contests/ski-relay"


def own(site: Site) -> list[str]:
    """Women first, then men."""
    return [one.number for one in site.shell.now("demo").state.athletes_of("vologda")]


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def lineup(site: Site) -> tuple[str, ...]:
    return site.shell.now("demo").state.lineups["ski-relay", "main", "vologda"]


def test_everybody_sees_who_ran_which_leg(site: Site) -> None:
    first = lineup(site)[0]
    page = text_of(site.visitor().get("/games/demo/contests/ski-relay").text)
    athlete = site.shell.now("demo").state.athletes[first]
    told = f"Участник № {first}, Вологда" if not athlete.shown else ""
    assert "Составы команд" in page and f"Вологда 1. {told}".rstrip() in page


def test_after_the_results_a_line_up_is_shown_and_not_asked_for(site: Site) -> None:
    page = site.captain().get(PAGE).text
    assert ("Сохранить состав" in page, "Состав не назван" in page) == (False, False)


def test_a_line_up_after_the_results_is_refused(site: Site) -> None:
    before, numbers = site.numbers(), own(site)
    answer = site.captain().post(f"{PAGE}/lineup", {f"o-{number}": "+" for number in numbers[1:5]})
    assert (answer.status_code, site.numbers() == before) == (409, True)


def test_the_captain_names_who_competes_and_in_which_order(site: Site) -> None:
    first, second, third = own(site)[:3]
    typed = {f"o-{first}": "2", f"o-{second}": "+", f"o-{third}": "1"}
    answer = site.captain().post("/team/demo/vologda/contests/visit/lineup", typed)
    named = site.shell.now("demo").state.lineups["visit", "main", "vologda"]
    assert (answer.status_code, named) == (303, (third, first, second))


def test_a_leg_that_is_no_number_is_said_at_its_cell(site: Site) -> None:
    before, number = site.numbers(), own(site)[0]
    answer = site.captain().post(f"{PAGE}/lineup", {f"o-{number}": "первый"})
    assert (answer.status_code, site.numbers() == before) == (422, True)
    assert "«+»" in html.unescape(answer.text)


def test_the_rules_say_who_runs(site: Site) -> None:
    page = text_of(site.visitor().get("/games/demo/rules").text)
    assert "В составе команды 4 человека, женщин не меньше 2, мужчин не меньше 2." in page


def test_whoever_is_in_a_line_up_has_it_among_the_contests_of_his_application(site: Site) -> None:
    first = lineup(site)[0]
    pages = PdfReader(io.BytesIO(site.captain().get("/team/demo/vologda/application.pdf").content)).pages
    rows = re.split(r"\s(?=\d+ [А-ЯЁ][а-яё]+ [А-ЯЁ])", " ".join(page.extract_text() for page in pages))
    with site.shell.store.reader() as session:
        athlete = site.shell.now("demo").state.athletes[first].person
        name = full_names(session, [athlete])[athlete]
    assert "стафета" in next(row for row in rows if name in row)


def test_whoever_is_replaced_leaves_the_line_up_and_the_captain_is_told(site: Site) -> None:
    captain, team = site.captain(), "/team/demo/vologda"
    captain.post(f"{team}/athletes", {"surname": "Метелева", "name": "Ия", "sex": "ж", "born_on": "05.03.1991"})
    *_, first, new = own(site)
    captain.post(f"{team}/contests/visit/lineup", {f"o-{first}": "1", f"o-{new}": "2"})
    assert "В составе он был: Конкурс визиток." in text_of(captain.get(f"{team}/athletes/{new}/replacement").text)
    assert re.search(r"визиток\">состав: 2</a>", captain.get(team).text)
    out = {"surname": "Снегова Яна", "sex": "ж", "born_on": "06.03.1992", "reason": "травма", "allowed": "оргкомитет"}
    assert captain.post(f"{team}/athletes/{new}/replacement", out).status_code == 303
    assert re.search(r"визиток\">состав: 1</a>", captain.get(team).text)
