"""What an archive (XLSX, ODS, DOCX are ones) may be, looked at before anything is unpacked in earnest."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from spartakiad.intake.table import Unreadable

MOST_ENTRIES = 200
MOST_UNPACKED = 100 * 1024 * 1024  # bytes of all entries together
MOST_RATIO = 200  # of unpacked to packed, once an entry is big enough to matter
_MATTERS = 1024 * 1024
_XML = (".xml", ".rels")


def unpacked(content: bytes) -> dict[str, bytes]:
    """What is inside, by name. Raises Unreadable for a bomb, a name that leads out, a locked or broken archive.

    zipfile says that an entry is packed in a way it does not know by NotImplementedError: for us, a broken file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise Unreadable("file_bomb")
            for entry in entries:
                _check_entry(entry)
            return _unpack(archive, entries)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise Unreadable("file_broken") from None


def packed(parts: Iterable[tuple[str, Sequence[bytes | memoryview]]]) -> BinaryIO:
    """An archive again, each part of so many pieces; nothing is deflated, since it is read at once."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, pieces in parts:
            with archive.open(zipfile.ZipInfo(name), "w") as entry:
                for piece in pieces:
                    entry.write(piece)
    out.seek(0)
    return out


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    link = stat.S_ISLNK(entry.external_attr >> 16)
    if link or name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
        raise Unreadable("file_bomb")
    if entry.flag_bits & 1:
        raise Unreadable("file_locked")
    if name.lower().endswith((".zip", ".xlsx", ".ods", ".docx")):
        raise Unreadable("file_bomb")
    if entry.file_size > MOST_UNPACKED or _swollen(entry.file_size, entry.compress_size):
        raise Unreadable("file_bomb")


def _unpack(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    """The declared sizes may lie, so no more is unpacked than may be; no XML part may bring entities of its own."""
    left = MOST_UNPACKED
    parts: dict[str, bytes] = {}
    for entry in entries:
        most = min(left, max(_MATTERS, MOST_RATIO * entry.compress_size))
        with archive.open(entry) as stream:
            text = stream.read(most + 1)
        if len(text) > most or (entry.filename.endswith(_XML) and _declares(text)):
            raise Unreadable("file_bomb")
        left -= len(text)
        parts[entry.filename] = text
    return parts


def _declares(text: bytes) -> bool:
    return b"!" in text and (b"<!DOCTYPE" in text or b"<!ENTITY" in text)


def _swollen(size: int, packed: int) -> bool:
    return size > _MATTERS and size > MOST_RATIO * max(packed, 1)
