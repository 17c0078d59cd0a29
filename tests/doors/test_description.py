"""A Games is called otherwise, or held on other days, after it was made; so is a team. What was before stays told."""

import pytest

from spartakiad.accounts.roles import Role
from tests.doors.reading import words
from tests.doors.test_new_games import PLAN
from tests.doors.visiting import Site, Visitor

PAGE = "/office/winter-2027/description"
FORM = {"title": "V Спартакиада", "season": "winter", "starts_on": "18.02.2027", "ends_on": "21.02.2027"}


@pytest.fixture
def office(site: Site) -> Visitor:
    """Of the union, who has made a Games that takes applications."""
    made = site.signed_in(Role.OFFICE, "")
    made.post("/office/new", PLAN)
    made.post("/office/winter-2027/state", {"state": "entries_open"})
    return made


def test_another_title_and_other_days_are_seen_and_the_old_ones_told(site: Site, office: Visitor) -> None:
    form = {**FORM, "starts_on": "25.02.2027", "ends_on": "28.02.2027"}
    assert office.post(PAGE, form).headers["location"] == f"{PAGE}?saved=yes"
    page = words(office.get(f"{PAGE}?saved=yes").text)
    assert "Сохранено." in page
    assert "Было раньше «V зимняя Спартакиада», зимняя Спартакиада, 18–21 февраля 2027 г." in page
    public = words(site.visitor().get("/games/winter-2027").text)
    assert "V Спартакиада" in public and "25–28 февраля 2027 г." in public and "V зимняя" not in public
    assert "25–28 февраля 2027 г." in words(site.visitor().get("/games").text)


def test_days_out_of_order_are_said_at_their_field_and_kept(site: Site, office: Visitor) -> None:
    before = site.numbers()
    answer = office.post(PAGE, {**FORM, "starts_on": "25.02.2027"})
    assert (answer.status_code, site.numbers() == before) == (422, True)
    assert 'id="f-ends_on-error"' in answer.text and 'value="25.02.2027"' in answer.text
    wrong = office.post(PAGE, {"title": " ", "season": "x", "starts_on": "скоро", "ends_on": ""}).text
    assert [f'id="f-{one}-error"' in wrong for one in ("title", "season", "starts_on", "ends_on")] == [True] * 4


def test_a_contest_that_stands_on_no_day_of_these_is_named(site: Site, office: Visitor) -> None:
    venue = {"venue_title": "База", "town": "", "address": "", "person": "", "venue_phone": ""}
    saved = office.post("/office/winter-2027/timetable/venues", venue)
    assert saved.headers["location"] == "/office/winter-2027/timetable?saved=yes"
    assert "Сохранено." in words(office.get(saved.headers["location"]).text)
    name = next(iter(site.shell.now("winter-2027").state.venues))
    slot = {"on_day": "2027-02-19", "at_time": "11:00", "minutes": "60", "venue": name}
    assert office.post("/office/winter-2027/timetable/slots/chess", slot).status_code == 303
    office.post(PAGE, {**FORM, "starts_on": "20.02.2027"})
    assert "Не в эти дни стоят: Шахматы." in words(office.get(PAGE).text)


def test_a_team_is_called_otherwise_and_no_two_alike(site: Site, office: Visitor) -> None:
    path = "/office/winter-2027/teams/pskov/title"
    assert office.post(path, {"title-pskov": "ВОЛОГДА"}).status_code == 422
    assert office.post(path, {"title-pskov": " "}).status_code == 422
    assert office.post(path, {"title-pskov": "Псков и район"}).status_code == 303
    team = site.shell.now("winter-2027").state.teams["pskov"]
    assert (team.title, team.were, team.city) == ("Псков и район", ("Псков",), "pskov")
    assert "Раньше: Псков" in words(office.get(PAGE).text)
    assert "Псков и район" in words(site.visitor().get("/games/winter-2027/standings").text)


def test_the_same_again_writes_nothing(site: Site, office: Visitor) -> None:
    before = site.shell.now("winter-2027").state.number
    office.post(PAGE, {**FORM, "title": PLAN["title"]})
    office.post("/office/winter-2027/teams/pskov/title", {"title-pskov": "Псков"})
    assert site.shell.now("winter-2027").state.number == before
