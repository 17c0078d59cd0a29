"""Pages of the memo on the disk: what is asked for most is there before the next start has loaded the program.

They are worth something to the same program over the same journal only, so both are written beside them: a mark of the
program and its settings, and how far each stream had come. A page that is no longer true is thus never shown again.
"""

import base64
import gzip
import hashlib
import json
import os
import sqlite3
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from spartakiad.settings import Settings, data_folder
from spartakiad.store.heads import heads
from spartakiad.web.headers import headers_of
from spartakiad.web.memo_answers import Page

MOST = 100  # pages, those asked for last
EVERY = 10.0  # seconds
_PACKAGE = Path(__file__).resolve().parent.parent


def kept_pages(settings: Settings) -> Mapping[str, Page]:
    """By address; none where the program, its settings or the journal are not those of the pages."""
    try:
        kept = json.loads(_file(settings).read_text(encoding="utf-8"))
        if (kept["program"], kept["heads"]) != (program(settings), heads(settings.database)):
            return {}
        headers = headers_of(settings.secure, settings.frames)
        return {key: _page(one, headers(key.partition("?")[0])) for key, one in kept["pages"].items()}
    except (OSError, ValueError, LookupError, TypeError, sqlite3.Error):
        return {}  # without them visitors wait until the program is there


class Keeper:
    """Writes the pages down every few seconds if they changed, and at the end: what is erased leaves the disk too."""

    def __init__(self, settings: Settings, pages: Mapping[str, Page], numbers: Mapping[str, int]) -> None:
        self.settings, self.pages, self.numbers = settings, pages, numbers
        self._mark = program(settings)  # as it is loaded, not as it may be on the disk by then
        self._written: Any = None
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._work, name="kept pages", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._over.wait(EVERY):
            self.write()
        self.write()

    def write(self) -> None:
        try:
            self._write()
        except (OSError, sqlite3.Error):
            return  # a full disk must not stop whoever enters results; they are told of it there

    def _write(self) -> None:
        before = heads(self.settings.database)
        chosen = self._chosen()
        what = {key: page.etag for key, page in chosen.items()}, before
        if what == self._written or heads(self.settings.database) != before:
            return
        text = json.dumps(
            {"program": self._mark, "heads": before, "pages": {key: _said(page) for key, page in chosen.items()}}
        )
        file = _file(self.settings)
        fresh = file.with_suffix(".new")
        with open(fresh, "w", encoding="utf-8", opener=_private) as opened:
            opened.write(text)
        os.replace(fresh, file)
        self._written = what

    def _chosen(self) -> dict[str, Page]:
        standing = [one for one in list(self.pages.items()) if not one[1].file and one[1].stands(self.numbers)]
        standing.sort(key=lambda one: -one[1].asked)
        return dict(standing[:MOST])


def program(settings: Settings) -> str:
    """A mark of the program as it is on the disk, and of the settings its pages show."""
    mark = hashlib.sha256(repr((settings.secure, settings.frames, settings.address)).encode())
    for folder in (_PACKAGE, _PACKAGE.parent / "scoring", data_folder("templates")):
        for path, _, names in sorted(os.walk(folder)):
            if not path.endswith("__pycache__"):
                for name in sorted(names):
                    found = os.stat(os.path.join(path, name))
                    mark.update(f"{path}/{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return mark.hexdigest()


def _said(page: Page) -> Mapping[str, Any]:
    return {
        "reads": dict(page.reads),
        "until": page.until,
        "type": page.media_type.decode(),
        "etag": page.etag,
        "gzip": base64.b64encode(page.packed("gzip")).decode(),
    }


def _page(said: Mapping[str, Any], headers: list[tuple[bytes, bytes]]) -> Page:
    packed = base64.b64decode(said["gzip"])
    body, packs = gzip.decompress(packed), {"gzip": packed}
    return Page(said["reads"], said["until"], said["type"].encode(), body, said["etag"], headers=headers, packs=packs)


def _file(settings: Settings) -> Path:
    return settings.data / "pages.json"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
