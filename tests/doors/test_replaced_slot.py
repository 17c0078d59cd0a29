"""A slot of a start list outlives its holder: number, bib, hour, heat and lane go to whoever comes in for him."""

import io

import pytest
from pypdf import PdfReader

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.state import StartList
from spartakiad.entries.commission import Admission, admit
from tests.doors.holding import SLUG, held
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

SWIM = "swimming-women"
PAGE = f"/office/{SLUG}/contests/{SWIM}/starts"
COMES = {"surname": "Метелева Анна Игоревна", "sex": "ж", "born_on": "05.03.1990", "rank": "II"}
WHY = {"reason": "травма на разминке", "allowed": "главный секретарь Петров"}
SLOT = "забег 2, дорожка 3, старт 10:03:00"


@pytest.fixture
def pool(site: Site) -> Site:
    """Six women of three teams in two heats of three, each with a bib; № 1 swims on the third lane of the second."""
    pool = held(site, "swimming", teams=3, women=2)
    secretary = pool.signed_in(Role.CHIEF_SECRETARY, games=SLUG)
    slips = {"1": "2/3", "2": "1/1", "3": "1/2", "4": "1/3", "5": "2/1", "6": "2/2"}
    secretary.post(f"{PAGE}/slips", {f"slip-{number}": slip for number, slip in slips.items()})
    plan = {"start": "heats", "every": "3:00", "lanes": "4", "bibs": "order", "range": "101"}
    secretary.post(f"{PAGE}/plan", plan)
    secretary.post(PAGE, {"part": ""})
    return pool


@pytest.fixture
def secretary(pool: Site) -> Visitor:
    return pool.signed_in(Role.CHIEF_SECRETARY, games=SLUG)


def listed(pool: Site) -> StartList:
    return pool.shell.now(SLUG).state.starts[f"starts:{SWIM}:main:main:main"]


def replace(pool: Site) -> None:
    captain = pool.signed_in(Role.CAPTAIN, games=SLUG, team="vologda")
    assert captain.post(f"/team/{SLUG}/vologda/athletes/1/replacement", COMES | WHY).status_code == 303


def test_the_line_of_the_judges_is_his_before_he_is_admitted_and_after(pool: Site, secretary: Visitor) -> None:
    before = listed(pool)
    replace(pool)
    assert listed(pool) == before
    for _ in ("waits", "admitted"):
        line = words(secretary.get(f"/judge/{SLUG}/{SWIM}").text).partition("№ 106 ")[2]
        assert line.startswith("Метелева Анна Игоревна") and SLOT in line.partition("№ 1")[0]
        pool.shell.write_now(admit, Admission(SLUG, "1", "admitted"), SYSTEM)


def test_a_list_released_anew_leaves_him_where_the_other_was(pool: Site, secretary: Visitor) -> None:
    before = listed(pool)
    replace(pool)
    pool.shell.write_now(admit, Admission(SLUG, "1", "admitted"), SYSTEM)
    assert secretary.post(PAGE, {"part": "", "reason": "замена"}).status_code == 303
    now = listed(pool)
    assert (now.starts, now.heats, now.offsets) == (before.starts, before.heats, before.offsets)
    assert (now.bibs["1"], now.heats["1"], now.offsets["1"]) == ("106", (2, 3), 180_000)


def test_while_he_waits_for_the_commission_nobody_moves_into_his_lane(pool: Site, secretary: Visitor) -> None:
    replace(pool)
    secretary.post(PAGE, {"part": "", "reason": "замена"})
    assert (2, 3) not in listed(pool).heats.values()
    assert {one: at for one, at in listed(pool).heats.items() if at[0] == 2} == {"5": (2, 1), "6": (2, 2)}


def test_the_paper_has_him_on_the_lane_of_the_other(pool: Site) -> None:
    replace(pool)
    pool.shell.write_now(admit, Admission(SLUG, "1", "admitted"), SYSTEM)
    answer = pool.visitor().get(f"/games/{SLUG}/contests/{SWIM}/starts.pdf")
    paper = " ".join(PdfReader(io.BytesIO(answer.content)).pages[0].extract_text().split())
    assert "2 3 106 10:03:00" in paper
