"""A table of Word pasted into the page of an application: looked at, whole in its cells, taken."""

import html

from tests.doors.visiting import Site
from tests.intake.clipboard import LAID_OUT, MERGED_DOWN, TWO_ROWS_OF_HEADING

CABINET = "/team/demo/vologda"
LONG = "Константинопольская-Преображенская"


def test_each_of_them_is_read_without_an_error_that_is_not_there(site: Site) -> None:
    captain = site.captain()
    told = []
    for markup in (TWO_ROWS_OF_HEADING, MERGED_DOWN, LAID_OUT):
        page = captain.post(f"{CABINET}/paste", {"rows": "как текст", "markup": markup}).text
        told.append((page.count('-keep" value="yes"'), page.count('class="error"')))
    assert told == [(2, 0), (3, 0), (2, 0)]


def test_what_was_merged_over_several_rows_is_taken_for_each(site: Site) -> None:
    page = site.captain().post(f"{CABINET}/paste", {"rows": "", "markup": MERGED_DOWN}).text
    for row, surname in enumerate(("Снегова", "Ветрова", "Метелева")):
        assert (
            f'name="r{row}-surname" value="{surname}"' in page and f'name="r{row}-coach" value="Вьюгин И. П."' in page
        )
    assert "Лыжная команда" in page and 'name="r3-surname"' not in page


def test_a_long_cell_is_shown_whole_and_comes_back_as_one_line(site: Site) -> None:
    head = "Фамилия\tИмя\tПол\tДата рождения\tТренер\n"
    row = f"{LONG}\tАнна\tж\t05.03.1990\tВьюгин Иннокентий Петрович, Метелев Пётр Ильич\n"
    page = html.unescape(site.captain().post(f"{CABINET}/paste", {"rows": head + row}).text)
    assert f">{LONG}</textarea>" in page and ">Вьюгин Иннокентий Петрович, Метелев Пётр Ильич</textarea>" in page
    form = {"r0-surname": LONG, "r0-name": "Анна", "r0-sex": "ж", "r0-born_on": "05.03.1990"}
    form |= {"r0-coach": "Вьюгин Иннокентий\r\nПетрович"}
    assert site.captain().post(f"{CABINET}/import", form).status_code == 303
    assert {one.coach for one in site.shell.now("demo").state.athletes.values()} >= {"Вьюгин Иннокентий Петрович"}
