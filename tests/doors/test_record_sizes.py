"""One result goes and is answered in a small message, whether ten or a hundred results stand behind it."""

import asyncio
from datetime import date

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.entries import actions as entries
from spartakiad.entries.commission import decide_rows
from spartakiad.entries.commission_table import untouched
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.people.forms import Clean
from spartakiad.starts import actions as starts
from tests.doors.test_records import DEVICE, SMALL, record
from tests.doors.visiting import Visitor, site_of

STARTERS = 100
BATCH = 50


@pytest.fixture(scope="module")
def long_list(module_shell: Shell, runner: asyncio.Runner) -> Visitor:
    """A judge of a race with a hundred starters, its start list released."""
    do, regulation = module_shell.write_now, module_shell.now("demo").state.regulation
    loose = {key: value for key, value in regulation.items() if key != "eligibility"}
    days, teams = (date(2026, 2, 19), date(2026, 2, 22)), (("vologda", "Вологда", "vologda"),)
    do(make_games, NewGames("race", "Гонка", "winter", "vologda", *days, True, loose, teams), SYSTEM)
    do(state_games, GamesState("race", "entries_open"), SYSTEM)
    born = [date(1960 + year, month, day) for year in range(40) for month in range(1, 6) for day in range(1, 6)]
    people = [Clean(f"Лыжина{letter(at)}", "Анна", "", "f", born[at % 1000], "") for at in range(STARTERS)]
    for at in range(0, STARTERS, 200):
        do(entries.add_athletes, entries.NewAthletes("race", "vologda", tuple(people[at : at + 200])), SYSTEM)
    numbers = [str(number) for number in range(1, STARTERS + 1)]
    changes = tuple(entries.EntryChange(number, "ski-women", "team") for number in numbers)
    do(entries.change_entries, entries.ChangeEntries("race", "vologda", changes), SYSTEM)
    do(decide_rows, untouched("race", module_shell.now("race").state, "vologda"), SYSTEM)
    for state in ("entries_closed", "under_way"):
        do(state_games, GamesState("race", state), SYSTEM)
    do(starts.release, starts.OneContest("race", "ski-women"), SYSTEM)
    return site_of(module_shell, runner).signed_in(Role.JUDGE, games="race", contest="ski-women")


def letter(at: int) -> str:
    """Surnames that are told apart: four letters for a number."""
    return "".join(chr(ord("а") + at // 10**place % 10) for place in (3, 2, 1, 0))


def send(judge: Visitor, first: int, last: int) -> list[int]:
    """Bytes of the request and of the answer, headers included."""
    records = [record(n, str(n), f"20:{n % 60:02},0", sure=True) for n in range(first, last + 1)]
    body = {"device": DEVICE, "first": 1, "sent": first - 1, "unsent": len(records), "records": records}
    answer = judge.ask("POST", "/judge/race/_/records", json=body, headers={"X-Form-Token": judge.token})
    assert answer.status_code == 201, answer.text
    return [len(one.content) + sum(len(k) + len(v) + 4 for k, v in one.headers.raw) for one in (answer.request, answer)]


def test_a_message_is_as_small_behind_a_hundred_results_as_behind_ten(long_list: Visitor) -> None:
    send(long_list, 1, 9)
    few = send(long_list, 10, 10)
    for at in range(11, STARTERS - 1, BATCH):
        send(long_list, at, min(at + BATCH - 1, STARTERS - 1))
    many = send(long_list, STARTERS, STARTERS)
    assert (max(few) <= SMALL, max(many) <= SMALL, max(many) - max(few) < 100) == (True, True, True), (few, many)


def test_the_list_tells_only_what_is_new(long_list: Visitor) -> None:
    whole = long_list.get("/judge/race/ski-women/list").json()
    fresh = long_list.get(f"/judge/race/ski-women/list?since={whole['number']}&who={whole['who']}")
    assert (len(whole["rows"]), fresh.json()["rows"], len(fresh.content) <= SMALL) == (STARTERS, [], True)
