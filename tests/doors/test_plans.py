"""Hours and numbers of a start list: said at its page, seen on the sheet, on the site and on paper, typed by number."""

import io
import re

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM, Actor
from spartakiad.publication import actions as publication
from spartakiad.results.actions import Checked, TypedMark, check_marks, enter_mark
from tests.doors.holding import SLUG, held
from tests.doors.reading import read, words
from tests.doors.visiting import Site, Visitor

SKI, CHASE = "ski-women", "ski-pursuit-women"
PAGE, CHASING = f"/office/{SLUG}/contests/{SKI}/starts", f"/office/{SLUG}/contests/{CHASE}/starts"
PLAN = {"start": "interval", "every": "0:30", "at_once": "1", "begins": "10:15", "bibs": "order", "range": "101"}


@pytest.fixture
def skiing(site: Site) -> Site:
    """Four women of two teams in a race and in the pursuit after it."""
    return held(site, "ski", "ski-pursuit")


@pytest.fixture
def secretary(skiing: Site) -> Visitor:
    return skiing.signed_in(Role.CHIEF_SECRETARY, games=SLUG)


@pytest.fixture
def planned(skiing: Site, secretary: Visitor) -> Site:
    secretary.post(f"{PAGE}/plan", PLAN)
    secretary.post(PAGE, {"part": ""})
    return skiing


def test_the_preview_says_hours_and_numbers_and_the_page_what_was_chosen(skiing: Site, secretary: Visitor) -> None:
    secretary.post(f"{PAGE}/plan", PLAN)
    page = secretary.get(PAGE).text
    shown = words(page.partition('id="preview"')[2])
    assert "1 10:15:00 101 Берёзкина Вологда" in shown and "4 10:16:30 104 Заречная Псков" in shown
    assert "раздельный через 30\u00a0секунд; номера: по порядку старта" in page
    assert 'value="10:15"' in page and 'value="30"' in page


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"every": "полминуты"}, "every"),
        ({"every": "0:75"}, "every"),
        ({"every": ""}, "every"),
        ({"begins": "25:00"}, "begins"),
        ({"range": "сто"}, "range"),
        ({"range": ""}, "range"),
        ({"at_once": ""}, "at_once"),
        ({"start": "pursuit"}, "after"),
    ],
)
def test_what_cannot_be_read_comes_back_at_its_field(secretary: Visitor, wrong: dict[str, str], field: str) -> None:
    answer = secretary.post(f"{PAGE}/plan", PLAN | wrong)
    assert (answer.status_code, f'id="f-{field}-error"' in answer.text) == (422, True)
    assert all(f'value="{text}"' in answer.text for text in wrong.values() if text and field != "after")


def test_the_sheet_the_site_and_the_paper_have_hours_and_numbers(planned: Site, secretary: Visitor) -> None:
    sheet = words(secretary.get(f"/judge/{SLUG}/{SKI}").text)
    assert "№ 102 Заречная Вологда" in sheet and "старт 10:15:30" in sheet
    assert "10:15:30 102" in read(planned, f"/games/{SLUG}/contests/{SKI}")
    answer = planned.visitor().get(f"/games/{SLUG}/contests/{SKI}/starts.pdf")
    paper = " ".join(PdfReader(io.BytesIO(answer.content)).pages[0].extract_text().split())
    assert re.search("Первый старт:? 10:15", paper)
    assert "102" in paper and "10:15:30" in paper


def test_the_device_of_a_judge_finds_by_the_number_and_sends_whose_it_is(planned: Site, secretary: Visitor) -> None:
    rows = secretary.get(f"/judge/{SLUG}/{SKI}/list").json()["rows"]
    assert {row["bib"]: (row["id"], row["start"]) for row in rows}["102"] == ("2", "старт 10:15:30")


def test_a_result_has_the_number_that_was_worn(planned: Site) -> None:
    planned.shell.write_now(enter_mark, TypedMark(SLUG, SKI, "2", "20:00,0", 0), SYSTEM)
    page = planned.visitor().get(f"/games/{SLUG}/contests/{SKI}").text
    row = re.search(r'<tr id="row-2".*?</tr>', page, re.DOTALL)
    assert row and "102" in words(row[0])


def test_a_pursuit_waits_for_the_race_and_then_has_its_gaps(skiing: Site, secretary: Visitor) -> None:
    do = skiing.shell.write_now
    plan = {"start": "pursuit", "after": f"{SKI}|main", "every": "", "bibs": "number"}
    secretary.post(f"{CHASING}/plan", plan)
    assert "результаты ещё не вывешены" in secretary.get(CHASING).text
    assert secretary.post(CHASING, {"part": ""}).status_code == 409
    secretary.post(PAGE, {"part": ""})
    for number, raw in {"1": "20:00,0", "2": "20:15,7", "3": "19:30,2", "4": "22:00,0"}.items():
        do(enter_mark, TypedMark(SLUG, SKI, number, raw, 0), SYSTEM)
    marks = skiing.shell.now(SLUG).state.marks_of(SKI)
    items = tuple((key[3], mark.version) for key, mark in marks.items())
    checker = skiing.new("sport_chief", SLUG, "", SKI)
    do(check_marks, Checked(SLUG, SKI, items, "confirmed"), Actor(f"a{checker}"))
    do(publication.post, publication.OneContest(SLUG, SKI), SYSTEM)
    secretary.post(CHASING, {"part": ""})
    sheet = secretary.get(f"/judge/{SLUG}/{CHASE}").text
    given = {who: re.search(rf'id="f-cell-start-{who}"[^>]*value="([^"]*)"', sheet) for who in "3124"}
    assert {who: found and found[1] for who, found in given.items()} == {
        "3": "0,0",
        "1": "29,0",
        "2": "45,0",
        "4": "2:29,0",
    }
    assert re.findall(r'<li id="mark-(\d)"', sheet) == ["3", "1", "2", "4"]
