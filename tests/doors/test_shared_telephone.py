"""A telephone that several judges share: what each typed is sent under his own name, whoever holds it."""

import re

from spartakiad.accounts.actions import hash_of
from spartakiad.accounts.queries import names, signed_in
from tests.doors.halls import (
    DEVICES,
    GAMES,
    phone,
    sign_in,
)
from tests.doors.visiting import Site, Visitor

HAND_OVER = "/judge/card/judge"


def send(judge: Visitor, *records: dict[str, object], sent: int = 0) -> list[str]:
    batch = {"device": "0" * 20, "first": 1, "sent": sent, "unsent": len(records), "records": records}
    answer = judge.ask("POST", f"/judge/{GAMES}/_/records", json=batch, headers={"X-Form-Token": judge.token})
    return [one["state"] for one in answer.json()["answers"]]


def of(n: int, entrant: str, who: str) -> dict[str, object]:
    return {"n": n, "contest": "ski-women", "entrant": entrant, "cells": {"raw": "40:33,2"}, "who": who}


def typists(site: Site) -> list[str]:
    state = site.shell.now(GAMES).state
    with site.shell.store.reader() as session:
        called = names(session)
    return [called[mark.typed_by or mark.entered_by] for mark in state.marks.values()]


def actor(site: Site, visitor: Visitor) -> str:
    with site.shell.store.reader() as session:
        me = signed_in(session, hash_of(visitor.cookie), site.shell.clock())
    assert me is not None
    return me.actor_id


def test_what_the_former_judge_had_not_sent_goes_first_and_under_his_own_name(
    halls: Site, keys: tuple[str, str]
) -> None:
    judge = phone(halls, keys)
    first = actor(halls, judge)
    judge.post(HAND_OVER, {"account_name": "Петров Пётр"})
    assert send(judge, of(1, "1", first), of(2, "2", actor(halls, judge))) == ["done", "done"]
    assert typists(halls) == ["Иванова Анна", "Петров Пётр"]
    assert "ввёл: Иванова Анна, передал Петров Пётр" in judge.get(f"/judge/{GAMES}/ski-women").text
    form = {"c-1": 1, "verdict": "confirmed"}
    assert judge.post(f"/judge/{GAMES}/ski-women/checks", form).status_code == 409
    judge.post(HAND_OVER, {"account_name": "Иванова Анна"})
    assert judge.post(f"/judge/{GAMES}/ski-women/checks", form).status_code == 409


def test_a_record_in_the_name_of_somebody_who_was_not_at_this_telephone_waits_for_the_secretariat(
    halls: Site, keys: tuple[str, str]
) -> None:
    judge, other = phone(halls, keys), phone(halls, keys, "Петров Пётр")
    assert send(judge, of(1, "1", actor(halls, other)), of(2, "2", "")) == ["held", "done"]
    (held,) = halls.shell.now(GAMES).state.held.values()
    assert (held.why, typists(halls)) == ("typist_unproved", ["Иванова Анна"])


def test_what_somebody_typed_whose_device_was_cut_off_waits_whoever_brings_it(
    halls: Site, office: Visitor, keys: tuple[str, str]
) -> None:
    judge = phone(halls, keys)
    first = actor(halls, judge)
    number = re.findall(r'id="device-(\d+)"', office.get(DEVICES).text)[0]
    office.post(f"{DEVICES}/{number}/revocation")
    sign_in(judge, keys, "Петров Пётр")
    assert send(judge, of(1, "1", first)) == ["held"]
