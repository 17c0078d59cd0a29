"""Results from a file of another program: looked at row by row, mended in the field, written all at once."""

from hashlib import sha256
from urllib.parse import quote, urlencode

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import Actor
from spartakiad.intake.table import MOST_SIGNS
from spartakiad.judge.carried import MOST_KEPT
from spartakiad.judge.files import MOST_SENT
from spartakiad.results.actions import TypedMark, enter_mark
from spartakiad.results.files import MOST_LINES
from tests.doors.files import FIRST, HEAD, RACE, SECOND, all_marks, counts, errors, form_of, looked, raws, taken, values
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor
from tests.intake.files import xlsx
from tests.intake.programs import families

BOTH = xlsx(("Итоговый протокол",), HEAD, FIRST, SECOND)
STRANGER = (3, 77, "Лыжинова Анна", "Псков", "42:00,0", "")


def test_looking_writes_nothing(race: Site, judge: Visitor) -> None:
    before = race.numbers()
    assert (counts(looked(judge, BOTH).text), race.numbers()) == ((2, 0, 0, 0), before)


def test_a_preview_comes_back_with_its_cells_however_full_they_are(race: Site, judge: Visitor) -> None:
    cell = "Ы" * MOST_SIGNS
    page = looked(judge, xlsx(HEAD, (1, 1, "Лыжина Анна", "Вологда", cell, ""))).text
    back = taken(judge, page)
    assert (back.status_code, form_of(page)["r0-raw"], form_of(back.text)["r0-raw"]) == (422, cell, cell)
    table_and_fields = 2 * MOST_KEPT * len(quote("😀"))
    names = len(urlencode([(f"r1000-{one}", "1000-yes") for one in ("who", "raw", "version", "keep", "keep")]))
    assert table_and_fields + MOST_LINES * names < MOST_SENT


def test_a_file_becomes_marks_that_say_where_they_come_from(race: Site, judge: Visitor) -> None:
    answer = taken(judge, looked(judge, BOTH).text)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{RACE}?written=2")
    assert raws(race) == {"1": "40:33,2", "2": "41:00,0"}
    origin = all_marks(race)["ski-women", "main", "main", "2"].origin
    assert origin is not None and (origin.digest, origin.row) == (sha256(BOTH).hexdigest(), 4)
    sheet = words(judge.get(f"{RACE}?written=2").text)
    assert "из файла «итог.xlsx», лист «Заявка», строка 4" in sheet and "Записано из файла: 2" in sheet


@pytest.mark.parametrize("program", families())
def test_the_file_of_each_program_gives_the_same_marks(race: Site, judge: Visitor, program: str) -> None:
    name, content = families()[program]
    answer = taken(judge, looked(judge, content, name).text)
    assert answer.status_code == 303, answer.text
    assert values(race) == {"1": {"time": "40:33.2"}, "2": {"time": "41:00.0"}, "3": "DNF"}


def test_a_row_of_a_stranger_keeps_the_others_back_until_the_judge_leaves_it(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(HEAD, FIRST, STRANGER)).text
    assert counts(page) == (1, 0, 1, 0)
    assert "похоже: № 1 Лыжина Анна" in errors(page)["r1-who"]
    refused = taken(judge, page)
    assert (refused.status_code, raws(race)) == (422, {})
    assert "Ничего не записано: строк с замечаниями – 1" in refused.text
    assert (taken(judge, refused.text, leave="yes").status_code, raws(race)) == (303, {"1": "40:33,2"})


def test_a_stranger_is_named_by_hand_in_his_row(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(HEAD, FIRST, STRANGER)).text
    assert taken(judge, page, **{"r1-who": "2"}).status_code == 303
    assert raws(race) == {"1": "40:33,2", "2": "42:00,0"}


def test_the_name_of_another_under_a_number_is_doubted(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(HEAD, (1, 1, "Инеева Анна", "", "40:33,2", ""))).text
    assert (counts(page), "в файле другая фамилия" in errors(page)["r0-who"]) == ((0, 0, 1, 0), True)
    assert (taken(judge, page).status_code, raws(race)) == (422, {})
    assert taken(judge, page, **{"r0-keep": "yes"}).status_code == 303
    assert raws(race) == {"1": "40:33,2"}


def test_what_cannot_be_read_is_said_at_its_field_and_mended_there(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(HEAD, (*FIRST[:4], "1:75", ""), SECOND)).text
    assert "минут и секунд не бывает 60 и больше" in errors(page)["r0-raw"]
    refused = taken(judge, page, **{"r0-raw": "1:76"})
    assert (refused.status_code, raws(race), 'value="1:76"' in refused.text) == (422, {}, True)
    assert taken(judge, refused.text, **{"r0-raw": "41:15"}).status_code == 303
    assert raws(race) == {"1": "41:15", "2": "41:00,0"}
    origin = all_marks(race)["ski-women", "main", "main", "1"].origin
    assert origin is not None and origin.mended
    assert "строка 2, исправлено при загрузке" in words(judge.get(RACE).text)


def test_an_unlikely_time_waits_for_a_tick(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(HEAD, (*FIRST[:4], "4:33,2", ""))).text
    assert "меньше, чем бывает" in errors(page)["r0-raw"]
    assert (taken(judge, page).status_code, raws(race)) == (422, {})
    assert (taken(judge, page, **{"r0-keep": "yes"}).status_code, raws(race)) == (303, {"1": "4:33,2"})


def test_a_row_that_is_not_ticked_stays_out(race: Site, judge: Visitor) -> None:
    page = looked(judge, BOTH).text
    assert taken(judge, page, **{"r0-keep": "no"}).status_code == 303
    assert raws(race) == {"2": "41:00,0"}


def test_two_results_of_one_are_for_a_person_to_settle(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(HEAD, FIRST, (*FIRST[:4], "40:35,0", ""))).text
    assert set(errors(page)) == {"r0-raw", "r1-raw"} and taken(judge, page).status_code == 422
    assert taken(judge, page, **{"r1-raw": ""}).status_code == 303
    assert raws(race) == {"1": "40:33,2"}


def test_a_row_that_is_left_stands_in_nobodys_way(race: Site, judge: Visitor) -> None:
    """№ 1 is named by hand in one row, and another one has her number by mistake."""
    page = looked(judge, xlsx(HEAD, STRANGER, (1, 1, "Снегирёва Анна", "", "41:00,0", ""))).text
    assert taken(judge, page, leave="yes", **{"r0-who": "1"}).status_code == 303
    assert raws(race) == {"1": "42:00,0"}


def test_the_same_row_twice_is_one_mark(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(HEAD, FIRST, FIRST)).text
    assert (counts(page), taken(judge, page).status_code, raws(race)) == ((1, 0, 0, 1), 303, {"1": "40:33,2"})


def test_what_somebody_wrote_meanwhile_is_not_written_over(race: Site, judge: Visitor) -> None:
    page = looked(judge, BOTH).text
    other = TypedMark("race", "ski-women", "1", "39:00,0", 0)
    race.shell.write_now(enter_mark, other, Actor("other"))
    answer = taken(judge, page)
    assert (answer.status_code, raws(race)) == (409, {"1": "39:00,0"})
    assert "Пока вы смотрели файл, записали другое: 39:00,0" in errors(answer.text)["r0-raw"]
    assert taken(judge, answer.text).status_code == 303
    assert raws(race) == {"1": "39:00,0", "2": "41:00,0"}


def test_whoever_brought_the_file_does_not_confirm_it(race: Site, judge: Visitor) -> None:
    taken(judge, looked(judge, BOTH).text)
    answer = judge.post(f"{RACE}/checks", {"c-1": "1", "verdict": "confirmed"})
    assert (answer.status_code, "Сверить и подтвердить должен другой человек" in answer.text) == (409, True)
    other = race.signed_in(Role.SPORT_CHIEF, games="race", contest="ski-women")
    assert other.post(f"{RACE}/checks", {"a-1": "1", "a-2": "1", "verdict": "all"}).status_code == 303


def test_the_same_form_sent_twice_is_carried_out_once(race: Site, judge: Visitor) -> None:
    form = form_of(looked(judge, BOTH).text)
    answers = [judge.post(f"{RACE}/import/marks", form).headers.get("location") for _ in range(2)]
    assert answers == [f"{RACE}?written=2"] * 2 and len(race.shell.now("race").state.files) == 1


def test_a_table_that_was_changed_on_the_way_is_not_taken(race: Site, judge: Visitor) -> None:
    page = looked(judge, BOTH).text
    forged = form_of(page)["carried"].replace("40:33,2", "30:33,2")
    assert (taken(judge, page, carried=forged).status_code, raws(race)) == (403, {})


def test_a_table_of_another_session_is_not_taken(race: Site, judge: Visitor) -> None:
    page = looked(judge, BOTH).text
    other = race.newly_in(Role.JUDGE, games="race", contest="ski-women")
    assert (taken(other, page).status_code, raws(race)) == (403, {})


def test_a_file_that_cannot_be_read_is_refused_at_its_field(judge: Visitor) -> None:
    answer = looked(judge, b"%PDF-1.7", "итог.pdf")
    assert answer.status_code == 422 and 'id="f-file-error"' in answer.text and "Это PDF" in answer.text


def test_whoever_is_not_admitted_keeps_his_mark_out_of_the_ranking(race: Site, judge: Visitor) -> None:
    taken(judge, looked(judge, xlsx(HEAD, (1, 3, "Инеева Анна", "Вологда", "39:00,0", ""))).text)
    assert raws(race) == {"3": "39:00,0"}
    assert "39:00,0" not in race.visitor().get("/games/race/contests/ski-women").text


def test_a_name_of_a_file_is_text_and_nothing_else(race: Site, judge: Visitor) -> None:
    name = 'а"><script>alert(1)</script>.xlsx'
    page = looked(judge, BOTH, name).text
    taken(judge, page)
    for text in (page, judge.get(RACE).text, judge.get(f"{RACE}/import").text):
        assert "<script>alert" not in text
