"""What a judge's device sends: taken in its order, once for ever, whatever is lost on the way."""

import asyncio
import random
from datetime import date
from typing import Any

import pytest

from spartakiad.accounts.roles import Role
from spartakiad.competition.decide.setup import AdoptRegulation
from spartakiad.competition.desk import SYSTEM, Desk
from spartakiad.entries.actions import ChangeEntries, EntryChange, change_entries
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.starts.actions import OneContest, release
from spartakiad.store.commands import Answer
from tests.doors.visiting import Site, Visitor

DEVICE, SECOND = "0" * 20, "1" * 20
SMALL = 2048  # bytes a request or an answer of one result may have


def record(n: int, entrant: str = "1", raw: str = "20:00,0", **more: Any) -> dict[str, Any]:
    return {"n": n, "contest": "ski-women", "entrant": entrant, "cells": {"raw": raw}, **more}


def send(visitor: Visitor, *records: dict[str, Any], sent: int = 0, first: int = 1, device: str = DEVICE) -> Any:
    batch = {"device": device, "first": first, "sent": sent, "unsent": len(records), "records": records}
    return visitor.ask("POST", "/judge/race/_/records", json=batch, headers={"X-Form-Token": visitor.token})


def states(answer: Any) -> list[tuple[int, str]]:
    return [(one["n"], one["state"]) for one in answer.json()["answers"]]


def marks(site: Site) -> dict[str, str]:
    return {key[3]: mark.raw for key, mark in site.shell.now("race").state.marks.items()}


def held(site: Site) -> list[str]:
    return [one.why for one in site.shell.now("race").state.held.values() if not one.verdict]


def test_records_are_taken_in_their_order(race: Site, judge: Visitor) -> None:
    answer = send(judge, record(1), record(2, raw="21:00,0", after=1))
    assert (states(answer), marks(race)) == ([(1, "done"), (2, "done")], {"1": "21:00,0"})


def test_a_lost_answer_is_given_again_and_nothing_is_doubled(race: Site, judge: Visitor) -> None:
    first = send(judge, record(1))
    number = race.shell.now("race").state.number
    again = send(judge, record(1))
    assert (again.json()["answers"], race.shell.now("race").state.number) == (first.json()["answers"], number)


def test_a_record_behind_a_gap_waits_for_the_gap(race: Site, judge: Visitor) -> None:
    answer = send(judge, record(2))
    assert (answer.json()["last"], states(answer), marks(race)) == (0, [], {})


def test_a_device_that_keeps_only_its_later_records_begins_there(race: Site, judge: Visitor) -> None:
    assert states(send(judge, record(7), first=7)) == [(7, "done")]


def test_a_server_put_back_from_an_older_copy_asks_for_what_it_lost(judge: Visitor) -> None:
    send(judge, record(1), record(2, "2"))
    assert send(judge, sent=9).json()["last"] == 2


def test_a_key_used_for_something_else_is_told_apart(race: Site, judge: Visitor) -> None:
    send(judge, record(1))
    assert (states(send(judge, record(1, raw="59:00,0"))), marks(race)) == ([(1, "strange")], {"1": "20:00,0"})


def test_what_cannot_be_read_is_held_and_the_queue_goes_on(race: Site, judge: Visitor) -> None:
    answer = send(judge, record(1, raw="20:75,0"), record(2, "2"))
    assert (states(answer), marks(race)) == ([(1, "held"), (2, "done")], {"2": "20:00,0"})


def test_why_a_record_is_held_is_said_in_words(judge: Visitor) -> None:
    said = send(judge, record(1, raw="20:75,0")).json()["answers"][0]["says"]
    assert said == "«75» – минут и секунд не бывает 60 и больше. Сверьте с бумагой."


def test_the_other_judge_is_named_where_two_disagree(race: Site, judge: Visitor) -> None:
    send(judge, record(1))
    other = race.newly_in(Role.JUDGE, games="race", contest="ski-women")
    said = send(other, record(1, raw="20:30,0"), device=SECOND).json()["answers"][0]["says"]
    assert "Проверяющий: judge ski-women" in said


def test_what_was_entered_in_a_session_that_was_shut_meanwhile_does_not_come_in_silently(
    race: Site, judge: Visitor
) -> None:
    assert send(judge, record(1, contest="ski-men")).json()["answers"][0]["state"] == "held"


def test_a_device_that_is_not_signed_in_is_sent_to_the_sign_in(race: Site) -> None:
    assert send(race.visitor(), record(1)).status_code == 303


def test_a_captain_sends_no_records(race: Site) -> None:
    assert send(race.signed_in(Role.CAPTAIN, games="race", team="vologda"), record(1)).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b'{"device": "x"}',
        b'{"device":"' + b"0" * 20 + b'","first":1,"sent":0,"unsent":0,"records":[{"n":0}]}',
        b"[" * 100_000,
    ],
)
def test_what_no_device_sends_is_refused_in_words(judge: Visitor, body: bytes) -> None:
    answer = judge.ask("POST", "/judge/race/_/records", content=body, headers={"X-Form-Token": judge.token})
    assert (answer.status_code, "Записи телефона не разобрать" in answer.text) == (422, True)


def test_request_and_answer_of_one_result_are_small(judge: Visitor) -> None:
    answer = send(judge, record(1, sure=True, seen=0, after=0, at="2026-02-19T11:00:00.000+03:00"))
    request = answer.request
    sizes = [len(one.content) + sum(len(k) + len(v) + 4 for k, v in one.headers.raw) for one in (request, answer)]
    assert max(sizes) <= SMALL


def test_of_five_hundred_races_of_two_judges_nothing_is_overwritten_silently(race: Site, judge: Visitor) -> None:
    """Both send for the same starter without having seen the other: one value stands, the other is held."""
    other = race.newly_in(Role.JUDGE, games="race", contest="ski-women")
    chance = random.Random(5)
    silent = 0
    for n in range(1, 501):
        seen = race.shell.now("race").state.marks.get(("ski-women", "main", "main", "1"))
        version = seen.version if seen else 0
        mine, theirs = (
            record(n, raw=f"{20 + n % 30}:01,0", seen=version),
            record(n, raw=f"{20 + n % 30}:02,0", seen=version),
        )
        pair = [(judge, mine, DEVICE), (other, theirs, SECOND)]
        chance.shuffle(pair)
        answers = race.runner.run(_both(pair))
        silent += sorted(one["answers"][0]["state"] for one in answers) != ["done", "held"]
    assert (silent, len(held(race))) == (0, 500)


async def _both(pair: list[tuple[Visitor, dict[str, Any], str]]) -> list[Any]:
    async def one(visitor: Visitor, sent: dict[str, Any], device: str) -> Any:
        batch = {"device": device, "first": 1, "sent": sent["n"] - 1, "unsent": 1, "records": [sent]}
        headers = {"X-Form-Token": visitor.token}
        return (await visitor.client.post("/judge/race/_/records", json=batch, headers=headers)).json()

    return list(await asyncio.gather(*(one(*each) for each in pair)))


def test_the_list_comes_whole_and_then_only_what_changed(judge: Visitor) -> None:
    whole = judge.get("/judge/race/ski-women/list").json()
    send(judge, record(1))
    query = f"?since={whole['number']}&who={whole['who']}"
    later = judge.get(f"/judge/race/ski-women/list{query}").json()
    assert (len(whole["rows"]), [row["id"] for row in later["rows"]]) == (3, ["1"])


def test_a_mark_taken_back_is_seen_by_the_other_devices(judge: Visitor) -> None:
    send(judge, record(1), record(2, "2"))
    whole = judge.get("/judge/race/ski-women/list").json()
    send(judge, record(3, raw="", undo=True, after=1, seen=1), sent=2)
    later = judge.get(f"/judge/race/ski-women/list?since={whole['number']}&who={whole['who']}").json()
    assert [(row["id"], row["version"]) for row in later["rows"]][:2] == [("1", 0), ("2", 1)]


def test_numbers_of_the_chute_reach_the_other_phone_in_their_order(judge: Visitor) -> None:
    send(judge, *(record(n, "", bib, kind="number") for n, bib in ((1, "2"), (2, "1"))))
    answer = judge.get("/judge/race/ski-women/list")
    assert [one["number"] for one in answer.json()["chute"]] == ["2", "1"]
    assert DEVICE not in answer.text  # whoever knew it could send in its place
    assert judge.get(f"/judge/race/ski-women/list?device={DEVICE}").json()["chute"] == []


def test_a_phone_that_loses_its_network_amid_a_request_is_no_fault_of_the_server(
    race: Site, judge: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[Any] = []
    parts = iter([{"type": "http.request", "body": b'{"dev', "more_body": True}, {"type": "http.disconnect"}])

    async def receive() -> Any:
        return next(parts)

    async def send(message: Any) -> None:
        told.append(message)

    request = judge.client.build_request("POST", "/judge/race/_/records", headers={"X-Form-Token": judge.token})
    headers = [(name.lower(), value) for name, value in request.headers.raw]
    place = {
        "path": "/judge/race/_/records",
        "raw_path": b"/judge/race/_/records",
        "query_string": b"",
        "root_path": "",
    }
    scope = {"type": "http", "method": "POST", "headers": headers, "scheme": "http", "http_version": "1.1", **place}
    race.runner.run(race.app({**scope, "server": ("games.test", 80), "client": ("test", 1)}, receive, send))
    assert (told[0]["status"], caplog.records) == (400, [])


def test_what_the_rules_of_the_whole_contest_do_not_take_waits_and_those_behind_it_go_on(site: Site) -> None:
    """A circle that was drawn twice round and is once round by now: of the second meeting nobody can make anything."""
    do, teams = site.shell.write_now, ("vologda", "pskov", "tver")
    days = (date(2026, 2, 19), date(2026, 2, 22))
    invited = tuple((team, team, team) for team in teams)
    do(make_games, NewGames("race", "Круг", "winter", "vologda", *days, True, circle(2), invited), SYSTEM)
    do(state_games, GamesState("race", "entries_open"), SYSTEM)
    for team in teams:
        do(change_entries, ChangeEntries("race", team, (EntryChange(team, "volley", "team"),)), SYSTEM)
    for state in ("entries_closed", "under_way"):
        do(state_games, GamesState("race", state), SYSTEM)
    do(release, OneContest("race", "volley"), SYSTEM)
    do(once_round, AdoptRegulation(circle(1), "один круг"), SYSTEM)
    judge = site.newly_in(Role.JUDGE, games="race", contest="volley")
    played = [record(n, f"match_{unit}", "3:1") | {"contest": "volley"} for n, unit in enumerate((1, 4, 2), 1)]
    assert states(send(judge, *played)) == [(1, "done"), (2, "held"), (3, "done")]
    assert held(site) == ["record_unscored"]
    inbox = site.signed_in(Role.CHIEF_SECRETARY, games="race").get("/office/race/inbox").text
    assert "Правила вида такой результат не принимают" in inbox


def once_round(desk: Desk, wish: AdoptRegulation) -> Answer:
    desk.carry_out("race", wish)
    return {}


def circle(legs: int) -> dict[str, Any]:
    stage = {"format": "round_robin", "legs": legs, "points": {"win": 2, "loss": 1}}
    order = {"blocks": [{"by": ["points"]}], "end": "share"}
    standing = {
        "id": "overall",
        "contests": "all",
        "wins": "most",
        "value": {"kind": "n_down", "n": "teams", "shared": "mean"},
        "absent": {"any": 0},
        "order": {"blocks": [{"by": ["total"]}], "end": "share"},
    }
    return {
        "format": 1,
        "contest": [{"id": "volley", "title": "Мини-футбол", "rules": "volley"}],
        "rules": {"volley": {"order": order, "stages": [stage]}},
        "standing": [standing],
    }
