"""Officials of a delegation: typed or taken from a table, seen by the commission, printed; never athletes or public."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.games.actions import NewGames, make_games
from spartakiad.people.queries import official_rows
from tests.doors.reading import words
from tests.doors.visiting import PUBLIC_PAGES, Site

TEAM = "/team/demo/vologda"
DOCTOR = {"official-post": "doctor", "official-surname": "Ёлкина", "official-name": "Вера"}
HEAD = "ФИО\tВ качестве кого\tПол\tДата рождения"
ROWS = (
    "Зимин Артём Ильич\tГлавный тренер\t\t",
    "Ёлкина Вера\tврач команды\t\t",
    "Позёмкина Нина\tспортсменка\tж\t05.03.1991",
    "Вьюгина Алла\t\tж\t06.03.1991",
)


def officials(site: Site, team: str = "vologda") -> list[tuple[str, str]]:
    with site.shell.store.reader() as session:
        return [(one.full, one.post_words) for one in official_rows(session, "demo", team)]


def pasted(site: Site, *rows: str) -> str:
    return site.captain().post(f"{TEAM}/paste", {"rows": "\n".join((HEAD, *rows))}).text


def taken(site: Site, *rows: str) -> int:
    cells = ("surname", "name", "patronymic", "post", "sex", "born_on")
    form = {}
    for number, row in enumerate(rows):
        name, *others = row.split("\t")
        typed = [*name.split(), ""][:3] + others
        form |= {f"r{number}-{cell}": text for cell, text in zip(cells, typed, strict=True)}
    return site.captain().post(f"{TEAM}/import", form).status_code


def test_one_is_added_seen_and_taken_out(site: Site) -> None:
    captain = site.captain()
    assert captain.post(f"{TEAM}/officials", DOCTOR).status_code == 303
    assert officials(site) == [("Ёлкина Вера", "врач")]
    page = captain.get(TEAM).text
    removal = page[page.index(f"{TEAM}/officials/") :].split('"')[0]
    assert captain.post(removal).status_code == 303 and officials(site) == []


@pytest.mark.parametrize("wrong", [{"official-post": ""}, {"official-post": "mascot"}, {"official-name": "В3ра"}])
def test_a_wrong_one_is_said_at_the_field_and_kept_as_typed(site: Site, wrong: dict[str, str]) -> None:
    answer = site.captain().post(f"{TEAM}/officials", {**DOCTOR, **wrong})
    assert answer.status_code == 422 and f'id="f-{next(iter(wrong))}-error"' in answer.text
    assert 'value="Ёлкина"' in answer.text and officials(site) == []


def test_the_column_says_who_does_not_compete(site: Site) -> None:
    page = pasted(site, *ROWS)
    assert "Новых: 2 · уже в заявке: 0 · официальных лиц: 2 · с ошибками: 0" in words(page)


def test_a_post_that_nobody_knows_is_said_at_its_cell(site: Site) -> None:
    page = words(pasted(site, "Снежина Алла\tталисман\tж\t05.03.1991", *ROWS))
    assert "Должность: такого варианта нет. Можно: представитель команды, тренер, врач, судья, спортсмен." in page


def test_they_are_taken_with_the_table_and_not_twice(site: Site) -> None:
    many = len(site.shell.now("demo").state.athletes)
    assert [taken(site, *ROWS), taken(site, *ROWS)] == [303, 303]
    assert officials(site) == [("Зимин Артём Ильич", "тренер"), ("Ёлкина Вера", "врач")]
    assert len(site.shell.now("demo").state.athletes) == many + 2


def test_forms_of_buttons_in_rows_take_no_room_above_the_officials(site: Site) -> None:
    """Each would add a gap as high as a line: forty athletes, a screen of nothing."""
    assert taken(site, *ROWS) == 303
    page = site.captain().get(TEAM).text
    first, last = page.index('<form method="post" id="leave-'), page.rindex('<form method="post" id="leave-')
    assert page[:first].endswith("<div hidden>") and "</div>" not in page[first:last]


def test_everybody_or_nobody_holds_for_them_too(site: Site) -> None:
    assert taken(site, *ROWS, "Снежина Алла\t\tж\t31.02.1990") == 422 and officials(site) == []


def test_a_table_of_officials_alone_is_taken(site: Site) -> None:
    assert taken(site, *ROWS[:2]) == 303 and len(officials(site)) == 2


def test_the_commission_and_the_printed_application_have_them(site: Site) -> None:
    taken(site, *ROWS)
    page = words(site.signed_in(Role.COMMISSION, "demo").get("/office/demo/admission/vologda").text)
    printed = PdfReader(io.BytesIO(site.captain().get(f"{TEAM}/application.pdf").content))
    text = " ".join(" ".join(sheet.extract_text() for sheet in printed.pages).split())
    assert "Зимин Артём Ильич тренер" in page
    assert "Официальные лица: тренер Зимин Артём Ильич, врач Ёлкина Вера." in text and "; Официальные" not in text


def test_a_change_of_them_makes_the_paper_old_and_is_submitted_again(site: Site) -> None:
    captain, commission = site.captain(), site.signed_in(Role.COMMISSION, "demo")
    filed = site.shell.now("demo").state.teams["vologda"].filed
    assert filed
    commission.post("/office/demo/admission/vologda/original", {"revision": str(filed.revision)})
    captain.post(f"{TEAM}/officials", DOCTOR)
    page = words(captain.get(TEAM).text)
    assert "бумага устарела: официальные лица: +1." in page and "Подать изменения в комиссию" in page
    captain.post(f"{TEAM}/submission")
    assert f"Редакция {filed.revision + 1} подана." in words(captain.get(TEAM).text)


def test_those_of_the_former_games_are_offered_with_the_athletes(site: Site) -> None:
    captain = site.captain()
    captain.post(f"{TEAM}/officials", DOCTOR)
    days = (date(2027, 2, 19), date(2027, 2, 22))
    new = ("next", "Следующая", "winter", "vologda", *days, True, site.shell.now("demo").state.regulation)
    site.shell.write_now(make_games, NewGames(*new, (("vologda", "Вологда", "vologda"),)), SYSTEM)
    page = site.newly_in(Role.CAPTAIN, "next", "vologda").post("/team/next/vologda/former").text
    assert "официальных лиц: 1" in words(page)
    assert 'value="Ёлкина"' in page and 'value="врач"' in page


def test_none_of_them_is_public(site: Site) -> None:
    taken(site, *ROWS)
    pages = "".join(site.visitor().get(path).text for path in PUBLIC_PAGES)
    assert "Зимин Артём" not in pages and "Ёлкина Вера" not in pages


def test_a_captain_reaches_nobody_of_another_team(site: Site) -> None:
    site.captain("pskov").post("/team/demo/pskov/officials", DOCTOR)
    with site.shell.store.reader() as session:
        theirs = official_rows(session, "demo", "pskov")[0].id
    answers = [
        site.captain().post(f"{TEAM}/officials/{theirs}/removal").status_code,
        site.captain().post(f"/team/demo/pskov/officials/{theirs}/removal").status_code,
    ]
    assert answers == [404, 404] and len(officials(site, "pskov")) == 1
