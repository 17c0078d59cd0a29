"""A contest as a telephone shows it: who met whom, what a team's number is, where to jump."""

import re

import pytest

from spartakiad.results.queries import contest_view
from spartakiad.results.views import ResultRow
from spartakiad.standings.names import names_at
from tests.doors.reading import words
from tests.doors.visiting import Site


def cross(page: str) -> list[list[str]]:
    """The cells of the cross table that unfolds."""
    table = page[page.index("Кто с кем как сыграл") :]
    table = table[table.index("<tbody>") : table.index("</tbody>")]
    rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    return [[words(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)] for row in rows]


def test_a_cross_table_unfolds_with_every_game_of_everybody(shared_site: Site) -> None:
    now = shared_site.shell.shown("demo")
    with shared_site.shell.store.reader() as session:
        view = contest_view(now, "hockey", names_at(session, now))
    assert view.tournament is not None
    (pool,) = view.tournament.tables
    said = cross(shared_site.visitor().get("/games/demo/contests/hockey").text)
    assert [row[0] for row in said] == [f"{at}. {row.title}" for at, row in enumerate(pool.rows, 1)]
    for at, (row, shown) in enumerate(zip(pool.rows, said, strict=True)):
        assert shown[at + 1] == "×"
        assert shown[1:] == ["×" if cell is None else ", ".join(cell) or "–" for cell in row.cells]
        assert sum(len(cell or ()) for cell in row.cells) == int(row.played)


def test_what_members_add_up_to_is_called_by_its_name(shared_site: Site) -> None:
    page = shared_site.visitor().get("/games/demo/contests/darts").text
    head = words(page[page.index('id="teams"') :].split("</thead>")[0])
    assert head.endswith("Место Команда Результат В зачёте")


def test_links_lead_to_teams_and_to_athletes(shared_site: Site) -> None:
    page = shared_site.visitor().get("/games/demo/contests/ski-women").text
    assert ('href="#teams"' in page, 'href="#results"' in page) == (True, True)
    assert ('id="teams"' in page, 'id="results"' in page) == (True, True)
    assert 'href="#results"' not in shared_site.visitor().get("/games/demo/contests/ski-relay").text


def test_a_row_is_of_the_city_that_is_followed(shared_site: Site) -> None:
    page = shared_site.visitor().get("/games/demo/contests/ski-women").text
    cities = {team.city for team in shared_site.shell.shown("demo").state.teams.values()}
    assert set(re.findall(r'data-city="([^"]*)"', page)) == cities


def test_a_telephone_is_told_draws_and_the_numbers_that_decide_and_what_each_mark_means(shared_site: Site) -> None:
    """Each row alone says as much as the wide table does."""
    visitor = shared_site.visitor()
    hockey, volleyball = (visitor.get(f"/games/demo/contests/{one}").text for one in ("hockey", "volleyball"))
    rows = re.findall(r"<tr data-city.*?</tr>", hockey.partition("<details")[0], re.DOTALL)
    seen = re.compile(r'<t[dh](?! class="[^"]*wide).*?</t[dh]>', re.DOTALL)
    shown = [[words(cell) for cell in seen.findall(row)] for row in rows]
    assert all(len(cells) == 7 for cells in shown)  # place, team, played, won, drawn, lost, points
    assert all(re.search(r"З–П \d+–\d+ \(([+−]\d+|0)\)$", cells[1]) for cells in shown)
    assert sum(int(re.findall(r"[+−\d]+(?=\)$)", cells[1])[0].replace("−", "-")) for cells in shown) == 0
    assert re.search(r"партии \d–\d, мячи \d\d+–\d\d+ \(", words(volleyball))
    told = words(hockey.partition('aria-label="Обозначения"')[2].partition("</ul>")[0])
    meant = ("ОТ решено в дополнительное время", "Б решено по броскам", "З–П забито и пропущено, с разницей")
    assert all(one in told for one in meant)
    assert "дополнительное" not in volleyball


def test_a_column_is_named_by_its_sport_and_whole_for_whoever_hears_it(shared_site: Site) -> None:
    page = shared_site.visitor().get("/games/demo/standings").text
    heads = words(page[page.index("<thead>") : page.index("</thead>")])
    assert all(one in heads for one in ("Зимн. трейл Зимний трейл", "Лыжн. гонки ж Лыжные гонки, женщины", "Шахматы"))
    assert "очки 8 место 1" in words(page)


@pytest.mark.parametrize(
    ("name", "team", "bib", "note", "said"),
    [
        ("Лыжина Анна", "Псков", "27", "", "№ 27 · Псков"),
        ("Участник № 27, Псков", "Псков", "27", "н/фин", "№ 27 · н/фин"),
        ("Псков", "Псков", "", "дискв.", "дискв."),
        ("Псков", "Псков", "", "", ""),
    ],
)
def test_below_a_name_nothing_is_said_twice_and_no_dot_stands_alone(
    name: str, team: str, bib: str, note: str, said: str
) -> None:
    row = ResultRow("27", "1", False, bib, name, "pskov", team, "pskov", "", "", "", "", note)
    assert " · ".join(row.about).replace("\u00a0", " ") == said
