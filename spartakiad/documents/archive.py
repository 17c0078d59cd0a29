"""The archive of a Games: its journal, every published file, its key – checked by anybody without this site.

journal.jsonl: a line for each fact, as journal.lines() gives it; sheets/NUMBER-REVISION-COPY.pdf; archive.json: what
there is, by its hashes, signed. Every JSON is in the one spelling that is hashed, so no byte of it can be another.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from spartakiad.competition.desk import Desk
from spartakiad.competition.memory import stream_of
from spartakiad.competition.sheet_facts import SheetPublished
from spartakiad.people.actions import NewExport, note_export
from spartakiad.publication.keys import kept_key, key_of, public_half, sign
from spartakiad.publication.queries import sheet_file
from spartakiad.store import chain, journal
from spartakiad.store.canonical import canonical
from spartakiad.store.commands import Answer

COPIES = ("full", "public")
_DATED = (2020, 1, 1, 0, 0, 0)  # of every member: the same archive has the same bytes


@dataclass(frozen=True, slots=True)
class TakeArchive:
    """`keys`: the folder of the keys of the Games."""

    games: str
    keys: str


def take_archive(desk: Desk, wish: TakeArchive) -> Answer:
    """It has names in it, so whoever takes it is written down; a Games that signed nothing yet has its key from now."""
    key_of(desk, wish.games, wish.keys)
    return note_export(desk, NewExport(wish.games, "", "архив: журнал и опубликованные протоколы"))


def archive(session: Session, games: str, keys: Path, at: datetime) -> bytes:
    lines = list(journal.lines(session, stream_of(games)))
    files = dict(_files(session, lines))
    private = kept_key(keys, games)
    about = {
        "format": 1,
        "games": games,
        "number": len(lines),
        "head": lines[-1]["hash"] if lines else "",
        "key": public_half(private),
        "made_at": chain.moment(at),
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
    }
    signed = canonical({"about": about, "signature": sign(private, canonical(about))})
    body = "".join(f"{canonical(line)}\n" for line in lines)
    return _zipped({"archive.json": signed.encode(), "journal.jsonl": body.encode(), **files})


def _files(session: Session, lines: Sequence[chain.Exported]) -> Iterator[tuple[str, bytes]]:
    """What was published and is kept."""
    for line in lines:
        if line["kind"] == SheetPublished.kind:
            fact = json.loads(str(line["payload"]))
            for copy in COPIES:
                content = sheet_file(session, fact[copy])
                if content is not None:
                    yield f"sheets/{fact['sheet']}-{fact['revision']}-{copy}.pdf", content


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(zipfile.ZipInfo(name, _DATED), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
