"""Sites to be visited: one to be changed by a test, one that a module shares, one without the memo."""

import asyncio
from collections.abc import Iterator
from datetime import date

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.entries import actions as entries
from spartakiad.entries import commission
from spartakiad.entries.commission_table import untouched
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.people.forms import Clean
from spartakiad.starts import actions as starts
from tests.doors.halls import make_card, play_halls, printed, secretary
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
    """A ski race to a tenth of a second, its start list released; № 3 was refused after she had been listed."""
    regulation = site.shell.now("demo").state.regulation
    people = tuple(
        Clean(surname, "Анна", "", "f", date(1990, 3, 5), "") for surname in ("Лыжина", "Снегирёва", "Инеева")
    )
    do = site.shell.write_now
    new = NewGames(
        "race",
        "Гонка",
        "winter",
        "vologda",
        date(2026, 2, 19),
        date(2026, 2, 22),
        True,
        regulation,
        (("vologda", "Вологда", "vologda"),),
    )
    do(make_games, new, SYSTEM)
    do(state_games, GamesState("race", "entries_open"), SYSTEM)
    do(entries.add_athletes, entries.NewAthletes("race", "vologda", people), SYSTEM)
    changes = tuple(entries.EntryChange(number, "ski-women", "team") for number in ("1", "2", "3"))
    do(entries.change_entries, entries.ChangeEntries("race", "vologda", changes), SYSTEM)
    do(commission.decide_rows, untouched("race", site.shell.now("race").state, "vologda"), SYSTEM)
    for state in ("entries_closed", "under_way"):
        do(state_games, GamesState("race", state), SYSTEM)
    do(starts.release, starts.OneContest("race", "ski-women"), SYSTEM)
    refusal = commission.Admission("race", "3", "refused", clause="4.5", reason="нет медицинского допуска")
    do(commission.admit, refusal, SYSTEM)
    return site


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
