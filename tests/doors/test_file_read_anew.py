"""What a file leaves unsaid or says otherwise: columns named by hand, gaps, hours, decimals, numbers of its own."""

from collections.abc import Callable

import httpx
import pytest

from tests.doors.files import FIRST, HEAD, SECOND, again, counts, errors, form_of, looked, pasted, raws, taken, values
from tests.doors.forms_on_pages import forms_of
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor
from tests.intake.files import xlsx
from tests.intake.programs import book

Sent = Callable[..., httpx.Response]


def test_rows_are_pasted(race: Site, judge: Visitor) -> None:
    page = pasted(judge, "1\t40:33,2\n2\t41:00,0").text
    assert (counts(page), taken(judge, page).status_code) == ((2, 0, 0, 0), 303)
    assert raws(race) == {"1": "40:33,2", "2": "41:00,0"}
    assert "из таблицы, строка 1" in words(judge.get("/judge/race/ski-women").text)


def test_rows_of_a_page_are_pasted_with_their_markup(judge: Visitor) -> None:
    markup = "<table><tr><th>Bib<th>Time<tr><td>1<td>40:33.2<tr><td>2<td>41:00.0</table>"
    assert counts(pasted(judge, "Bib Time 1 40:33.2", markup=markup).text) == (2, 0, 0, 0)


def test_nothing_at_all_is_refused_at_the_field(judge: Visitor) -> None:
    answer = pasted(judge, "")
    assert (answer.status_code, 'id="f-rows-error"' in answer.text) == (422, True)


def test_columns_are_named_by_hand_where_they_were_not_understood(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(("Кто", "Сколько"), ("1", "40:33,2"), ("2", "41:00,0"))).text
    named = {"column-0": "bib", "column-1": "result"}
    assert counts(again(judge, page, **{"column-0": "bib", "column-1": ""}).text) == (0, 0, 0, 0)
    page = again(judge, page, **named).text
    assert (counts(page), taken(judge, page, **named).status_code) == ((2, 0, 0, 0), 303)
    assert raws(race) == {"1": "40:33,2", "2": "41:00,0"}


def test_columns_named_by_hand_stay_so_when_the_rows_are_refused(judge: Visitor) -> None:
    page = looked(judge, xlsx(("Кто", "Сколько"), ("1", "40:33,2"), ("99", "41:00,0"))).text
    named = {"column-0": "bib", "column-1": "result"}
    refused = taken(judge, again(judge, page, **named).text, **named)
    chosen = [f'value="{one}" selected' for one in named.values()]
    assert (refused.status_code, [one for one in chosen if one not in refused.text]) == (422, [])


def test_gaps_are_counted_and_it_is_said(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(("Номер", "Время"), (1, "40:33,2"), (2, "+0:26,8"))).text
    assert "Время посчитано: время лидера плюс отставание" in page
    taken(judge, page)
    assert values(race) == {"1": {"time": "40:33.2"}, "2": {"time": "41:00.0"}}


def test_gaps_alone_ask_for_the_time_of_the_leader(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(("Место", "Номер", "Отставание"), (1, 1, ""), (2, 2, "+26,8"))).text
    assert "Впишите время лидера" in page and 'name="leader"' in page
    page = again(judge, page, leader="40:33,2").text
    assert taken(judge, page).status_code == 303
    assert values(race) == {"1": {"time": "40:33.2"}, "2": {"time": "41:00.0"}}


def test_minutes_that_came_as_hours_are_minutes_and_it_is_said(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(("Номер", "Время"), (1, "40:33:00"), (2, "41:00:00"))).text
    assert "Минуты в файле записаны как часы" in page
    taken(judge, page)
    assert raws(race) == {"1": "40:33", "2": "41:00"}


def test_decimals_that_the_contest_does_not_count_are_dropped_only_where_it_is_asked_for(
    race: Site, judge: Visitor
) -> None:
    page = looked(judge, xlsx(("Номер", "Время"), (1, "40:33.271"), (2, "41:00.000"))).text
    assert "Знаков после запятой больше" in errors(page)["r0-raw"] and 'name="cut"' in page
    page = again(judge, page, cut="yes").text
    assert (counts(page), taken(judge, page).status_code) == ((2, 0, 0, 0), 303)
    assert values(race)["1"] == {"time": "40:33.2"}


def test_a_file_with_numbers_of_its_own_is_read_by_names(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(HEAD, (1, 2, *FIRST[2:]), (2, 1, *SECOND[2:]))).text
    assert (counts(page), "Похоже, номера в файле свои" in page) == ((0, 0, 2, 0), True)
    page = again(judge, page, by_name="yes").text
    assert (counts(page), taken(judge, page).status_code) == ((2, 0, 0, 0), 303)
    assert raws(race) == {"1": "40:33,2", "2": "41:00,0"}


def test_of_several_sheets_the_one_that_says_most_is_read_and_another_may_be_chosen(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(("Список",), ("Лыжина",), hidden=HEAD)).text
    assert 'name="sheet"' not in page
    both = {"1": (("Номер", "Время"), (1, "40:33,2")), "2": (("Номер", "ФИО", "Время"), (2, *SECOND[2:3], "41:00,0"))}
    two = book(both)
    page = looked(judge, two).text
    assert 'name="r0-who" value="2"' in page and 'name="sheet"' in page
    assert 'name="r0-who" value="1"' in again(judge, page, sheet="0").text
    page = again(judge, page, sheet="all").text
    taken(judge, page, sheet="all")
    assert raws(race) == {"1": "40:33,2", "2": "41:00,0"}


@pytest.mark.parametrize("word", ["н/я", "DNS", "Did not start", "не стартовала", "Н/Я"])
def test_a_status_is_understood_in_words_of_either_language(race: Site, judge: Visitor, word: str) -> None:
    taken(judge, looked(judge, xlsx(HEAD, (*FIRST[:4], "", word))).text)
    assert values(race) == {"1": "DNS"}


def test_a_word_that_may_mean_several_is_left_to_the_judge(race: Site, judge: Visitor) -> None:
    page = looked(judge, xlsx(HEAD, (*FIRST[:4], "", "снята"))).text
    assert "Снят – кем?" in errors(page)["r0-raw"]
    assert taken(judge, page, **{"r0-raw": "дискв"}).status_code == 303
    assert values(race) == {"1": "DSQ"}


def test_more_rows_than_anybody_starts_are_refused(judge: Visitor) -> None:
    rows = "\n".join(f"{number}\t40:33,2" for number in range(1, 1502))
    answer = pasted(judge, rows)
    assert (answer.status_code, "Слишком много строк: 1501" in words(answer.text)) == (422, True)


def test_what_is_read_otherwise_is_looked_at_before_it_is_written(race: Site, judge: Visitor) -> None:
    page = looked(judge, book({"1": (HEAD, FIRST, SECOND), "2": (HEAD, (*SECOND[:4], "42:00,0", ""))})).text
    answer = taken(judge, page, sheet="1")
    said = "файл понят не так, и он прочитан заново" in answer.text, 'value="42:00,0"' in answer.text
    assert (answer.status_code, said, raws(race)) == (409, (True, True), {})
    assert taken(judge, answer.text, sheet="1").status_code == 303
    assert raws(race) == {"2": "42:00,0"}


def whole_form(page: str) -> dict[str, str]:
    """With its choices, as a browser sends it."""
    return next(one.fields for one in forms_of(page) if one.action.endswith("/marks"))


def test_sheets_with_columns_in_another_order_are_written_as_they_were_shown(race: Site, judge: Visitor) -> None:
    two = book({"1": (("Номер", "Время"), (1, "40:33,2")), "2": (("Время", "Номер"), ("41:00,0", 2))})
    page = again(judge, looked(judge, two).text, sheet="all").text
    assert (counts(page), taken(judge, page, **whole_form(page)).status_code) == ((2, 0, 0, 0), 303)
    assert [one.mended for row in race.shell.now("race").state.marks.values() if (one := row.origin)] == [False] * 2


def test_another_sheet_has_columns_of_its_own(judge: Visitor) -> None:
    two = book({"1": (("Номер", "Время"), (1, "40:33,2")), "2": (("Время", "Номер"), ("41:00,0", 2))})
    page = looked(judge, two, sheet="0").text
    assert counts(again(judge, page, **whole_form(page) | {"sheet": "1"}).text) == (1, 0, 0, 0)


@pytest.mark.parametrize("sent", [again, taken])
def test_sheets_that_are_too_many_together_leave_the_one_that_was_read(judge: Visitor, sent: Sent) -> None:
    many = [(number, "40:33,2") for number in range(3, 1503)]
    page = looked(judge, book({"1": (HEAD, FIRST), "2": (("Номер", "Время"), *many)})).text
    page = again(judge, page, sheet="0").text
    answer = sent(judge, page, sheet="all")
    sentence = "Слишком много строк: 1501" in words(answer.text)
    assert (answer.status_code, sentence, 'name="r0-who" value="1"' in answer.text) == (422, True, True)


def test_fields_that_no_form_has_are_not_listened_to(race: Site, judge: Visitor) -> None:
    page = pasted(judge, "1\t40:33,2").text
    form = form_of(page)
    odd = {"r99999-raw": "1:00", "r0-version": "９-1", "r1-keep": "yes", "group-0-name": "x", "sheet": "9"}
    answer = judge.post("/judge/race/ski-women/import/marks", {**form, **odd})
    assert (answer.status_code, raws(race)) == (409, {})
