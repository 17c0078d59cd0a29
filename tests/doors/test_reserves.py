"""A reserve of the trail: entered in the matrix or by a table, named by the coach, printed and seen as what he is."""

import html

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.starts.actions import OneContest, release
from tests.doors.reading import words
from tests.doors.visiting import Site, Visitor

CABINET, TRAIL = "/team/demo/pskov", "/team/demo/pskov/contests/trail"
WHY = {"reason": "травма на разминке", "allowed": "главный секретарь Петров"}


@pytest.fixture
def three(site: Site) -> list[str]:
    """Of Pskov: two who run the trail, and one in reserve."""
    numbers = [one.number for one in site.shell.now("demo").state.athletes_of("pskov")][:3]
    roles = dict(zip(numbers, ("team", "team", "reserve"), strict=True))
    form = {f"e-trail-{number}": role for number, role in roles.items()}
    assert site.captain("pskov").post(f"{CABINET}/entries", form).status_code == 303
    return numbers


def coach(site: Site) -> Visitor:
    return site.signed_in(Role.COACH, team="pskov", contest="trail")


def roles(site: Site, numbers: list[str]) -> list[str]:
    return [site.shell.now("demo").state.entries["trail", number].role for number in numbers]


def test_a_starter_and_a_reserve_change_in_the_matrix_at_once(site: Site, three: list[str]) -> None:
    one, _, other = three
    form = {f"e-trail-{one}": "reserve", f"e-trail-{other}": "team"}
    assert site.captain("pskov").post(f"{CABINET}/entries", form).status_code == 303
    assert roles(site, three) == ["reserve", "team", "team"]


def test_the_coach_names_him_when_the_start_list_is_out(site: Site, three: list[str]) -> None:
    site.shell.write_now(release, OneContest("demo", "trail"), SYSTEM)
    answer = coach(site).post(f"{TRAIL}/reserve", {"athlete": three[0], "reserve": three[2], **WHY})
    listed = next(one for one in site.shell.now("demo").state.starts.values() if one.contest == "trail").starts
    assert (answer.status_code, roles(site, three)) == (303, ["reserve", "team", "team"])
    assert [entrant for entrant, _ in listed] == [three[2], three[1]]


def test_what_is_missing_is_said_at_its_field(site: Site, three: list[str]) -> None:
    before = site.numbers()
    answer = coach(site).post(f"{TRAIL}/reserve", {"athlete": three[0], "reserve": "", **WHY})
    assert (answer.status_code, site.numbers() == before) == (422, True)
    assert 'id="f-reserve-error"' in answer.text and "травма на разминке" in answer.text


def test_the_page_of_a_replacement_says_that_there_is_one(site: Site, three: list[str]) -> None:
    page = site.captain("pskov").get(f"{CABINET}/athletes/{three[0]}/replacement").text
    assert f'href="{TRAIL}#reserve"' in page


def test_the_commission_and_the_application_say_what_he_is(site: Site, three: list[str]) -> None:
    page = words(site.signed_in(Role.COMMISSION).get("/office/demo/admission/pskov").text)
    assert "Зимний трейл (запасной)" in page


def test_a_table_says_it_in_brackets_or_after_a_dash(site: Site) -> None:
    head = "Фамилия\tИмя\tПол\tДата рождения\tРазряд\tВиды\n"
    rows = (
        "Ёлкина\tИя\tж\t05.03.1991\tI\tЗимний трейл (запасная)\nМетелева\tАня\tж\t05.03.1992\tI\tЗимний трейл – лично"
    )
    page = html.unescape(site.captain("pskov").post(f"{CABINET}/paste", {"rows": head + rows}).text)
    assert [f"Зимний трейл ({role})" in page for role in ("запасной", "лично")] == [True, True]


def test_whoever_a_table_puts_in_reserve_is_there(site: Site) -> None:
    row = {"r0-surname": "Ёлкина", "r0-name": "Ия", "r0-sex": "ж", "r0-born_on": "05.03.1991", "r0-rank": "I"}
    site.captain("pskov").post(f"{CABINET}/import", {**row, "r0-contests": "Зимний трейл (запасная)"})
    newest = max((one.number for one in site.shell.now("demo").state.athletes.values()), key=int)
    assert roles(site, [newest]) == ["reserve"]
