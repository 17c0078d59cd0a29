"""A file that somebody sent, read in a process of its own that a bad file may break."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from spartakiad.errors import Refusal
from spartakiad.intake.table import MOST_BYTES, Sheet, rows_of

_ROOT = Path(__file__).resolve().parents[2]
_SECONDS = 20  # by the clock, whatever the child is waiting for
_AT_ONCE = threading.BoundedSemaphore(2)


def sheets_in(content: bytes) -> list[Sheet]:
    """Every visible sheet with something in it. Raises Refusal at the field `file`."""
    if not content:
        raise Refusal("file_empty", "file")
    if len(content) > MOST_BYTES:
        raise Refusal("file_too_big", "file", megabytes=MOST_BYTES // 1024 // 1024)
    with _AT_ONCE:
        answer, texts = _asked(content)
    if "refused" in answer:
        raise Refusal(str(answer["refused"]), "file", **answer["args"])
    sheets = []
    for title, length in answer["sheets"]:
        lines, texts = texts[:length], texts[length:]
        if lines:
            sheets.append(Sheet(title, rows_of(lines)))
    if not sheets:
        raise Refusal("file_empty", "file")
    return sheets


def _asked(content: bytes) -> tuple[dict[str, Any], bytes]:
    """What the child says, and the sheets as texts.

    A child that dies or does not end has met a file that is meant to break it, or is broken.
    """
    command = [sys.executable, "-m", "spartakiad.intake.child"]
    known = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "LANG")}
    try:
        done = subprocess.run(
            command,
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            cwd=_ROOT,
            env={**known, "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        raise Refusal("file_bomb", "file") from None
    head, _, texts = done.stdout.partition(b"\n")
    return json.loads(head), texts
