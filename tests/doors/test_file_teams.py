"""Teams in a file: places of a jury or of a chess table, and matches from either side."""

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.matches import matches_of
from spartakiad.publication.actions import OneContest, reopen
from tests.doors.files import counts, errors, looked, pasted, taken
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor
from tests.intake.files import xlsx
from tests.intake.programs import SWISS_MANAGER

FIGURE, BANDY = "/judge/demo/figure", "/judge/demo/bandy"


@pytest.fixture
def secretary(site: Site) -> Visitor:
    site.shell.write_now(reopen, OneContest("demo", "figure", "пересчёт"), SYSTEM)
    return site.signed_in(Role.CHIEF_SECRETARY, "demo")


def of(site: Site, contest: str) -> dict[str, str]:
    return {key[3]: one.raw for key, one in site.shell.now("demo").state.marks.items() if key[0] == contest}


def unplayed(site: Site) -> tuple[str, tuple[str, str]]:
    """A match of the demo that has no result yet, and the titles of its sides."""
    state = site.shell.now("demo").state
    played = of(site, "bandy")
    found = next(one for one in matches_of(state, "bandy") if one.key not in played)
    return found.key, tuple(state.teams[side].title for side in found.sides)  # type: ignore[return-value]


def test_places_of_a_chess_table_differ_from_what_was_typed(site: Site, secretary: Visitor) -> None:
    page = looked(secretary, xlsx(*SWISS_MANAGER), page=FIGURE).text
    assert counts(page) == (0, 0, 3, 0)
    answer = taken(secretary, page, FIGURE, **{"r0-keep": "yes", "r1-keep": "yes"})
    assert (answer.status_code, of(site, "figure")["pskov"], of(site, "figure")["vologda"]) == (303, "1", "2")
    assert of(site, "figure")["velikiy-novgorod"] == "2"


def test_shared_places_and_places_of_a_jury_are_read(secretary: Visitor) -> None:
    rows = "Команда\tМесто\nг. Псков\t4\nВологда\t5-6\nАрхангельск\tVI\nПетрозаводск\t1."
    assert counts(pasted(secretary, rows, page=FIGURE).text) == (0, 0, 0, 4)


def test_a_team_is_named_by_hand_by_its_name(site: Site, secretary: Visitor) -> None:
    page = pasted(secretary, "Команда\tМесто\nВологодцы\t1", page=FIGURE).text
    assert "В стартовом протоколе такого нет" in errors(page)["r0-who"]
    refused = taken(secretary, page, FIGURE, **{"r0-who": "Вологда"})
    assert (refused.status_code, "За ним уже записано 5" in errors(refused.text)["r0-raw"]) == (422, True)
    assert taken(secretary, refused.text, FIGURE, **{"r0-keep": "yes"}).status_code == 303
    assert of(site, "figure")["vologda"] == "1"


@pytest.mark.parametrize("turned", [False, True])
def test_a_match_is_found_by_its_sides_and_told_from_the_first(site: Site, secretary: Visitor, turned: bool) -> None:
    match, (first, second) = unplayed(site)
    row = (second, first, "2:4") if turned else (first, second, "4:2")
    page = looked(secretary, xlsx(("Тур", "Хозяева", "Гости", "Счёт"), (7, *row)), page=BANDY).text
    assert counts(page) == (1, 0, 0, 0) and f"тур 7: {row[0]} – {row[1]}" in words(page)
    assert taken(secretary, page, BANDY).status_code == 303
    assert of(site, "bandy")[match] == "4:2"


def test_a_match_that_nobody_plays_is_told(site: Site, secretary: Visitor) -> None:
    page = pasted(secretary, "Хозяева\tГости\tСчёт\nВологда\tМосква\t3:2", page=BANDY).text
    assert (counts(page), "Такой встречи в этом виде нет" in page) == ((0, 0, 1, 0), True)
    before = of(site, "bandy")
    assert (taken(secretary, page, BANDY).status_code, of(site, "bandy")) == (422, before)


def test_a_draw_where_there_is_none_is_refused_at_its_field(site: Site, secretary: Visitor) -> None:
    _, (first, second) = unplayed(site)
    page = pasted(secretary, f"Хозяева\tГости\tСчёт\n{first}\t{second}\t3:3", page=BANDY).text
    assert "Ничьей в этом виде не бывает" in errors(page)["r0-raw"]


def test_a_table_of_everybody_by_everybody_says_every_match_once(site: Site, secretary: Visitor) -> None:
    match, (first, second) = unplayed(site)
    table = xlsx(("№", "Команда", 1, 2, "О"), (1, second, "×", "1:4", 0), (2, first, "4:1", "×", 2))
    page = looked(secretary, table, page=BANDY).text
    assert counts(page) == (1, 0, 0, 0)
    assert (taken(secretary, page, BANDY).status_code, of(site, "bandy")[match]) == (303, "4:1")


def test_matches_that_are_not_in_the_file_are_named(site: Site, secretary: Visitor) -> None:
    _, (first, second) = unplayed(site)
    page = pasted(secretary, f"Хозяева\tГости\tСчёт\n{first}\t{second}\t3:2", page=BANDY).text
    assert "Игры, которых в файле нет: 7" in words(page)
