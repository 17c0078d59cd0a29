"""A plan from somebody's table: nothing of it is lost without a word, nothing comes into the calendar twice."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from spartakiad.union.next_title import next_title
from tests.doors.reading import words
from tests.doors.test_union_office import chosen, office
from tests.doors.visiting import Site

PLAN = "/office/union/plan"


def looked_at(site: Site, *rows: str, heading: str = "Мероприятие;Дата;Вид;Место", year: str = "2041") -> str:
    answer = office(site).post(PLAN, {"plan_year": year, "rows": "\n".join([heading, *rows])})
    assert answer.status_code == 200
    return answer.text


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*? value="([^"]*)"', page)
    return found[1] if found else ""


def workbook(fill: Callable[[Any], None]) -> dict[str, Any]:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book)
    return {"file": ("plan.xlsx", out.getvalue())}


def test_the_column_of_kinds_goes_before_the_words_of_a_title(site: Site) -> None:
    page = looked_at(site, "Встреча по итогам Спартакиады;1.1.2041;Конференция;", "Конкурс секций;1.1.2041;Конкурс;")
    assert [chosen(page, f"event_kind-{at}") for at in (0, 1)] == ["conference", "contest"]


def test_a_place_that_is_no_city_of_the_list_is_kept_in_words(site: Site) -> None:
    page = looked_at(site, "Форум;1.3.2041;форум;Боровск, ДК «Олимп»", "Слёт;2.3.2041;форум;Псков, Тверь")
    assert (field(page, "event_place-0"), chosen(page, "event_host-1")) == ("Боровск, ДК «Олимп»", "pskov")
    assert "место записано словами: Псков, Тверь" in words(page)


def test_what_is_no_event_is_told(site: Site) -> None:
    page = looked_at(
        site,
        "ЯНВАРЬ;;;",
        "Форум;1.3.2041;форум;",
        ";05.05;;Шуя",
        "Итого: 15 мероприятий;15;;",
        heading="Мероприятие;Дата;Вид;Место;Ответственный",
    )
    told = words(page)
    assert "Событий: 1." in told and "Столбцы, для которых здесь нет места: Ответственный" in told
    assert [number for number in (2, 4, 5) if f"Строка {number}: " in told] == [2, 4, 5]


def test_every_sheet_with_a_heading_is_read_and_the_others_are_named(site: Site) -> None:
    def fill(book: Any) -> None:
        for name, many in (("I полугодие", 1), ("II полугодие", 2)):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Мероприятие", "Дата"])
            for at in range(many):
                sheet.write_row(at + 1, 0, [f"Форум {name} {at}", "1.1.2041"])
        book.add_worksheet("Справка").write(0, 0, "нет")

    page = office(site).post(PLAN, {"plan_year": "2041"}, files=workbook(fill)).text
    assert [field(page, f"title-{at}") for at in range(3)] == [
        "Форум I полугодие 0",
        *(f"Форум II полугодие {n}" for n in (0, 1)),
    ]
    assert "Лист «Справка»" in words(page)


def test_what_is_there_already_is_not_ticked(site: Site) -> None:
    taken = {"keep-0": "yes", "title-0": "Форум А", "when-0": "12.03.2041", "event_kind-0": "forum"}
    assert office(site).post(f"{PLAN}/events", taken).status_code == 303
    page = looked_at(site, "Форум А;12.03.2041;форум;", "Форум Б;1.4.2041;форум;", "Форум Б;1.4.2041;форум;")
    ticked = ["checked" in page.partition(f'name="keep-{at}"')[2].partition(">")[0] for at in range(3)]
    assert ticked == [False, True, False]
    assert "такое событие в календаре этого года уже есть" in words(page) and "повторяет строку 2" in words(page)


def test_another_year_and_a_term_that_is_over_are_told(site: Site) -> None:
    told = words(looked_at(site, "Форум;01.03.2025;форум;", "Слёт;10.02.41;форум;"))
    assert "год 2025, а план на 2041; срок прошёл: запишется как состоявшееся" in told
    assert "Строка 2." not in told


def test_faults_name_their_row_and_a_long_theme_is_refused(site: Site) -> None:
    page = looked_at(site, "Форум;когда-нибудь;форум;" + "т" * 1050, heading="Мероприятие;Дата;Вид;Тема")
    assert "Строка 1. Когда" in words(page) and "Строка 1. Тема" in words(page)


def test_what_has_no_column_is_mended_where_something_is_wrong_with_it(site: Site) -> None:
    page = looked_at(site, f"Форум;1.3.2041;форум;{'т' * 1050}", heading="Мероприятие;Дата;Вид;Тема")
    assert '<textarea id="f-theme-0"' in page and 'href="#f-theme-0"' in page
    assert 'type="hidden" name="theme-0"' in looked_at(
        site, "Форум;1.3.2041;форум;т", heading="Мероприятие;Дата;Вид;Тема"
    )


def test_a_section_is_known_by_its_name_in_any_case(site: Site) -> None:
    page = looked_at(site, "Заседание секции по физической культуре и спорту;1.3.2041;;")
    assert chosen(page, "section-0") == "sport"


@pytest.mark.parametrize(
    ("title", "edition", "said"),
    [
        ("29-й конкурс", 29, "30-й конкурс"),
        ("IV зимняя Спартакиада", 4, "V зимняя Спартакиада"),
        ("Форум 2024", 4, "Форум 2024"),
        ("Форум", None, "Форум"),
    ],
)
def test_the_next_of_a_series_has_the_next_number(title: str, edition: int | None, said: str) -> None:
    assert next_title(title, edition) == said
