"""A delegation from a file: read, looked at, mended in the cell or in the file, taken whole."""

import io
import json

from python_calamine import CalamineWorkbook

from spartakiad.accounts.roles import Role
from spartakiad.people.queries import names_of
from tests.doors.reading import words
from tests.doors.visiting import Site
from tests.intake.files import HEAD, docx, xlsx

TEAM = "/team/demo/vologda"
NEW = (1, "Позёмкина", "Нина", "Олеговна", "ж", "05.03.1991", "I")
WRONG = (2, "Снежина", "Алла", "", "ж", "31.02.1996", "")


def sent(site: Site, content: bytes, name: str = "заявка.xlsx") -> str:
    return words(site.captain().post(f"{TEAM}/paste", {"rows": ""}, files={"file": (name, content)}).text)


def test_a_file_is_looked_at_like_a_pasted_table(site: Site) -> None:
    before = site.numbers()
    page = sent(site, xlsx(("Именная заявка",), HEAD, NEW, WRONG, ("Итого: 2",)))
    assert "Новых: 1 · уже в заявке: 0 · с ошибками: 1" in page
    assert "Строка 5: Итого: 2" in page and site.numbers() == before


def test_what_is_wrong_is_reached_by_a_link_to_its_cell(site: Site) -> None:
    rows = "\n".join("\t".join(map(str, one)) for one in (HEAD, NEW, WRONG))
    page = site.captain().post(f"{TEAM}/paste", {"rows": rows}).text
    assert '<a href="#f-r1-born_on">строка 2, дата рождения</a>' in page and 'id="f-r1-born_on"' in page


def test_where_nobody_is_found_there_is_nothing_to_add(site: Site) -> None:
    page = site.captain().post(f"{TEAM}/paste", {"rows": "абвгд"}).text
    assert "Участников в таблице не нашлось" in page and "Добавить в заявку" not in page


def test_what_the_file_is_called_does_not_matter(site: Site) -> None:
    assert "Новых: 1" in sent(site, docx(HEAD, [str(cell) for cell in NEW]), "заявка.xlsx")


def test_a_file_that_cannot_be_read_is_refused_at_its_field(site: Site) -> None:
    answer = site.captain().post(f"{TEAM}/paste", {"rows": ""}, files={"file": ("заявка.pdf", b"%PDF-1.7")})
    assert answer.status_code == 422 and 'id="f-file-error"' in answer.text and "Это PDF" in answer.text


def test_columns_are_named_by_hand_where_they_were_not_understood(site: Site) -> None:
    rows = [["Нина", "Позёмкина", "ж", "05.03.1991"], ["Алла", "Снежина", "ж", "01.02.1996"]]
    named = {f"column-{at}": one for at, one in enumerate(("name", "surname", "sex", "born_on"))}
    answer = site.captain().post(f"{TEAM}/paste", {"table": json.dumps(rows), **named})
    assert 'name="r0-surname" value="Позёмкина"' in answer.text
    assert "Новых: 2 · уже в заявке: 0 · с ошибками: 0" in words(answer.text)


def test_as_many_columns_as_can_be_named_are_sent_at_once(site: Site) -> None:
    """A form that is sent in parts may have fifty of them, and each column would be one."""
    wide = ["Фамилия", "Имя", "Пол", "Дата рождения", *(f"x{at}" for at in range(56))]
    page = site.captain().post(f"{TEAM}/paste", {"rows": "\t".join(wide) + "\nПозёмкина\tНина\tж\t05.03.1991"}).text
    naming = page[: page.index('name="table"')].rpartition("<form")[2]
    assert page.count('name="column-') == 60 and "multipart" not in naming


def test_more_columns_than_can_be_named_lose_nothing(site: Site) -> None:
    wide = ["Фамилия", "Имя", "Пол", "Дата рождения", *(f"x{at}" for at in range(60)), "Разряд"]
    row = ["Позёмкина", "Нина", "ж", "05.03.1991", *([""] * 60), "I"]
    rows = "\n".join("\t".join(one) for one in (["Заявка"], wide, row))
    page = site.captain().post(f"{TEAM}/paste", {"rows": rows}).text
    assert 'name="r0-rank" value="I"' in page and 'name="column-0"' not in page


def test_of_more_people_than_an_application_has_the_first_are_shown_and_all_are_counted(site: Site) -> None:
    letters = "абвгдежзик"
    rows = [f"Лыжин{''.join(letters[int(one)] for one in str(at))}\tПётр\t\tм\t05.03.1990\tКМС" for at in range(201)]
    before = site.numbers()
    answer = site.captain().post(f"{TEAM}/paste", {"rows": "\n".join([*rows, "Лыжин-Ш\tПётр\t\tм\t31.02.1990\t"])})
    page = words(answer.text)
    assert (answer.status_code, site.numbers()) == (422, before)
    assert "Новых: 201 · уже в заявке: 0 · с ошибками: 1" in page
    assert "В таблице 202 человек, а за один раз записывают не больше 200. Ниже первые 100" in page
    assert 'name="r99-surname"' in answer.text and 'name="r100-surname"' not in answer.text


def test_a_broken_table_that_comes_along_is_no_table(site: Site) -> None:
    for table in ("[", '{"a": 1}', "[[1]]", "[]", "[" * 100_000):
        assert site.captain().post(f"{TEAM}/paste", {"table": table}).status_code == 422


def test_the_marked_table_says_at_the_cells_what_is_wrong(site: Site) -> None:
    cells = ("surname", "name", "patronymic", "sex", "born_on", "rank")
    form = {f"r0-{cell}": str(value) for cell, value in zip(cells, WRONG[1:], strict=True)}
    answer = site.captain().post(f"{TEAM}/marked.xlsx", {**form, "r0-surname": "=1+1"})
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    assert book.get_sheet_by_index(0).to_python()[1][:5] == ["=1+1", "Алла", "", "ж", "31.02.1996"]
    secretary = site.signed_in(Role.CHIEF_SECRETARY, "demo")
    assert "таблица с замечаниями" in secretary.get("/office/demo/exports").text


def test_the_empty_table_is_understood_when_it_comes_back(site: Site) -> None:
    answer = site.captain().get(f"{TEAM}/template.xlsx")
    head = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()[0]
    assert "Новых: 1" in sent(site, xlsx(head, NEW[1:]))


def test_importing_again_corrects_the_rank_and_doubles_nobody(site: Site) -> None:
    cells = ("surname", "name", "patronymic", "sex", "born_on", "rank")
    form = {f"r0-{cell}": str(value) for cell, value in zip(cells, NEW[1:], strict=True)}
    captain = site.captain()
    captain.post(f"{TEAM}/import", form)
    many = len(site.shell.now("demo").state.athletes)
    captain.post(f"{TEAM}/import", {**form, "r0-rank": "КМС"})
    with site.shell.store.reader() as session:
        ranks = [one.rank for one in names_of(session, "demo").values() if one.surname == "Позёмкина"]
    assert (len(site.shell.now("demo").state.athletes), ranks) == (many, ["КМС"])


def test_nobody_before_is_said(site: Site) -> None:
    answer = site.captain().post(f"{TEAM}/former")
    assert answer.status_code == 422 and "О прошлых составах" in answer.text


def test_a_quota_is_said_at_the_cell_of_whoever_is_one_too_many(site: Site) -> None:
    """Whoever is entered already counts, and whoever stands above him in the table."""
    captain, head = site.captain(), "ФИО\tПол\tДата рождения\tВиды\n"
    one = "Снежина Алла\tж\t05.03.1991\tЗимний трейл"
    form = {"r0-surname": "Снежина", "r0-name": "Алла", "r0-sex": "ж", "r0-born_on": "05.03.1991"}
    captain.post(f"{TEAM}/import", {**form, "r0-contests": "Зимний трейл"})
    rows = "\n".join(one.replace("Снежина", f"Вьюгина-{letter}") for letter in ("Аа", "Бб", "Вв", "Гг", "Дд", "Ее"))
    page = captain.post(f"{TEAM}/paste", {"rows": head + rows}).text
    assert "Новых: 5 · уже в заявке: 0 · с ошибками: 1" in words(page)
    assert 'id="f-r5-contests-error">«Зимний трейл»: у команды «Вологда» уже 6 из 6 (п. 4.3 положения)' in page
