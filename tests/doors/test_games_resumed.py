"""A closed Games goes on by a decision only, says so, and is closed again."""

import pytest

from spartakiad.accounts.roles import Role
from tests.doors.visiting import Site

STATE = "/office/demo/state"
PAPER = {"state": "under_way", "reason": "решение по протесту", "resumed_by": "Морошкина О. П.", "document": "№ 7"}
CLOSE = {"state": "closed", "sure": "yes"}


@pytest.fixture
def closed(site: Site) -> Site:
    assert site.signed_in(Role.CHIEF_SECRETARY).post(STATE, CLOSE).status_code == 303
    return site


@pytest.mark.parametrize("unsaid", ["reason", "resumed_by", "document"])
def test_it_does_not_go_on_without_a_paper(closed: Site, unsaid: str) -> None:
    secretary, number = closed.signed_in(Role.CHIEF_SECRETARY), closed.numbers()
    answer = secretary.post(STATE, {**PAPER, unsaid: " "})
    assert (answer.status_code, f'href="#f-{unsaid}"' in answer.text, closed.numbers()) == (422, True, number)
    kept = next(value for name, value in PAPER.items() if name not in (unsaid, "state"))
    assert f'value="{kept}"' in answer.text


def test_it_goes_on_tells_by_whose_word_and_is_closed_again(closed: Site) -> None:
    secretary = closed.signed_in(Role.CHIEF_SECRETARY)
    assert secretary.post(STATE, PAPER).status_code == 303
    assert closed.shell.now("demo").state.state == "under_way"
    told = "открыта снова: решение по протесту. Решил: Морошкина О. П., № 7"
    assert told in secretary.get("/office/demo").text
    assert secretary.post(STATE, CLOSE).status_code == 303
    assert closed.shell.now("demo").state.state == "closed" and told in secretary.get("/office/demo").text


def test_a_closed_games_takes_no_other_step(closed: Site) -> None:
    secretary = closed.signed_in(Role.CHIEF_SECRETARY)
    skipped = secretary.post(STATE, {**PAPER, "state": "entries_open"})
    assert (skipped.status_code, closed.shell.now("demo").state.state) == (409, "closed")


def test_whoever_is_not_the_chief_secretary_does_not_open_it(closed: Site) -> None:
    assert closed.signed_in(Role.OPERATOR).post(STATE, PAPER).status_code == 403
