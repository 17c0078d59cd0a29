"""How a captain puts people into the parts of a contest: in the matrix, and with a pasted table."""

import io
import re
import tomllib
import zipfile
from datetime import date

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from tests.competition.several import PARTS
from tests.competition.skiing import SLUG, made
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

TEAM = f"/team/{SLUG}/vologda"
HEAD = ("Фамилия", "Имя", "Отчество", "Пол", "Дата рождения", "Разряд", "Виды")
CELLS = ("surname", "name", "patronymic", "sex", "born_on", "rank", "contests")
WOMAN = ("Позёмкина", "Нина", "", "ж", "05.03.1991", "I")
MAN = ("Вьюгин", "Пётр", "", "м", "05.03.1980", "")


@pytest.fixture
def captain(site: Site) -> Visitor:
    made(site.shell)
    return site.signed_in(Role.CAPTAIN, SLUG, team="vologda")


def form(*rows: tuple[str, ...]) -> dict[str, str]:
    return {f"r{number}-{cell}": text for number, row in enumerate(rows) for cell, text in zip(CELLS, row, strict=True)}


def pasted(captain: Visitor, *rows: tuple[str, ...]) -> str:
    """The words of the cell of contests as the preview shows it."""
    page = captain.post(f"{TEAM}/paste", {"rows": "\n".join("\t".join(row) for row in (HEAD, *rows))}).text
    cell = page.split('data-label="Виды"')[1].split("</td>")[0]
    cell = re.sub(r"<textarea.*?</textarea>", "", cell, flags=re.S)  # what was typed
    return words(cell.partition(">")[2]).replace("\u00a0", " ")


def entries(site: Site) -> dict[str, str]:
    return {one.entrant: one.part for one in site.shell.now(SLUG).state.entries_of("ski")}


@pytest.mark.parametrize(
    ("person", "typed", "said"),
    [
        (WOMAN, "Лыжные гонки", "Лыжные гонки: 3 км, женщины"),
        (WOMAN, "лыжи", "Лыжные гонки: 3 км, женщины"),
        (MAN, "лыжные гонки", "Лыжные гонки: 5 км, мужчины 40 лет и старше"),
        (MAN, "Лыжные гонки: 5 км", "Лыжные гонки: 5 км, мужчины 40 лет и старше"),
        (WOMAN, "3 км, женщины", "Лыжные гонки: 3 км, женщины"),
        (MAN, "3 км, женщины", "«3 км, женщины»: по полу и возрасту не подходит ни одна группа (Вьюгин Пётр)."),
        (WOMAN, "3 км, женщины; лыжные гонки", "Лыжные гонки: 3 км, женщины"),
        (WOMAN, "Биатлон", "Виды: «Биатлон» в программе нет."),
        (WOMAN, "Лыжные гонки, эстафета", "«Лыжные гонки: Эстафета»: сюда заявляется команда целиком."),
        (WOMAN, "", ""),
        (MAN, "—", ""),
        (MAN, "-, лыжные гонки", "Лыжные гонки: 5 км, мужчины 40 лет и старше"),
    ],
)
def test_a_pasted_row_says_at_its_cell_where_the_athlete_is_put(
    captain: Visitor, person: tuple[str, ...], typed: str, said: str
) -> None:
    other = (*(WOMAN if person is MAN else MAN), "Лыжные гонки")
    assert pasted(captain, (*person, typed), other).startswith(said)


def test_a_table_without_contests_has_no_cell_for_them(captain: Visitor) -> None:
    page = captain.post(f"{TEAM}/paste", {"rows": "\t".join((*WOMAN,))}).text
    assert "Виды" not in words(page[page.index("<thead") : page.index("</thead>")])


def test_the_table_puts_everybody_into_a_part(site: Site, captain: Visitor) -> None:
    answer = captain.post(
        f"{TEAM}/import", form((*WOMAN, "Лыжные гонки"), (*MAN, "лыжные гонки"), (*MAN[:1], "Яков", *MAN[2:], ""))
    )
    assert (answer.status_code, entries(site)) == (303, {"1": "women", "2": "men-40"})


def test_a_table_with_a_wrong_cell_writes_nothing(site: Site, captain: Visitor) -> None:
    answer = captain.post(f"{TEAM}/import", form((*WOMAN, "Лыжные гонки"), (*MAN, "Биатлон")))
    assert (answer.status_code, entries(site)) == (422, {})
    assert 'value="Биатлон"' in answer.text and "Ничего не записано" in answer.text


def test_whoever_is_in_the_application_already_stays_where_he_is(site: Site, captain: Visitor) -> None:
    captain.post(f"{TEAM}/import", form((*WOMAN, "")))
    captain.post(f"{TEAM}/import", form((*WOMAN, "Лыжные гонки"), (*MAN, "Лыжные гонки")))
    assert entries(site) == {"2": "men-40"}


def test_the_matrix_shows_the_part_that_sex_and_age_leave(captain: Visitor) -> None:
    captain.post(f"{TEAM}/import", form((*WOMAN, ""), (*MAN, "")))
    page = captain.get(TEAM).text
    cells = re.findall(r'<select[^>]* name="e-ski-(\w+)".*?<span class="sub">([^<]+)', page, flags=re.DOTALL)
    assert cells == [("1", "3 км, женщины"), ("2", "5 км, мужчины 40 лет и старше"), ("vologda", "Эстафета")]


def test_a_role_is_all_there_is_to_choose(site: Site, captain: Visitor) -> None:
    captain.post(f"{TEAM}/import", form((*WOMAN, ""), (*MAN, "")))
    captain.post(f"{TEAM}/entries", {"e-ski-1": "team", "e-ski-2": "personal", "e-ski-vologda": "team"})
    assert entries(site) == {"1": "women", "2": "men-40", "vologda": "relay"}
    assert "3 км, женщины: 1 из 3" in words(captain.get(TEAM).text)


def test_the_printed_application_names_the_parts(captain: Visitor) -> None:
    captain.post(f"{TEAM}/import", form((*WOMAN, "Лыжные гонки")))
    captain.post(f"{TEAM}/entries", {"e-ski-vologda": "team"})
    with zipfile.ZipFile(io.BytesIO(captain.get(f"{TEAM}/application.xlsx").content)) as book:
        said = book.read("xl/sharedStrings.xml").decode()
    assert "<t>Лыжные гонки: 3 км, женщины</t>" in said and "Командные виды: Лыжные гонки: Эстафета" in said


def test_a_refused_matrix_keeps_what_was_chosen(site: Site, captain: Visitor) -> None:
    people = [("Позёмкина", name, "", "ж", "05.03.1991", "", "") for name in ("Анна", "Вера", "Нина", "Яна")]
    captain.post(f"{TEAM}/import", form(*people))
    answer = captain.post(f"{TEAM}/entries", {f"e-ski-{number}": "team" for number in (1, 2, 3, 4)})
    assert (answer.status_code, entries(site)) == (409, {})
    assert "«Лыжные гонки: 3 км, женщины»: у команды «Вологда» уже 3 из 3" in words(answer.text)
    assert answer.text.count('<option value="team" selected>') == 4


@pytest.fixture
def choosing(site: Site) -> Visitor:
    """The captain of a Games where an older man may run with the young ones too; he is № 1 of the application.

    Each of both distances takes one of a team.
    """
    first = date(2026, 2, 19)
    teams = (("vologda", "Вологда", "vologda"), ("pskov", "Псков", "pskov"))
    parts = re.sub(r'(age_on|born_to) = "[0-9-]+"', r"\g<0>\nquota = 1", PARTS)
    new = NewGames("several", "Гонки", "winter", "vologda", first, date(2026, 2, 22), True, tomllib.loads(parts), teams)
    site.shell.write_now(make_games, new, SYSTEM)
    site.shell.write_now(state_games, GamesState("several", "entries_open"), SYSTEM)
    captain = site.signed_in(Role.CAPTAIN, "several", team="vologda")
    captain.post("/team/several/vologda/import", form((*MAN, "")))
    return captain


def test_where_two_parts_fit_the_captain_chooses(site: Site, choosing: Visitor) -> None:
    page = choosing.get("/team/several/vologda").text
    chosen = page.split(' name="p-ski-1"')[1].split("</select>")[0]
    assert re.findall(r'<option value="([^"]*)"', chosen) == ["", "men", "old"]
    refused = choosing.post("/team/several/vologda/entries", {"e-ski-1": "team", "p-ski-1": ""})
    assert refused.status_code == 422
    assert "«Лыжи»: подходит не одно: «5 км», «5 км, 40+». Назовите, что именно." in words(refused.text)
    choosing.post("/team/several/vologda/entries", {"e-ski-1": "team", "p-ski-1": "old"})
    choosing.post("/team/several/vologda/entries", {"e-ski-1": "team", "p-ski-1": "men"})
    assert [one.part for one in site.shell.now("several").state.entries_of("ski")] == ["men"]


def test_two_men_change_places_in_two_full_distances(site: Site, choosing: Visitor) -> None:
    choosing.post("/team/several/vologda/import", form(("Вьюгин", "Яков", *MAN[2:], "")))
    both = {"e-ski-1": "team", "e-ski-2": "team"}
    for first, second in (("old", "men"), ("men", "old")):
        choosing.post("/team/several/vologda/entries", {**both, "p-ski-1": first, "p-ski-2": second})
        stand = {one.entrant: one.part for one in site.shell.now("several").state.entries_of("ski")}
        assert stand == {"1": first, "2": second}


def test_where_two_parts_fit_the_cell_of_the_table_asks_which(choosing: Visitor) -> None:
    rows = "\n".join("\t".join(row) for row in (HEAD, ("Вьюгин", "Яков", *MAN[2:], "Лыжи")))
    page = choosing.post("/team/several/vologda/paste", {"rows": rows}).text
    assert "«Лыжи»: подходит не одно: «5 км», «5 км, 40+». Назовите, что именно." in words(page)
