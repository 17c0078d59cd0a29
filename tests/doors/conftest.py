"""Sites to be visited: one to be changed by a test, one that a module shares, one without the memo."""

import asyncio
from collections.abc import Iterator

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.shell import Shell
from tests.doors.halls import make_card, play_halls, printed, secretary
from tests.doors.small_games import play_race
from tests.doors.visiting import Site, Visitor, site_of


@pytest.fixture(scope="session")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def site(demo_shell: Shell, runner: asyncio.Runner) -> Site:
    """To be changed by one test."""
    return site_of(demo_shell, runner)


@pytest.fixture(scope="module")
def shared_site(module_shell: Shell, runner: asyncio.Runner) -> Site:
    """For a module whose tests only look, or do not mind what another of them did."""
    return site_of(module_shell, runner)


@pytest.fixture(scope="module")
def bare_site(module_shell: Shell, runner: asyncio.Runner) -> Site:
    """The shared one with the memo switched off."""
    return site_of(module_shell, runner, memo=False)


@pytest.fixture
def race(site: Site) -> Site:
    return play_race(site)


@pytest.fixture(scope="module")
def shared_race(shared_site: Site) -> Site:
    """For a module whose tests do not mind what another of them entered."""
    return play_race(shared_site)


@pytest.fixture
def halls(site: Site) -> Site:
    """A Games of two halls on the morning of its first day."""
    play_halls(site)
    return site


@pytest.fixture
def office(halls: Site) -> Visitor:
    """The chief secretary of the Games of two halls."""
    return secretary(halls)


@pytest.fixture
def keys(halls: Site, office: Visitor) -> tuple[str, str]:
    """Of the first hall's card on the first day: its code and the two words."""
    make_card(office)
    return printed(halls)


@pytest.fixture
def judge(race: Site) -> Visitor:
    return race.signed_in(Role.JUDGE, games="race", contest="ski-women")
