"""Records as devices write them: JSON, checked field by field."""

from typing import Annotated, Literal

import msgspec

from spartakiad.results.records import Record

MOST = 50  # records a batch
Word = Annotated[str, msgspec.Meta(max_length=60)]
Count = Annotated[int, msgspec.Meta(ge=0, le=10**9)]
Device = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{20}$")]


class Sent(msgspec.Struct, forbid_unknown_fields=True):
    """One record as the device has it: see Record. `who`: the actor that typed it, on a device of several judges."""

    n: Annotated[int, msgspec.Meta(ge=1, le=10**9)]
    contest: Word
    entrant: Word
    cells: Annotated[dict[Word, Annotated[str, msgspec.Meta(max_length=300)]], msgspec.Meta(max_length=40)]
    seen: Count = 0
    after: Count = 0
    part: Word = ""
    kind: Literal["mark", "gun", "stamp", "number", "void"] = "mark"
    sure: bool = False
    undo: bool = False
    at: Annotated[str, msgspec.Meta(max_length=40)] = ""
    who: Annotated[str, msgspec.Meta(pattern="^(a[0-9]{1,9})?$")] = ""
    line: Annotated[str, msgspec.Meta(max_length=200)] = ""
    over: Word = ""


class Batch(msgspec.Struct, forbid_unknown_fields=True):
    """`first`: the oldest record that the device still keeps; `sent`: the newest that it believes to be here."""

    device: Device
    first: Annotated[int, msgspec.Meta(ge=1, le=10**9)]
    sent: Count
    unsent: Count
    records: Annotated[list[Sent], msgspec.Meta(max_length=MOST)]


def record_of(games: str, device: str, sent: Sent) -> Record:
    return Record(
        games,
        device,
        sent.n,
        sent.contest,
        sent.entrant,
        tuple(sorted(sent.cells.items())),
        sent.seen,
        sent.after,
        sent.part,
        sent.kind,
        sent.sure,
        sent.undo,
        sent.at,
        sent.line,
        sent.over,
    )
