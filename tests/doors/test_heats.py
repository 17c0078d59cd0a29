"""Heats: drawn at the page of the start list, seen by judges, by everybody and on paper."""

import io

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from tests.doors.holding import SLUG, held
from tests.doors.reading import read, words
from tests.doors.visiting import Site, Visitor

SWIM = "swimming-women"
PAGE = f"/office/{SLUG}/contests/{SWIM}/starts"


@pytest.fixture
def pool(site: Site) -> Site:
    """Six women of three teams who swim."""
    return held(site, "swimming", teams=3, women=2)


@pytest.fixture
def secretary(pool: Site) -> Visitor:
    return pool.signed_in(Role.CHIEF_SECRETARY, games=SLUG)


def draw(secretary: Visitor) -> None:
    secretary.post(f"{PAGE}/seedings", {"seeding-1": "1", "seeding-4": "2"})
    secretary.post(f"{PAGE}/seal", {"way": "heats_seeded", "seed": "2718", "size": "3"})
    secretary.post(f"{PAGE}/draw")
    plan = {"start": "heats", "every": "3:00", "lanes": "4", "bibs": "number"}
    secretary.post(f"{PAGE}/plan", plan)


def test_how_many_are_in_a_heat_is_asked_for_at_its_field(secretary: Visitor) -> None:
    for size in ("", "три", "1"):
        answer = secretary.post(f"{PAGE}/seal", {"way": "heats", "size": size})
        assert (answer.status_code, 'id="f-size-error"' in answer.text) == (422, True)


def test_heats_lanes_and_hours_are_previewed_and_released(pool: Site, secretary: Visitor) -> None:
    draw(secretary)
    assert "Забег Дор. Время" in words(secretary.get(PAGE).text)
    secretary.post(PAGE, {"part": ""})
    heats = pool.shell.now(SLUG).state.starts[f"starts:{SWIM}:main:main:main"].heats
    assert (heats["1"], heats["4"]) == ((1, 2), (2, 2))
    sheet, public = words(secretary.get(f"/judge/{SLUG}/{SWIM}").text), read(pool, f"/games/{SLUG}/contests/{SWIM}")
    assert "забег 2, дорожка 2, старт 10:03:00" in sheet
    assert "1 2 10:00:00 1 Участник № 1, Вологда" in public
    answer = pool.visitor().get(f"/games/{SLUG}/contests/{SWIM}/starts.pdf")
    paper = " ".join(PdfReader(io.BytesIO(answer.content)).pages[0].extract_text().split())
    assert "Забег Дор. Номер Старт" in paper


def test_the_page_of_the_draw_says_which_heat(pool: Site, secretary: Visitor) -> None:
    draw(secretary)
    page = read(pool, f"/games/{SLUG}/contests/{SWIM}/draw")
    assert ("Забег 1" in page, "Забег 2" in page, "Забеги змейкой" in page) == (True, True, False)
    assert "забеги змейкой" in page
