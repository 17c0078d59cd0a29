"""What captains mistype: names, dates, pasted tables. Taken, or refused in Russian with the input kept."""

import html
import unicodedata

import httpx
import pytest

from tests.doors.visiting import Site

ATHLETES, PASTE, IMPORT = (f"/team/demo/vologda/{form}" for form in ("athletes", "paste", "import"))
PERSON = {"surname": "Лыжина", "name": "Анна", "patronymic": "", "sex": "ж", "born_on": "05.03.1990", "rank": ""}


def add(site: Site, **typed: str) -> httpx.Response:
    return site.captain().post(ATHLETES, {**PERSON, **typed})


def surnames(site: Site) -> str:
    return html.unescape(site.captain().get("/team/demo/vologda").text)


GOOD_NAMES = ["Ёлкина", "Римская-Корсакова", "О’Нил", "Д'Артаньян", "Мамедов оглы", "Я", "Ӧньӧ"]


@pytest.mark.parametrize("surname", GOOD_NAMES)
def test_a_name_that_people_bear_is_taken(site: Site, surname: str) -> None:
    assert (add(site, surname=surname).status_code, surname in surnames(site)) == (303, True)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ЛЫЖИНА", "Лыжина"),
        ("лыжина", "Лыжина"),
        ("РИМСКАЯ-КОРСАКОВА", "Римская-Корсакова"),
        ("фон Штаде", "фон Штаде"),
    ],
)
def test_a_name_in_one_case_is_written_as_names_are(site: Site, typed: str, kept: str) -> None:
    add(site, surname=typed, patronymic="ВЕЛИ КЫЗЫ")
    assert f"{kept} Анна Вели кызы" in surnames(site)


def test_initials_stay_capital_letters(site: Site) -> None:
    add(site, surname="Буранова", name="С.В.", patronymic="")
    assert "Буранова С.В." in surnames(site)


def test_a_name_put_together_of_parts_is_kept_whole(site: Site) -> None:
    add(site, surname=unicodedata.normalize("NFD", "Йёжикова"))
    assert "Йёжикова" in surnames(site)


def test_invisible_characters_are_dropped(site: Site) -> None:
    add(site, surname="\u200bЛы\u00adжина\ufeff", name="Ксения")
    assert "Лыжина Ксения" in surnames(site)


BAD_NAMES = {
    "": "заполните",
    "   ": "заполните",
    "\u200b": "заполните",
    "Ы" * 200: "знаков 200, а можно не больше 100",
    "<b>Лыжина</b>": "знак «<» здесь не годится",
    "<script>alert(1)</script>": "знак «<» здесь не годится",
    "{{7*7}}": "знак «{» здесь не годится",
    "%s": "знак «%» здесь не годится",
    "=СУММ(А1)": "знак «=» здесь не годится",
    "Лыжина2": "знак «2» здесь не годится",
    "Лыжина🎿": "знак «🎿» здесь не годится",
    "Лыж\u202eина": "знак «U+202E» здесь не годится",
    "Лыж\nина\x07": "знак «U+0007» здесь не годится",
    "Лы\ufffeжина": "знак «U+FFFE» здесь не годится",
    "Лы\u0301\u0302\u0303\u0304жина": "здесь не годится",
    "Лыжин\u0061": "буква «a» латинская",
}


@pytest.mark.parametrize("surname", BAD_NAMES, ids=ascii)
def test_a_name_that_nobody_bears_is_refused_at_its_field(shared_site: Site, surname: str) -> None:
    answer = add(shared_site, surname=surname)
    assert (answer.status_code, BAD_NAMES[surname] in html.unescape(answer.text)) == (422, True)


@pytest.mark.parametrize("surname", BAD_NAMES, ids=ascii)
def test_a_refused_name_writes_nothing(shared_site: Site, surname: str) -> None:
    before = shared_site.numbers()
    add(shared_site, surname=surname)
    assert shared_site.numbers() == before


@pytest.mark.parametrize("surname", ["Ы" * 200, "<b>Лыжина</b>", '"><script>', "Лыжина🎿", "&amp;"], ids=ascii)
def test_a_refused_name_stays_in_its_field_escaped(shared_site: Site, surname: str) -> None:
    page = add(shared_site, surname=surname).text
    assert f'name="surname" type="text" value="{html.escape(surname).replace("&quot;", "&#34;")}"' in page


def test_a_refused_form_keeps_the_other_fields(shared_site: Site) -> None:
    page = add(shared_site, surname="", born_on="31.02.1990").text
    assert ('value="Анна"' in page, 'value="31.02.1990"' in page) == (True, True)


def test_every_wrong_field_is_named_at_once(shared_site: Site) -> None:
    page = add(shared_site, surname="", name="", born_on="вчера", sex="?").text
    assert [f'href="#f-{name}"' in page for name in ("surname", "name", "born_on", "sex")] == [True] * 4


BAD_DATES = {
    "": "заполните",
    "29.02.2023": "не бывает",
    "31.04.1990": "не бывает",
    "1990": "не понять",
    "05/13/1990": "не бывает",
    "０５.０３.1990": "не понять",
    "32874": "не понять",
    "05.03.2990": "ещё не наступила",
    "05.03.0001": "больше 100 лет",
    "05.03.24": "меньше 3 лет",
    "05.03.99999": "не понять",
}


@pytest.mark.parametrize("born_on", BAD_DATES, ids=ascii)
def test_a_date_that_was_not_is_refused_at_its_field(shared_site: Site, born_on: str) -> None:
    answer = add(shared_site, born_on=born_on)
    assert (answer.status_code, BAD_DATES[born_on] in answer.text) == (422, True)


@pytest.mark.parametrize("born_on", ["05.03.1990", "5.3.1990", "1990-03-05", "05.03.1990 г."])
def test_a_date_is_read_however_it_is_written(site: Site, born_on: str) -> None:
    add(site, surname="Датская", born_on=born_on)
    assert "5\u00a0марта 1990" in surnames(site).partition("Датская")[2][:100]


def test_the_same_form_sent_twice_adds_one_person(site: Site) -> None:
    before = len(site.shell.now("demo").state.athletes)
    for _ in range(2):
        add(site, command_key="one-form")
    assert len(site.shell.now("demo").state.athletes) == before + 1


def test_the_second_answer_to_the_same_form_is_the_first_one(site: Site) -> None:
    answers = [add(site, command_key="one-form").status_code for _ in range(2)]
    assert answers == [303, 303]


def test_the_same_person_in_another_form_is_refused(site: Site) -> None:
    add(site, surname="Щёголева")
    answer = add(site, surname="Щеголева", command_key="another-form")
    assert (answer.status_code, "уже есть в вашей заявке" in answer.text) == (409, True)


def test_a_person_of_another_team_is_refused_by_its_name(site: Site) -> None:
    site.captain("pskov").post("/team/demo/pskov/athletes", PERSON)
    assert "уже заявлен за команду «Псков»" in add(site).text


TABLES = {
    "": "не нашлось таблицы",
    "   \n \t ": "не нашлось таблицы",
    "\n".join(["Лыжина\tАнна\t\tж\t05.03.1990\t"] * 201): "за один раз записывают не больше 200",
    "Лыжина\tАнна\t\tж\t31.02.1990\t": "не бывает",
    "<b>\tАнна\t\tж\t05.03.1990\t": "не годится",
    "Лыжина\tАнна\t\tж\t05.03.1990\tпятый": "Какой это разряд?",
    "Лыжина\tАнна\t\tж\t05.03.1990\t\nЛыжина\tАнна\t\tж\t05.03.1990\t": "уже есть выше в таблице",
}


@pytest.mark.parametrize("rows", TABLES, ids=range(len(TABLES)))
def test_a_pasted_table_is_judged_and_nothing_is_written(shared_site: Site, rows: str) -> None:
    before = shared_site.numbers()
    page = shared_site.captain().post(PASTE, {"rows": rows}).text
    assert (TABLES[rows] in page, shared_site.numbers()) == (True, before)


def test_a_pasted_cell_is_shown_escaped(shared_site: Site) -> None:
    page = shared_site.captain().post(PASTE, {"rows": '"><script>\tАнна\t\tж\t05.03.1990\t'}).text
    assert ("<script>" in page.replace('<script src="', ""), "&#34;&gt;&lt;script&gt;" in page) == (False, True)


def test_a_table_with_one_wrong_row_adds_nobody(shared_site: Site) -> None:
    before = shared_site.numbers()
    good = {f"r0-{name}": value for name, value in PERSON.items()}
    wrong = {f"r1-{name}": value for name, value in {**PERSON, "surname": "<b>"}.items()}
    answer = shared_site.captain().post(IMPORT, {**good, **wrong})
    assert (answer.status_code, shared_site.numbers()) == (422, before)
