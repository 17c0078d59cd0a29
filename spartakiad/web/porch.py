"""The porch: a small process that receives visitors while the program is being loaded.

It shows the pages that were kept, as long as they are still true, and asks everybody else to come again in a moment. It
writes nothing. The socket is opened once and handed over, so nobody is ever refused. It is gone as soon as the other
end of its pipe is closed, be it by the program that is ready or by its death.
"""

import os
import socket
import threading
import time
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

from spartakiad.settings import Settings, SettingsError, from_environment
from spartakiad.web.headers import headers_of
from spartakiad.web.kept_pages import kept_pages
from spartakiad.web.memo_answers import Page, answer_to
from spartakiad.web.static_files import Asset, static_files

BACKLOG = 8192  # connections that wait to be taken: after a break of the network everybody comes back at once
_LONGEST = 2.0  # seconds for one visitor
_SOON = (
    '<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">{again}'
    "<title>Сайт запускается</title><h1>Сайт запускается</h1><p>Это займёт несколько секунд. {what}</p></html>"
)
_LOOK = {"again": '<meta http-equiv="refresh" content="1">', "what": "Страница откроется сама."}
_WRITE = {"again": "", "what": "Ничего не записано: вернитесь назад и отправьте ещё раз."}


class Porch:
    """`listening`: the socket that outlives it."""

    def __init__(self, listening: socket.socket, pipe: int, process: int) -> None:
        self.listening = listening
        self._pipe = pipe
        self._process = process

    def close(self) -> socket.socket:
        """Whoever is being answered is answered to the end; the socket is the caller's from now on."""
        os.close(self._pipe)
        threading.Thread(target=os.waitpid, args=(self._process, 0), daemon=True).start()
        return self.listening


def open_porch(arguments: list[str]) -> Porch | None:
    """None where there is nothing to show, or the port is taken: then the program starts as without it."""
    if arguments[1:] != ["run"]:
        return None
    try:
        settings = from_environment()
    except (SettingsError, OSError):
        return None
    pages = kept_pages(settings) if settings.memo and not settings.database_url else {}
    if not pages:
        return None
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listening = socket.create_server((settings.host, settings.port), family=family, backlog=BACKLOG)
    except OSError:
        return None
    watched, held = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(held)
        _receive(listening, watched, settings, pages)
    os.close(watched)
    return Porch(listening, held, process)


def _receive(listening: socket.socket, watched: int, settings: Settings, pages: Mapping[str, Page]) -> None:
    """Until the pipe ends; the process ends here."""
    try:
        server = _Server(listening, settings, pages)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        os.read(watched, 1)
        server.shutdown()
        server.see_off()
    finally:
        os._exit(0)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, listening: socket.socket, settings: Settings, pages: Mapping[str, Page]) -> None:
        super().__init__(listening.getsockname()[:2], _Visitor, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        self.pages = pages
        self.headers = headers_of(settings.secure, settings.frames)
        self.files: Mapping[str, Asset] = static_files()

    def see_off(self) -> None:
        """Wait for those who are being answered, though not for ever."""
        until = time.monotonic() + _LONGEST
        for thread in threading.enumerate():
            if thread is not threading.current_thread():
                thread.join(max(0.0, until - time.monotonic()))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor who goes away in the middle is nobody's error."""


class _Visitor(BaseHTTPRequestHandler):
    server: _Server
    timeout = _LONGEST

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        key = f"{unquote(path)}?{query}" if query else unquote(path)
        page = self.server.pages.get(key)
        if page is not None and page.stands(page.reads):  # by the clock; by the journal it stood a moment ago
            self._show(page)
        elif path.startswith("/static/"):
            self._file(unquote(path).split("/", 3)[-1])
        elif "text/event-stream" not in self.headers.get("accept", ""):  # such a one comes again only if cut off
            self._say(HTTPStatus.SERVICE_UNAVAILABLE, _SOON.format(**_LOOK).encode())

    do_HEAD = do_GET

    def do_POST(self) -> None:
        self._say(HTTPStatus.SERVICE_UNAVAILABLE, _SOON.format(**_WRITE).encode())

    do_PUT = do_DELETE = do_PATCH = do_POST

    def _show(self, page: Page) -> None:
        answer = answer_to(page, self.headers.get("accept-encoding", "").encode("latin-1"))
        if answer.is_known(self.headers.get("if-none-match", "").encode("latin-1")):
            self._send(HTTPStatus.NOT_MODIFIED, answer.unchanged["headers"], b"")
        else:
            self._send(HTTPStatus.OK, answer.start["headers"], answer.body["body"])

    def _file(self, name: str) -> None:
        found = self.server.files.get(name)
        if found is None:
            self._say(HTTPStatus.NOT_FOUND, b"")
            return
        headers = [(b"content-type", found.media_type.encode()), (b"content-length", b"%d" % len(found.body))]
        self._send(HTTPStatus.OK, [*headers, *self.server.headers(self.path)], found.body)

    def _say(self, status: HTTPStatus, body: bytes) -> None:
        kind = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", b"%d" % len(body))]
        more = [(b"retry-after", b"1"), (b"cache-control", b"no-store"), *self.server.headers(self.path)]
        self._send(status, [*kind, *more], body)

    def _send(self, status: HTTPStatus, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name.decode("latin-1"), value.decode("latin-1"))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Visitors are not written down."""
