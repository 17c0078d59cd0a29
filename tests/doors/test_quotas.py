"""A trail that takes three women and one man of a team: set by the secretary, counted in the matrix and the preview."""

import html

import pytest

from spartakiad.accounts.roles import Role
from tests.doors.reading import read, words
from tests.doors.visiting import Site

RULES = "/office/demo/setup/contests/trail/rules"
QUOTAS = {"set-conditions-quota": "4", "set-conditions-quota_women": "3", "set-conditions-quota_men": "1"}
TABLE = "Ёлкин\tПётр\t\tм\t05.03.1990\tI\tЗимний трейл\nЁлкин\tИван\t\tм\t05.03.1991\tI\tЗимний трейл"


@pytest.fixture
def told(site: Site) -> Site:
    secretary = site.signed_in(Role.CHIEF_SECRETARY)
    assert secretary.post(RULES, {**QUOTAS, "reason": "решение № 5"}).status_code == 303
    return site


def numbers(site: Site, team: str) -> list[str]:
    return [one.number for one in site.shell.now("demo").state.athletes_of(team)]


def test_both_counters_stand_at_the_head_of_the_column(told: Site) -> None:
    captain = told.captain("pskov")
    woman, man = numbers(told, "pskov")[0], numbers(told, "pskov")[4]
    form = {f"e-trail-{woman}": "team", f"e-trail-{man}": "team"}
    assert captain.post("/team/demo/pskov/entries", form).status_code == 303
    page = words(captain.get("/team/demo/pskov").text).replace("\u00a0", " ")
    assert "Зимний трейл 2 из 4 · м 1 из 1 · ж 1 из 3" in page


def test_one_more_man_is_refused_and_what_was_chosen_stays(told: Site) -> None:
    captain = told.captain("pskov")
    form = {f"e-trail-{man}": "team" for man in numbers(told, "pskov")[4:6]}
    before = told.numbers()
    answer = captain.post("/team/demo/pskov/entries", form)
    at_the_cell = (
        f'id="f-e-trail-{numbers(told, "pskov")[5]}-error">«Зимний трейл»: у команды «Псков» мужчин уже 1 из 1'
    )
    said = at_the_cell in html.unescape(answer.text)
    assert (answer.status_code, said, told.numbers() == before) == (409, True, True)


def test_the_preview_says_it_at_the_cell_of_the_second_man(told: Site) -> None:
    answer = told.captain("pskov").post("/team/demo/pskov/paste", {"rows": "Фамилия\tИмя\tОтчество\tПол\tДата рождения"
                                        "\tРазряд\tВиды\n" + TABLE})  # fmt: skip
    assert html.unescape(answer.text).count("мужчин уже 1 из 1 (п. 4.3 положения)") == 1
    assert 'id="f-r1-contests-error"' in answer.text


def test_everybody_reads_it(told: Site) -> None:
    page = read(told, "/games/demo/rules").replace("\u00a0", " ")
    assert "От команды не больше 4 участников, из них не больше 3 женщин и 1 мужчины (п. 4.3)." in page


def test_a_role_that_is_shut_is_not_offered(told: Site) -> None:
    secretary = told.signed_in(Role.CHIEF_SECRETARY)
    secretary.post(RULES, {"set-conditions-quota_guests": "0", "reason": "решение № 6"})
    number = numbers(told, "pskov")[0]
    page = told.captain("pskov").get("/team/demo/pskov").text
    assert "в/к\u00a00" not in page
    cell = page[page.index(f'name="e-trail-{number}"') :].partition("</select>")[0]
    assert ('value="personal"' in cell, 'value="guest"' in cell) == (True, False)
