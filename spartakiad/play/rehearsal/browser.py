"""A visitor's browser, with Python's standard library alone: one session, forms filled in, records sent."""

import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from spartakiad.play.rehearsal.pages import Form, Page, page_of

_PATIENCE = 60.0  # seconds for one answer
_AGENT = "Rehearsal"
_TRIES = 3  # a connection that was kept open may have been closed by the other side


class Stumbled(Exception):
    """Somebody met a page that he did not expect; the text says who, where and what it said."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


class Browser:
    """`address`: of the site; `name`: whoever sits before it."""

    def __init__(self, address: str, name: str) -> None:
        self.address, self.name = address.rstrip("/"), name
        self.cookie = ""
        self._connection: http.client.HTTPConnection | None = None

    def come_in(self, link: str) -> Page:
        """By a one-time link; the page is the one where this person's work begins."""
        path = urlsplit(link).path
        self._expect(self.ask("GET", path), path)
        answer = self._expect(self.ask("POST", path), path)
        self.cookie = answer.headers.get("set-cookie", "").partition(";")[0]
        return self.get(answer.headers.get("location", "/me"))

    def get(self, path: str) -> Page:
        """The page that this address leads to in the end."""
        answer = self._expect(self.ask("GET", path), path)
        if 300 <= answer.status < 400:
            return self.get(urljoin(path, answer.headers["location"]))
        return page_of(path, answer.body.decode())

    def fetch(self, path: str) -> bytes:
        return self._expect(self.ask("GET", path), path).body

    def send(self, form: Form, typed: Mapping[str, str] | None = None, press: str = "") -> Page:
        """What the form has, with what is `typed`; `press`: the words on the button that is pressed."""
        path, fields = form.filled(typed or {}, press)
        answer = self._expect(self.ask("POST", path, urlencode(fields).encode(), _FORM), path)
        if 300 <= answer.status < 400:
            return self.get(urljoin(path, answer.headers["location"]))
        return page_of(path, answer.body.decode())

    def record(self, path: str, body: bytes, token: str) -> Answer:
        return self.ask("POST", path, body, {"Content-Type": "application/json", "X-Form-Token": token}, tries=1)

    def drop(self, path: str, body: bytes, token: str, part: bytes) -> None:
        """Send the request or a part of it, and be gone."""
        self.close()
        connection = self._connected()
        connection.putrequest("POST", path)
        headers = {"Content-Type": "application/json", "X-Form-Token": token, "Content-Length": str(len(body))}
        for name, value in {**headers, "Cookie": self.cookie, "User-Agent": _AGENT}.items():
            connection.putheader(name, value)
        connection.endheaders(part)
        self.close()

    def beside(self) -> "Browser":
        """Another connection of the same session."""
        other = Browser(self.address, self.name)
        other.cookie = self.cookie
        return other

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None, tries: int = _TRIES
    ) -> Answer:
        """Raises OSError when there is no answer; forms may be sent again, for each has its key."""
        sent = {"Cookie": self.cookie, "User-Agent": _AGENT, **(headers or {})}
        for left in reversed(range(tries)):
            try:
                connection = self._connected()
                connection.request(method, path, body, sent)
                response = connection.getresponse()
                told = {name.lower(): value for name, value in response.getheaders()}
                return Answer(response.status, told, response.read())
            except (OSError, http.client.HTTPException) as error:
                self.close()
                if not left:
                    raise OSError(str(error)) from error
        raise AssertionError("never reached")

    def _connected(self) -> http.client.HTTPConnection:
        if self._connection is None:
            where = urlsplit(self.address)
            host, port = where.hostname or "", where.port
            if where.scheme == "https":
                secure = ssl.create_default_context()
                self._connection = http.client.HTTPSConnection(host, port, timeout=_PATIENCE, context=secure)
            else:
                self._connection = http.client.HTTPConnection(host, port, timeout=_PATIENCE)
        return self._connection

    def _expect(self, answer: Answer, path: str) -> Answer:
        if answer.status >= 400:
            said = "; ".join(page_of(path, answer.body.decode(errors="replace")).errors)
            raise Stumbled(f"{self.name}: {path} – ответ {answer.status}. {said}")
        return answer


_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
