"""Pages of more than one Games are never out of date: the ledger of the cup, open data; a draft is not heard of."""

import asyncio
from datetime import date
from typing import Any

import pytest

from spartakiad.competition.decide.cup import proposal
from spartakiad.competition.desk import SYSTEM, Actor
from spartakiad.competition.shell import Shell
from spartakiad.cup.actions import Confirmation, confirm
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.publication import actions as publication
from spartakiad.publication.corrections import Correction, correct_mark
from spartakiad.web.hub import Hub
from spartakiad.web.live import Streams
from tests.doors import happenings
from tests.doors.visiting import site_of

DAYS = (date(2028, 2, 1), date(2028, 2, 3))


def prepare(shell: Shell, slug: str) -> None:
    """A Games that only its makers know of."""
    regulation = shell.now("demo").state.regulation
    joined = (("vologda", "Вологда", "vologda"),)
    shell.write_now(make_games, NewGames(slug, "Зимняя", "winter", "vologda", *DAYS, False, regulation, joined), SYSTEM)


def disqualify(shell: Shell, team: str) -> None:
    """All official results of the team, by decision of the jury."""
    for key in list(shell.now("demo").state.marks):
        (contest, *_, who), state = key, shell.now("demo").state
        athlete = state.athletes.get(who)
        if athlete and athlete.team == team and state.contests[contest].state == "official":
            version = state.marks[key].version
            told = Correction("demo", contest, who, "дискв", version, "official", "решение жюри № 9", True)
            shell.write_now(correct_mark, told, Actor("a1"))


def test_the_cups_ledger_follows_a_late_correction(demo_shell: Shell, runner: asyncio.Runner) -> None:
    memo, bare = site_of(demo_shell, runner), site_of(demo_shell, runner, memo=False)
    for contest in ("figure", "darts"):
        demo_shell.write_now(publication.accept, publication.OneContest("demo", contest), SYSTEM)
    happenings.cancel_the_rest(demo_shell)
    found = proposal(demo_shell.now("demo").state)
    told = Confirmation("demo", found.teams[0], "Морошкина О. П.", "протокол № 1", bool(found.reservations))
    demo_shell.write_now(confirm, told, SYSTEM)
    before = memo.visitor().get("/cup").text
    disqualify(demo_shell, found.teams[0])
    after = memo.visitor().get("/cup").text
    assert (after == bare.visitor().get("/cup").text, after == before) == (True, False)


def test_open_data_list_a_games_as_soon_as_it_is_announced(demo_shell: Shell, runner: asyncio.Runner) -> None:
    visitor = site_of(demo_shell, runner).visitor()
    visitor.get("/api")
    prepare(demo_shell, "later")
    draft = visitor.get("/api").text
    demo_shell.write_now(state_games, GamesState("later", "entries_open"), SYSTEM)
    assert ("/games/later" in draft, "/games/later" in visitor.get("/api").text) == (False, True)


@pytest.mark.parametrize("query", [b"", b"seen=0"])
def test_nobody_hears_that_a_games_is_being_prepared(demo_shell: Shell, runner: asyncio.Runner, query: bytes) -> None:
    async def followed() -> list[bytes]:
        heard: list[bytes] = []
        over, hub = asyncio.Event(), Hub(demo_shell.memory.numbers)
        hub.open()
        demo_shell.memory.listeners.append(hub.tell)

        async def send(message: Any) -> None:
            heard.append(message.get("body", b""))

        async def receive() -> Any:
            await over.wait()
            return {"type": "http.disconnect"}

        scope: Any = {
            "type": "http",
            "method": "GET",
            "path": "/live/games:later",
            "query_string": query,
            "headers": [],
        }
        early = asyncio.create_task(Streams(_nothing, hub, lambda _path: [])(scope, receive, send))
        await asyncio.to_thread(prepare, demo_shell, "later")
        await asyncio.sleep(0.1)
        late = asyncio.create_task(Streams(_nothing, hub, lambda _path: [])(scope, receive, send))
        await asyncio.sleep(0.1)
        quiet = list(heard)
        await asyncio.to_thread(demo_shell.write_now, state_games, GamesState("later", "entries_open"), SYSTEM)
        await asyncio.sleep(0.4)
        over.set()
        await asyncio.gather(early, late)
        demo_shell.memory.listeners.remove(hub.tell)
        hub.close()
        return [b"".join(quiet), b"".join(heard)]

    quiet, heard = runner.run(followed())
    assert (b"changed" in quiet, heard.count(b"changed")) == (False, 2)


async def _nothing(_scope: Any, _receive: Any, _send: Any) -> None:
    return None
