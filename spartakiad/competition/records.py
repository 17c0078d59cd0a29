"""Records of judges' devices that wait for a decision of the secretariat."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Held:
    """As in RecordHeld; `by`, `device`, `at`: who brought it, by which session, when. `verdict`: "" while it waits."""

    record: str
    contest: str
    entrant: str
    raw: str
    seen: int
    why: str
    args: Mapping[str, Any]
    typed_at: str
    typed_by: str
    number: int
    by: str
    device: str
    at: datetime
    undo: bool = False
    read_in: str = ""
    verdict: str = ""
    settled_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """As in FinishNoted; a void one is no longer there."""

    record: str
    contest: str
    part: str
    note: str
    device: str
    order: int
    value: str
    number: int
    at: datetime
