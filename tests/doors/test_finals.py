"""A final made in the office out of the heats: seen before it is released, asked about where somebody is level."""

import re

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM, Actor
from spartakiad.results.actions import Checked, TypedMark, check_marks, enter_mark
from spartakiad.results.records import Record, take_record
from tests.doors.small_games import RUN, numbers, play_sprint
from tests.doors.visiting import Site, Visitor

PAGE = f"/office/cup/contests/{RUN}/final"
SHEET = f"/judge/cup/{RUN}"


@pytest.fixture
def cup(site: Site) -> Site:
    play_sprint(site)
    return site


@pytest.fixture
def secretary(cup: Site) -> Visitor:
    return cup.signed_in(Role.CHIEF_SECRETARY, games="cup")


def run(cup: Site, *times: str) -> None:
    for number, raw in zip(numbers(cup), times, strict=True):
        cup.shell.write_now(enter_mark, TypedMark("cup", RUN, number, raw, 0), SYSTEM)
    items = tuple((key[3], mark.version) for key, mark in cup.shell.now("cup").state.marks_of(RUN).items())
    cup.shell.write_now(check_marks, Checked("cup", RUN, items, "confirmed"), Actor("other", "test"))


def finalists(cup: Site) -> list[str]:
    listed = cup.shell.now("cup").state.starts.get(f"starts:{RUN}:main:final:main")
    return [one for one, _ in listed.starts] if listed else []


def test_before_the_heats_are_over_the_page_says_what_is_wanting(cup: Site, secretary: Visitor) -> None:
    cup.shell.write_now(enter_mark, TypedMark("cup", RUN, numbers(cup)[0], "12,50", 0), SYSTEM)
    page = secretary.get(PAGE).text
    assert ("без результата 5, не сверено с бумагой 1" in page, "Выпустить список" in page) == (True, False)
    assert (secretary.post(PAGE).status_code, finalists(cup)) == (409, [])


def test_the_list_is_made_by_the_rule_and_everybody_sees_it(cup: Site, secretary: Visitor) -> None:
    run(cup, "12,50", "13,50", "13,00", "12,60", "12,80", "13,20")
    one, _, three, four, five, _ = numbers(cup)
    assert "из каждого забега 1, ещё по результатам 2" in secretary.get(PAGE).text
    assert secretary.post(PAGE, {"begins": ""}).status_code == 303
    assert finalists(cup) == [one, four, five, three]
    cup.shell.write_now(enter_mark, TypedMark("cup", RUN, five, "12,40", 0), SYSTEM)
    public = cup.visitor().get(f"/games/cup/contests/{RUN}").text
    assert "Финал: кто стартует" in public
    row = public.partition(f'id="row-{five}"')[2].partition("</tr>")[0]
    assert ("12,40" in row, "финал" in row, five in re.findall(r"№ (\d+)", public.partition("Результаты")[0])) == (
        True,
        True,
        False,
    )
    assert "финал, дорожка 2" in cup.signed_in(Role.JUDGE, games="cup", contest=RUN).get(SHEET).text


def test_a_heat_corrected_after_its_final_was_made_says_who_would_have_gone_on(cup: Site, secretary: Visitor) -> None:
    run(cup, "12,50", "13,50", "13,00", "12,60", "12,80", "13,20")
    two, three = numbers(cup)[1:3]
    secretary.post(PAGE, {"begins": ""})
    judge = cup.signed_in(Role.JUDGE, games="cup", contest=RUN)
    assert ["Финал составлен по прежним" in page.text for page in (judge.get(SHEET), secretary.get(PAGE))] == [
        False
    ] * 2
    judge.post(f"{SHEET}/marks/{two}", {"raw": "12,70", "version": "2"})
    for one in finalists(cup):
        cup.shell.write_now(enter_mark, TypedMark("cup", RUN, one, "12,4" + one[-1], 0), SYSTEM)
    for page in (judge.get(SHEET).text, secretary.get(PAGE).text):
        told = page.partition('id="otherwise"')[2].partition("</p>")[0]
        assert [f"вышли бы: № {two} " in told, f"не вышли бы: № {three} " in told] == [True, True]


def test_for_one_who_does_not_come_the_next_best_is_seen_first_and_then_released(cup: Site, secretary: Visitor) -> None:
    run(cup, "12,50", "13,50", "13,00", "12,60", "12,80", "13,20")
    one, _, three, four, five, six = numbers(cup)
    page = secretary.post(PAGE, {f"without-{one}": "yes", "look": "yes"}).text
    ticked = re.findall(r'name="without-(\w+)" value="yes"( checked)?', page)
    assert (ticked, finalists(cup)) == ([(four, ""), (five, ""), (three, ""), (six, ""), (one, " checked")], [])
    assert secretary.post(PAGE, {f"without-{one}": "yes", "reason": "травма"}).status_code == 303
    assert finalists(cup) == [four, five, three, six]
    page = secretary.get(PAGE).text
    assert (f"Отказались от финала: № {one} " in page, 'id="otherwise"' in page) == (True, False)


def test_records_that_wait_are_asked_about_before_the_final_is_released(cup: Site, secretary: Visitor) -> None:
    run(cup, "12,50", "13,50", "13,00", "12,60", "12,80", "13,20")
    late = Record("cup", "0" * 20, 1, RUN, numbers(cup)[0], (("raw", "12,30"),))
    cup.shell.write_now(take_record, late, SYSTEM)
    answer = secretary.post(PAGE)
    said = "ждут записи судей, их 1: 1 – 12,30." in answer.text, "Выпустить без этих записей" in answer.text
    assert (answer.status_code, said, finalists(cup)) == (409, (True, True), [])
    seen = next(iter(cup.shell.now("cup").state.held.values())).number
    assert secretary.post(PAGE, {"despite": str(seen)}).status_code == 303


def test_after_the_heats_alone_nobody_leads(cup: Site) -> None:
    run(cup, "12,50", "13,50", "13,00", "12,60", "12,80", "13,20")
    assert "Очков ещё ни у кого нет." in cup.visitor().get("/games/cup/standings").text


def test_the_history_of_a_finalist_tells_of_his_heat_and_of_the_final(cup: Site, secretary: Visitor) -> None:
    run(cup, "12,50", "13,50", "13,00", "12,60", "12,80", "13,20")
    five = numbers(cup)[4]
    secretary.post(PAGE, {"begins": ""})
    cup.shell.write_now(enter_mark, TypedMark("cup", RUN, five, "12,40", 0), SYSTEM)
    page = secretary.get(f"{SHEET}/marks/{five}").text.partition('id="history"')[2]
    assert [page.count(f"введено: <b>{raw}</b>") for raw in ("12,80", "12,40")] == [1, 1]


def test_who_is_level_is_ticked_and_what_was_typed_stays(cup: Site, secretary: Visitor) -> None:
    run(cup, "12,50", "12,80", "12,80", "12,60", "12,80", "13,20")
    _, two, three, _, five, _ = numbers(cup)
    page = secretary.get(PAGE).text
    assert re.findall(r'name="chosen-(\w+)"', page) == [two, three, five]
    answer = secretary.post(PAGE, {f"chosen-{two}": "yes", "reason": "жребий"})
    assert (answer.status_code, "мест в финале осталось 2" in answer.text) == (422, True)
    assert re.findall(r'name="chosen-(\w+)" value="yes" checked', answer.text) == [two]
    secretary.post(PAGE, {f"chosen-{two}": "yes", f"chosen-{five}": "yes", "reason": "жребий"})
    assert sorted(finalists(cup), key=int)[1] == two
    assert three not in finalists(cup)


def test_a_final_is_taken_back_with_a_reason(cup: Site, secretary: Visitor) -> None:
    run(cup, "12,50", "13,50", "13,00", "12,60", "12,80", "13,20")
    secretary.post(PAGE)
    assert secretary.post(f"{PAGE}/back", {"reason": ""}).status_code == 422
    secretary.post(f"{PAGE}/back", {"reason": "описка"})
    assert finalists(cup) == []


def test_a_contest_without_heats_has_no_such_page(cup: Site) -> None:
    assert cup.signed_in(Role.CHIEF_SECRETARY).get("/office/demo/contests/ski-women/final").status_code == 404
