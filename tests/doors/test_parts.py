"""A contest in parts as people meet it: everybody, the judges, the secretariat, and on paper."""

import io
import re
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.shell import Shell
from tests.competition.skiing import SLUG, entered, held, made, posted, released, run
from tests.doors.reading import read, words
from tests.doors.test_places import SHEET
from tests.doors.visiting import Site, Visitor

SKI = f"/games/{SLUG}/contests/ski"
JUDGE = f"/judge/{SLUG}/ski"
PARTS = ["women", "men-18", "men-40", "relay"]


@pytest.fixture
def at(site: Site) -> Callable[[Callable[[Shell], Shell]], Site]:
    """The site with the ski Games played so far."""

    def played(so_far: Callable[[Shell], Shell]) -> Site:
        so_far(site.shell)
        return site

    return played


Played = Callable[[Callable[[Shell], Shell]], Site]


def ready(shell: Shell) -> Shell:
    return released(entered(made(shell)))


def women_posted(shell: Shell) -> Shell:
    return posted(run(ready(shell), "women"), "women")


def section(page: str, part: str) -> str:
    """What stands between the heading of a part and the next one."""
    return words(page.split(f'id="part-{part}"')[1].split("<h2")[0])


def printed(visitor: Visitor, path: str) -> str:
    content = visitor.get(path).content
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def sheet(site: Site, part: str) -> list[str]:
    """Whose marks are entered on this page."""
    return re.findall(r'<li id="mark-([^"]+)"', judge(site).get(f"{JUDGE}?part={part}").text)


def judge(site: Site) -> Visitor:
    return site.signed_in(Role.JUDGE, SLUG, contest="ski")


def chief(site: Site) -> Visitor:
    return site.signed_in(Role.SPORT_CHIEF, SLUG, contest="ski")


def secretary(site: Site) -> Visitor:
    return site.signed_in(Role.CHIEF_SECRETARY, SLUG)


def test_the_page_of_the_contest_has_a_list_for_each_part_and_the_teams_below(at: Played) -> None:
    page = at(held).visitor().get(SKI).text
    assert re.findall(r"(\d) (\d+) Участник № \2", section(page, "women")) == [
        ("1", "1"),
        ("2", "5"),
        ("3", "2"),
        ("4", "6"),
    ]
    assert re.findall(r"(\d|–) (Псков|Вологда|Череповец)", section(page, "relay")) == [
        ("1", "Псков"),
        ("2", "Вологда"),
        ("–", "Череповец"),
    ]
    teams = words(page.split('id="teams"')[1])
    assert re.findall(r"(\d) (Псков|Вологда|Череповец) [^0-9]*.*? (193|166|50) ", teams) == [
        ("1", "Псков", "193"),
        ("2", "Вологда", "166"),
        ("3", "Череповец", "50"),
    ]
    assert [page.index(f'id="part-{part}"') for part in PARTS] == sorted(
        page.index(f'id="part-{part}"') for part in PARTS
    )


def test_the_list_of_women_is_seen_posted_while_the_men_still_run(at: Played) -> None:
    page = at(women_posted).visitor().get(SKI).text
    assert [("предварительно" in section(page, part)) for part in PARTS] == [True, False, False, False]
    assert "Стартовый протокол" in section(page, "men-18")


def test_a_judge_has_a_sheet_for_each_part(at: Played) -> None:
    site = at(ready)
    assert [sheet(site, part) for part in PARTS] == [
        ["1", "2", "5", "6"],
        ["3", "7", "8", "10"],
        ["4", "9", "11"],
        ["vologda", "pskov", "cherepovets"],
    ]
    assert judge(site).get(f"{JUDGE}?part=juniors").status_code == 404
    assert sheet(site, "") == sheet(site, "women")


def test_a_mark_leads_back_to_the_sheet_it_was_typed_on(at: Played) -> None:
    site = at(ready)
    answer = judge(site).post(f"{JUDGE}/marks/vologda?part=relay", {"raw": "41:00,0", "version": 0})
    assert answer.headers["location"] == f"{JUDGE}?part=relay"
    assert ("ski", "relay", "main", "vologda") in site.shell.now(SLUG).state.marks


def test_a_wrong_mark_comes_back_on_its_own_sheet(at: Played) -> None:
    page = judge(at(ready)).post(f"{JUDGE}/marks/4", {"raw": "1:75", "version": 0}).text
    assert "5 км, мужчины 40 лет и старше" in words(page[page.index("<h1") : page.index("</h1>")])
    assert 'value="1:75"' in page


def test_a_part_is_posted_and_taken_back_on_its_own_sheet(at: Played) -> None:
    site = at(lambda shell: run(ready(shell), "women"))
    chief(site).post(f"{JUDGE}/posting?part=women")
    assert site.shell.now(SLUG).state.how_far("ski", "women").state == "posted"
    chief(site).post(f"{JUDGE}/reopening?part=women", {"reason": "описка"})
    assert site.shell.now(SLUG).state.how_far("ski", "women").state == "under_way"


def test_the_secretary_releases_one_part_and_then_the_others(at: Played) -> None:
    site = at(lambda shell: entered(made(shell)))
    asked = [re.findall(r"Стартовый протокол: ([^\"]+)", secretary(site).get(f"/office/{SLUG}").text)]
    secretary(site).post(f"/office/{SLUG}/contests/ski/starts", {"part": "women"})
    asked.append(re.findall(r"Стартовый протокол: ([^\"]+)", secretary(site).get(f"/office/{SLUG}").text))
    others = ["5 км, мужчины 18–39 лет", "5 км, мужчины 40 лет и старше", "Эстафета"]
    assert asked == [["3 км, женщины", *others], others]
    secretary(site).post(f"/office/{SLUG}/contests/ski/starts")
    assert "Стартовый протокол: " not in secretary(site).get(f"/office/{SLUG}").text


def test_the_board_says_of_each_part_what_is_waited_for(at: Played) -> None:
    site = at(lambda shell: run(ready(shell), "women"))
    board = secretary(site).get(f"/office/{SLUG}").text
    waited = words(board[board.index('id="blockers"') : board.index('id="contests"')])
    assert "Лыжные гонки: 3 км, женщины вывесить протокол" in waited
    assert f'href="{JUDGE}?part=women"' in board


def test_the_protocol_has_a_list_for_each_part_and_the_teams(at: Played) -> None:
    site = at(held)
    whole = printed(site.visitor(), f"{SKI}/protocol.pdf")
    heads = ["3 км, женщины", "5 км, мужчины 18–39 лет", "5 км, мужчины 40 лет и старше", "Эстафета", "Команды"]
    assert [f"{head} Место" in whole for head in heads] == [True] * 5
    assert "Стартовали: 14, закончили 13" in whole and "1 Псков 193" in whole
    women = printed(site.visitor(), f"{SKI}/protocol.pdf?part=women")
    assert "Лыжные гонки: 3 км, женщины" in women and "Эстафета" not in women and "редакция 1" in women


def test_the_start_list_has_a_list_for_each_part(at: Played) -> None:
    site = at(ready)
    whole = printed(site.visitor(), f"{SKI}/starts.pdf")
    assert "3 км, женщины № п/п Номер Фамилия" in whole and "Эстафета № п/п Команда" in whole
    assert "Эстафета" not in printed(site.visitor(), f"{SKI}/starts.pdf?part=men-18")
    assert site.visitor().get(f"{SKI}/starts.pdf?part=juniors").status_code == 404


def test_the_reason_of_a_total_goes_part_by_part(at: Played) -> None:
    said = read(at(held), f"/games/{SLUG}/standings/vologda")
    assert "сумма частей: 55 + 27 + 30 + 54 166 3 км, женщины 55 Участник № 1, Вологда" in said
    assert "Эстафета 54 Вологда: 2-е место → 27 × 2 = 54" in said.replace("\u00a0", " ")


def test_everybody_reads_who_may_start_where(at: Played) -> None:
    said = read(at(made), f"/games/{SLUG}/rules").replace("\u00a0", " ")
    assert "5 км, мужчины 18–39 лет. Мужчины, родившиеся в 1987–2008 годах. От команды не больше 3 участников." in said
    assert "Эстафета. Стартует команда целиком." in said
    assert "2 лучших результата «3 км, женщины»" in said and "1 лучший результат «Эстафета» (× 2)" in said


def test_the_secretary_sets_the_quota_of_a_part(at: Played) -> None:
    site = at(made)
    answer = secretary(site).post(f"/office/{SLUG}/setup/contests/ski/rules", {"set-conditions-part-women-quota": "5"})
    assert answer.status_code == 303
    said = read(site, f"/games/{SLUG}/rules").replace("\u00a0", " ")
    assert "3 км, женщины. Женщины, родившиеся в 2008 году и раньше. От команды не больше 5 участников." in said


def test_closed_by_a_paper_the_contest_is_one_list_of_teams(at: Played) -> None:
    site = at(ready)
    form = {"document": "протокол № 7", "place-pskov": "1", "place-vologda": "2"}
    files = {"photo": ("снимок.png", SHEET.getvalue(), "image/png")}
    assert secretary(site).post(f"/office/{SLUG}/contests/ski/places", form, files=files).status_code == 303
    page = site.visitor().get(SKI).text
    assert "part-women" not in page and "1 Псков 2 Вологда" in words(page.split('id="results"')[1])
    assert judge(site).get(f"{JUDGE}?part=women").status_code == 200
    chief(site).post(f"{JUDGE}/reopening", {"reason": "нашлись листы"})
    assert sheet(site, "relay") == ["vologda", "pskov", "cherepovets"]
