"""A judge's phone as the entry screen has it: a record is kept first and goes, in its order, until it is answered."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from spartakiad.play.rehearsal.browser import Answer, Browser, Stumbled
from spartakiad.play.rehearsal.network import NoNetwork

BATCH = 50  # records
KEPT, STRANGE = "kept", "strange"
Record = dict[str, Any]


class Link(Protocol):
    """What carries a request of the phone to the server, or does not. Raises OSError."""

    def post(self, path: str, body: bytes, token: str) -> Answer: ...


@dataclass(slots=True)
class Outbox:
    """Records of one device in one Games. `states`: by number, what became of each; `posted`: how often each was sent.

    `may_go`: whether a record may leave yet. `told`: called with every number that is answered for the first time.
    """

    browser: Browser
    link: Link
    games: str
    device: str
    may_go: Callable[[int], bool] = lambda _: True
    told: Callable[[int], None] = lambda _: None
    token: str = ""
    records: list[Record] = field(default_factory=list)
    states: dict[int, str] = field(default_factory=dict)
    posted: dict[int, int] = field(default_factory=dict)

    def open_list(self, contest: str) -> list[Mapping[str, Any]]:
        """The lines that are typed in, as the entry screen gets them."""
        heard = json.loads(self.browser.fetch(f"/judge/{self.games}/{contest}/list"))
        self.token = heard["token"]
        lines: list[Mapping[str, Any]] = heard["rows"]
        return lines

    def keep(self, record: Record) -> int:
        """Under the next number of the device."""
        n = len(self.records) + 1
        self.records.append({"n": n, **record})
        self.states[n] = KEPT
        return n

    @property
    def unsent(self) -> list[Record]:
        return [one for one in self.records if self.states[one["n"]] == KEPT]

    def forget_answers(self) -> None:
        """As a phone whose memory of what it was told is gone."""
        self.states = dict.fromkeys(self.states, KEPT)

    def send(self) -> bool:
        """Everything that waits. False where there is no network, or something may not go yet."""
        try:
            while waiting := self.unsent[:BATCH]:
                going = self._going(waiting)
                if not going or not self._take(self._post(going)):
                    return False
        except OSError:
            return False
        return True

    def _going(self, waiting: list[Record]) -> list[Record]:
        """As far as nothing has to wait: order is kept."""
        held_up = next((at for at, one in enumerate(waiting) if not self.may_go(one["n"])), len(waiting))
        return waiting[:held_up]

    def _post(self, going: list[Record]) -> Mapping[str, Any]:
        sent = [n for n, state in self.states.items() if state not in (KEPT, STRANGE)]
        body = {
            "device": self.device,
            "first": 1,
            "sent": max(sent, default=0),
            "unsent": len(self.unsent),
            "records": going,
        }
        for one in going:
            self.posted[one["n"]] = self.posted.get(one["n"], 0) + 1
        answer = self.link.post(f"/judge/{self.games}/_/records", json.dumps(body).encode(), self.token)
        if answer.status >= 500:
            raise NoNetwork(str(answer.status))
        if answer.status not in (200, 201):
            said = answer.body[:300].decode(errors="replace")
            raise Stumbled(f"{self.browser.name}: записи не приняты, ответ {answer.status}. {said}")
        heard: Mapping[str, Any] = json.loads(answer.body)
        return heard

    def _take(self, heard: Mapping[str, Any]) -> bool:
        """Whether anything has moved on; what the server does not have after all is kept again."""
        self.token = heard["token"]
        answers = {one["n"]: one["state"] for one in heard["answers"]}
        for n, state in self.states.items():
            if n in answers:
                self.states[n] = answers[n]
                self.told(n)
            elif state not in (KEPT, STRANGE) and n > heard["last"]:
                self.states[n] = KEPT
        return bool(answers)
