"""Teams of a Games: who starts for each, what everybody showed, and nothing of whoever is not admitted."""

import re

from spartakiad.competition.desk import SYSTEM
from spartakiad.entries.commission import Admission, admit
from spartakiad.people.actions import WithdrawConsent, withdraw_consent
from spartakiad.standings.queries import overall
from tests.doors.reading import links, read, section
from tests.doors.visiting import Site

PAGE = "/games/demo/teams/vologda"


def test_all_teams_stand_in_the_order_of_the_standing(shared_site: Site) -> None:
    page = shared_site.visitor().get("/games/demo/teams").text
    rows = overall(shared_site.shell.shown("demo")).rows
    assert links(page, "/games/demo/teams/") == [row.slug for row in rows]


def test_a_team_has_its_place_its_total_and_the_state_they_rest_on(shared_site: Site) -> None:
    told = read(shared_site, PAGE)
    row = next(one for one in overall(shared_site.shell.shown("demo")).rows if one.slug == "vologda")
    assert f"{row.place}\u2011е место, очков: {row.total}" in told.replace("\u00a0", " ")
    assert "Официально: 6 из 9 видов, предварительно ещё 2" in told


def test_results_are_those_of_the_lists(shared_site: Site) -> None:
    told = section(shared_site, PAGE, "members")
    listed = shared_site.visitor().get("/games/demo/contests/ski-men").text
    found = re.search(r'id="row-24".*?data-place="(\d+)".*?class="result">([^<]+)<', listed, re.DOTALL)
    assert found is not None
    assert f"Лыжные гонки, мужчины : {found[1]} =, место разделено {found[2]}" in told


def test_whoever_takes_his_consent_back_is_a_number_at_once(site: Site) -> None:
    assert "Студёный Дмитрий" in section(site, PAGE, "members")
    person = site.shell.now("demo").state.athletes["24"].person
    site.shell.write_now(withdraw_consent, WithdrawConsent(person), SYSTEM)
    told = section(site, PAGE, "members")
    assert ("Студёный" in told, "Участник № 24, Вологда" in told.replace("\u00a0", " ")) == (False, True)


def test_whoever_is_refused_is_not_on_the_page(race: Site) -> None:
    page = race.visitor().get("/games/race/teams/vologda").text
    assert re.findall(r'id="n(\d+)"', page) == ["1", "2"]
    assert "медицинск" not in page


def test_before_anybody_is_admitted_nobody_is_named(race: Site) -> None:
    for number in ("1", "2", "3"):
        race.shell.write_now(admit, Admission("race", number, "refused", clause="4.5", reason="нет"), SYSTEM)
    assert "Состав появится здесь, когда участников допустят" in read(race, "/games/race/teams/vologda")


def test_an_unknown_team_is_not_found(shared_site: Site) -> None:
    assert shared_site.visitor().get("/games/demo/teams/nowhere").status_code == 404
