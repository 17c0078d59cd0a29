"""Judges whose phones send to a server that dies under them: each record is kept, and goes until it is acknowledged."""

import random
import threading
import time
from dataclasses import dataclass, field

from spartakiad.play.rehearsal.browser import Browser, Stumbled
from spartakiad.play.rehearsal.network import Network
from spartakiad.play.rehearsal.outbox import Outbox, Record

CONTEST = "visit"
GAMES = "demo"
MOST_AT_ONCE = 3  # records typed before the phone gets to send them
PAUSE = 0.05  # seconds before the next attempt


@dataclass
class Judge:
    """Marks one team over and over: places 1 to 8 in turn, each over his own last one."""

    entrant: str
    link: str
    outbox: Outbox
    answered: set[int] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def records(self) -> list[Record]:
        return self.outbox.records

    @property
    def keys(self) -> list[str]:
        """Under which each record is kept by the server."""
        return [f"r-{GAMES}-{self.outbox.device}-{record['n']}" for record in self.records]

    @property
    def raws(self) -> list[str]:
        return [record["cells"]["raw"] for record in self.records]

    def come_in(self) -> None:
        """By his own link to the entry screen, whose list brings the form token of the session."""
        self.outbox.browser.come_in(self.link)
        self.outbox.browser.get(f"/judge/{GAMES}/{CONTEST}/entry")
        self.outbox.open_list(CONTEST)

    def work(self) -> None:
        chance = random.Random(self.entrant)
        while not self.stop.is_set() and not self.refused:
            for _ in range(chance.randrange(MOST_AT_ONCE) + 1):
                self._type()
            self.send()

    def send(self) -> None:
        """Until everything is acknowledged; what the server will not take at all is noted."""
        try:
            while not self.outbox.send():
                time.sleep(PAUSE)
        except Stumbled as refused:
            self.refused.append(str(refused))

    def _type(self) -> None:
        last = len(self.records)
        self.outbox.keep(
            {"contest": CONTEST, "entrant": self.entrant, "cells": {"raw": str(last % 8 + 1)}, "seen": 0, "after": last}
        )


def judge(entrant: str, number: int, address: str, link: str) -> Judge:
    browser = Browser(address, entrant)
    made = Judge(entrant, link, Outbox(browser, Network(browser), GAMES, f"{number:020x}"))
    made.outbox.told = made.answered.add
    return made
