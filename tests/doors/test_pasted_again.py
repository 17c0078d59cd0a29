"""A table pasted a second time: who is in the application already is said to be, and stays as he is."""

import re

from spartakiad.people.queries import names_of
from tests.doors.reading import words
from tests.doors.visiting import Site

TEAM = "/team/demo/vologda"
NEW = "Позёмкина\tНина\t\tж\t05.03.1991\tI"
WRONG = "Снежина\tАлла\t\tж\t31.02.1996\tI"
AGAIN = "ПОЗЕМКИНА\tНина\t\tж\t5.3.1991\tКМС"  # another spelling of the same person
CELLS = ("surname", "name", "patronymic", "sex", "born_on", "rank")


def form(*rows: str) -> dict[str, str]:
    """The preview's form as it is sent back."""
    return {
        f"r{number}-{cell}": text
        for number, row in enumerate(rows)
        for cell, text in zip(CELLS, row.split("\t"), strict=True)
    }


def heading(site: Site, *rows: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", site.captain().post(f"{TEAM}/paste", {"rows": "\n".join(rows)}).text)
    return found.group(1) if found else ""


def people(site: Site) -> dict[str, tuple[str, str]]:
    with site.shell.store.reader() as session:
        return {number: (name.full, name.rank) for number, name in names_of(session, "demo").items()}


def test_the_preview_counts_the_new_the_known_and_the_wrong(site: Site) -> None:
    site.captain().post(f"{TEAM}/import", form(NEW))
    assert heading(site, AGAIN, WRONG, "Вьюгина\tВера\t\tж\t01.01.1990\t") == (
        "Новых: 1 · уже в заявке: 1 · с ошибками: 1"
    )


def test_a_namesake_born_on_another_day_is_new_and_is_shown_beside_the_one_he_is_like(site: Site) -> None:
    site.captain().post(f"{TEAM}/import", form(NEW))
    assert heading(site, NEW.replace("05.03", "06.03")) == "Новых: 1 · уже в заявке: 0 · с ошибками: 0 · похожих: 1"


def test_somebody_of_another_application_is_not_said_to_be_in_this_one(site: Site) -> None:
    site.captain("pskov").post("/team/demo/pskov/import", form(NEW))
    assert heading(site, NEW) == "Новых: 1 · уже в заявке: 0 · с ошибками: 0"


def test_somebody_who_left_the_application_is_new_again(site: Site) -> None:
    site.captain().post(f"{TEAM}/import", form(NEW))
    number = max(site.shell.now("demo").state.athletes, key=int)
    site.captain().post(f"{TEAM}/athletes/{number}/leave")
    assert heading(site, NEW) == "Новых: 1 · уже в заявке: 0 · с ошибками: 0"


def test_the_row_of_a_known_person_says_so(site: Site) -> None:
    site.captain().post(f"{TEAM}/import", form(NEW))
    page = site.captain().post(f"{TEAM}/paste", {"rows": AGAIN}).text
    assert "уже в заявке" in words(page[page.index("<tbody") : page.index("</tbody>")])


def test_adding_the_same_table_again_changes_nothing(site: Site) -> None:
    site.captain().post(f"{TEAM}/import", form(NEW))
    before = site.numbers(), people(site)
    answer = site.captain().post(f"{TEAM}/import", form(AGAIN.replace("КМС", "I")))
    assert (answer.status_code, (site.numbers(), people(site))) == (303, before)


def test_the_new_of_a_table_are_added_beside_the_known(site: Site) -> None:
    site.captain().post(f"{TEAM}/import", form(NEW))
    before = people(site)
    site.captain().post(f"{TEAM}/import", form(AGAIN, "Вьюгина\tВера\t\tж\t01.01.1990\tII"))
    assert [one for number, one in people(site).items() if number not in before] == [("Вьюгина Вера", "II")]


def test_the_sex_is_to_be_chosen_not_filled_in(site: Site) -> None:
    page = site.captain().post(f"{TEAM}/athletes", {"surname": "Позёмкина"}).text
    assert ("Пол: выберите" in page, "Пол: заполните" in page) == (True, False)
