"""A trail for ranks not above I: asked in the preview and the matrix, mended by «Исправить», told to the commission."""

import html

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.people.queries import names_of
from tests.doors.reading import read, words
from tests.doors.visiting import Site

RULES, CABINET = "/office/demo/setup/contests/trail/rules", "/team/demo/pskov"
HEAD = "Фамилия\tИмя\tПол\tДата рождения\tРазряд\tВиды\n"
WHY = "«Зимний трейл» (п. 4.3 положения): сюда заявляют с разрядом не выше I"


@pytest.fixture
def told(site: Site) -> Site:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    assert secretary.post(RULES, {"set-conditions-rank_to": "I", "reason": "решение № 5"}).status_code == 303
    return site


def joined(site: Site, rank: str) -> str:
    """The number of somebody of this rank who joins Pskov and is entered nowhere."""
    typed = {"surname": "Ёлкина", "name": "Ия", "sex": "ж", "born_on": "05.03.1991", "rank": rank}
    site.captain("pskov").post(f"{CABINET}/athletes", typed)
    return max((one.number for one in site.shell.now("demo").state.athletes.values()), key=int)


def entered(site: Site, number: str) -> int:
    return site.captain("pskov").post(f"{CABINET}/entries", {f"e-trail-{number}": "team"}).status_code


def test_the_preview_asks_for_the_rank_at_its_cell(told: Site) -> None:
    rows = "Ёлкина\tИя\tж\t05.03.1991\t\tЗимний трейл\nМетелева\tАнна\tж\t05.03.1992\tКМС\tЗимний трейл"
    page = html.unescape(told.captain("pskov").post(f"{CABINET}/paste", {"rows": HEAD + rows}).text)
    assert f'id="f-r0-rank-error">{WHY}, а разряд не указан.' in page
    assert f'id="f-r1-contests-error">{WHY}, а здесь КМС.' in page


def test_a_rank_that_cannot_be_read_is_asked_about_at_its_cell(told: Site) -> None:
    row = "Ёлкина\tИя\tж\t05.03.1991\tчемпион\tЗимний трейл"
    page = html.unescape(told.captain("pskov").post(f"{CABINET}/paste", {"rows": HEAD + row}).text)
    assert 'id="f-r0-rank-error">Разряд: «чемпион» не понять. Какой это разряд?' in page


def test_the_matrix_refuses_at_the_cell_and_the_correction_mends_it(told: Site) -> None:
    number = joined(told, "кмс")
    answer = told.captain("pskov").post(f"{CABINET}/entries", {f"e-trail-{number}": "team"})
    assert f'id="f-e-trail-{number}-error">{WHY}, а здесь КМС.' in html.unescape(answer.text)
    mended = told.captain("pskov").post(f"{CABINET}/athletes/{number}/correction", {"rank": "1 разряд"})
    assert (answer.status_code, mended.status_code, entered(told, number)) == (422, 303, 303)


def test_whoever_fits_no_longer_is_told_to_the_captain_and_to_the_commission(told: Site) -> None:
    number = joined(told, "I")
    assert entered(told, number) == 303
    told.captain("pskov").post(f"{CABINET}/athletes/{number}/correction", {"rank": "КМС"})
    pages = [
        told.captain("pskov").get(CABINET).text,
        told.signed_in(Role.COMMISSION).get("/office/demo/admission/pskov").text,
    ]
    assert [f"{WHY}, а здесь КМС." in words(page) for page in pages] == [True, True]


def test_the_correction_reaches_whoever_reads_the_rank(told: Site) -> None:
    number = joined(told, "I")
    told.captain("pskov").post(f"{CABINET}/athletes/{number}/correction", {"rank": "к.м.с.", "coach": "Зимин"})
    with told.shell.store.reader() as session:
        assert names_of(session, "demo", [number])[number].rank == "КМС"


def test_a_correction_that_cannot_be_read_is_said_at_its_field(told: Site) -> None:
    number, before = joined(told, "I"), told.numbers()
    answer = told.captain("pskov").post(f"{CABINET}/athletes/{number}/correction", {"rank": "супер", "uin_gto": "1"})
    assert (answer.status_code, told.numbers() == before or 'value="супер"' in answer.text) == (422, True)
    assert 'id="f-rank-error"' in answer.text and 'id="f-uin_gto-error"' in answer.text


def test_nobody_corrects_an_athlete_of_another_team(told: Site) -> None:
    number = joined(told, "I")
    answer = told.captain("vologda").post(f"/team/demo/vologda/athletes/{number}/correction", {"rank": "КМС"})
    assert answer.status_code == 404


def test_everybody_reads_the_condition(told: Site) -> None:
    assert "Участники, с разрядом не выше I." in read(told, "/games/demo/rules").replace("\u00a0", " ")
