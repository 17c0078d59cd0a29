"""Judges who post marks to a server that dies under them, each again under its key until there is an answer."""

import http.client
import itertools
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

CONTEST = "visit"


@dataclass(frozen=True, slots=True)
class Sent:
    """A mark the server has acknowledged; `tries`: how often it was posted."""

    key: str
    entrant: str
    raw: str
    tries: int


@dataclass
class Judge:
    """Marks one team over and over: places 1 to 8 in turn, each seen in the version before."""

    entrant: str
    port: int
    cookie: str
    form_token: str
    acknowledged: list[Sent] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def work(self) -> None:
        for version in itertools.count():
            if self.stop.is_set() or self.refused:
                return
            key, raw = f"{self.entrant}-{version}", str(version % 8 + 1)
            form = {"form_token": self.form_token, "command_key": key, "version": str(version), "raw": raw}
            tries = self._post_until_answered(form)
            if not self.refused:
                self.acknowledged.append(Sent(key, self.entrant, raw, tries))

    def _post_until_answered(self, form: Mapping[str, str]) -> int:
        for tries in itertools.count(1):
            status = self._post(form)
            if status == http.client.SEE_OTHER:
                return tries
            if status is not None:
                self.refused.append(status)
                return tries
            time.sleep(0.05)
        raise AssertionError("never reached")

    def _post(self, form: Mapping[str, str]) -> int | None:
        """The status of the answer; None when there was none: the mark may or may not be recorded."""
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"spartakiad={self.cookie}"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("POST", f"/judge/demo/{CONTEST}/marks/{self.entrant}", urlencode(form), headers)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()
