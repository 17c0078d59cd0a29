"""The hall's screen: as many rows as can be read, boards that have something, nothing that is held."""

import asyncio
import re

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.shell import Shell
from spartakiad.standings.boards import BoardLine, paged
from tests.doors.happenings import much_happens
from tests.doors.reading import read, words
from tests.doors.test_freeze import pressed
from tests.doors.visiting import Site, site_of

SCREEN = "/games/demo/screen"


def kinds(site: Site, path: str = SCREEN) -> list[str]:
    return re.findall(r'<article id="(\w+)-\d+"', site.visitor().get(path).text)


def longest(site: Site, path: str) -> int:
    pages = site.visitor().get(path).text.split("<article")[1:]
    return max(page.count('<th scope="row">') for page in pages)


def test_boards_follow_each_other_and_an_empty_one_is_left_out(shared_site: Site) -> None:
    assert list(dict.fromkeys(kinds(shared_site))) == [
        *("standings", "result", "teams", "medals", "running", "starts", "notices")
    ]


def test_teams_of_a_contest_of_athletes_have_a_board_with_what_their_members_add_up_to(shared_site: Site) -> None:
    page = shared_site.visitor().get(SCREEN).text
    board = words(page[page.index('id="teams-1"') :].partition("</article>")[0])
    assert "Дартс, команды: предварительно" in board and "1 Череповец" in board
    assert ("золото · серебро · бронза" in words(page), "= место разделено" in words(page)) == (True, False)


@pytest.mark.parametrize(
    ("lines", "most", "pages"), [(0, 9, []), (10, 9, [10]), (11, 9, [6, 5]), (21, 9, [7, 7, 7]), (41, 3, [10, 10, 10])]
)
def test_rows_are_spread_over_pages_so_that_none_is_left_alone(lines: int, most: int, pages: list[int]) -> None:
    found = paged([BoardLine("", "Вологда")] * lines, 10, 30, most)
    assert [len(page) for page in found] == pages


@pytest.mark.parametrize(("lines", "last"), [(30, "Вологда"), (31, "и ещё 2"), (41, "и ещё 12")])
def test_a_list_that_is_cut_says_how_many_it_leaves_out(lines: int, last: str) -> None:
    assert paged([BoardLine("", "Вологда")] * lines, 10, 30, 3)[-1][-1].text == last


def test_every_team_has_its_turn_where_letters_are_largest(shared_site: Site) -> None:
    page = shared_site.visitor().get(f"{SCREEN}?rows=3").text
    teams = [one for one in page.split("<article")[1:] if one.startswith(' id="teams-')]
    assert sum(one.count('<th scope="row">') for one in teams) == 8
    assert "7 Морозова Ольга, Сыктывкар" in words(page) and "… и ещё 17" in words(page)


@pytest.mark.parametrize(("query", "rows"), [("", 10), ("?m=15&s=3", 10), ("?m=10&s=1,43", 7), ("?m=15&s=1.43", 4)])
def test_the_distance_and_the_width_say_how_many_rows(shared_site: Site, query: str, rows: int) -> None:
    page = shared_site.visitor().get(SCREEN + query).text
    assert (f'data-rows="{rows}"' in page, longest(shared_site, SCREEN + query) <= rows) == (True, True)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?m=x&s=3", "Метров до последнего ряда (m): «x» не подходит, нужно число от 1 до 200"),
        ("?m=15", "Ширина экрана в метрах (s): «» не подходит, нужно число от 0,25 до 60"),
        ("?m=0&s=3", "«0» не подходит"),
        ("?m=1e9&s=3", "«1e9» не подходит"),
        ("?m=%D9%A5&s=3", "не подходит"),
        ("?rows=99", "Строк на экране (rows): «99» не подходит, нужно число от 3 до 20"),
        ("?m=60&s=1", "С 60 м на экране шириной 1 м не прочесть и трёх строк"),
    ],
)
def test_what_cannot_be_is_answered_by_a_sentence(shared_site: Site, query: str, said: str) -> None:
    answer = shared_site.visitor().get(SCREEN + query)
    assert (answer.status_code, said in words(answer.text)) == (422, True)


def test_screens_of_as_many_rows_are_one_page_of_the_memo(shared_site: Site) -> None:
    pages = {one: shared_site.visitor().get(SCREEN + one) for one in ("?m=15&s=3", "?s=3.0&m=15,0", "?rows=10")}
    assert len({(page.text, page.headers["etag"]) for page in pages.values()}) == 1
    kept = {key for key in shared_site.app.pages if key.startswith(SCREEN)}
    assert kept <= {SCREEN, *(f"{SCREEN}?rows={rows}" for rows in range(3, 21))}


def test_a_screen_with_more_in_its_query_is_the_same_screen(shared_site: Site) -> None:
    tags = {shared_site.visitor().get(f"{SCREEN}?m=15&s=3{more}").headers["etag"] for more in ("", "&x=1")}
    assert len(tags) == 1


def test_the_memo_switched_off_changes_no_byte_of_it(shared_site: Site, bare_site: Site) -> None:
    one = f"{SCREEN}?m=12&s=3"
    assert shared_site.visitor().get(one).content == bare_site.visitor().get(one).content


def test_what_is_possible_is_a_board_of_its_own(shared_site: Site) -> None:
    said = words(shared_site.visitor().get(f"{SCREEN}/possible?rows=10").text)
    assert "Что ещё возможно" in said and "Первыми могут стать" in said
    large = words(shared_site.visitor().get(f"{SCREEN}/possible?rows=3").text)
    assert "Архангельск, Вологда." in large  # letters are large, but no word is broken


def test_everybody_sees_since_when_results_are_held_and_nothing_newer(site: Site) -> None:
    pressed(site.shell, "hold")
    before = site.visitor().get(SCREEN).text
    assert "Итоги объявят на церемонии" in read(site, "/games/demo/sheets")
    much_happens(site.shell)
    assert (site.visitor().get(SCREEN).text, "Итоги объявят на церемонии" in before) == (before, True)
    assert "Итоги объявят на церемонии" in read(site, f"{SCREEN}/possible?rows=10")


def test_while_places_are_announced_there_is_nothing_else(site: Site) -> None:
    for step in ("hold", "begin", "next"):
        pressed(site.shell, step)
    assert set(kinds(site)) == {"reveal"}
    assert "Объявлено мест: 1 из 8" in read(site, SCREEN)
    assert 'class="fresh"' in site.visitor().get(SCREEN).text
    assert "<article" not in site.visitor().get(f"{SCREEN}/possible?rows=10").text


def test_a_games_without_results_has_a_screen_too(race: Site) -> None:
    assert "standings" in kinds(race, "/games/race/screen")
    assert "result" not in kinds(race, "/games/race/screen")


def test_many_who_ask_at_once_make_the_longest_page_once(demo_shell: Shell, runner: asyncio.Runner) -> None:
    site = site_of(demo_shell, runner)
    visitors = [site.visitor() for _ in range(5)]
    made = []
    memo = site.app.app
    inner = memo.app

    async def counting(scope: dict[str, object], receive: object, send: object) -> None:
        made.append(scope["path"])
        await inner(scope, receive, send)

    memo.app = counting

    async def all_at_once() -> list[int]:
        answers = await asyncio.gather(*(one.client.get("/games/demo/stakes") for one in visitors))
        return [answer.status_code for answer in answers]

    assert (runner.run(all_at_once()), made) == ([200] * 5, ["/games/demo/stakes"])
    assert site.signed_in(Role.CHIEF_SECRETARY).get("/office/demo").status_code == 200
