"""Judges at work: each reads his list, types what the plan says, and his phone sends it as its network allows."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from spartakiad.play.rehearsal.browser import Browser, Stumbled
from spartakiad.play.rehearsal.network import AGAIN, Network, Trouble
from spartakiad.play.rehearsal.outbox import Outbox, Record
from spartakiad.play.rehearsal.pace import Pace
from spartakiad.play.rehearsal.plan import Phone, Plan
from spartakiad.play.rehearsal.results import BETWEEN, turned
from spartakiad.play.rehearsal.script import Tap
from spartakiad.play.rehearsal.together import Together
from spartakiad.words.dates import MOSCOW

_PAUSE = 0.02, 5.0  # seconds between two attempts, the least and the most
_PATIENCE = 300.0  # seconds for records that must get through


@dataclass(slots=True)
class Judge:
    """`lines`: by contest, whose line is which, as the phone's own list has it; `moment`: as in Step."""

    plan: Plan
    phone: Phone
    browser: Browser
    games: str
    pace: Pace
    together: Together
    network: Network = field(init=False)
    outbox: Outbox = field(init=False)
    lines: dict[str, dict[str, Mapping[str, Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.network = Network(self.browser)
        device = self.phone.device
        self.outbox = Outbox(self.browser, self.network, self.games, device, self._may_go, self._told)

    def work(self, taps: tuple[Tap, ...], *, fresh: bool = False) -> None:
        """Contest by contest: type, then stay until everything is acknowledged. `fresh`: over what stands there now."""
        for _, own in groupby(taps, lambda tap: tap.step.contest):
            for tap in own:
                self.pace.until(tap.minute)
                self._type(tap, fresh=fresh)
                self._send(self.phone.troubles.get(tap.n))
            self.network.restored()
            self._until_sent()

    def _send(self, trouble: Trouble | None) -> None:
        self.network.meet(trouble)
        self.outbox.send()
        if trouble and trouble.kind == AGAIN:
            self.outbox.forget_answers()

    def _until_sent(self) -> None:
        until, pause = time.monotonic() + _PATIENCE, _PAUSE[0]
        while not self.outbox.send():
            if time.monotonic() > until:
                raise Stumbled(f"{self.browser.name}: не отправлено записей: {len(self.outbox.unsent)}")
            self.together.wait(pause)
            pause = min(pause * 1.5, _PAUSE[1])

    def _type(self, tap: Tap, *, fresh: bool) -> None:
        step = tap.step
        line = self._line(step.contest, step.who, fresh=fresh)
        turns = BETWEEN in step.who and line["name"] != self.plan.called(step.who)[0]
        record: Record = {
            "contest": step.contest,
            "entrant": step.typed or line["id"],
            "cells": {"raw": turned(step.raw) if turns else step.raw} if step.raw else {},
            "seen": line["version"] if fresh else 0,
            "after": tap.after,
            "undo": step.undo,
            "at": datetime.now(MOSCOW).isoformat(timespec="milliseconds"),
        }
        n = self.outbox.keep(record)
        assert n == tap.n, "records are numbered in the order of the plan"

    def _line(self, contest: str, who: str, *, fresh: bool) -> Mapping[str, Any]:
        """Of the list that was loaded when the first line of the contest was typed, or asked for anew."""
        if contest not in self.lines or fresh:
            self.lines[contest] = {one["name"]: one for one in self.outbox.open_list(contest)}
        if not who:
            return {}
        known = self.lines[contest]
        names = self.plan.called(who)
        found = next((known[name] for name in names if name in known), None)
        if found is None:
            raise Stumbled(f"{self.browser.name}: в списке «{contest}» нет строки «{names[0]}»")
        return found

    def _may_go(self, n: int) -> bool:
        waits = self.phone.taps[n - 1].waits
        return waits is None or waits in self.together.acknowledged

    def _told(self, n: int) -> None:
        self.together.note((self.phone.device, n))
