"""A kept page and what is sent for it, put together once for each way in which browsers say what they accept."""

import gzip
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import brotli

from spartakiad.web.headers import Header

_PACKED: Mapping[str, Callable[[bytes], bytes]] = {  # the best first
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}
_VARY = (b"vary", b"accept-encoding")
_OFF = re.compile(rb";q=0(?:\.0*)?$")
_MOST = 64  # ways of one page; a reader who makes up more is answered all the same
NOTHING: Any = {"type": "http.response.body", "body": b"", "more_body": False}


@dataclass(frozen=True, slots=True)
class Answer:
    """Messages as they are sent: the page, or that the reader has it already."""

    etag: bytes
    start: Any
    body: Any
    unchanged: Any

    def is_known(self, tags: bytes) -> bool:
        """Whether If-None-Match, which may name several, names it."""
        known = [tag.strip().removeprefix(b"W/") for tag in tags.split(b",")]
        return self.etag in known or b"*" in known


@dataclass(slots=True)
class Page:
    """One page at one set of numbers; `until`: epoch seconds after which it is stale by the clock.

    `file`: how it is to be saved, of a document; that is compressed already. `eager`: it is made again before anybody
    asks; files and what takes long are made when they are asked for. `headers`: of its address. `packs`: the body as it
    was packed for those who asked so far.
    """

    reads: Mapping[str, int]
    until: float | None
    media_type: bytes
    body: bytes
    etag: str
    file: bytes = b""
    eager: bool = True
    headers: list[Header] = field(default_factory=list)
    asked: float = field(default_factory=time.monotonic)
    answers: dict[bytes, Answer] = field(default_factory=dict)  # by what a browser says it accepts
    packs: dict[str, bytes] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes, with room for what it is packed into."""
        return len(self.body) if self.file else 2 * len(self.body)

    def packed(self, coding: str) -> bytes:
        """For the first who asks: most pages are asked for in one coding before they are made again."""
        if coding not in self.packs:
            self.packs[coding] = _PACKED[coding](self.body)
        return self.packs[coding]

    def stands(self, numbers: Mapping[str, int]) -> bool:
        """Whether every number it was made of is still this one."""
        if self.until is not None and time.time() > self.until:
            return False
        for stream, number in self.reads.items():  # noqa: SIM110 – asked for each reader: a generator takes twice as long
            if numbers.get(stream, 0) != number:
                return False
        return True


def answer_to(page: Page, accepted: bytes) -> Answer:
    coding = "" if page.file else _coding(accepted)
    body = page.packed(coding) if coding else page.body
    etag = f'"{page.etag}{"-" + coding if coding else ""}"'.encode()
    common = [(b"etag", etag), _VARY, (b"cache-control", b"no-cache"), *page.headers]
    headers = [*common, (b"content-type", page.media_type), (b"content-length", str(len(body)).encode())]
    if page.file:
        headers.append((b"content-disposition", page.file))
    if coding:
        headers.append((b"content-encoding", coding.encode()))
    answer = Answer(
        etag,
        {"type": "http.response.start", "status": 200, "headers": headers},
        {"type": "http.response.body", "body": body, "more_body": False},
        {"type": "http.response.start", "status": 304, "headers": common},
    )
    if len(page.answers) < _MOST:
        page.answers[accepted] = answer
    return answer


def _coding(accepted: bytes) -> str:
    """The best coding the reader takes; one switched off with q=0 is not taken."""
    taken = [part.strip().replace(b" ", b"") for part in accepted.split(b",")]
    for coding in _PACKED:
        if any(part.split(b";")[0] == coding.encode() and not _OFF.search(part) for part in taken):
            return coding
    return ""
