"""«Предварительная заявка»: a city says how many it brings and which teams play before it names anybody."""

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.applied import Foreseen
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries import actions as entries
from spartakiad.play.people import invented
from tests.doors.reading import words
from tests.doors.small_games import open_football
from tests.doors.visiting import Site, Visitor

CABINET = "/team/ball/pskov"
SAYS = {"foreseen-women": "10", "foreseen-men": "12", "foreseen-officials": "", "e-football-pskov": "team"}


@pytest.fixture
def captain(site: Site) -> Visitor:
    open_football(site)
    return site.signed_in(Role.CAPTAIN, "ball", "pskov")


def test_a_team_enters_and_says_how_many_come_before_anybody_is_named(site: Site, captain: Visitor) -> None:
    assert 'name="e-football-pskov"' in captain.get(CABINET).text
    assert captain.post(f"{CABINET}/preliminary", SAYS).status_code == 303
    state = site.shell.now("ball").state
    assert (state.teams["pskov"].foreseen, ("football", "pskov") in state.entries) == (Foreseen(10, 12, 0), True)
    told = "предварительно 22: женщин 10, мужчин 12"
    commission = site.signed_in(Role.COMMISSION, "ball")
    for page in (captain.get(CABINET), commission.get("/office/ball/admission")):
        assert told in words(page.text)
    assert told in words(commission.get("/office/ball/admission/pskov").text)


@pytest.mark.parametrize("typed", ["много", "501", "-1", "1.5", "9" * 60])
def test_a_number_that_is_none_is_said_at_its_field_and_nothing_is_written(
    site: Site, captain: Visitor, typed: str
) -> None:
    before = site.numbers()
    answer = captain.post(f"{CABINET}/preliminary", SAYS | {"foreseen-men": typed})
    assert (answer.status_code, site.numbers()) == (422, before)
    assert 'id="f-foreseen-men-error"' in answer.text and f'value="{typed}"' in answer.text
    assert '<option value="team" selected>' in answer.text


def test_once_somebody_is_named_the_application_says_it_itself(site: Site, captain: Visitor) -> None:
    captain.post(f"{CABINET}/preliminary", SAYS)
    new = entries.NewAthletes("ball", "pskov", (invented(0, 0, "m"),))
    site.shell.write_now(entries.add_athletes, new, SYSTEM)
    assert f'action="{CABINET}/preliminary"' not in captain.get(CABINET).text
    answer = captain.post(f"{CABINET}/preliminary", SAYS | {"foreseen-men": "30"})
    assert answer.status_code == 409 and "Участники уже названы" in answer.text
    assert "предварительно" not in words(site.signed_in(Role.COMMISSION, "ball").get("/office/ball/admission").text)


def test_no_captain_speaks_for_another_city(site: Site, captain: Visitor) -> None:
    assert captain.post("/team/ball/tver/preliminary", SAYS | {"e-football-tver": "team"}).status_code == 404
    captain.post(f"{CABINET}/preliminary", {"foreseen-men": "3", "e-football-tver": "team"})
    assert site.shell.now("ball").state.entries == {}
