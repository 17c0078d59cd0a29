"""Consents at the commission's table: papers of a delegation taken at once, one withdrawn, a person erased."""

import html
import re
from datetime import UTC, date, datetime

from sqlmodel import select

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries.actions import NewAthletes, add_athletes
from spartakiad.models.people import Consent, Person
from spartakiad.people.forms import Clean
from spartakiad.people.queries import names_of
from spartakiad.store import journal
from tests.doors.visiting import Site, Visitor

PAGE = "/office/demo/admission/pskov/consents"
ILL = Clean("Позёмкина", "Нина", "", "f", date(1991, 3, 5), "I")


def with_minor(site: Site) -> str:
    """A skier of sixteen joins; her number."""
    minor = Clean("Ёлкина", "Аня", "", "f", date(2010, 5, 1), "")
    new = NewAthletes("demo", "pskov", (minor,))
    return str(site.shell.write_now(add_athletes, new, SYSTEM)["athletes"][0])  # type: ignore[index]


def ticked(site: Site, *, without: tuple[str, ...] = ()) -> dict[str, str]:
    numbers = [one.number for one in site.shell.now("demo").state.athletes.values() if one.team == "pskov"]
    boxes = {f"{kind}-{number}": "yes" for kind in ("processing", "publication") for number in numbers}
    return {"given_on": "19.02.2026", **{name: one for name, one in boxes.items() if name not in without}}


def given(site: Site) -> dict[str, int]:
    with site.shell.store.reader() as session:
        rows = session.exec(select(Consent)).all()
    athletes = {one.person for one in site.shell.now("demo").state.athletes.values() if one.team == "pskov"}
    mine = [row.kind for row in rows if row.person_id in athletes and row.withdrawn_at is None]
    return {kind: mine.count(kind) for kind in ("processing", "publication")}


def totals(site: Site) -> list[tuple[str, object]]:
    return [(row.team, row.total) for row in site.shell.now("demo").result.standings["overall"].rows]  # type: ignore[union-attr]


def commission(site: Site) -> Visitor:
    return site.signed_in(Role.COMMISSION, "demo")


def test_papers_of_a_delegation_are_taken_but_for_the_exceptions(site: Site) -> None:
    many = len(site.shell.now("demo").state.athletes_of("pskov"))
    before = given(site)["publication"]
    hidden = next(one for one in site.shell.now("demo").state.athletes_of("pskov") if not one.shown).number
    assert commission(site).post(PAGE, ticked(site, without=(f"processing-{hidden}",))).status_code == 303
    assert given(site) == {"processing": many - 1, "publication": many}
    assert before < many and site.shell.now("demo").state.athletes[hidden].shown


def test_no_paper_is_expected_of_whoever_was_refused(site: Site) -> None:
    number, by = with_minor(site), commission(site)
    box = re.compile(rf'name="processing-{number}"[^>]*>')
    expected = ["checked" in box.search(by.get(PAGE).text)[0]]  # type: ignore[index]
    site.refuse(number, "нет страховки")
    expected.append("checked" in box.search(by.get(PAGE).text)[0])  # type: ignore[index]
    assert expected == [True, False]


def test_whose_paper_was_not_brought_is_not_ticked_when_the_page_comes_back(site: Site) -> None:
    by, left = commission(site), site.shell.now("demo").state.athletes_of("pskov")[0].number
    many = given(site)["processing"]
    answer = by.post(PAGE, ticked(site, without=(f"processing-{left}", f"publication-{left}")))
    page = by.get(answer.headers["location"]).text
    boxes = re.findall(r'<input type="checkbox" name="[a-z]+-\d+"[^>]*>', page)
    assert many == 0 and boxes and not any(" checked" in box for box in boxes)
    assert "Сохранено." in page and "отметьте принесённые" in page


def test_a_minor_needs_somebody_who_signed_and_nobody_is_written_without(site: Site) -> None:
    number = with_minor(site)
    before = given(site)
    answer = commission(site).post(PAGE, ticked(site))
    assert answer.status_code == 422 and f"№ {number}: нет 18 лет" in answer.text
    assert f'id="f-signer-{number}-error"' in answer.text and given(site) == before
    signed = {**ticked(site), f"signer-{number}": "Ёлкина О. И., мать"}
    assert commission(site).post(PAGE, signed).status_code == 303
    assert "Ёлкина О. И., мать (законный представитель)" in html.unescape(commission(site).get(PAGE).text)


def test_taking_the_papers_twice_writes_them_once(site: Site) -> None:
    commission(site).post(PAGE, ticked(site))
    after = given(site)
    commission(site).post(PAGE, {**ticked(site), "command_key": "once more"})
    assert given(site) == after


def test_one_kind_is_withdrawn_and_the_other_stays(site: Site) -> None:
    commission(site).post(PAGE, ticked(site))
    athlete = site.shell.now("demo").state.athletes_of("pskov")[0]
    many = given(site)
    path = f"{PAGE}/{athlete.number}/withdrawal"
    assert commission(site).post(path, {"kind": "publication"}).status_code == 303
    assert given(site) == {"processing": many["processing"], "publication": many["publication"] - 1}
    assert not site.shell.now("demo").state.athletes[athlete.number].shown


def test_somebody_of_another_team_is_not_reached_through_this_one(site: Site) -> None:
    stranger = site.shell.now("demo").state.athletes_of("vologda")[0].number
    assert commission(site).post(f"{PAGE}/{stranger}/withdrawal", {"kind": "publication"}).status_code == 404


def test_an_erased_person_leaves_the_result_and_the_chain(site: Site) -> None:
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    number = site.shell.now("demo").state.athletes_of("pskov")[0].number
    with site.shell.store.reader() as session:
        name = names_of(session, "demo")[number].surname
    before = totals(site)
    assert secretary.post(f"{PAGE}/{number}/erasure", {"reason": ""}).status_code == 422
    assert secretary.post(f"{PAGE}/{number}/erasure", {"reason": "заявление от 01.03.2026"}).status_code == 303
    with site.shell.store.reader() as session:
        assert number not in names_of(session, "demo")
        assert journal.verify(session, "games:demo") is None
    assert totals(site) == before
    assert name not in html.unescape(secretary.get("/office/demo/admission/pskov").text)


def test_whoever_takes_an_application_out_is_written_down(site: Site) -> None:
    site.captain("pskov").get("/team/demo/pskov/application.xlsx")
    page = html.unescape(site.signed_in(Role.CHIEF_SECRETARY, "demo").get("/office/demo/exports").text)
    assert "именная заявка, таблица" in page and "Псков" in page


def erased(site: Site) -> str:
    """The number of somebody of Pskov who has given everything and is erased."""
    commission(site).post(PAGE, ticked(site))
    number = site.shell.now("demo").state.athletes_of("pskov")[0].number
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    assert secretary.post(f"{PAGE}/{number}/erasure", {"reason": "заявление"}).status_code == 303
    return number


def test_a_paper_of_a_day_ahead_is_not_taken(site: Site) -> None:
    before = given(site)
    answer = commission(site).post(PAGE, {**ticked(site), "given_on": "31.12.2099"})
    assert (answer.status_code, 'href="#f-given_on"' in answer.text, given(site)) == (422, True, before)


def test_whoever_was_a_minor_on_the_day_of_the_paper_needs_somebody_who_signed(site: Site) -> None:
    grown = Clean("Ёлкина", "Вера", "", "f", date(2008, 5, 1), "")
    number = site.shell.write_now(add_athletes, NewAthletes("demo", "pskov", (grown,)), SYSTEM)["athletes"][0]  # type: ignore[index]
    site.shell.clock = lambda: datetime(2026, 11, 1, 9, tzinfo=UTC)
    answer = commission(site).post(PAGE, ticked(site))
    assert (answer.status_code, f"№ {number}: нет 18 лет" in answer.text) == (422, True)


def test_an_erased_person_gives_nothing_any_more(site: Site) -> None:
    number = erased(site)
    before = given(site)
    both = {f"{kind}-{number}": "yes" for kind in ("processing", "publication")}
    commission(site).post(PAGE, {"given_on": "19.02.2026", **both})
    assert (given(site), site.shell.now("demo").state.athletes[number].shown) == (before, False)


def test_of_an_erased_person_nothing_but_the_year_of_birth_is_kept(site: Site) -> None:
    number = erased(site)
    known = site.shell.now("demo").state.athletes[number].person
    with site.shell.store.reader() as session:
        person = session.get(Person, known)
        papers = session.exec(select(Consent).where(Consent.person_id == known)).all()
    assert person is not None and person.search_key.startswith("erased-")
    kept = {person.surname, person.name, person.patronymic, person.sort_key, *(one.signed_by for one in papers)}
    assert (kept, f"{person.born_on:%m-%d}", {one.withdrawn_at is None for one in papers}) == ({""}, "01-01", {False})


def test_what_the_commission_said_about_an_erased_person_is_gone(site: Site) -> None:
    number = str(site.shell.write_now(add_athletes, NewAthletes("demo", "pskov", (ILL,)), SYSTEM)["athletes"][0])  # type: ignore[index]
    site.refuse(number, "нет допуска врача")
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    secretary.post(f"{PAGE}/{number}/erasure", {"reason": "заявление"})
    with site.shell.store.reader() as session:
        lines = [one for one in journal.read(session, "games:demo") if one.subject == f"admission:{number}"]
    assert [one.texts for one in lines] == [{}]


def test_somebody_of_another_team_is_not_erased_through_this_one(site: Site) -> None:
    stranger = site.shell.now("demo").state.athletes_of("vologda")[0].number
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    assert secretary.post(f"{PAGE}/{stranger}/erasure", {"reason": "заявление"}).status_code == 404
