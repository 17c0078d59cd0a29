"""An athlete belongs to his city: told by the regulation, ticked by the commission, refused with its own clause."""

import html
from datetime import date

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.residence import Residence, residence_of
from spartakiad.entries.actions import NewAthletes, add_athletes
from spartakiad.people.forms import Clean
from spartakiad.words.residence import residence_rules
from tests.doors.reading import read
from tests.doors.test_commission import commission, found, table
from tests.doors.test_conditions import form
from tests.doors.visiting import Site

PAGE = "/office/demo/conditions"
TIED = Residence(("registered", "works", "studies"), date(2025, 12, 31), "4.8")


@pytest.fixture
def one(site: Site) -> str:
    """The number of somebody of Pskov who waits."""
    new = NewAthletes("demo", "pskov", (Clean("Ёлкина", "Анна", "", "f", date(1990, 3, 5), ""),))
    return str(site.shell.write_now(add_athletes, new, SYSTEM)["athletes"][0])  # type: ignore[index]


def test_the_commission_has_a_column_of_it_with_its_day(site: Site) -> None:
    page = html.unescape(commission(site).get("/office/demo/admission/pskov").text).replace("\u00a0", " ")
    column = 'Регистрация, работа или учёба в городе<span class="sub">с 31 декабря 2025 г. или раньше</span>'
    assert column in page


def test_whoever_cannot_show_it_is_admitted_until_an_hour_with_its_clause(site: Site, one: str) -> None:
    lacks = {f"have__residence__{one}": "no", "all__until": "09:00"}
    commission(site).post("/office/demo/admission/pskov/table", table(site, [one], **lacks))
    told = found(site, one)
    assert (told.state, told.reason, told.clause) == ("until", "нет: регистрация, работа или учёба в городе", "4.8")


def saved(site: Site, **typed: str) -> int:
    boxes = {name.replace("_", "-"): value for name, value in typed.items()}
    return site.signed_in(Role.CHIEF_SECRETARY).post(PAGE, form(site) | boxes).status_code


def asked(site: Site) -> Residence | None:
    return residence_of(site.shell.now("demo").state.regulation)


def test_the_secretary_says_what_is_enough_and_since_when(site: Site) -> None:
    assert saved(site, how_lives="yes", since="1.9.2025", residence_clause="4.9") == 303
    assert asked(site) == Residence(("lives",), date(2025, 9, 1), "4.9")


def test_no_box_asks_nobody(site: Site) -> None:
    assert (asked(site), saved(site), asked(site)) == (TIED, 303, None)


@pytest.mark.parametrize(
    "typed", [{"since": "01.09.2025"}, {"residence_clause": "4.9"}, {"how_lives": "yes", "since": "осень"}]
)
def test_half_a_condition_is_asked_about_and_changes_nothing(site: Site, typed: dict[str, str]) -> None:
    assert (saved(site, **typed), asked(site)) == (422, TIED)


def test_the_form_shows_what_holds(site: Site) -> None:
    page = site.signed_in(Role.CHIEF_SECRETARY).get(PAGE).text
    boxes = [
        f'name="how-{one}" type="checkbox" value="yes" checked' in page for one in ("registered", "lives", "works")
    ]
    assert (boxes, 'value="31.12.2025"' in page) == ([True, False, True], True)


def test_everybody_reads_it(site: Site) -> None:
    said = "кто зарегистрирован, работает или учится в её городе не позднее чем с 31 декабря 2025 г. (п. 4.8)."
    assert said in read(site, "/games/demo/rules").replace("\u00a0", " ")


def test_without_a_day_and_a_clause_it_is_read_back_shorter() -> None:
    assert residence_rules(["lives"], None, "") == "За команду выступает тот, кто живёт в её городе."
