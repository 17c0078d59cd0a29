"""The commission's table: everything is ticked, only exceptions are marked; several tables at once; what lapses."""

import html
from datetime import UTC, date, datetime, timedelta

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.applied import Admission
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.papers_required import papers_required
from spartakiad.entries.actions import NewAthletes, add_athletes
from spartakiad.entries.commission import decide_rows
from spartakiad.entries.commission_table import shown_rows, untouched
from spartakiad.entries.replacing import Replacing, replace_athlete
from spartakiad.people.forms import Clean
from spartakiad.publication.blockers import blockers
from tests.doors.forms_on_pages import forms_of
from tests.doors.visiting import Site, Visitor

PAGE = "/office/demo/admission/pskov"
Table = dict[str, str]


@pytest.fixture
def three(site: Site) -> list[str]:
    """Numbers of three who have joined Pskov and wait."""
    names = ("Ёлкина", "Позёмкина", "Метелева")
    people = tuple(Clean(name, "Анна", "", "f", date(1990, 3, 5), "") for name in names)
    done = site.shell.write_now(add_athletes, NewAthletes("demo", "pskov", people), SYSTEM)
    return [str(number) for number in done["athletes"]]  # type: ignore[union-attr]


def commission(site: Site) -> Visitor:
    return site.signed_in(Role.COMMISSION)


def test_nobody_is_led_to_a_page_that_is_not_his(site: Site) -> None:
    led = 'href="/office/demo"'
    assert led not in commission(site).get("/office/demo/admission").text
    assert led in site.signed_in(Role.CHIEF_SECRETARY).get("/office/demo/admission").text


def table(site: Site, numbers: list[str], **marked: str) -> Table:
    """The form as the page shows it, with what was marked; «no» unticks a box."""
    state = site.shell.now("demo").state
    papers = [one.id for one in papers_required(state.regulation)]
    rows: Table = {"papers": " ".join(papers)}
    for number, row in shown_rows(state, state.athletes[numbers[0]].team).items():
        if number in numbers:
            rows |= {f"have-{one}-{number}": "yes" for one in papers if one not in row.lacks}
            rows |= {f"seen-{number}": row.seen, f"shown-{number}": row.told, f"outcome-{number}": row.outcome}
            rows |= {f"clause-{number}": row.clause, f"reason-{number}": row.reason}
            rows |= {f"bar-{contest}-{number}": "yes" for contest in row.barred}
    marks = {name.replace("__", "-"): value for name, value in marked.items()}
    return {name: value for name, value in (rows | marks).items() if value != "no"}


def found(site: Site, number: str) -> Admission:
    return site.shell.now("demo").state.admission(number)


def test_whoever_has_every_document_is_admitted_at_once(site: Site, three: list[str]) -> None:
    commission(site).post(f"{PAGE}/table", table(site, three))
    assert [found(site, number).state for number in three] == ["admitted"] * 3


def test_a_missing_document_makes_a_condition_with_its_clause(site: Site, three: list[str]) -> None:
    marked = {f"have__medical__{three[0]}": "no", "all__until": "09:00"}
    commission(site).post(f"{PAGE}/table", table(site, three, **marked))
    told = found(site, three[0])
    assert (told.state, told.reason, told.clause, told.until[-6:], told.lacks) == (
        "until",
        "нет: допуск врача",
        "4.5",
        "T09:00",
        ("medical",),
    )


def test_without_an_hour_nothing_is_written_and_the_ticks_stay(site: Site, three: list[str]) -> None:
    before = site.numbers()
    answer = commission(site).post(f"{PAGE}/table", table(site, three, **{f"have__medical__{three[0]}": "no"}))
    box = f'name="have-medical-{three[0]}" value="yes" aria-label="Допуск врача: Ёлкина Анна"'
    assert (answer.status_code, site.numbers() == before, f"{box}>" in answer.text) == (422, True, True)


def test_the_sentence_stands_at_the_row(site: Site, three: list[str]) -> None:
    marked = {f"outcome__{three[1]}": "refused"}
    answer = commission(site).post(f"{PAGE}/table", table(site, three, **marked))
    assert f'id="f-clause-{three[1]}-error"' in answer.text


def test_the_document_comes_and_he_is_admitted(site: Site, three: list[str]) -> None:
    one = three[:1]
    lacks = {f"have__medical__{one[0]}": "no", "all__until": "09:00"}
    commission(site).post(f"{PAGE}/table", table(site, one, **lacks))
    commission(site).post(f"{PAGE}/table", table(site, one, **{f"have__medical__{one[0]}": "yes"}))
    assert found(site, one[0]) == Admission("admitted")


def test_a_condition_keeps_its_hour_when_the_rest_is_saved_again(site: Site, three: list[str]) -> None:
    lacks = {f"have__medical__{three[0]}": "no"}
    commission(site).post(f"{PAGE}/table", table(site, three, **lacks, all__until="09:00"))
    before = found(site, three[0])
    commission(site).post(f"{PAGE}/table", table(site, three, all__until="18:00"))
    assert found(site, three[0]) == before


def test_a_second_missing_document_is_named_beside_the_first_and_keeps_the_hour(site: Site, three: list[str]) -> None:
    one = three[:1]
    lacks = {f"have__medical__{one[0]}": "no", "all__until": "09:00"}
    commission(site).post(f"{PAGE}/table", table(site, one, **lacks))
    until = found(site, one[0]).until
    commission(site).post(f"{PAGE}/table", table(site, one, **{f"have__insurance__{one[0]}": "no"}))
    told = found(site, one[0])
    assert (told.reason, told.clause, told.until) == ("нет: допуск врача, страховка", "4.5, 4.6", until)


def test_a_missing_document_is_named_beside_a_reason_of_ones_own(site: Site, three: list[str]) -> None:
    one = three[0]
    marked = {f"have__medical__{one}": "no", f"reason__{one}": "ждём врача", f"clause__{one}": "4.9"}
    commission(site).post(f"{PAGE}/table", table(site, [one], **marked, all__until="09:00"))
    assert (found(site, one).reason, found(site, one).clause) == ("ждём врача; нет: допуск врача", "4.9")


def again(answer: str) -> Table:
    """The form that came back, as a browser would send it once more."""
    return next(one for one in forms_of(answer) if one.action == f"{PAGE}/table").fields


def test_a_form_that_came_back_overwrites_nobody_elses_decision(site: Site, three: list[str]) -> None:
    """One hour was forgotten; meanwhile another commission refused somebody else of the same page."""
    late = table(site, three, **{f"have__medical__{three[0]}": "no"})
    site.refuse(three[1], "нет полиса")
    answer = commission(site).post(f"{PAGE}/table", late)
    commission(site).post(f"{PAGE}/table", again(answer.text) | {"all-until": "09:00"})
    assert [found(site, number).state for number in three] == ["until", "refused", "admitted"]


def test_a_row_in_dispute_is_overridden_by_saving_once_more(site: Site, three: list[str]) -> None:
    late = table(site, three, **{f"outcome__{three[0]}": "withdrawn"})
    site.refuse(three[0], "нет полиса")
    answer = commission(site).post(f"{PAGE}/table", late)
    commission(site).post(f"{PAGE}/table", again(answer.text))
    assert (answer.status_code, found(site, three[0]).state) == (409, "withdrawn")


def test_a_box_ticked_over_a_newer_refusal_is_not_lost_in_silence(site: Site, three: list[str]) -> None:
    one = three[0]
    commission(site).post(f"{PAGE}/table", table(site, [one], **{f"have__medical__{one}": "no"}, all__until="09:00"))
    late = table(site, [one], **{f"have__medical__{one}": "yes"})
    site.refuse(one, "подделка")
    answer = commission(site).post(f"{PAGE}/table", late)
    assert (answer.status_code, found(site, one).state) == (409, "refused")


def test_two_conditions_of_different_hours_are_a_dispute(site: Site, three: list[str]) -> None:
    one = three[0]
    late = table(site, [one], **{f"have__medical__{one}": "no", "all__until": "07:00"})
    commission(site).post(f"{PAGE}/table", table(site, [one], **{f"have__medical__{one}": "no"}, all__until="23:30"))
    assert commission(site).post(f"{PAGE}/table", late).status_code == 409


def test_whoever_came_in_for_somebody_meanwhile_is_not_admitted_by_the_other_ones_papers(
    site: Site, three: list[str]
) -> None:
    late = table(site, three)
    comes = Clean("Подменная", "Ия", "", "f", date(1991, 3, 5), "")
    site.shell.write_now(replace_athlete, Replacing("demo", "pskov", three[0], comes, "травма", "Петров"), SYSTEM)
    commission(site).post(f"{PAGE}/table", late)
    assert [found(site, number).state for number in three] == ["pending", "admitted", "admitted"]


def test_a_page_that_did_not_ask_about_a_document_decides_nothing(site: Site, three: list[str]) -> None:
    before = site.numbers()
    answer = commission(site).post(f"{PAGE}/table", table(site, three, papers="identity medical"))
    assert (answer.status_code, site.numbers() == before) == (409, True)


def test_what_another_table_decided_meanwhile_stands(site: Site, three: list[str]) -> None:
    late = table(site, three)
    refusal = {f"outcome__{three[0]}": "refused", f"clause__{three[0]}": "4.5", f"reason__{three[0]}": "нет полиса"}
    commission(site).post(f"{PAGE}/table", table(site, three, **refusal))
    commission(site).post(f"{PAGE}/table", late)
    assert [found(site, number).state for number in three] == ["refused", "admitted", "admitted"]


def test_two_tables_that_disagree_are_told_so(site: Site, three: list[str]) -> None:
    late = table(site, three, **{f"outcome__{three[0]}": "withdrawn"})
    site.shell.write_now(decide_rows, untouched("demo", site.shell.now("demo").state, "pskov"), SYSTEM)
    answer = commission(site).post(f"{PAGE}/table", late)
    assert (answer.status_code, "решила другая комиссия: допущен" in answer.text) == (409, True)


def test_the_same_table_again_overrides_deliberately(site: Site, three: list[str]) -> None:
    site.shell.write_now(decide_rows, untouched("demo", site.shell.now("demo").state, "pskov"), SYSTEM)
    commission(site).post(f"{PAGE}/table", table(site, three, **{f"outcome__{three[0]}": "withdrawn"}))
    assert found(site, three[0]).state == "withdrawn"


def test_an_athlete_of_another_team_is_not_reached_through_the_form(site: Site) -> None:
    other = next(one.number for one in site.shell.now("demo").state.athletes.values() if one.team == "vologda")
    before = site.numbers()
    commission(site).post(f"{PAGE}/table", table(site, [other], **{f"outcome__{other}": "withdrawn"}))
    assert site.numbers() == before


def test_a_lapsed_condition_is_said_aloud(site: Site, three: list[str]) -> None:
    marked = {f"have__medical__{three[0]}": "no", "all__until": "09:00"}
    commission(site).post(f"{PAGE}/table", table(site, three, **marked))
    later = datetime.now(UTC) + timedelta(days=3650)
    told = [one.words for one in blockers(site.shell.now("demo"), later) if one.kind == "lapsed"]
    assert told == [f"условный допуск № {three[0]} истёк: допустить или отказать"]


def test_the_captain_reads_what_is_missing(site: Site, three: list[str]) -> None:
    marked = {f"have__medical__{three[0]}": "no", "all__until": "09:00"}
    commission(site).post(f"{PAGE}/table", table(site, three, **marked))
    page = html.unescape(site.captain("pskov").get("/team/demo/pskov").text)
    assert "нет: допуск врача (п. 4.5)" in page


def test_broken_hidden_fields_decide_nothing(site: Site, three: list[str]) -> None:
    before = site.numbers()
    typed = table(site, three) | {f"seen-{number}": "много" * 20 for number in three}
    status = commission(site).post(f"{PAGE}/table", typed).status_code
    assert (status, site.numbers() == before) == (303, True)


def test_a_day_outside_the_games_is_refused(site: Site, three: list[str]) -> None:
    marked = {f"have__medical__{three[0]}": "no", "all__until": "09:00", "on": "9999-12-31"}
    assert commission(site).post(f"{PAGE}/table", table(site, three, **marked)).status_code == 422


def test_who_was_replaced_and_why_stands_at_the_row(site: Site, three: list[str]) -> None:
    comes = Clean("Подменная", "Ия", "", "f", date(1991, 3, 5), "")
    site.shell.write_now(replace_athlete, Replacing("demo", "pskov", three[0], comes, "травма", "Петров"), SYSTEM)
    page = html.unescape(commission(site).get(PAGE).text)
    assert "замена, вместо: Ёлкина Анна; травма, разрешил Петров" in page
