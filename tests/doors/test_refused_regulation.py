"""A regulation that an earlier version took and this one refuses stops its own points, and nothing else."""

import asyncio
import copy
from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.facts import RegulationAdopted
from spartakiad.competition.shell import Shell
from spartakiad.games.notices import NewNotice, give_notice
from spartakiad.store import journal
from spartakiad.store.journal import Origin
from tests.doors.public_routes import bodies
from tests.doors.visiting import Site, site_of

DEMO, PRESET = "demo", "n-down"


def adopted(shell: Shell, wins: object) -> RegulationAdopted:
    document = copy.deepcopy(dict(shell.now(DEMO).state.regulation))
    document["standing"][0]["wins"] = wins
    return RegulationAdopted(document, "как решили")


def recorded(shell: Shell, fact: RegulationAdopted) -> None:
    """As it stands in a journal of then, past everything that decides today."""
    line = fact.line(shell.now(DEMO).state.next_version(fact.subject))

    def work(session: Session, _after: object) -> None:
        stream = journal.locked(session, f"games:{DEMO}")
        journal.append(session, stream, [line], Origin("system", "", "", datetime.now(UTC)))

    shell.store.writer.run(work)


@pytest.fixture
def upgraded(demo_shell: Shell, runner: asyncio.Runner) -> Site:
    """The server begins again over a journal with «wins = 3», which it takes for no rule."""
    recorded(demo_shell, adopted(demo_shell, 3))
    shell = Shell(demo_shell.store)
    shell.load()
    return site_of(shell, runner)


def test_other_pages_open_and_the_board_says_why_there_are_no_points(upgraded: Site, shared_site: Site) -> None:
    state = upgraded.shell.now(DEMO).state
    seen, usual = (
        {key: status for key, (status, _) in bodies(one.visitor(), state).items()} for one in (upgraded, shared_site)
    )
    board = upgraded.signed_in(Role.CHIEF_SECRETARY).get(f"/office/{DEMO}")
    worse = {route for (route, address), status in seen.items() if status >= 400 and status != usual[route, address]}
    assert worse == {"/games/{games}/rules", "/games/{games}/standings/{team}"}  # which have nothing to tell of
    assert (board.status_code, "standing[0].wins" in board.text) == (200, True)


def test_what_is_written_meanwhile_stays_and_a_standing_chosen_anew_counts_it_again(upgraded: Site) -> None:
    shell, told = upgraded.shell, NewNotice(DEMO, ("all",), "Очки посчитаем к вечеру")
    shell.write_now(give_notice, told, SYSTEM)
    assert (shell.now(DEMO).result, told.text in str(shell.now(DEMO).state.notices)) == (None, True)
    secretary = upgraded.signed_in(Role.CHIEF_SECRETARY)
    page = secretary.get(f"/office/{DEMO}/setup")
    assert (page.status_code, "standing[0].wins" in page.text) == (200, True)
    wish = {"preset": PRESET, "reason": "Программу обновили", "version": str(shell.now(DEMO).state.regulation_version)}
    assert secretary.post(f"/office/{DEMO}/setup/standing", wish).status_code == 303
    assert shell.now(DEMO).result is not None
